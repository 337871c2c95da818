using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>What one bar does to a map.</summary>
/// <param name="TimeUtc">Opening time of the bar.</param>
/// <param name="OpenLongQuantity">Open mass of longs after the bar; base units; NaN before the first open interest.</param>
/// <param name="OpenShortQuantity">Open mass of shorts after the bar; base units; NaN before the first open interest.</param>
/// <param name="Longs">What happened to longs.</param>
/// <param name="Shorts">What happened to shorts.</param>
/// <param name="Notes">What was out of the ordinary.</param>
public readonly record struct LiquidationMapStep(
    DateTime TimeUtc,
    double OpenLongQuantity,
    double OpenShortQuantity,
    LiquidationFlow Longs,
    LiquidationFlow Shorts,
    LiquidationMapNotes Notes)
{
    /// <summary>What happened to one side.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side is unknown.</exception>
    public LiquidationFlow Flow(PositionSide side) => LiquidationPrice.Sign(side) > 0 ? Longs : Shorts;
}
