using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Funding;
using LiqIndicators.Sessions.OpenInterest;
using LiqIndicators.Sessions.Tape;

namespace LiqIndicators.Indicators.Tests;

public sealed class FundingPressureTests : WindowContract<FundingPressure, FundingReadings>
{
    protected override string MainOutput => "Pressure";

    protected override string MissingInput => "missing: funding rate";

    protected override bool DrawsOnPriceChart => false;

    protected override IReadOnlyDictionary<string, Func<FundingReadings, double>> Expected { get; } =
        new Dictionary<string, Func<FundingReadings, double>>
        {
            ["Pressure"] = readings => readings.Pressure,
            ["Longs pay"] = readings => readings.RatePctPerEightHours >= 0 ? readings.Pressure : double.NaN,
            ["Shorts pay"] = readings => readings.RatePctPerEightHours < 0 ? readings.Pressure : double.NaN,
            ["Settlement"] = readings => readings.Settlement,
            ["Rate % per 8 h"] = readings => readings.RatePctPerEightHours,
            ["Paid % 1 d"] = readings => readings.Cumulative1dPct,
        };

    protected override MarketSession<FundingReadings> Open(IMarketFeed feed) => new FundingSession(new FundingOptions(), feed);
}

public sealed class OpenInterestDivergenceTests : WindowContract<OpenInterestDivergence, OpenInterestReadings>
{
    protected override string MainOutput => "Divergence %";

    protected override string MissingInput => "missing: open interest";

    protected override bool DrawsOnPriceChart => true;

    protected override IReadOnlyDictionary<string, Func<OpenInterestReadings, double>> Expected { get; } =
        new Dictionary<string, Func<OpenInterestReadings, double>>
        {
            ["Divergence %"] = readings => readings.DivergencePct,
            ["Regime"] = readings => readings.Regime,
            ["Long build-up"] = readings => readings.Regime == 1 ? readings.OpenInterestChangePct : double.NaN,
            ["Short build-up"] = readings => readings.Regime == 2 ? readings.OpenInterestChangePct : double.NaN,
            ["Short covering"] = readings => readings.Regime == 3 ? readings.OpenInterestChangePct : double.NaN,
            ["Long unwinding"] = readings => readings.Regime == 4 ? readings.OpenInterestChangePct : double.NaN,
            ["Confirmed"] = readings => readings.Confirmed,
        };

    protected override MarketSession<OpenInterestReadings> Open(IMarketFeed feed) => new OpenInterestSession(new OpenInterestOptions(), feed);
}

public sealed class LiquidationTapeTests : WindowContract<LiquidationTape, TapeReadings>
{
    protected override string MainOutput => "Long burst";

    protected override string MissingInput => "missing: printed liquidations";

    protected override bool DrawsOnPriceChart => false;

    protected override IReadOnlyDictionary<string, Func<TapeReadings, double>> Expected { get; } =
        new Dictionary<string, Func<TapeReadings, double>>
        {
            ["Longs M"] = readings => -readings.LongNotional / 1e6,
            ["Shorts M"] = readings => readings.ShortNotional / 1e6,
            ["Long burst"] = readings => readings.LongBurst,
            ["Estimate"] = readings => readings.Estimate,
        };

    protected override MarketSession<TapeReadings> Open(IMarketFeed feed) => new TapeSession(new TapeOptions(), feed);
}

public sealed class CascadeRiskTests : WindowContract<CascadeRisk, CascadeReadings>
{
    protected override string MainOutput => "Score";

    protected override string MissingInput => "missing: map (open interest)";

    protected override bool DrawsOnPriceChart => true;

    protected override IReadOnlyDictionary<string, Func<CascadeReadings, double>> Expected { get; } =
        new Dictionary<string, Func<CascadeReadings, double>>
        {
            ["Longs"] = readings => readings.LongScore,
            ["Shorts"] = readings => readings.ShortScore,
            ["Score"] = readings => double.IsNaN(readings.LongScore) ? double.NaN : Math.Max(readings.LongScore, readings.ShortScore),
            ["Longs % 24 h"] = readings => readings.Long24Pct,
            ["Cascade"] = readings => readings.Phase == 4 ? -8 : double.NaN,
        };

    protected override MarketSession<CascadeReadings> Open(IMarketFeed feed) => new CascadeSession(new CascadeOptions(), feed);
}
