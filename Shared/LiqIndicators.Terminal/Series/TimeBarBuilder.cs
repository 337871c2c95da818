namespace LiqIndicators.Terminal.Series;

/// <summary>Bars that open with the first price of a span of time; a span without a price has no bar.</summary>
internal sealed class TimeBarBuilder : IBarBuilder
{
    private readonly Func<DateTime, DateTime> _openTimeOf;
    private RecordedBar? _last;

    internal TimeBarBuilder(Func<DateTime, DateTime> openTimeOf)
    {
        _openTimeOf = openTimeOf;
    }

    public void Feed(RecordedTick tick, List<BarOperation> operations)
    {
        DateTime openTime = _openTimeOf(tick.TimeUtc);
        bool opens = _last is not { } last || openTime > last.TimeUtc;
        RecordedBar bar = opens
            ? new RecordedBar(openTime, tick.Bid, tick.Bid, tick.Bid, tick.Bid, tick.TickVolume)
            : Extend(_last!.Value, tick);
        _last = bar;
        operations.Add(new BarOperation(opens, bar));
    }

    private static RecordedBar Extend(RecordedBar bar, RecordedTick tick) => bar with
    {
        High = Math.Max(bar.High, tick.Bid),
        Low = Math.Min(bar.Low, tick.Bid),
        Close = tick.Bid,
        TickVolume = bar.TickVolume + tick.TickVolume,
    };
}
