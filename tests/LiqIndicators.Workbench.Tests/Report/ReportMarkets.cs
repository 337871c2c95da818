using LiqIndicators.Analytics.Market;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Tests.Report;

/// <summary>Markets to report on.</summary>
internal static class ReportMarkets
{
    /// <summary>900 hours of a made-up market: a walk with falls, so that bands form and are eaten.</summary>
    internal static RecordedMarket Made()
    {
        Random random = new(11);
        double price = 60_000;
        double coins = 80_000;
        DateTime startUtc = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);
        List<MarketBar> bars = [];
        for (int i = 0; i < 900; i++)
        {
            double open = price;
            double drift = i % 300 > 280 ? -0.008 : 0.0006;
            price *= 1 + drift + (0.008 * (random.NextDouble() - 0.5));
            coins *= 1 + (0.004 * (random.NextDouble() - 0.48)) + (drift < -0.001 ? -0.01 : 0);
            bars.Add(new MarketBar(
                startUtc.AddHours(i),
                open,
                Math.Max(open, price) * 1.002,
                Math.Min(open, price) * 0.998,
                price,
                3_000 + (2_000 * random.NextDouble()),
                coins,
                0.0001 * random.NextDouble(),
                8,
                price < open ? 2e6 * random.NextDouble() : 2_000,
                price > open ? 2e6 * random.NextDouble() : 2_000));
        }

        return new RecordedMarket("made up", TimeSpan.FromHours(1), bars);
    }
}
