namespace LiqIndicators.Terminal.Series;

/// <summary>Turns prices into bars of one kind.</summary>
internal interface IBarBuilder
{
    /// <summary>Takes one price and appends what it did, in order.</summary>
    public void Feed(RecordedTick tick, List<BarOperation> operations);
}
