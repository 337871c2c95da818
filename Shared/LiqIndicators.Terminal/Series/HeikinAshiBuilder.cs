namespace LiqIndicators.Terminal.Series;

/// <summary>Averages the bars of another builder.</summary>
/// <remarks>
/// Close = (O + H + L + C) / 4; open = middle of the body before it, or of its own body for the first bar;
/// high and low reach over the body.
/// </remarks>
internal sealed class HeikinAshiBuilder : IBarBuilder
{
    private readonly IBarBuilder _source;
    private readonly List<BarOperation> _operations = [];
    private RecordedBar? _closed;
    private RecordedBar _last;

    internal HeikinAshiBuilder(IBarBuilder source)
    {
        _source = source;
    }

    public void Feed(RecordedTick tick, List<BarOperation> operations)
    {
        _operations.Clear();
        _source.Feed(tick, _operations);
        foreach (BarOperation operation in _operations)
        {
            if (operation.Opens && _last.TimeUtc != default)
            {
                _closed = _last;
            }

            _last = Average(operation.Bar);
            operations.Add(operation with { Bar = _last });
        }
    }

    private RecordedBar Average(RecordedBar bar)
    {
        double close = (bar.Open + bar.High + bar.Low + bar.Close) / 4;
        double open = _closed is { } before ? (before.Open + before.Close) / 2 : (bar.Open + bar.Close) / 2;
        return bar with
        {
            Open = open,
            High = Math.Max(bar.High, Math.Max(open, close)),
            Low = Math.Min(bar.Low, Math.Min(open, close)),
            Close = close,
        };
    }
}
