namespace LiqIndicators.Sessions.Bands;

/// <summary>What other algos can read of the bands at one time; NaN where there is no cluster.</summary>
/// <param name="PublishedUtc">When the bar that these numbers follow was published.</param>
/// <param name="LongPrice">Nearer edge of the nearest cluster of longs, below the price; quote currency per base unit.</param>
/// <param name="LongNotional">Liquidations to expect if price goes through that cluster; quote currency.</param>
/// <param name="ShortPrice">Nearer edge of the nearest cluster of shorts, above the price; quote currency per base unit.</param>
/// <param name="ShortNotional">Liquidations to expect if price goes through that cluster; quote currency.</param>
/// <param name="Imbalance">Open mass of shorts less that of longs over their sum, within 5% of the price; in [-1, 1].</param>
public readonly record struct BandReadings(
    DateTime PublishedUtc, double LongPrice, double LongNotional, double ShortPrice, double ShortNotional, double Imbalance)
{
    /// <summary>What is known before the first bar: nothing.</summary>
    public static readonly BandReadings None = new(
        DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}
