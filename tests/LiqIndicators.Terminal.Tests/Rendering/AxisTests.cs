using CsCheck;
using LiqIndicators.Terminal.Rendering.Layout;
using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Tests.Rendering;

public sealed class AxisTests
{
    private static readonly DateTime Start = new(2025, 3, 10, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(100, 500, 50, 10)]
    [InlineData(3000, 872, 56, 200)]
    [InlineData(0.003, 100, 26, 0.001)]
    public void Step_OfASpan_IsTheLeastRoundNumberThatKeepsTheGap(double span, double pixels, double gap, double expected) =>
        Assert.Equal(expected, NiceTicks.Step(span, pixels, gap), tolerance: expected * 1e-9);

    [Fact]
    public void Step_AnySpan_IsOneTwoOrFiveTimesAPowerOfTen() =>
        Gen.Select(Gen.Double[-9, 9], Gen.Double[50, 2000]).Sample((exponent, pixels) =>
        {
            double span = Math.Pow(10, exponent);
            double step = NiceTicks.Step(span, pixels, 40);
            double mantissa = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-9));

            Assert.Contains((double[])[1, 2, 5], round => Math.Abs(round - mantissa) < 1e-6);
            Assert.True(step * pixels / span >= 40 * (1 - 1e-6));
        });

    [Fact]
    public void Between_Bounds_GivesTheMultiplesWithin() =>
        Assert.Equal([-0.2, 0, 0.2, 0.4], NiceTicks.Between(-0.25, 0.4, 0.2).Select(v => Math.Round(v, 12)));

    [Theory]
    [InlineData(10, 0)]
    [InlineData(1, 0)]
    [InlineData(0.5, 1)]
    [InlineData(0.02, 2)]
    [InlineData(0.001, 3)]
    public void Digits_OfAStep_TellItsMultiplesApart(double step, int expected) => Assert.Equal(expected, NiceTicks.Digits(step));

    [Fact]
    public void TimeTicks_HourlyBars_StandAtRoundHoursAndNameEachNewDay()
    {
        IReadOnlyList<TimeTick> ticks = TimeTicks.For(Bars(72, TimeSpan.FromHours(1)), new SceneView(0, 72), barWidth: 10, leastGap: 84);

        // 84 pixels are 8.4 hours, so every 12 hours.
        Assert.Equal(
            [(12, "12:00", false), (24, "11 Mar", true), (36, "12:00", false), (48, "12 Mar", true), (60, "12:00", false)],
            ticks.Select(t => (t.Bar, t.Text, t.IsMajor)));
    }

    [Fact]
    public void TimeTicks_DailyBars_NameEachNewMonth()
    {
        IReadOnlyList<TimeTick> ticks = TimeTicks.For(Bars(60, TimeSpan.FromDays(1)), new SceneView(0, 60), barWidth: 10, leastGap: 84);

        Assert.Contains(ticks, t => t is { Bar: 22, Text: "Apr", IsMajor: true });
        Assert.All(ticks, t => Assert.True(t.IsMajor || t.Text.EndsWith("Mar", StringComparison.Ordinal) || t.Text.EndsWith("Apr", StringComparison.Ordinal) || t.Text.EndsWith("May", StringComparison.Ordinal)));
    }

    [Fact]
    public void TimeTicks_YearsOfDailyBars_NameEachNewYear()
    {
        IReadOnlyList<TimeTick> ticks = TimeTicks.For(Bars(800, TimeSpan.FromDays(1)), new SceneView(0, 800), barWidth: 1, leastGap: 84);

        Assert.Contains(ticks, t => t.Text == "2026" && t.IsMajor);
        Assert.Contains(ticks, t => t.Text == "2027" && t.IsMajor);
    }

    [Fact]
    public void TimeTicks_AnyBars_KeepLabelsApart() =>
        Gen.Select(Gen.Int[1, 20_000], Gen.Int[20, 500], Gen.Double[0.5, 40]).Sample((minutes, count, barWidth) =>
        {
            IReadOnlyList<TimeTick> ticks = TimeTicks.For(
                Bars(count, TimeSpan.FromMinutes(minutes)), new SceneView(0, count), barWidth, leastGap: 84);

            for (int i = 1; i < ticks.Count; i++)
            {
                Assert.True((ticks[i].Bar - ticks[i - 1].Bar) * barWidth >= 50);
            }
        });

    [Theory]
    [InlineData(84201.5, "84,201.50")]
    [InlineData(-3, "-3.00")]
    [InlineData(-0.0001, "0.00")]
    [InlineData(double.NaN, "-")]
    public void Format_Grouped_ReadsLikeAPrice(double value, string expected) =>
        Assert.Equal(expected, new SceneNumberFormat(2, GroupsThousands: true).Format(value, 5));

    [Theory]
    [InlineData(1.2e9, "$1.2B")]
    [InlineData(45e6, "$45M")]
    [InlineData(412e6, "$412M")]
    [InlineData(-17.7e6, "-$17.7M")]
    [InlineData(1500, "$1.5K")]
    [InlineData(0, "$0")]
    public void Format_Abbreviated_ReadsLikeMoney(double value, string expected) =>
        Assert.Equal(expected, new SceneNumberFormat(null, "$", Abbreviates: true).Format(value, 0));

    private static IReadOnlyList<SceneCandle> Bars(int count, TimeSpan step) =>
        [.. Enumerable.Range(0, count).Select(i => new SceneCandle(Start + (i * step), 1, 1, 1, 1))];
}
