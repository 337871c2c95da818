using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Contract;

/// <summary>Seeded hourly bars with every input present; a shorter market is the beginning of a longer one.</summary>
internal static class RandomMarket
{
    public static MarketBar[] Bars(int count, int seed)
    {
        SeededNoise noise = new(seed);
        DateTime start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);
        MarketBar[] bars = new MarketBar[count];
        double price = 60_000;
        double quantity = 90_000;
        for (int i = 0; i < count; i++)
        {
            double open = price;
            price *= 1 + (0.005 * noise.Normal());
            quantity *= 1 + (0.003 * noise.Normal());
            bars[i] = new MarketBar(
                start.AddHours(i),
                open,
                Math.Max(open, price) * (1 + (0.002 * noise.Uniform())),
                Math.Min(open, price) * (1 - (0.002 * noise.Uniform())),
                price,
                1000 * (1 + noise.Uniform()),
                quantity,
                0.0001 * noise.Normal(),
                8,
                1e5 * Math.Exp(1.5 * noise.Normal()),
                1e5 * Math.Exp(1.5 * noise.Normal()));
        }

        return bars;
    }
}
