using LiqIndicators.Terminal.Series;

namespace LiqIndicators.Terminal.Tests.Support;

/// <summary>Recordings made by rule, so that every run sees the same bars.</summary>
internal static class Recordings
{
    internal static readonly DateTime Start = new(2025, 1, 6, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Bars of a minute whose closes are given; each opens at the close before it, without wicks.</summary>
    internal static RecordedBar[] OfCloses(params double[] closes) => closes
        .Select((close, i) =>
        {
            double open = i == 0 ? close : closes[i - 1];
            return new RecordedBar(Start.AddMinutes(i), open, Math.Max(open, close), Math.Min(open, close), close, 8);
        })
        .ToArray();

    /// <summary>A random walk in bars of a minute; every so often a bar is missing.</summary>
    internal static RecordedBar[] Walk(int count, int seed, double gapShare = 0.03)
    {
        Random random = new(seed);
        List<RecordedBar> bars = [];
        double price = 1000;
        for (int i = 0; i < count; i++)
        {
            double open = price;
            double close = open + Step(random);
            double high = Math.Max(open, close) + Math.Abs(Step(random));
            double low = Math.Min(open, close) - Math.Abs(Step(random));
            price = close;
            if (i == 0 || i == count - 1 || random.NextDouble() >= gapShare)
            {
                bars.Add(new RecordedBar(Start.AddMinutes(i), open, high, low, close, random.Next(0, 40)));
            }
        }

        return [.. bars];
    }

    private static double Step(Random random) => Math.Round((random.NextDouble() - 0.5) * 8, 2);
}
