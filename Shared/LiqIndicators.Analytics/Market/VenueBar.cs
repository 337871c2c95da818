namespace LiqIndicators.Analytics.Market;

/// <summary>What one venue published about a closed bar of the market it is part of.</summary>
/// <remarks>
/// The same rules as for <see cref="MarketBar"/>: NaN is what the venue did not publish by the bar's close, 0 is a measurement.
/// Quantities are in the market's base units at the market's price, so that venues that count in thousands of coins add up.
/// </remarks>
/// <param name="Venue">Name for the user's eyes, such as <c>Binance BTCUSDT</c>.</param>
/// <param name="VolumeQuantity">Traded in the bar; base units, or NaN.</param>
/// <param name="OpenInterestQuantity">Open interest at the close of the bar, one side; base units, or NaN.</param>
/// <param name="FundingRate">Rate of the last payment before the close; fraction per interval, positive when longs pay shorts; or NaN.</param>
/// <param name="FundingIntervalHours">Hours that this rate paid for; or NaN.</param>
/// <param name="RunningFundingRate">Rate at which the running interval would be paid, as told at the close; fraction per interval, or NaN.</param>
/// <param name="FundingCap">Largest absolute rate of an interval; fraction, or NaN.</param>
/// <param name="LiquidatedLongNotional">Long positions liquidated in the bar, as printed; quote currency, or NaN.</param>
/// <param name="LiquidatedShortNotional">Short positions liquidated in the bar, as printed; quote currency, or NaN.</param>
/// <param name="LongPrints">How many liquidations of longs were printed in the bar; or NaN.</param>
/// <param name="ShortPrints">How many liquidations of shorts were printed in the bar; or NaN.</param>
/// <param name="SamplesLiquidations">Whether its feed leaves liquidations out, as one that sends the latest per second does.</param>
public readonly record struct VenueBar(
    string Venue,
    double VolumeQuantity,
    double OpenInterestQuantity,
    double FundingRate,
    double FundingIntervalHours,
    double RunningFundingRate,
    double FundingCap,
    double LiquidatedLongNotional,
    double LiquidatedShortNotional,
    double LongPrints,
    double ShortPrints,
    bool SamplesLiquidations)
{
    /// <summary>This venue's part of a bar and of a later one as its part of both; what is summed is not available where a part of it is not.</summary>
    /// <remarks>Amounts and prints add up; open interest and funding are those of the later bar. A venue that is another one by then is taken as it is.</remarks>
    /// <param name="later">The same venue's part of the bar that follows.</param>
    public VenueBar JoinedWith(in VenueBar later) => Venue != later.Venue ? later : later with
    {
        VolumeQuantity = VolumeQuantity + later.VolumeQuantity,
        LiquidatedLongNotional = LiquidatedLongNotional + later.LiquidatedLongNotional,
        LiquidatedShortNotional = LiquidatedShortNotional + later.LiquidatedShortNotional,
        LongPrints = LongPrints + later.LongPrints,
        ShortPrints = ShortPrints + later.ShortPrints,
        SamplesLiquidations = SamplesLiquidations || later.SamplesLiquidations,
    };
}
