using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Benchmarks.Liquidation;

/// <summary>A year of one-minute bars: a seeded random walk of price and open interest.</summary>
internal static class YearOfMinutes
{
    internal const int Count = 525_600;

    internal static MarketBar[] Make(int seed)
    {
        const double volatility = 0.0006;
        Random random = new(seed);
        DateTime start = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        MarketBar[] bars = new MarketBar[Count];
        double price = 60_000;
        double openInterest = 100_000;
        for (int i = 0; i < bars.Length; i++)
        {
            double close = price * Math.Exp(volatility * Normal(random));
            double high = Math.Max(price, close) * Math.Exp(volatility * 0.5 * Math.Abs(Normal(random)));
            double low = Math.Min(price, close) * Math.Exp(-volatility * 0.5 * Math.Abs(Normal(random)));
            openInterest *= Math.Exp(0.0005 * Normal(random));
            bars[i] = new MarketBar(
                start.AddMinutes(i), price, high, low, close, double.NaN, openInterest, double.NaN, double.NaN, double.NaN, double.NaN);
            price = close;
        }

        return bars;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
