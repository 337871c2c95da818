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

    /// <summary>This bar and a later one as one bar; what is summed is not available where a part of it is not.</summary>
    /// <remarks>Prices span both, amounts add up; open interest and funding are those of the later bar.</remarks>
    /// <param name="later">The bar that follows.</param>
    public MarketBar JoinedWith(in MarketBar later) => this with
    {
        High = Math.Max(High, later.High),
        Low = Math.Min(Low, later.Low),
        Close = later.Close,
        VolumeQuantity = VolumeQuantity + later.VolumeQuantity,
        OpenInterestQuantity = later.OpenInterestQuantity,
        FundingRate = later.FundingRate,
        FundingIntervalHours = later.FundingIntervalHours,
        LiquidatedLongNotional = LiquidatedLongNotional + later.LiquidatedLongNotional,
        LiquidatedShortNotional = LiquidatedShortNotional + later.LiquidatedShortNotional,
    };

    /// <summary>Positions of one side liquidated in the bar; quote currency, or NaN.</summary>
    public double LiquidatedNotional(PositionSide side) =>
        side == PositionSide.Long ? LiquidatedLongNotional : LiquidatedShortNotional;
}
