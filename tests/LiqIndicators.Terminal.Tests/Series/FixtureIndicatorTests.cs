using cAlgo.API;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;

namespace LiqIndicators.Terminal.Tests.Series;

/// <summary>
/// Five indicators, written from their public definitions as a user of the platform would, against the same formulas
/// over whole arrays; once over history, once with every bar played live.
/// </summary>
public sealed class FixtureIndicatorTests
{
    private const double Tolerance = 1e-8;

    private static readonly RecordedBar[] Bars = Recordings.Walk(400, seed: 11);

    [Theory]
    [InlineData(400)]
    [InlineData(30)]
    public void RsiOfAverage_HistoryOrLive_EqualsTheDefinition(int historyBars)
    {
        RunningAlgo<RsiOfAverage> algo = Run<RsiOfAverage>(historyBars);

        double[] average = SlowDefinitions.SimpleAverage(Bars.Select(bar => bar.Close).ToArray(), 5);
        Values.Equal(SlowDefinitions.RelativeStrength(average, 7), algo.Outputs["Result"], Tolerance);
    }

    [Theory]
    [InlineData(400, 3)]
    [InlineData(30, 3)]
    [InlineData(400, -3)]
    [InlineData(30, -3)]
    [InlineData(400, 0)]
    public void ShiftedAverage_HistoryOrLive_EqualsTheDefinitionMoved(int historyBars, int shift)
    {
        RunningAlgo<ShiftedAverage> algo = Run<ShiftedAverage>(historyBars, ("Shift", shift));

        double[] average = SlowDefinitions.Smooth(Bars.Select(bar => bar.Close).ToArray(), 0.2);
        double[] moved = Enumerable.Range(0, Bars.Length + 5)
            .Select(i => i - shift >= 0 && i - shift < Bars.Length ? average[i - shift] : double.NaN)
            .ToArray();
        Values.Equal(moved, algo.Outputs["Result"], Tolerance);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(30)]
    public void TrendFollower_HistoryOrLive_EqualsTheDefinition(int historyBars)
    {
        RunningAlgo<TrendFollower> algo = Run<TrendFollower>(historyBars);

        (double[] up, double[] down) = SlowDefinitions.Supertrend(Bars, 10, 2);
        Values.Equal(up, algo.Outputs["Up"], Tolerance);
        Values.Equal(down, algo.Outputs["Down"], Tolerance);
        Assert.Contains(down, value => !double.IsNaN(value));
        Assert.Contains(up, value => !double.IsNaN(value));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(30)]
    public void FractalMarks_HistoryOrLive_KeepOnlyTheMarksOfFinalBars(int historyBars)
    {
        RunningAlgo<FractalMarks> algo = Run<FractalMarks>(historyBars);

        double[] marks = SlowDefinitions.Fractals(Bars);
        Values.Equal(marks, algo.Outputs["Top"], Tolerance);
        Assert.Contains(marks, value => !double.IsNaN(value));
    }

    [Fact]
    public void HourlyBands_History_KnowTheWholeHour()
    {
        RunningAlgo<HourlyBands> algo = Run<HourlyBands>(Bars.Length);

        (DateTime[] opens, double[] closes) = SlowDefinitions.Hours(Bars);
        (double Top, double Bottom)[] expected = Bars
            .Select(bar => Array.FindLastIndex(opens, open => open <= bar.TimeUtc))
            .Select(hour => SlowDefinitions.Bands(closes[..(hour + 1)], 4, 2))
            .ToArray();
        Values.Equal(expected.Select(band => band.Top).ToArray(), algo.Outputs["Top"], Tolerance);
        Values.Equal(expected.Select(band => band.Bottom).ToArray(), algo.Outputs["Bottom"], Tolerance);
    }

    [Fact]
    public void HourlyBands_Live_KnowTheHourSoFar()
    {
        const int HistoryBars = 200;
        RunningAlgo<HourlyBands> algo = Run<HourlyBands>(HistoryBars);

        for (int i = HistoryBars; i < Bars.Length; i++)
        {
            (_, double[] closes) = SlowDefinitions.Hours(Bars[..(i + 1)]);
            (double top, double bottom) = SlowDefinitions.Bands(closes, 4, 2);
            Assert.Equal(top, algo.Outputs["Top"][i], tolerance: Tolerance);
            Assert.Equal(bottom, algo.Outputs["Bottom"][i], tolerance: Tolerance);
        }
    }

    [Fact]
    public void GetIndicator_NestedByAnother_EqualsTheSameOnTheChart()
    {
        Desk desk = new(Bars, 30);
        RunningAlgo<RsiOfAverage> plain = desk.Terminal.Attach<RsiOfAverage>(desk.Chart);
        RsiOfAverage? nested = null;
        Probe.Script(
            probe => nested = probe.Indicators.GetIndicator<RsiOfAverage>(probe.Bars.ClosePrices, 5, 7),
            (probe, index) => probe.Result[index] = nested!.Result[index]);
        RunningAlgo<Probe> outer = desk.Terminal.Attach<Probe>(desk.Chart);

        desk.Terminal.RunAll();

        Assert.Empty(desk.Terminal.Errors);
        Values.Equal(plain.Outputs["Result"].ToArray(), outer.Outputs["Result"], tolerance: 0);
    }

    private static RunningAlgo<TAlgo> Run<TAlgo>(int historyBars, params (string Name, object? Value)[] parameters)
        where TAlgo : Indicator
    {
        Desk desk = new(Bars, historyBars);
        RunningAlgo<TAlgo> algo = desk.Terminal.Attach<TAlgo>(desk.Chart, Desk.With(parameters));
        desk.Terminal.RunAll();
        Assert.Empty(desk.Terminal.Errors);
        Assert.Equal(Bars.Length, desk.Chart.Bars.Count);
        return algo;
    }
}
