namespace cAlgo.API;

public interface Positions : IEnumerable<Position>
{
    Position this[int index] { get; }
    int Count { get; }

    event Action<PositionClosedEventArgs> Closed;
    event Action<PositionOpenedEventArgs> Opened;
    event Action<PositionModifiedEventArgs> Modified;

    Position Find(string label);
    Position Find(string label, string symbolName);
    Position Find(string label, string symbolName, TradeType tradeType);
    Position[] FindAll(string label);
    Position[] FindAll(string label, string symbolName);
    Position[] FindAll(string label, string symbolName, TradeType tradeType);
    Position FindById(int id);
}
