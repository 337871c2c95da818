using cAlgo.API;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;

namespace LiqIndicators.Terminal.Tests.Runtime;

public sealed class EventOrderTests
{
    private static readonly RecordedBar[] Bars = Recordings.OfCloses(100, 101, 102);

    [Fact]
    public void FirstTickOfABar_Robot_SeesTheCloseBeforeTheNewBarAndTicksLast()
    {
        Desk desk = new(Bars);
        ProbeBot bot = desk.Terminal.Attach<ProbeBot>(desk.Chart).Instance;
        bot.Events.Clear();

        desk.NextBar(110);

        Assert.Equal(
            [
                "Bars.BarClosed 3 102", "OnBarClosed 3 102",
                "Bars.BarOpened 4 110", "OnBar 4 110",
                "Bars.Tick opened 4 110", "Symbol.Tick 4 110", "OnTick 4 110",
            ],
            bot.Events);
    }

    [Fact]
    public void LaterTickOfABar_Robot_GetsTickHandlersOnly()
    {
        Desk desk = new(Bars);
        ProbeBot bot = desk.Terminal.Attach<ProbeBot>(desk.Chart).Instance;
        desk.NextBar(110);
        bot.Events.Clear();

        desk.Tick(111);

        Assert.Equal(["Bars.Tick same 4 111", "Symbol.Tick 4 111", "OnTick 4 111"], bot.Events);
    }

    [Fact]
    public void RunTo_MinutesWithoutATick_OpensNoBar()
    {
        RecordedBar[] bars =
        [
            .. Bars, Bars[^1] with { TimeUtc = Bars[^1].TimeUtc.AddMinutes(10) },
        ];
        Desk desk = new(bars, 3);

        desk.Terminal.RunAll();

        Assert.Equal(4, desk.Chart.Bars.Count);
        Assert.Equal(
            TimeSpan.FromMinutes(10), desk.Chart.Bars.OpenTimes[3] - desk.Chart.Bars.OpenTimes[2]);
    }

    [Fact]
    public void FirstTickOfAnHour_BothTimeFramesClose_BeforeEitherOpens()
    {
        List<string> order = [];
        Desk desk = new(Recordings.Walk(60, seed: 5, gapShare: 0));
        Probe.Script(probe =>
        {
            Bars hours = probe.MarketData.GetBars(TimeFrame.Hour);
            probe.Bars.BarClosed += _ => order.Add($"minute closed {hours.Count}");
            hours.BarClosed += _ => order.Add($"hour closed {probe.Bars.Count}");
            probe.Bars.BarOpened += _ => order.Add($"minute opened {hours.Count}");
            hours.BarOpened += _ => order.Add($"hour opened {probe.Bars.Count}");
        });
        desk.Terminal.Attach<Probe>(desk.Chart);

        desk.NextBar(1000);

        Assert.Equal(["minute closed 1", "hour closed 60", "minute opened 2", "hour opened 61"], order);
    }

    [Fact]
    public void Play_SameRecordingTwice_GivesTheSameLog()
    {
        Assert.Equal(PlayOnce(), PlayOnce());

        static IReadOnlyList<string> PlayOnce()
        {
            Desk desk = new(Recordings.Walk(120, seed: 9), 60);
            RunningAlgo<ProbeBot> bot = desk.Terminal.Attach<ProbeBot>(desk.Chart);
            desk.Terminal.RunAll();
            return bot.Instance.Events;
        }
    }

    [Fact]
    public void RunTo_TwoSymbols_PlaysTheirPricesInTheOrderOfTime()
    {
        List<(DateTime Time, string Symbol)> seen = [];
        Desk desk = new(Recordings.Walk(10, seed: 1, gapShare: 0), 5);
        desk.Terminal.AddSymbol(
            new() { Name = "ETHUSD", BaseAsset = "ETH" }, Recordings.Walk(10, seed: 2, gapShare: 0));
        Probe.Script(probe =>
        {
            foreach (string name in probe.Symbols)
            {
                probe.Symbols.GetSymbol(name).Tick += arguments => seen.Add((probe.Server.Time, arguments.SymbolName));
            }
        });
        desk.Terminal.Attach<Probe>(desk.Chart);

        desk.Terminal.RunAll();

        Assert.Equal(40, seen.Count);
        Assert.Equal(seen.OrderBy(pair => pair.Time).Select(pair => pair.Time), seen.Select(pair => pair.Time));
        Assert.Equal(["BTCUSD", "ETHUSD", "BTCUSD", "ETHUSD"], seen.Take(4).Select(pair => pair.Symbol));
    }
}
