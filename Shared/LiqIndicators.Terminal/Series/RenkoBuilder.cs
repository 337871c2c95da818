namespace LiqIndicators.Terminal.Series;

/// <summary>Bricks of one height; a turn of direction takes two brick heights.</summary>
/// <remarks>
/// A brick opens with the price that completed the one before it, so several may carry the same time. The last brick
/// is forming: it opens where the one before it closed and follows the price.
/// </remarks>
internal sealed class RenkoBuilder : IBarBuilder
{
    private readonly double _height;
    private double _top;
    private double _bottom;
    private RecordedBar? _forming;

    internal RenkoBuilder(double height)
    {
        _height = height;
    }

    public void Feed(RecordedTick tick, List<BarOperation> operations)
    {
        if (_forming is not { } forming)
        {
            _top = tick.Bid;
            _bottom = tick.Bid;
            Open(tick, tick.Bid, tick.TickVolume, operations);
            return;
        }

        forming = forming with { TickVolume = forming.TickVolume + tick.TickVolume };
        while (tick.Bid >= _top + _height)
        {
            Complete(forming, _top, _top + _height, operations);
            (_bottom, _top) = (_top, _top + _height);
            forming = Open(tick, _top, 0, operations);
        }

        while (tick.Bid <= _bottom - _height)
        {
            Complete(forming, _bottom, _bottom - _height, operations);
            (_top, _bottom) = (_bottom, _bottom - _height);
            forming = Open(tick, _bottom, 0, operations);
        }

        _forming = forming with
        {
            High = Math.Max(forming.High, tick.Bid),
            Low = Math.Min(forming.Low, tick.Bid),
            Close = tick.Bid,
        };
        operations.Add(new BarOperation(false, _forming.Value));
    }

    private static void Complete(RecordedBar forming, double open, double close, List<BarOperation> operations) =>
        operations.Add(new BarOperation(
            false, forming with { Open = open, High = Math.Max(open, close), Low = Math.Min(open, close), Close = close }));

    private RecordedBar Open(RecordedTick tick, double price, long volume, List<BarOperation> operations)
    {
        RecordedBar bar = new(tick.TimeUtc, price, price, price, price, volume);
        _forming = bar;
        operations.Add(new BarOperation(true, bar));
        return bar;
    }
}
