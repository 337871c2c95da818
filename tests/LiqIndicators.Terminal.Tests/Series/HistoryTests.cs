using cAlgo.API;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;

namespace LiqIndicators.Terminal.Tests.Series;

/// <summary>Bars that appear before the first one: not established what happens then, so both answers are tested.</summary>
public sealed class HistoryTests
{
    private static readonly RecordedBar[] Bars = Recordings.Walk(50, seed: 4, gapShare: 0);

    [Theory]
    [InlineData(HistoryReplay.SameInstance)]
    [InlineData(HistoryReplay.NewInstance)]
    public void LoadMoreHistory_Loaded_ShiftsEveryIndexAndCalculatesAllAgain(HistoryReplay replay)
    {
        Probe.Script(onCalculate: (probe, i) => probe.Result[i] = probe.Bars.ClosePrices[i]);
        Desk desk = Open(replay);
        RunningAlgo<Probe> algo = desk.Terminal.Attach<Probe>(desk.Chart);
        double firstBefore = desk.Chart.Bars.ClosePrices[0];

        int loaded = desk.Chart.Bars.LoadMoreHistory();
        desk.Terminal.RunPosted();

        Assert.Equal(15, loaded);
        Assert.Equal(35, desk.Chart.Bars.Count);
        Assert.Equal(firstBefore, desk.Chart.Bars.ClosePrices[15]);
        Assert.Equal(replay == HistoryReplay.NewInstance ? 2 : 1, Probe.Made.Count);
        Assert.Equal(replay == HistoryReplay.NewInstance, Probe.Made[0].Events.Contains("OnDestroy"));
        Values.Equal(Bars[15..].Select(bar => bar.Close).ToArray(), algo.Outputs["Result"], tolerance: 0);
    }

    [Theory]
    [InlineData(HistoryReplay.SameInstance)]
    [InlineData(HistoryReplay.NewInstance)]
    public void LoadMoreHistory_NestedIndicator_StartsAnewToo(HistoryReplay replay)
    {
        Desk desk = Open(replay);
        RunningAlgo<RsiOfAverage> algo = desk.Terminal.Attach<RsiOfAverage>(desk.Chart);

        desk.Chart.Bars.LoadMoreHistory();
        desk.Terminal.RunPosted();

        double[] closes = Bars[15..].Select(bar => bar.Close).ToArray();
        Values.Equal(
            SlowDefinitions.RelativeStrength(SlowDefinitions.SimpleAverage(closes, 5), 7),
            algo.Outputs["Result"],
            tolerance: 1e-9);
    }

    [Fact]
    public void LoadMoreHistory_SameInstance_EmptiesWhatWasWrittenBefore()
    {
        Probe.Script(onCalculate: (probe, i) =>
        {
            if (i == 0)
            {
                probe.Result[i] = 1;
            }
        });
        Desk desk = Open(HistoryReplay.SameInstance);
        RunningAlgo<Probe> algo = desk.Terminal.Attach<Probe>(desk.Chart);

        desk.Chart.Bars.LoadMoreHistory();
        desk.Terminal.RunPosted();

        Assert.Equal(1, algo.Outputs["Result"].Count(value => !double.IsNaN(value)));
    }

    [Fact]
    public void LoadMoreHistory_ToTheEnd_LoadsWhatIsLeftAndThenNothing()
    {
        Desk desk = Open(HistoryReplay.SameInstance);

        Assert.Equal([15, 15, 0], Enumerable.Range(0, 3).Select(_ => desk.Chart.Bars.LoadMoreHistory()));
        Assert.Equal(Bars[0].TimeUtc.Ticks, desk.Chart.Bars.OpenTimes[0].Ticks);
        Assert.Equal(desk.Chart.Bars.OpenTimes[0], desk.Chart.Bars.GetServerFirstBarOpenTime());
    }

    [Fact]
    public void LoadMoreHistory_Loaded_RaisesHistoryLoadedWithTheCount()
    {
        List<int> counts = [];
        Desk desk = Open(HistoryReplay.SameInstance);
        desk.Chart.Bars.HistoryLoaded += arguments => counts.Add(arguments.Count);

        desk.Chart.Bars.LoadMoreHistory();
        desk.Terminal.RunPosted();

        Assert.Equal([15], counts);
    }

    [Fact]
    public void LoadMoreHistory_OtherTimeFrame_LeavesTheIndicatorAlone()
    {
        Probe.Script();
        Desk desk = new(
            Recordings.Walk(500, seed: 8, gapShare: 0), options: new TerminalOptions { HistoryBars = 3, HistoryChunkBars = 2 });
        RunningAlgo<Probe> algo = desk.Terminal.Attach<Probe>(desk.Chart);
        Bars hours = algo.Instance.MarketData.GetBars(TimeFrame.Hour);
        int events = algo.Instance.Events.Count;

        Assert.Equal(2, hours.LoadMoreHistory());
        desk.Terminal.RunPosted();

        Assert.Equal(5, hours.Count);
        Assert.Equal(events, algo.Instance.Events.Count);
    }

    [Fact]
    public void LoadMoreHistory_InsideCalculate_EndsThePassAndReplaysLater()
    {
        List<int> counts = [];
        Probe.Script(onCalculate: (probe, i) =>
        {
            counts.Add(probe.Bars.Count);
            if (i == 0 && probe.Bars.Count == 20)
            {
                probe.Bars.LoadMoreHistory();
            }
        });
        Desk desk = Open(HistoryReplay.SameInstance);
        desk.Terminal.Attach<Probe>(desk.Chart);

        Assert.Equal([20], counts);
        desk.Terminal.RunPosted();
        Assert.Equal(1 + 35, counts.Count);
    }

    private static Desk Open(HistoryReplay replay) => new(
        Bars, options: new TerminalOptions { HistoryBars = 20, HistoryChunkBars = 15, HistoryReplay = replay });
}
