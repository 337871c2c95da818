namespace cAlgo.API;

public sealed class TradeOperation
{
    internal TradeOperation()
    {
    }

    public bool IsExecuting => TradeResult is null;

    public TradeResult TradeResult { get; private set; }

    public override string ToString() =>
        IsExecuting ? "TradeOperation (Executing)" : $"TradeOperation (Completed): {TradeResult}";

    internal void Complete(TradeResult result) => TradeResult = result;
}
