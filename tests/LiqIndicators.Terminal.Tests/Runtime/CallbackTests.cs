using cAlgo.API;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;

namespace LiqIndicators.Terminal.Tests.Runtime;

/// <summary>Timer, posted calls, threads, and exceptions in any callback.</summary>
public sealed class CallbackTests
{
    private static readonly RecordedBar[] Bars = Recordings.OfCloses(100, 101, 102);

    [Fact]
    public void Timer_Started_TicksEachIntervalOfVirtualTime()
    {
        List<DateTime> ticks = [];
        Desk desk = Run(probe =>
        {
            probe.Timer.TimerTick += () => ticks.Add(probe.Server.Time);
            probe.Timer.Start(10);
        });
        DateTime start = desk.Terminal.NowUtc;

        desk.Terminal.RunTo(start.AddSeconds(35));

        Assert.Equal([10.0, 20, 30], ticks.Select(time => TimeSpan.FromTicks(time.Ticks - start.Ticks).TotalSeconds));
        Assert.Equal(3, Probe.Made[0].Events.Count(text => text == "OnTimer"));
    }

    [Fact]
    public void Timer_StartedTwice_IsOneTimerWithTheLaterInterval()
    {
        Desk desk = Run(probe =>
        {
            probe.Timer.Start(TimeSpan.FromSeconds(1));
            probe.Timer.Start(TimeSpan.FromSeconds(20));
        });

        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(41));

