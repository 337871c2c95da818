using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>What is wrong with each series of one venue.</summary>
/// <param name="Candles">Prices and volume: empty, stale when the bar after the newest is overdue, or revised.</param>
/// <param name="OpenInterest">Stale with the prices or when it stands still while they move, with gaps, or not published at all.</param>
/// <param name="Funding">Stale when a payment is overdue by a quarter of an hour; empty while none is known.</param>
/// <param name="Liquidations">Gap when some were missed, throttled when the source samples, estimated when a vendor tells them, or not published here.</param>
public readonly record struct SeriesQuality(FeedQuality Candles, FeedQuality OpenInterest, FeedQuality Funding, FeedQuality Liquidations)
{
    /// <summary>What is wrong with the venue's bars: a payment that is late, and a venue without prints of its own, say nothing of them.</summary>
    public FeedQuality OfBars => (Candles | OpenInterest | Liquidations) & ~FeedQuality.NoLiquidations;
}
