using cAlgo.API.Internals;

namespace cAlgo.API;

public interface Symbols : IEnumerable<string>
{
    string this[int index] { get; }
    int Count { get; }

    Symbol GetSymbol(string symbolName);
    Symbol[] GetSymbols(params string[] symbolNames);
    bool Exists(string symbolName);
}
