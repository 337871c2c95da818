using CsCheck;
using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Statistics;

public sealed class WindowTests
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void RollingMaximum_AnySeries_EqualsTheDefinition() =>
        Seeded.Check(Gen.Select(Gen.Int[1, 9], Gen.Int[-4, 4].Array[1, 60]), sample =>
        {
            (int capacity, int[] series) = sample;
            RollingMaximum maximum = new(capacity);
            for (int i = 0; i < series.Length; i++)
            {
                Assert.Equal(series[Math.Max(0, i + 1 - capacity)..(i + 1)].Max(), maximum.Preview(series[i]));
                maximum.Add(series[i]);
            }
        });

    [Fact]
    public void RollingMaximum_Cleared_StartsAfresh()
    {
        RollingMaximum maximum = new(3);
        maximum.Add(9);
        maximum.Clear();
        maximum.Add(4);

        Assert.Equal(4, maximum.Preview(2));
    }

    [Fact]
    public void TimeIntegral_AnyEntries_EqualsTheDefinitionOverEachStretch() =>
        Seeded.Check(Gen.Select(Gen.Int[1, 4], Gen.Int[0, 3], Gen.Double[-1, 1]).Array[1, 60], entries =>
        {
            int[] lengths = [2, 6];
            TimeIntegral integral = new(7, TimeSpan.FromHours(2), TimeSpan.FromHours(6));
            int hour = 0;
            List<(int Hour, double Rate, int Hours)> past = [];
            foreach ((int gap, int hours, double rate) in entries)
            {
                hour += gap;
                past.Add((hour, rate, hours));
                for (int i = 0; i < lengths.Length; i++)
                {
                    int from = hour - lengths[i];
                    TimeIntegral.Stretch stretch = integral.Preview(i, Start.AddHours(hour), rate, hours);
                    Assert.Equal(past.Where(e => e.Hour > from).Sum(e => e.Rate * e.Hours), stretch.Total, tolerance: 1e-9);
                    Assert.Equal(past.Where(e => e.Hour > from).Sum(e => (double)e.Hours), stretch.CoveredHours, tolerance: 1e-9);
                }

                integral.Add(Start.AddHours(hour), rate, hours);
            }
        });

    [Fact]
    public void TimeIntegral_NaNOverNoHours_IsNoEntry()
    {
        TimeIntegral integral = new(3, TimeSpan.FromHours(9));
        integral.Add(Start, 2, 1);
        integral.Add(Start.AddHours(1), double.NaN, 0);

        Assert.Equal(new TimeIntegral.Stretch(2, 1), integral.Preview(0, Start.AddHours(2), double.NaN, 0));
    }

    [Fact]
    public void TimeIntegral_TooManyEntries_SaysSo()
    {
        TimeIntegral integral = new(2, TimeSpan.FromHours(1));
        integral.Add(Start, 1, 1);
        integral.Add(Start.AddMinutes(1), 1, 1);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => integral.Add(Start.AddMinutes(2), 1, 1));
        Assert.Contains("More than 2 samples within 01:00:00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RollingSum_AnySeries_EqualsTheDefinition() =>
        Seeded.Check(Gen.Select(Gen.Int[1, 9], Gen.Double[-4, 4].Array[1, 60]), sample =>
        {
            (int capacity, double[] series) = sample;
            RollingSum sum = new(capacity);
            for (int i = 0; i < series.Length; i++)
            {
                Assert.Equal(series[Math.Max(0, i + 1 - capacity)..(i + 1)].Sum(), sum.Preview(series[i]), tolerance: 1e-12);
                sum.Add(series[i]);
            }
        });

    [Fact]
    public void RollingSum_NaN_EmptiesTheWindow()
    {
        RollingSum sum = new(3);
        sum.Add(5);
        sum.Add(double.NaN);

        Assert.Equal(0, sum.Count);
        Assert.Equal(7, sum.Preview(7));
    }

    // The middle one of the sorted magnitudes, the lower of two, told to within half a bin of one part in 32.
    [Fact]
    public void MagnitudeMedian_AnySeries_IsTheMiddleMagnitudeWithinItsResolution() =>
        Seeded.Check(
            Gen.Select(Gen.Int[1, 15], Gen.OneOf(Gen.Const(0.0), Gen.Double[-1, 1], Gen.Double[-1e-4, 1e-4]).Array[1, 60]),
            sample =>
            {
                (int capacity, double[] series) = sample;
                MagnitudeMedian median = new(capacity);
                for (int i = 0; i < series.Length; i++)
                {
                    double[] held = [.. series[Math.Max(0, i + 1 - capacity)..(i + 1)].Select(Math.Abs).Order()];
                    double expected = held[(held.Length - 1) / 2];
                    Assert.Equal(expected, median.Preview(series[i]), tolerance: (expected / 63) + 1e-12);
                    median.Add(series[i]);
                }
            });

    [Theory]
    [InlineData(double.MaxValue, 16_777_216)]
    [InlineData(0, 0)]
    [InlineData(1e-300, 0)]
    public void MagnitudeMedian_OutsideItsRange_IsHeldAtTheEnds(double value, double expected)
    {
        MagnitudeMedian median = new(2);
        Assert.Equal(expected, median.Preview(value), tolerance: expected / 31);
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
