using System.Globalization;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Treadmill;

/// <summary>The rule by which a phase was left.</summary>
public enum TreadmillRule
{
    /// <summary>No transition.</summary>
    None,

    /// <summary>Enough samples.</summary>
    Warm,

    /// <summary>Open interest rose from its low.</summary>
    OpenInterestGrew,

    /// <summary>What had grown was given back.</summary>
    GrowthFaded,

    /// <summary>Funding says that one side is crowded.</summary>
    FundingCrowded,

    /// <summary>One side has paid for days on grown open interest.</summary>
    CarryCrowded,

    /// <summary>The map says that one side is crowded on grown open interest.</summary>
    MapCrowded,

    /// <summary>Crowding ended before any stress.</summary>
    CrowdLeft,

    /// <summary>Price moved against the side at risk.</summary>
    AdverseMove,

    /// <summary>Price came back without a cascade.</summary>
    FakeOut,

    /// <summary>A burst of forced closes in an adverse move.</summary>
    ForcedBurst,

    /// <summary>A move beyond what the market does by itself, where no liquidations are known.</summary>
    ExtremeMove,

    /// <summary>Open interest down, funding reset, prints diminished.</summary>
    Flushed,

    /// <summary>Prints diminished, but open interest is held and funding still paid.</summary>
    Held,

    /// <summary>Prints diminished with the flush half done.</summary>
    HalfDone,

    /// <summary>Prints diminished; whether that was a flush cannot be tested.</summary>
    NotTestable,

    /// <summary>Calm for long enough.</summary>
    Settled,
}

/// <summary>A change of phase with the numbers that made it.</summary>
/// <param name="TimeUtc">Sample at whose close the phase changed; UTC.</param>
/// <param name="From">Phase before.</param>
/// <param name="To">Phase after.</param>
/// <param name="Side">Side at risk.</param>
/// <param name="Rule">Rule that applied.</param>
/// <param name="FundingRatePerEightHours">Funding now; fraction, or NaN.</param>
/// <param name="OpenInterestChange">For building up: from its low; otherwise: from before the stress; fraction, or NaN.</param>
/// <param name="AdverseSigmas">Move against the side at risk; long-run deviations of that stretch of time, or NaN.</param>
/// <param name="Burst">Liquidations of that side over their baseline, or NaN.</param>
/// <param name="VolatilityRatio">Short-run over long-run volatility, or NaN.</param>
public readonly record struct TreadmillTransition(
    DateTime TimeUtc,
    TreadmillPhase From,
    TreadmillPhase To,
    PositionSide Side,
    TreadmillRule Rule,
    double FundingRatePerEightHours,
    double OpenInterestChange,
    double AdverseSigmas,
    double Burst,
    double VolatilityRatio)
{
    /// <summary>Why, in one line, with the numbers; empty without a transition. Builds a new string on each call.</summary>
    public string Reason => Rule == TreadmillRule.None
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{From} -> {To}: {Because()}");

    private string Because()
    {
        string side = Side == PositionSide.Long ? "longs" : "shorts";
        string funding = Number(FundingRatePerEightHours, 100, "F4", "% per 8 h");
        string openInterest = Number(OpenInterestChange, 100, "F1", "%");
        string move = Number(AdverseSigmas, 1, "F1", " sigma");
        string burst = Number(Burst, 1, "F1", "x their baseline");
        string volatility = Number(VolatilityRatio, 1, "F2", "x");
        return Rule switch
        {
            TreadmillRule.Warm => "enough history",
            TreadmillRule.OpenInterestGrew => $"open interest {openInterest} above its low",
            TreadmillRule.GrowthFaded => $"open interest only {openInterest} above its low",
            TreadmillRule.FundingCrowded => $"{side} crowded, funding {funding}",
            TreadmillRule.CarryCrowded => $"{side} have paid for days (now {funding}) on open interest {openInterest} above its low",
            TreadmillRule.MapCrowded => $"most liquidations wait on {side}, open interest {openInterest} above its low",
            TreadmillRule.CrowdLeft => $"{side} no longer crowded, funding {funding}, open interest {openInterest} above its low",
            TreadmillRule.AdverseMove => $"price {move} against {side}, liquidations {burst}",
            TreadmillRule.FakeOut => $"price came back to {move} against {side} without a cascade",
            TreadmillRule.ForcedBurst => $"{side} liquidated at {burst}, price {move} against them",
            TreadmillRule.ExtremeMove => $"price {move} against {side}, liquidations not available",
            TreadmillRule.Flushed => $"open interest {openInterest}, funding {funding}, {side} liquidated at {burst}",
            TreadmillRule.Held => $"prints down to {burst}, but open interest {openInterest} and {side} still pay: funding {funding}",
            TreadmillRule.HalfDone => $"prints down to {burst} with the flush half done: open interest {openInterest}, funding {funding}",
            TreadmillRule.NotTestable => $"calm again (volatility {volatility}), flush not testable: open interest {openInterest}, funding {funding}",
            TreadmillRule.Settled => $"calm: volatility {volatility}, funding {funding}, liquidations {burst}",
            _ => Rule.ToString(),
        };
    }

    private static string Number(double value, double factor, string format, string unit) =>
        double.IsNaN(value) ? "not available" : (value * factor).ToString(format, CultureInfo.InvariantCulture) + unit;
}
