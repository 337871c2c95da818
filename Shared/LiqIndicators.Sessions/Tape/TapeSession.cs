using LiqIndicators.Analytics.Alerts;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Tape;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Alerts;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Tape;

/// <summary>Follows what was liquidated: printed where a venue prints it, else estimated from open interest and marked so.</summary>
public sealed class TapeSession : WindowSession<TapeReadings>
{
    private readonly TapeOptions _options;
    private readonly TapeSample _sample;
    private LiquidationTape? _kernel;
    private LiquidationTapeReading _last;
    private string _largestVenue = "";

    /// <summary>Starts before the first bar of a feed.</summary>
    /// <param name="options">Choices.</param>
    /// <param name="feed">The market to follow.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is NaN or outside its range.</exception>
    public TapeSession(TapeOptions options, IMarketFeed feed)
        : base(feed, TapeReadings.None)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Checked();
        _sample = new TapeSample(_options.Reporting);
        double margin = _options.BurstRatio / 2;
        Watches =
        [
            new(_options.BurstRatio, AlertCrossing.Up, margin, (readings, _) => readings.LongBurst, readings => Text("longs", readings.LongBurst, readings)),
            new(_options.BurstRatio, AlertCrossing.Up, margin, (readings, _) => readings.ShortBurst, readings => Text("shorts", readings.ShortBurst, readings)),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<AlertWatch<TapeReadings>> Watches { get; }

    private protected override string Title => "Liquidations";

    /// <inheritdoc/>
    /// <remarks>
    /// Amounts are summed over the chart's bar, so that bars of any length add up to the same. Where nothing was published
    /// during it the amounts are NaN: an hour that is not over has not been told. A bar is an estimate if any part of it is.
    /// </remarks>
    public override TapeReadings ReadingsOver(DateTime openedUtc, DateTime asOfUtc)
    {
        double longs = double.NaN;
        double shorts = double.NaN;
        double estimate = double.NaN;
        double share = double.NaN;
        foreach (ref readonly TapeReadings part in Log.Between(openedUtc, asOfUtc))
        {
            longs = Sum(longs, part.LongNotional);
            shorts = Sum(shorts, part.ShortNotional);
            share = Sum(share, part.OpenInterestShareBps);
            estimate = Larger(estimate, part.Estimate);
        }

        return ReadingsAsOf(asOfUtc) with
        {
            LongNotional = longs, ShortNotional = shorts, Estimate = estimate, OpenInterestShareBps = share,
        };
    }

    private protected override void StartAgain() => _kernel = new LiquidationTape(_options.ForBars(BarLength));

    private protected override TapeReadings Read(in MarketBar bar, DateTime publishedUtc)
    {
        LiquidationTapeReading reading = _kernel!.Update(_sample.Of(bar, Feed.Venues));
        _last = reading;
        _largestVenue = Feed.Venues.Length > 1 && reading.LargestVenue >= 0 ? Feed.Venues[reading.LargestVenue].Venue : "";
        return new TapeReadings(
            publishedUtc,
            reading.LongNotional,
            reading.ShortNotional,
            double.IsNaN(reading.TotalNotional) ? double.NaN : reading.IsEstimate ? 1 : 0,
            reading.LongBurst,
            reading.ShortBurst,
            _options.BurstRatio,
            reading.OpenInterestShareBps);
    }

    private protected override void AddLines(List<HudLine> lines)
    {
        bool isReadable = !double.IsNaN(_last.TotalNotional);
        if (isReadable)
        {
            lines.Add(_last.IsEstimate
                ? new("", "ESTIMATE from open interest, nothing printed", HudTone.Warning)
                : new("", PrintedText(), HudTone.Quiet));
            lines.Add(new("", $"longs {NumberText.Money(_last.LongNotional)} ({NumberText.Fine(_last.LongBurst, 1)}x)", HudTone.Longs));
            lines.Add(new("", $"shorts {NumberText.Money(_last.ShortNotional)} ({NumberText.Fine(_last.ShortBurst, 1)}x)", HudTone.Shorts));
            lines.Add(new("", $"{NumberText.Fine(_last.OpenInterestShareBps, 1)} bps of open interest"));
        }

        AddMissing(
            lines,
            _last.Lacks,
            isReadable,
            (TapeLacks.AnyVenue, "printed liquidations"),
            (TapeLacks.OpenInterest, "open interest"),
            (TapeLacks.History, "history for bursts"));
    }

    // What under-reporting adds on the whole, and who printed most.
    private string PrintedText()
    {
        string factor = _last.Correction > 1 ? $" x {NumberText.Fine(_last.Correction, 1)} for under-reporting" : "";
        string venue = _largestVenue.Length > 0 && !double.IsNaN(_last.LargestVenueShare)
            ? $", {_largestVenue} {NumberText.Share(_last.LargestVenueShare)}"
            : "";
        return "printed" + factor + venue;
    }

    private static double Sum(double sum, double part) => double.IsNaN(sum) ? part : double.IsNaN(part) ? sum : sum + part;

    private static double Larger(double a, double b) => double.IsNaN(a) || b > a ? b : a;

    private static string Text(string side, double burst, in TapeReadings readings) =>
        $"Liquidations: burst of {side}, {NumberText.Fine(burst, 1)} times the ordinary{(readings.Estimate == 1 ? " (estimate)" : "")}";
}
