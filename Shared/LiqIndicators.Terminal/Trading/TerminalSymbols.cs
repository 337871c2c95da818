using System.Collections;
using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Runtime;
using LiqIndicators.Terminal.Series;

namespace LiqIndicators.Terminal.Trading;

/// <summary>The broker's symbols, in the order of their adding.</summary>
internal sealed class TerminalSymbols : Symbols
{
    private readonly TerminalCore _core;
    private readonly List<TerminalSymbol> _symbols = [];

    internal TerminalSymbols(TerminalCore core)
    {
        _core = core;
    }

    public int Count => _symbols.Count;

    public string this[int index] => _symbols[index].Name;

    internal IReadOnlyList<TerminalSymbol> All => _symbols;

    /// <summary>When the last recorded price is played.</summary>
    internal DateTime EndUtc => _symbols.Select(symbol => symbol.EndUtc).DefaultIfEmpty(DateTime.MinValue).Max();

    public Symbol? GetSymbol(string symbolName)
    {
        _core.CheckThread();
        return _symbols.Find(symbol => symbol.Name == symbolName);
    }

    public Symbol[] GetSymbols(params string[] symbolNames) =>
        symbolNames.Select(GetSymbol).OfType<Symbol>().ToArray();

    public bool Exists(string symbolName) => GetSymbol(symbolName) is not null;

    public IEnumerator<string> GetEnumerator() => _symbols.Select(symbol => symbol.Name).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal TerminalSymbol Add(SymbolSpecification specification, Recording recording)
    {
        if (Exists(specification.Name))
        {
            throw new ArgumentException($"There is already a symbol {specification.Name}.", nameof(specification));
        }

        TerminalSymbol symbol = new(_core, specification, recording, _symbols.Count + 1);
        _symbols.Add(symbol);
        symbol.Freeze();
        return symbol;
    }

    internal TerminalSymbol Find(string name) => _symbols.Find(symbol => symbol.Name == name)
        ?? throw new ArgumentException($"There is no symbol '{name}'.", nameof(name));
}
