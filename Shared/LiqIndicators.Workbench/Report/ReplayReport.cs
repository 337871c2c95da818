using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Funding;
using LiqIndicators.Sessions.OpenInterest;
using LiqIndicators.Sessions.Tape;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Report;

/// <summary>Everything that the page of a replay shows, taken from the same sessions as the indicators'.</summary>
/// <param name="Market">The recording.</param>
/// <param name="Bars">Its bars with what was known at each close.</param>
/// <param name="Bands">Bands through time, smallest first.</param>
/// <param name="Actions">What a guard did, in the order of time; empty when none ran.</param>
internal sealed record ReplayReport(
    RecordedMarket Market, IReadOnlyList<ReportBar> Bars, IReadOnlyList<ReportBand> Bands, IReadOnlyList<ReportAction> Actions)
{
    /// <summary>Runs the sessions over a recording.</summary>
    /// <param name="market">The recording.</param>
    /// <param name="actions">What a guard did; null for nothing.</param>
    /// <param name="advance">Told the number of bars just played.</param>
    internal static ReplayReport Of(RecordedMarket market, IReadOnlyList<ReportAction>? actions = null, Action<double>? advance = null)
    {
        LiquidationBandsSession bands = new(new LiquidationBandsOptions(), Feed(market));
        FundingSession funding = new(new FundingOptions(), Feed(market));
        OpenInterestSession openInterest = new(new OpenInterestOptions(), Feed(market));
        TapeSession tape = new(new TapeOptions(), Feed(market));
        CascadeSession risk = new(new CascadeOptions(), Feed(market));
        ReportBands through = new();
        ReportBar[] bars = new ReportBar[market.Bars.Count];
        for (int i = 0; i < bars.Length; i++)
        {
            DateTime openedUtc = market.Bars[i].TimeUtc;
            DateTime closedUtc = openedUtc + market.BarLength;
            bands.Advance(closedUtc);
            funding.Advance(closedUtc);
            openInterest.Advance(closedUtc);
            tape.Advance(closedUtc);
            risk.Advance(closedUtc);
            bars[i] = new ReportBar(
                market.Bars[i],
                funding.ReadingsOver(openedUtc, closedUtc),
                openInterest.ReadingsOver(openedUtc, closedUtc),
                tape.ReadingsOver(openedUtc, closedUtc),
                risk.ReadingsOver(openedUtc, closedUtc));
            if (bands.Forecast is not null)
            {
                through.Take(i, bands.Tracker, bands.Forecast);
            }

            advance?.Invoke(1);
        }

        return new ReplayReport(market, bars, through.All(), actions ?? []);
    }

    private static RecordedFeed Feed(RecordedMarket market) => new(market.Name, market.Bars, market.BarLength);
}
