using System.Collections;
using cAlgo.API;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Trading;

/// <summary>All positions of the account. Opening or closing one breaks an enumeration that is under way.</summary>
internal sealed class TerminalPositions : Positions
{
    private readonly List<TerminalPosition> _positions = [];
    private readonly Dictionary<int, TerminalPosition> _known = [];
    private readonly Callbacks<Action<PositionOpenedEventArgs>> _opened = new();
    private readonly Callbacks<Action<PositionModifiedEventArgs>> _modified = new();
    private readonly Callbacks<Action<PositionClosedEventArgs>> _closed = new();

    public event Action<PositionOpenedEventArgs> Opened
    {
        add => _opened.Add(value);
        remove => _opened.Remove(value);
    }

    public event Action<PositionModifiedEventArgs> Modified
    {
        add => _modified.Add(value);
        remove => _modified.Remove(value);
    }

    public event Action<PositionClosedEventArgs> Closed
    {
        add => _closed.Add(value);
        remove => _closed.Remove(value);
    }

    public int Count => _positions.Count;

    public Position this[int index] => _positions[index];

    public Position? Find(string label) => Array.Find(FindAll(label), _ => true);

    public Position? Find(string label, string symbolName) => Array.Find(FindAll(label, symbolName), _ => true);

    public Position? Find(string label, string symbolName, TradeType tradeType) =>
        Array.Find(FindAll(label, symbolName, tradeType), _ => true);

    public Position[] FindAll(string label) => Where(position => position.Label == label);

    public Position[] FindAll(string label, string symbolName) =>
        Where(position => position.Label == label && position.SymbolName == symbolName);

    public Position[] FindAll(string label, string symbolName, TradeType tradeType) => Where(
        position => position.Label == label && position.SymbolName == symbolName && position.TradeType == tradeType);

    public Position? FindById(int id) => _positions.Find(position => position.Id == id);

    public IEnumerator<Position> GetEnumerator() => _positions.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The position that shows one of the broker's, open or closed.</summary>
    internal TerminalPosition Of(BrokerPosition held) => _known[held.Id];

    internal void Add(TerminalPosition position)
    {
        _positions.Add(position);
        _known.Add(position.Id, position);
        _opened.Raise("Positions.Opened", handler => handler(new PositionOpenedEventArgs(position)));
    }

    internal void Remove(TerminalPosition position, PositionCloseReason reason)
    {
        _positions.Remove(position);
        RaiseClosed(position, reason);
    }

    internal void RaiseClosed(TerminalPosition position, PositionCloseReason reason) =>
        _closed.Raise("Positions.Closed", handler => handler(new PositionClosedEventArgs(position, reason)));

    internal void RaiseModified(TerminalPosition position) =>
        _modified.Raise("Positions.Modified", handler => handler(new PositionModifiedEventArgs(position)));

    private Position[] Where(Func<TerminalPosition, bool> condition) =>
        _positions.Where(condition).ToArray<Position>();
}
