using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Markets;

/// <summary>Numbers of two venues as plain functions of time, so that every expectation can be worked out beside the feed.</summary>
public sealed class SyntheticMarket : FakeMarket
{
    private SyntheticMarket()
    {
    }

    /// <summary>The one such market.</summary>
    public static SyntheticMarket Instance { get; } = new();

    /// <summary>Price at the opening of a bar; Bybit trades 0.05 % above Binance.</summary>
    public override decimal Price(VenueId venue, long number)
    {
        double price = 60_000 + (3_000 * Math.Sin(number / 300.0)) + (200 * Noise(number));
        return Math.Round((decimal)(venue == VenueId.Bybit ? price * 1.0005 : price), 2);
    }

    /// <inheritdoc/>
    public override (decimal Open, decimal High, decimal Low, decimal Close, decimal Volume) Candle(VenueId venue, long number)
    {
        decimal open = Price(venue, number);
        decimal close = Price(venue, number + 1);
        decimal wick = Math.Round((decimal)(30 * Noise(number + 7)), 2);
        return (open, Math.Max(open, close) + wick, Math.Min(open, close) - wick, close, Math.Round((decimal)(100 * (1 + Noise(number + 13))), 3));
    }

    /// <inheritdoc/>
    public override decimal OpenInterest(VenueId venue, long number)
    {
        double size = venue == VenueId.Bybit ? 50_000 : 80_000;
        return Math.Round((decimal)(size * (1 + (0.05 * Math.Sin(number / 97.0)) + (0.002 * Noise(number + 3)))), 3);
    }

    /// <inheritdoc/>
    public override decimal Funding(long number) => Math.Round((decimal)(0.0001 * Math.Sin(number / 500.0)), 8);

    // A fixed hash in [0, 1).
    private static double Noise(long number)
    {
        ulong x = (ulong)number * 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 31)) * 0xBF58476D1CE4E5B9;
        return (x >> 11) / (double)(1UL << 53);
    }
}
