using LiqIndicators.Analytics.Alerts;
using LiqIndicators.Analytics.Funding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Alerts;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Funding;

/// <summary>Follows the funding of one derivatives market: who pays, how much, and how unusual that is.</summary>
public sealed class FundingSession : WindowSession<FundingReadings>
{
    // A trembling oscillator must come back this far before it can cross its level again.
    private const double AlertMargin = 5;

    private readonly FundingOptions _options;
    private readonly FundingSample _sample = new();
    private FundingPressure? _kernel;
    private FundingPressureReading _last;

    /// <summary>Starts before the first bar of a feed.</summary>
    /// <param name="options">Choices.</param>
    /// <param name="feed">The market to follow.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is NaN or outside its range.</exception>
    public FundingSession(FundingOptions options, IMarketFeed feed)
        : base(feed, FundingReadings.None)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Checked();
        Watches =
        [
            new(_options.CrowdedLevel, AlertCrossing.Up, AlertMargin, (readings, _) => readings.Pressure, readings => Text("longs", readings)),
            new(-_options.CrowdedLevel, AlertCrossing.Down, AlertMargin, (readings, _) => readings.Pressure, readings => Text("shorts", readings)),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<AlertWatch<FundingReadings>> Watches { get; }

    private protected override string Title => "Funding pressure";

    /// <inheritdoc/>
    /// <remarks>A payment is marked in the bar it fell into, and in no bar after it.</remarks>
    public override FundingReadings ReadingsOver(DateTime openedUtc, DateTime asOfUtc)
    {
        double settlement = double.NaN;
        foreach (ref readonly FundingReadings part in Log.Between(openedUtc, asOfUtc))
        {
            settlement = double.IsNaN(part.Settlement) ? settlement : part.Settlement;
        }

        return ReadingsAsOf(asOfUtc) with { Settlement = settlement };
    }

    private protected override void StartAgain() => _kernel = new FundingPressure(_options.ForBars(BarLength));

    private protected override FundingReadings Read(in MarketBar bar, DateTime publishedUtc)
    {
        FundingPressureReading reading = _kernel!.Update(_sample.Of(bar, Feed.Venues, publishedUtc));
        _last = reading;
        return new FundingReadings(
            publishedUtc,
            reading.Pressure,
            reading.Payer is FundingPayer.Longs or FundingPayer.Nobody ? reading.Pressure : double.NaN,
            reading.Payer == FundingPayer.Shorts ? reading.Pressure : double.NaN,
            reading.SettledShare > 0 ? 0 : double.NaN,
            100 * reading.RatePerEightHours,
            reading.AnnualRatePct,
            100 * reading.Cumulative1d,
            100 * reading.Cumulative7d,
            100 * reading.Cumulative30d,
            reading.SpendPerHour,
            reading.RobustZ,
            100 * reading.PredictedRatePerEightHours,
            100 * reading.CapProximity,
            100 * reading.Dispersion,
            reading.PercentileRank,
            double.IsNaN(reading.RatePerEightHours) ? double.NaN : reading.SignRunSamples);
    }

    private protected override void AddLines(List<HudLine> lines)
    {
        bool isReadable = !double.IsNaN(_last.Pressure);
        if (!double.IsNaN(_last.RatePerEightHours))
        {
            (string payer, HudTone tone) = _last.Payer switch
            {
                FundingPayer.Longs => ("longs pay", HudTone.Longs),
                FundingPayer.Shorts => ("shorts pay", HudTone.Shorts),
                _ => ("nobody pays", HudTone.Plain),
            };
            string crowd = _last.Crowd switch
            {
                FundingCrowd.CrowdedLongs => "CROWDED LONGS  ",
                FundingCrowd.CrowdedShorts => "CROWDED SHORTS  ",
                _ => "",
            };
            lines.Add(new("", $"{crowd}{payer} {NumberText.Fine(Math.Abs(100 * _last.RatePerEightHours), 4)}% per 8 h  ({NumberText.Fine(_last.AnnualRatePct, 1)}% a year)", tone));
            if (!double.IsNaN(_last.PredictedRatePerEightHours))
            {
                lines.Add(new("", $"next {NumberText.Fine(100 * _last.PredictedRatePerEightHours, 4)}%"));
            }

            if (!double.IsNaN(_last.SpendPerHour))
            {
                lines.Add(new("", $"{NumberText.Money(Math.Abs(_last.SpendPerHour))} per hour"));
            }

            if (!double.IsNaN(_last.Cumulative7d))
            {
                lines.Add(new("", $"7 d {NumberText.Fine(100 * _last.Cumulative7d, 2)}%"));
            }

            if (!double.IsNaN(_last.Dispersion))
            {
                lines.Add(new("", $"venues +/- {NumberText.Fine(100 * _last.Dispersion, 4)}%"));
            }

            if (!double.IsNaN(_last.CapProximity))
            {
                lines.Add(new("", $"{NumberText.Share(_last.CapProximity)} of the cap"));
            }
        }

        AddMissing(
            lines,
            _last.Lacks,
            isReadable,
            (FundingLacks.AnyRate, "funding rate or its interval"),
            (FundingLacks.SomeRate, "rates of some venue"),
            (FundingLacks.FreshRate, "fresh funding rate"),
            (FundingLacks.OpenInterest, "open interest"),
            (FundingLacks.History, "history"),
            (FundingLacks.RunningRate, "predicted rate"),
            (FundingLacks.Cap, "cap"));
    }

    private static string Text(string side, in FundingReadings readings) =>
        $"Funding pressure: {side} crowded at {NumberText.Fine(readings.Pressure, 0)}, {NumberText.Fine(readings.RatePctPerEightHours, 4)}% per 8 h";
}
