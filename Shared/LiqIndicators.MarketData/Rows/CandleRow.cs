namespace LiqIndicators.MarketData.Rows;

/// <summary>Prices of one bar.</summary>
/// <remarks>For a premium index the four prices are fractions of the index price and may be negative.</remarks>
/// <param name="TimeUtc">Opening time of the bar; UTC.</param>
/// <param name="Open">First price; quote currency per base unit.</param>
/// <param name="High">Highest price; quote currency per base unit.</param>
/// <param name="Low">Lowest price; quote currency per base unit.</param>
/// <param name="Close">Last price; quote currency per base unit.</param>
/// <param name="VolumeQuantity">Traded; base units; null when the venue does not say.</param>
/// <param name="VolumeNotional">Traded; quote currency; null when the venue does not say.</param>
/// <param name="IsClosed">Whether the venue says that the bar is over; null when it does not say.</param>
public sealed record CandleRow(
    DateTime TimeUtc,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal? VolumeQuantity,
    decimal? VolumeNotional,
    bool? IsClosed = null);
