namespace LiqIndicators.Analytics.Market;

/// <summary>What a derivatives market published about one closed bar.</summary>
/// <remarks>
/// A number that the market did not publish is NaN; 0 is a measurement. Open interest counts one side
/// of each contract. Amounts of liquidations carry the side of the position.
/// </remarks>
/// <param name="TimeUtc">Opening time of the bar; <see cref="DateTimeKind.Utc"/>.</param>
/// <param name="Open">First price; quote currency per base unit.</param>
/// <param name="High">Highest price; quote currency per base unit.</param>
/// <param name="Low">Lowest price; quote currency per base unit.</param>
/// <param name="Close">Last price; quote currency per base unit.</param>
/// <param name="VolumeQuantity">Traded in the bar; base units, or NaN.</param>
/// <param name="OpenInterestQuantity">Open interest at the close of the bar; base units, or NaN.</param>
/// <param name="FundingRate">Fraction per interval, positive when longs pay shorts; or NaN.</param>
/// <param name="FundingIntervalHours">Hours from one funding payment to the next; or NaN.</param>
/// <param name="LiquidatedLongNotional">Long positions liquidated in the bar; quote currency, or NaN.</param>
/// <param name="LiquidatedShortNotional">Short positions liquidated in the bar; quote currency, or NaN.</param>
public readonly record struct MarketBar(
    DateTime TimeUtc,
    double Open,
    double High,
    double Low,
    double Close,
    double VolumeQuantity,
    double OpenInterestQuantity,
    double FundingRate,
    double FundingIntervalHours,
    double LiquidatedLongNotional,
    double LiquidatedShortNotional)
{
    /// <summary>Open interest at the close of the bar, one side; quote currency, or NaN.</summary>
    public double OpenInterestNotional => OpenInterestQuantity * Close;

    /// <summary>Positions of one side liquidated in the bar; quote currency, or NaN.</summary>
    public double LiquidatedNotional(PositionSide side) =>
        side == PositionSide.Long ? LiquidatedLongNotional : LiquidatedShortNotional;
}
