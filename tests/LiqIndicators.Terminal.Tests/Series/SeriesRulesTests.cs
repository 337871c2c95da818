using cAlgo.API;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;

namespace LiqIndicators.Terminal.Tests.Series;

public sealed class SeriesRulesTests
{
    private static readonly RecordedBar[] Bars = Recordings.OfCloses(100, 101, 102, 103, 104);

    [Theory]
    [InlineData(-1)]
    [InlineData(-1000)]
    [InlineData(5)]
    [InlineData(1_000_000)]
    public void Read_OutOfRange_IsNaNAndNeverThrows(int index)
    {
        Probe probe = Run((p, i) => p.Result[i] = i);

        Assert.True(double.IsNaN(probe.Bars.ClosePrices[index]));
        Assert.True(double.IsNaN(probe.Bars.TickVolumes[index]));
        Assert.True(double.IsNaN(probe.Bars.MedianPrices[index]));
        Assert.True(double.IsNaN(probe.Result[index]));
        Assert.True(double.IsNaN(probe.Bars[index].Close));
        Assert.Equal(default, probe.Bars.OpenTimes[index]);
    }

    [Fact]
    public void Read_NeverWritten_IsNaN()
    {
        Probe probe = Run((p, i) =>
        {
            if (i == 3)
            {
                p.Result[i] = 1;
            }
        });

        Values.Equal([double.NaN, double.NaN, double.NaN, 1, double.NaN], probe.Result, tolerance: 0);
    }

    [Fact]
    public void Write_NaN_Erases()
    {
        Probe probe = Run((p, i) =>
        {
            p.Result[i] = i;
            p.Result[i - 2] = double.NaN;
        });

        Values.Equal([double.NaN, double.NaN, double.NaN, 3, 4], probe.Result, tolerance: 0);
    }

    [Fact]
    public void Write_BeyondTheLastBar_IsKeptAndCountStaysThatOfTheBars()
    {
        Probe probe = Run((p, i) => p.Result[i + 3] = i);

        Values.Equal([double.NaN, double.NaN, double.NaN, 0, 1, 2, 3, 4, double.NaN], probe.Result, tolerance: 0);
        Assert.Equal(5, probe.Result.Count);
        Assert.Equal(1, probe.Result.LastValue);
    }

