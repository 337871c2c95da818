namespace cAlgo.API;

public sealed class TradeResult
{
    internal TradeResult(Position position, PendingOrder pendingOrder)
    {
        Position = position;
        PendingOrder = pendingOrder;
    }

    internal TradeResult(ErrorCode error, Position position)
    {
        Error = error;
        Position = position;
    }

    public bool IsSuccessful => Error is null;

    public ErrorCode? Error { get; }

    public Position Position { get; }

    public PendingOrder PendingOrder { get; }

    public override string ToString() => IsSuccessful
        ? $"TradeResult (Success{(Position is null ? string.Empty : $", position {Position.Id}")})"
        : $"TradeResult (Error: {Error})";
}
