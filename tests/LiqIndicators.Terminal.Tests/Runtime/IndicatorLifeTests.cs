using cAlgo.API;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;

namespace LiqIndicators.Terminal.Tests.Runtime;

public sealed class IndicatorLifeTests
{
    private static readonly RecordedBar[] Bars = Recordings.OfCloses(100, 101, 102, 103, 104);

    [Fact]
    public void Attach_History_InitializesThenCalculatesEveryBarOnceInOnePass()
    {
        Probe.Script();
        RunningAlgo<Probe> algo = Attach(new Desk(Bars));

        Assert.Equal(
            ["Initialize", "Calculate(0)", "Calculate(1)", "Calculate(2)", "Calculate(3)", "Calculate(4)"],
            algo.Instance.Events);
    }

    [Fact]
    public void Tick_SameBar_CalculatesTheLastIndexAgain()
    {
        Probe.Script();
        Desk desk = new(Bars);
        RunningAlgo<Probe> algo = Attach(desk);
        desk.NextBar(105);
        algo.Instance.Events.Clear();

        desk.Tick(106);
        desk.Tick(107);

        Assert.Equal(["Calculate(5)", "Calculate(5)"], algo.Instance.Events);
    }

    [Fact]
    public void Tick_NewBar_CalculatesOnlyTheNewIndex()
    {
        Probe.Script();
        Desk desk = new(Bars);
        RunningAlgo<Probe> algo = Attach(desk);
        algo.Instance.Events.Clear();

        desk.NextBar(105);

        Assert.Equal(["Calculate(5)"], algo.Instance.Events);
    }

    [Fact]
    public void IsLastBar_HistoryAndTicks_IsTrueForTheLastBarOnly()
    {
        List<(int Index, bool IsLast)> seen = [];
        Probe.Script(onCalculate: (probe, index) => seen.Add((index, probe.IsLastBar)));
        Desk desk = new(Bars);
        Attach(desk);

        desk.NextBar(105);

        Assert.Equal([(0, false), (1, false), (2, false), (3, false), (4, true), (5, true)], seen);
    }

    [Fact]
    public void ChangeParameter_Running_DestroysTheInstanceAndInitializesANewOne()
    {
        Probe.Script();
        RunningAlgo<Probe> algo = Attach(new Desk(Bars));
        Probe first = algo.Instance;

        algo.ChangeParameter("Number", 9);

        Assert.NotSame(first, algo.Instance);
        Assert.Equal("OnDestroy", first.Events[^1]);
        Assert.Equal(9, algo.Instance.Number);
        Assert.Equal("Initialize", algo.Instance.Events[0]);
        Assert.Equal(Bars.Length + 1, algo.Instance.Events.Count);
    }

    [Fact]
    public void ChangeParameter_Running_KeepsTheInstanceId()
    {
        List<string> seen = [];
        Probe.Script(probe => seen.Add(probe.InstanceId));
        RunningAlgo<Probe> algo = Attach(new Desk(Bars));

        algo.ChangeParameter("Number", 9);

        Assert.Equal([algo.InstanceId, algo.InstanceId], seen);
    }

    [Fact]
    public void ChangeTimeFrame_Running_MakesANewInstanceOnTheOtherBars()
    {
        Probe.Script();
        Desk desk = new(Recordings.Walk(300, seed: 3));
        RunningAlgo<Probe> algo = Attach(desk);
        Probe first = algo.Instance;

        desk.Chart.ChangeTimeFrame(TimeFrame.Hour);

        Assert.Equal("OnDestroy", first.Events[^1]);
        Assert.Equal("Calculate(4)", algo.Instance.Events[^1]);
        Assert.Equal(TimeFrame.Hour, algo.Instance.TimeFrame);
    }

    [Fact]
    public void Detach_Running_DestroysTheInstanceAndEndsTheTicks()
    {
        Probe.Script();
        Desk desk = new(Bars);
        RunningAlgo<Probe> algo = Attach(desk);

        algo.Detach();
        int count = algo.Instance.Events.Count;
        desk.NextBar(105);

        Assert.False(algo.IsRunning);
        Assert.Equal("OnDestroy", algo.Instance.Events[^1]);
        Assert.Equal(count, algo.Instance.Events.Count);
    }

