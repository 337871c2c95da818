using CsCheck;
using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Analytics.Tests.Statistics;

public sealed class WindowTests
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void RollingMaximum_AnySeries_EqualsTheDefinition() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[-4, 4].Array[1, 60]).Sample((capacity, series) =>
        {
            RollingMaximum maximum = new(capacity);
            for (int i = 0; i < series.Length; i++)
            {
                Assert.Equal(series[Math.Max(0, i + 1 - capacity)..(i + 1)].Max(), maximum.Preview(series[i]));
                maximum.Add(series[i]);
            }
        });

    [Fact]
    public void TimeWeightedWindow_AnyEntries_EqualsTheDefinition() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 3], Gen.Double[-1, 1]).Array[1, 60].Sample(entries =>
        {
            TimeWeightedWindow window = new(TimeSpan.FromHours(6), 7);
            int hour = 0;
            List<(int Hour, double Rate, int Hours)> past = [];
            foreach ((int gap, int hours, double rate) in entries)
            {
                hour += gap;
                past.Add((hour, rate, hours));
                double total = past.Where(e => e.Hour > hour - 6).Sum(e => e.Rate * e.Hours);
                double covered = past.Where(e => e.Hour > hour - 6).Sum(e => (double)e.Hours);

                TimeWeightedWindow.Integral integral = window.Preview(Start.AddHours(hour), rate, hours);
                window.Add(Start.AddHours(hour), rate, hours);

                Assert.Equal(total, integral.Total, tolerance: 1e-9);
                Assert.Equal(covered, integral.CoveredHours, tolerance: 1e-9);
            }
        });

    [Fact]
    public void TimeWeightedWindow_TooManyEntries_SaysSo()
    {
        TimeWeightedWindow window = new(TimeSpan.FromHours(1), 2);
        window.Add(Start, 1, 1);
        window.Add(Start.AddMinutes(1), 1, 1);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => window.Add(Start.AddMinutes(2), 1, 1));
        Assert.Contains("More than 2 samples within 01:00:00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SignRun_Signs_CountsUntilTheyTurn()
    {
        SignRun run = new();
        int[] lengths = Array.ConvertAll(
            [1, 2, -1, -1, -5, 0, -1, double.NaN, 3],
            value =>
            {
                int length = run.Preview(value);
                run.Add(value);
                return length;
            });

        Assert.Equal([1, 2, -1, -2, -3, 0, -1, 0, 1], lengths);
    }
}
