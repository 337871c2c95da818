using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation;

/// <summary>Seeded random walks of price and open interest, for tests of the map.</summary>
internal static class RandomMarket
{
    internal static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    internal static MarketBar Bar(
        int index, double open, double high, double low, double close, double openInterest, double volume = double.NaN) =>
        new(Start.AddHours(index), open, high, low, close, volume, openInterest, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>A bar without range: every price is the same.</summary>
    internal static MarketBar Flat(int index, double price, double openInterest) =>
        Bar(index, price, price, price, price, openInterest);

    /// <summary>A walk with the given hourly volatility; about one bar in <paramref name="missingEvery"/> lacks open interest.</summary>
    internal static MarketBar[] Walk(int seed, int count, double volatility = 0.006, int missingEvery = 0, double volume = double.NaN)
    {
        Random random = new(seed);
        MarketBar[] bars = new MarketBar[count];
        double price = 100;
        double openInterest = 1000;
        for (int i = 0; i < count; i++)
        {
            double open = price;
            double close = open * Math.Exp(volatility * Gauss(random));
            double high = Math.Max(open, close) * Math.Exp(volatility * 0.5 * Math.Abs(Gauss(random)));
            double low = Math.Min(open, close) * Math.Exp(-volatility * 0.5 * Math.Abs(Gauss(random)));
            openInterest *= Math.Exp(0.01 * Gauss(random));
            bool isMissing = missingEvery > 0 && random.Next(missingEvery) == 0;
            bars[i] = Bar(i, open, high, low, close, isMissing ? double.NaN : openInterest, volume);
            price = close;
        }

        return bars;
    }

    private static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