    [Fact]
    public void Attach_NoParameters_TakesTheDefaults()
    {
        Probe.Script();

        Assert.Equal(7, Attach(new Desk(Bars)).Instance.Number);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData("many")]
    public void Attach_ParameterThatDoesNotFit_NamesParameterAndValue(object value)
    {
        Probe.Script();

        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new Desk(Bars) is var desk && desk.Terminal.Attach<Probe>(desk.Chart, Desk.With(("Number", value))).IsRunning);

        Assert.Contains("Number", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{value}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangeParameter_UnknownName_IsRefused()
    {
        Probe.Script();

        Assert.Throws<ArgumentException>(() => Attach(new Desk(Bars)).ChangeParameter("Nothing", 1));
    }

    [Fact]
    public void GetAsync_InInitialize_AnswersAfterTheHistoricalPass()
    {
        List<string> order = [];
        Probe.Script(
            probe => probe.Http.GetAsync("http://localhost/", _ => order.Add("answer")),
            (_, index) => order.Add($"Calculate({index})"));
        Desk desk = new(Bars);
        Attach(desk);

        desk.Terminal.RunPosted();

        Assert.Equal(["Calculate(0)", "Calculate(1)", "Calculate(2)", "Calculate(3)", "Calculate(4)", "answer"], order);
    }

    [Fact]
    public void LoadMoreHistoryAsync_InCalculate_AnswersAfterTheHistoricalPass()
    {
        List<string> order = [];
        Probe.Script(onCalculate: (probe, index) =>
        {
            order.Add($"Calculate({index})");
            if (index == 0)
            {
                probe.Bars.LoadMoreHistoryAsync(_ => order.Add("loaded"));
            }
        });
        Desk desk = new(Bars, options: new TerminalOptions { HistoryBars = 3, HistoryChunkBars = 1 });
        Attach(desk);

        Assert.Equal(["Calculate(0)", "Calculate(1)", "Calculate(2)"], order);
        desk.Terminal.RunPosted();
        Assert.Contains("loaded", order);
    }

    [Fact]
    public void Chart_ChartIsNull_IsNullAndTheIndicatorRuns()
    {
        bool isNull = false;
        Probe.Script(probe => isNull = probe.Chart is null);
        RunningAlgo<Probe> algo = Attach(new Desk(Bars, options: new TerminalOptions { ChartIsNull = true }));

        Assert.True(isNull);
        Assert.Equal("Calculate(4)", algo.Instance.Events[^1]);
    }

    [Fact]
    public void Chart_Normal_ShowsTheBarsOfTheIndicator()
    {
        Probe.Script();
        RunningAlgo<Probe> algo = Attach(new Desk(Bars));

        Assert.Equal(Bars.Length, algo.Instance.Chart.BarsTotal);
        Assert.Same(algo.Instance.Bars, algo.Instance.Chart.Bars);
    }

    [Fact]
    public void IndicatorArea_Overlay_IsAbsentAndOtherwisePresent()
    {
        Probe.Script();
        Desk desk = new(Bars);

        Assert.Null(Attach(desk).Instance.IndicatorArea);
        Assert.NotNull(desk.Terminal.Attach<RsiOfAverage>(desk.Chart).Instance.IndicatorArea);
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Utc)]
    public void ApiTimes_EitherKind_CarryThatKindAndTheSameMoment(DateTimeKind kind)
    {
        Probe.Script();
        Desk desk = new(Bars, options: new TerminalOptions { ApiTimeKind = kind });
        Probe probe = Attach(desk).Instance;
        DateTime[] times =
        [
            probe.Bars.OpenTimes[0], probe.Bars.LastBar.OpenTime, probe.Server.Time, probe.Server.TimeInUtc, probe.Time,
            probe.TimeInUtc, probe.Bars.GetServerFirstBarOpenTime(),
        ];

        Assert.All(times, time => Assert.Equal(kind, time.Kind));
        Assert.Equal(Recordings.Start.Ticks, probe.Bars.OpenTimes[0].Ticks);
        Assert.Equal(desk.Terminal.NowUtc.Ticks, probe.Server.TimeInUtc.Ticks);
    }

    [Fact]
    public void Options_LocalTimeKind_IsRefused() =>
        Assert.Throws<ArgumentException>(
            () => new HeadlessTerminal(new TerminalOptions { ApiTimeKind = DateTimeKind.Local }));

    private static RunningAlgo<Probe> Attach(Desk desk) => desk.Terminal.Attach<Probe>(desk.Chart);
}
