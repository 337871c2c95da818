using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Scoring.Map;

/// <summary>Seeded random walks of hourly bars whose liquidations a test decides.</summary>
internal static class HourlyMarket
{
    internal static readonly DateTime StartUtc = new(2026, 1, 30, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A walk; liquidations are a noisy share of what a rule sees between the open and the extremes.</summary>
    internal static MarketBar[] Walk(int seed, int count, Func<MarketBar, (double Long, double Short)>? liquidated = null)
    {
        Random random = new(seed);
        MarketBar[] bars = new MarketBar[count];
        double price = 90_000;
        double openInterest = 90_000;
        for (int i = 0; i < count; i++)
        {
            double volatility = 0.004 * (1 + (0.8 * Math.Sin(i / 60.0)));
            double open = price;
            double close = open * Math.Exp(volatility * Gauss(random));
            double high = Math.Max(open, close) * Math.Exp(volatility * 0.5 * Math.Abs(Gauss(random)));
            double low = Math.Min(open, close) * Math.Exp(-volatility * 0.5 * Math.Abs(Gauss(random)));
            openInterest *= Math.Exp(0.004 * Gauss(random));
            MarketBar bar = new(
                StartUtc.AddHours(i), open, high, low, close, double.NaN, openInterest, double.NaN, double.NaN, 0, 0);
            (double longs, double shorts) = liquidated?.Invoke(bar) ?? (0, 0);
            bars[i] = bar with
            {
                LiquidatedLongNotional = longs * Math.Exp(Gauss(random)),
                LiquidatedShortNotional = shorts * Math.Exp(Gauss(random)),
            };
            price = close;
        }

        return bars;
    }

    private static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
