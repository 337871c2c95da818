using cAlgo.API;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>Runs a guard in a robot: its timer and its ticks drive the session, its chart shows the panel.</summary>
public sealed class GuardView
{
    // Markets that are followed at a time; they share what one chart may ask of a venue.
    private const int MostSymbols = 4;

    private static readonly TimeSpan RepeatTime = TimeSpan.FromMinutes(1);

    private readonly Robot _robot;
    private readonly bool _alerts;
    private readonly MarketFeeds _feeds;
    private readonly MarketRisks _risks;
    private readonly GuardSession _session;
    private readonly GuardCard _card;
    private readonly GuardPanel? _panel;
    private readonly GuardMarks? _marks;
    private string? _reported;
    private DateTime _reportedUtc;

    /// <summary>Starts on a robot; its timer is started with it.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="inputs">What its user set.</param>
    /// <param name="data">Where market data come from.</param>
    /// <param name="alerts">Whether alerts are also shown and sounded.</param>
    /// <exception cref="ArgumentException">An input is not what was expected; the message names it.</exception>
    private GuardView(Robot robot, GuardInputs inputs, FeedInputs data, bool alerts)
    {
        _robot = robot;
        _alerts = alerts;
        GuardEnvironment environment = EnvironmentOf(robot);
        GuardOptions policy = inputs.ToPolicy();
        GuardSessionOptions execution = inputs.ToExecution();
        IClock clock = new ChartClock(robot);
        _feeds = new MarketFeeds(robot, data, MostSymbols);
        _risks = new MarketRisks(_feeds.Open, MostSymbols);
        bool isShared = environment is GuardEnvironment.Desktop or GuardEnvironment.CommandLine;
        JournalStore store = new(robot.LocalStorage, isShared, clock, () => _panel?.Flush(), Print);
        _session = new GuardSession(
            new GuardPolicy(policy), execution, new AccountPort(robot), CascadeRiskSource.Given ?? _risks, store, robot.Account.Number, NameOf(robot, clock), clock, Say, environment);
        _card = new GuardCard(_session, policy, execution, environment);
        if (inputs.IsKilled)
        {
            _session.Kill("the input");
        }

        if (robot.Chart is not null)
        {
            _panel = new GuardPanel(robot, OnKill, OnLift);
            _marks = new GuardMarks(robot);
            Show();
        }

        robot.Timer.Start(MarketFeeds.PumpTime);
    }

    /// <summary>What carries out the decisions.</summary>
    internal GuardSession Session => _session;

    /// <summary>Starts a guard, or says what is wrong with an input and stops the robot: half a guard is none.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="inputs">What its user set.</param>
    /// <param name="data">Where market data come from.</param>
    /// <param name="alerts">Whether alerts are also shown and sounded.</param>
    /// <returns>The guard; null when it cannot start.</returns>
    public static GuardView? Start(Robot robot, GuardInputs inputs, FeedInputs data, bool alerts)
    {
        try
        {
            return new GuardView(robot, inputs, data, alerts);
        }
#pragma warning disable CA1031 // The platform would let a robot live on whose start failed, and nothing would guard.
        catch (Exception e)
#pragma warning restore CA1031
        {
            robot.Print((object)$"LeverageGuard does not start: {e.Message}");
            robot.Stop();
            return null;
        }
    }

    /// <summary>Takes new market data, does what is due and refreshes the panel; for the timer.</summary>
    public void OnTimer()
    {
        try
        {
            // The account first: it must not wait for market data to be worked through.
            _session.Step();
            _feeds.Pump();
            if (_risks.Advance(ChartTime.NowUtc(_robot)))
            {
                _session.Step();
            }
        }
        finally
        {
            // A panel that stands still after an error would go on to say that all is well.
            Show();
        }
    }

    /// <summary>Does what is due; for ticks, which may come faster than the timer, or stop.</summary>
    public void OnTick() => _session.Step();

    /// <summary>Writes what is left to write and gives the account free.</summary>
    public void Stop()
    {
        _session.Stop();
        _feeds.Stop();
        _panel?.Remove();
    }

    /// <summary>Makes an exception heard that the platform would only log: a guard that fails silently is worse than none.</summary>
    /// <param name="exception">What was thrown; the same one again is said again after a minute.</param>
    public void Report(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        DateTime nowUtc = ChartTime.NowUtc(_robot);
        if (exception.Message != _reported || nowUtc - _reportedUtc >= RepeatTime)
        {
            _reported = exception.Message;
            _reportedUtc = nowUtc;
            Say(new GuardNotice(
                nowUtc, NoticeLevel.Alert, $"Error inside, this step was not finished; the next second tries again: {exception.Message}"));
        }
    }

    private static GuardEnvironment EnvironmentOf(Robot robot) => robot.IsBacktesting
        ? GuardEnvironment.Backtest
        : robot.Application.EnvironmentType switch
        {
            EnvironmentType.Cloud => GuardEnvironment.Cloud,
            EnvironmentType.CLI => GuardEnvironment.CommandLine,
            _ => GuardEnvironment.Desktop,
        };

    /// <summary>Unlike that of any other run: after a crash nobody can tell a dead run of the same name from one that still lives.</summary>
    private static string NameOf(Robot robot, IClock clock) =>
        FormattableString.Invariant($"{robot.InstanceId.Replace(' ', '-')}-{clock.NowUtc.Ticks}");

    private void OnKill()
    {
        _session.Kill("the button");
        Show();
    }

    private void OnLift()
    {
        _session.Revive();
        Show();
    }

    private void Show()
    {
        if (_panel is not null)
        {
            DateTime nowUtc = ChartTime.NowUtc(_robot);
            ChartPalette palette = ChartPalette.For(_robot.Application.ColorTheme);
            _panel.Show(_card.At(nowUtc), palette, _session.IsKilled, nowUtc);
            _marks?.Look(_session.Status, palette);
        }
    }

    // As one object: what the platform's other overload makes of braces in a text is not documented.
    private void Print(string text) => _robot.Print((object)text);

    private void Say(GuardNotice notice)
    {
        Print(notice.Text);
        if (_alerts && notice.Level == NoticeLevel.Alert)
        {
            _robot.Notifications.PlaySound(SoundType.Announcement);
        }
    }
}