    [Fact]
    public void Write_NegativeIndex_IsIgnored()
    {
        Probe probe = Run((p, i) =>
        {
            if (i < 3)
            {
                p.Result[i - 3] = i;
            }
        });

        Assert.All(probe.Result, value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Write_OlderIndex_ReplacesTheValue()
    {
        Probe probe = Run((p, i) =>
        {
            p.Result[i] = 1;
            p.Result[i - 1] = 2;
        });

        Values.Equal([2, 2, 2, 2, 1], probe.Result, tolerance: 0);
    }

    [Fact]
    public void Calculate_ManyTicksOfOneBar_LeavesTheResultOfTheLastTick()
    {
        Probe.Script(onCalculate: (p, i) =>
            p.Result[i] = (double.IsNaN(p.Result[i - 1]) ? 0 : p.Result[i - 1]) + p.Bars.ClosePrices[i]);
        Desk desk = new(Bars);
        Probe probe = desk.Terminal.Attach<Probe>(desk.Chart).Instance;

        desk.NextBar(10);
        desk.Tick(20);
        desk.Tick(30);

        Assert.Equal(510 + 30, probe.Result[5], tolerance: 1e-12);
    }

    [Fact]
    public void CreateDataSeries_InInitialize_IsNaNUntilWrittenAndSeparateFromOutputs()
    {
        IndicatorDataSeries? extra = null;
        Probe.Script(
            p => extra = p.CreateDataSeries(),
            (p, i) =>
            {
                extra![i] = i * 2;
                p.Result[i] = extra[i] + 1;
            });
        Desk desk = new(Bars);
        Probe probe = desk.Terminal.Attach<Probe>(desk.Chart).Instance;

        Values.Equal([0, 2, 4, 6, 8, double.NaN], extra!, tolerance: 0);
        Values.Equal([1, 3, 5, 7, 9, double.NaN], probe.Result, tolerance: 0);
    }

    [Fact]
    public void NestedIndicator_ParentWritesItsSourceAndReadsIt_IsCalculatedInBetween()
    {
        IndicatorDataSeries? source = null;
        IndicatorDataSeries? average = null;
        Probe.Script(
            p =>
            {
                source = p.CreateDataSeries();
                average = p.Indicators.SimpleMovingAverage(source, 2).Result;
            },
            (p, i) =>
            {
                source![i] = 10 * i;
                p.Result[i] = average![i];
            });
        Desk desk = new(Bars);
        Probe probe = desk.Terminal.Attach<Probe>(desk.Chart).Instance;

        Values.Equal([double.NaN, 5, 15, 25, 35], probe.Result, tolerance: 1e-12);
    }

    [Fact]
    public void NestedIndicator_SourceRewrittenInTheSameCall_AnswersForTheNewSource()
    {
        IndicatorDataSeries? source = null;
        IndicatorDataSeries? average = null;
        List<double> seen = [];
        Probe.Script(
            p =>
            {
                source = p.CreateDataSeries();
                average = p.Indicators.SimpleMovingAverage(source, 1).Result;
            },
            (_, i) =>
            {
                source![i] = 1;
                seen.Add(average![i]);
                source[i] = 2;
                seen.Add(average[i]);
            });
        Desk desk = new(Bars[..2]);
        desk.Terminal.Attach<Probe>(desk.Chart);

        Assert.Equal([1.0, 2, 1, 2], seen);
    }

    [Fact]
    public void NestedIndicator_NobodyReads_IsNotCalculated()
    {
        int calls = 0;
        Probe.Script(onCalculate: (_, _) => calls++);
        Desk desk = new(Bars);
        RunningAlgo<NestingProbe> outer = desk.Terminal.Attach<NestingProbe>(desk.Chart);

        Assert.Equal(0, calls);
        _ = outer.Instance.Inner.Result[2];
        Assert.Equal(3, calls);
        _ = outer.Instance.Inner.Result[1];
        Assert.Equal(3, calls);
        _ = outer.Instance.Inner.Result[4];
        Assert.Equal(5, calls);
    }

    [Fact]
    public void NestedIndicator_ReadOnlyOncePerBar_StillEndsEachBarWithItsLastPrice()
    {
        Probe.Script(onCalculate: (p, i) => p.Result[i] = p.Bars.ClosePrices[i]);
        Desk desk = new(Bars);
        RunningAlgo<NestingProbe> outer = desk.Terminal.Attach<NestingProbe>(desk.Chart);
        desk.NextBar(200);
        _ = outer.Instance.Inner.Result[5];
        desk.Tick(201);
        desk.Tick(202);
        desk.NextBar(300);

        _ = outer.Instance.Inner.Result[6];

        Assert.Equal(202, outer.Instance.Inner.Result[5]);
    }

    [Fact]
    public void NestedIndicator_OfARobot_CalculatesWhenRead()
    {
        Desk desk = new(Bars);
        ProbeBot bot = desk.Terminal.Attach<ProbeBot>(desk.Chart).Instance;
        IndicatorDataSeries average = bot.Indicators.SimpleMovingAverage(bot.Bars.ClosePrices, 2).Result;

        desk.NextBar(106);

        Assert.Equal(105, average.LastValue, tolerance: 1e-12);
        Assert.Equal(103.5, average.Last(1), tolerance: 1e-12);
    }

    [Fact]
    public void GetIndicator_TooManyParameters_FailsWhereItIsAskedFor()
    {
        Probe.Script(p => p.Indicators.GetIndicator<TwoLines>(1));
        Desk desk = new(Bars);
        desk.Terminal.Attach<Probe>(desk.Chart);

        AlgoError error = Assert.Single(desk.Terminal.Errors);
        Assert.Equal("Initialize", error.Callback);
        Assert.Contains("TwoLines takes 0 parameters; 1 values", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_InInitialize_IsKept()
    {
        Probe.Script(p => p.Result[7] = 3);
        Desk desk = new(Bars);

        Assert.Equal(3, desk.Terminal.Attach<Probe>(desk.Chart).Outputs["Result"][7]);
    }

    [Theory]
    [InlineData("Line", PlotType.Line)]
    [InlineData("Broken", PlotType.DiscontinuousLine)]
    public void Output_PlotType_IsToldToWhoDraws(string output, PlotType expected)
    {
        Desk desk = new(Bars);
        RunningAlgo<TwoLines> algo = desk.Terminal.Attach<TwoLines>(desk.Chart);

        Assert.Equal(expected, algo.Outputs[output].Line.PlotType);
        Assert.Equal(Color.Red, algo.Outputs[output].Line.Color);
    }

    private static Probe Run(Action<Probe, int> onCalculate)
    {
        Probe.Script(onCalculate: onCalculate);
        Desk desk = new(Bars);
        Probe probe = desk.Terminal.Attach<Probe>(desk.Chart).Instance;
        Assert.Empty(desk.Terminal.Errors);
        return probe;
    }
}