        Assert.Equal(2, Probe.Made[0].Events.Count(text => text == "OnTimer"));
        Assert.Equal(TimeSpan.FromSeconds(20), Probe.Made[0].Timer.Interval);
    }

    [Fact]
    public void Timer_Stopped_TicksNoMore()
    {
        Desk desk = Run(probe => probe.Timer.Start(5));
        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(6));

        Probe.Made[0].Timer.Stop();
        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(60));

        Assert.Equal(1, Probe.Made[0].Events.Count(text => text == "OnTimer"));
    }

    [Fact]
    public void Timer_InstanceReplaced_DiesWithTheInstance()
    {
        Desk desk = Run(probe => probe.Timer.Start(5));
        desk.Chart.Algos[0].ChangeParameter("Number", 8);

        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(6));

        Assert.DoesNotContain("OnTimer", Probe.Made[0].Events);
        Assert.Contains("OnTimer", Probe.Made[1].Events);
    }

    [Fact]
    public void Exception_InCalculate_IsLoggedAndTheAlgoGoesOn()
    {
        Desk desk = Run(onCalculate: (probe, index) =>
        {
            if (index == 1)
            {
                throw new InvalidOperationException("no");
            }

            probe.Result[index] = index;
        });

        AlgoError error = Assert.Single(desk.Terminal.Errors);
        Assert.Equal("no", error.Exception.Message);
        Assert.Equal("Calculate(1)", error.Callback);
        Assert.Equal(nameof(Probe), error.Algo);
        Assert.Contains(desk.Terminal.Log, line => line.Text.Contains("InvalidOperationException: no", StringComparison.Ordinal));
        Assert.Contains("OnException(no)", Probe.Made[0].Events);
        Assert.Equal(2, Probe.Made[0].Result[2]);
    }

    [Theory]
    [InlineData("Initialize")]
    [InlineData("Timer.TimerTick")]
    [InlineData("Bars.BarOpened")]
    [InlineData("Symbol.Tick")]
    [InlineData("Http callback")]
    [InlineData("BeginInvokeOnMainThread")]
    [InlineData("Application.ColorThemeChanged")]
    public void Exception_InAnyCallback_IsKeptAndTheAlgoGoesOn(string callback)
    {
        Action fail = () => throw new FormatException("broken");
        Desk desk = Run(probe =>
        {
            switch (callback)
            {
                case "Timer.TimerTick":
                    probe.Timer.TimerTick += fail;
                    probe.Timer.Start(1);
                    break;
                case "Bars.BarOpened":
                    probe.Bars.BarOpened += _ => fail();
                    break;
                case "Symbol.Tick":
                    probe.Symbol.Tick += _ => fail();
                    break;
                case "Http callback":
                    probe.Http.GetAsync("http://localhost/", _ => fail());
                    break;
                case "BeginInvokeOnMainThread":
                    probe.BeginInvokeOnMainThread(fail);
                    break;
                case "Application.ColorThemeChanged":
                    probe.Application.ColorThemeChanged += _ => fail();
                    break;
                default:
                    fail();
                    break;
            }
        });

        desk.Terminal.ChangeColorTheme(ColorTheme.Light);
        desk.NextBar(105);

        Assert.All(desk.Terminal.Errors, error => Assert.Equal(callback, error.Callback));
        Assert.NotEmpty(desk.Terminal.Errors);
        Assert.Equal("Calculate(3)", Probe.Made[0].Events.Last(text => text.StartsWith("Calc", StringComparison.Ordinal)));
    }

    [Fact]
    public void Exception_InOneHandler_LeavesTheOthersTheirTurn()
    {
        int calls = 0;
        Desk desk = Run(probe =>
        {
            probe.Symbol.Tick += _ => throw new FormatException("broken");
            probe.Symbol.Tick += _ => calls++;
        });

        desk.Tick(103);

        Assert.Equal(1, calls);
    }

    [Fact]
    public void Handler_OfAnEndedInstance_IsNotCalled()
    {
        int calls = 0;
        Desk desk = Run(probe => probe.Symbol.Tick += _ => calls++);
        desk.Chart.Algos[0].Detach();

        desk.Tick(103);

        Assert.Equal(0, calls);
    }

    [Fact]
    public void BeginInvokeOnMainThread_FromTheAlgo_PostsAndDoesNotCall()
    {
        List<string> order = [];
        Desk desk = Run(probe =>
        {
            probe.BeginInvokeOnMainThread(() => order.Add("posted"));
            order.Add("after");
        });

        Assert.Equal(["after"], order);
        desk.Terminal.RunPosted();
        Assert.Equal(["after", "posted"], order);
    }

    [Fact]
    public void BeginInvokeOnMainThread_FromAnotherThread_RunsOnTheAlgosThread()
    {
        int? ranOn = null;
        Desk desk = Run();
        Thread thread = new(() =>
            Probe2BeginInvoke(desk, () => ranOn = Environment.CurrentManagedThreadId));
        thread.Start();
        thread.Join();

        desk.Terminal.RunPosted();

        Assert.Equal(Environment.CurrentManagedThreadId, ranOn);

        static void Probe2BeginInvoke(Desk desk, Action action) =>
            desk.Chart.Algos[0].Instance.BeginInvokeOnMainThread(action);
    }

    [Fact]
    public void Api_FromAnotherThread_Throws()
    {
        Desk desk = Run();
        Probe probe = Probe.Made[0];
        Action[] uses =
        [
            () => _ = probe.Bars,
            () => _ = probe.Result[0],
            () => probe.Result[0] = 1,
            () => probe.Print("text"),
            () => _ = probe.Http,
            () => _ = probe.Chart,
            () => desk.Terminal.RunPosted(),
        ];

        foreach (Action use in uses)
        {
            Exception? caught = null;
            Thread thread = new(() => caught = Record.Exception(use));
            thread.Start();
            thread.Join();
            Assert.IsType<InvalidOperationException>(caught);
        }
    }

    [Fact]
    public void Print_TextAndFormat_GoToTheLogWithTheirTime()
    {
        Desk desk = Run(probe =>
        {
            probe.Print("plain {braces}");
            probe.Print("{0} of {1}", 1, 2.5);
        });

        Assert.Equal(["plain {braces}", "1 of 2.5"], desk.Chart.Algos[0].Log.Select(line => line.Text));
        Assert.All(desk.Terminal.Log, line => Assert.Equal(desk.Terminal.NowUtc, line.TimeUtc));
    }

    [Fact]
    public void Sleep_InACallback_MovesTheClockAndRunsNothingMeanwhile()
    {
        List<string> order = [];
        Desk desk = Run(probe =>
        {
            probe.BeginInvokeOnMainThread(() => order.Add("posted"));
            probe.Sleep(TimeSpan.FromSeconds(90));
            order.Add("slept");
        });

        desk.Terminal.RunPosted();

        Assert.Equal(["slept", "posted"], order);
        Assert.Equal(Bars[^1].TimeUtc.AddMinutes(1).AddSeconds(90), desk.Terminal.NowUtc);
    }

    [Fact]
    public void Stop_Robot_EndsItAfterTheCall()
    {
        Desk desk = new(Bars);
        RunningAlgo<ProbeBot> bot = desk.Terminal.Attach<ProbeBot>(desk.Chart);

        bot.Instance.Stop();
        desk.Terminal.RunPosted();
        desk.NextBar(105);

        Assert.False(bot.IsRunning);
        Assert.StartsWith("OnStop", bot.Instance.Events[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Member_WithoutAPlatform_SaysSo()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => new Probe().Bars);

        Assert.Contains("Probe.Bars needs a platform", error.Message, StringComparison.Ordinal);
    }

    private static Desk Run(Action<Probe>? onInitialize = null, Action<Probe, int>? onCalculate = null)
    {
        Probe.Script(onInitialize, onCalculate);
        Desk desk = new(Bars);
        desk.Terminal.Attach<Probe>(desk.Chart);
        return desk;
    }
}
