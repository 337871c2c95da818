using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.OpenInterest;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Alerts;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.OpenInterest;

/// <summary>Follows open interest against price: who opens, who closes, and where the two disagree at confirmed swings.</summary>
public sealed class OpenInterestSession : WindowSession<OpenInterestReadings>
{
    private readonly OpenInterestOptions _options;
    private readonly Queue<OpenInterestReading> _confirmed = new();
    private OpenInterestDivergence? _kernel;
    private OpenInterestReading _last;

    /// <summary>Starts before the first bar of a feed.</summary>
    /// <param name="options">Choices.</param>
    /// <param name="feed">The market to follow.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is NaN or outside its range.</exception>
    public OpenInterestSession(OpenInterestOptions options, IMarketFeed feed)
        : base(feed, OpenInterestReadings.None)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Checked();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<AlertWatch<OpenInterestReadings>> Watches { get; } =
    [
        AlertWatch.When<OpenInterestReadings>(
            (readings, _) => readings.Confirmed > 0, _ => "Divergence confirmed: higher high on lower open interest, shorts were covering"),
        AlertWatch.When<OpenInterestReadings>(
            (readings, _) => readings.Confirmed < 0, _ => "Divergence confirmed: lower low on higher open interest, shorts were opened"),
    ];

    private protected override string Title => "Open interest";

    /// <inheritdoc/>
    /// <remarks>A divergence is told in the bar in which it was confirmed, and in no bar after it.</remarks>
    public override OpenInterestReadings ReadingsOver(DateTime openedUtc, DateTime asOfUtc)
    {
        OpenInterestReadings readings = ReadingsAsOf(asOfUtc);
        double confirmed = double.IsNaN(readings.Confirmed) ? double.NaN : 0;
        foreach (ref readonly OpenInterestReadings part in Log.Between(openedUtc, asOfUtc))
        {
            confirmed = part.Confirmed is 1 or -1 ? part.Confirmed : confirmed;
        }

        return readings with { Confirmed = confirmed };
    }

    private protected override void StartAgain()
    {
        _kernel = new OpenInterestDivergence(_options.ForBars(BarLength));
        _confirmed.Clear();
    }

    private protected override OpenInterestReadings Read(in MarketBar bar, DateTime publishedUtc)
    {
        OpenInterestReading reading = _kernel!.Update(OpenInterestSample.Of(bar));
        _last = reading;
        if (reading.PivotDivergence != PivotDivergence.None)
        {
            _confirmed.Enqueue(reading);
            if (_confirmed.Count > ChartDrawing.MostOfAKind)
            {
                _confirmed.Dequeue();
            }
        }

        return new OpenInterestReadings(
            publishedUtc,
            NumberOf(reading.Regime),
            100 * reading.OpenInterestChange,
            100 * reading.PriceChange,
            100 * reading.Divergence,
            reading.VolumeRatio,
            reading.PivotDivergence switch
            {
                PivotDivergence.HigherHighOnLowerOpenInterest => 1,
                PivotDivergence.LowerLowOnHigherOpenInterest => -1,
                _ => double.IsNaN(bar.OpenInterestQuantity) ? double.NaN : 0,
            });
    }

    private protected override void Fill(ChartDrawing drawing, DateTime nowUtc, TimeSpan barLength)
    {
        if (!_options.ShowsArrows)
        {
            return;
        }

        foreach (OpenInterestReading reading in _confirmed)
        {
            bool isHigh = reading.PivotDivergence == PivotDivergence.HigherHighOnLowerOpenInterest;
            PositionSide side = isHigh ? PositionSide.Long : PositionSide.Short;
            drawing.Segments.Add(new ChartSegment(
                reading.EarlierPivot.TimeUtc,
                Offset.Ratio * reading.EarlierPivot.Price,
                reading.LaterPivot.TimeUtc,
                Offset.Ratio * reading.LaterPivot.Price,
                side,
                IsModel: false));

            // Where it was confirmed and not at the swing: nobody could have known it there.
            drawing.Arrows.Add(new ChartArrow(reading.TimeUtc + BarLength, Offset.Ratio * reading.LaterPivot.Price, PointsUp: !isHigh, side));
        }
    }

    private protected override void AddLines(List<HudLine> lines)
    {
        bool isReadable = _last.Regime != PositioningRegime.Unknown;
        if (isReadable)
        {
            (string text, HudTone tone) = _last.Regime switch
            {
                PositioningRegime.LongBuildUp => ("LONG BUILD-UP", HudTone.Longs),
                PositioningRegime.ShortBuildUp => ("SHORT BUILD-UP", HudTone.Shorts),
                PositioningRegime.ShortCovering => ("SHORT COVERING", HudTone.Shorts),
                PositioningRegime.LongUnwinding => ("LONG UNWINDING", HudTone.Longs),
                _ => ("NEUTRAL", HudTone.Plain),
            };
            lines.Add(new("", text, tone));
            lines.Add(new("", $"open interest {NumberText.SignedPercent(_last.OpenInterestChange)}  price {NumberText.SignedPercent(_last.PriceChange)}  in {_options.LookbackHours} h"));
        }

        AddMissing(
            lines,
            _last.Lacks,
            isReadable,
            (OpenInterestLacks.OpenInterest, "open interest"),
            (OpenInterestLacks.History, "history"),
            (OpenInterestLacks.Volume, "volume"));
    }

    private static double NumberOf(PositioningRegime regime) => regime switch
    {
        PositioningRegime.Neutral => 0,
        PositioningRegime.LongBuildUp => 1,
        PositioningRegime.ShortBuildUp => 2,
        PositioningRegime.ShortCovering => 3,
        PositioningRegime.LongUnwinding => 4,
        _ => double.NaN,
    };
}
