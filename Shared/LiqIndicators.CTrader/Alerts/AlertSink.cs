using System.Runtime.CompilerServices;
using cAlgo.API;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.Sessions.Alerts;
using LiqIndicators.Sessions.Following;

namespace LiqIndicators.CTrader.Alerts;

/// <summary>Tells the user what a session watches: log, sound, popup. Only of now, never of history.</summary>
internal sealed class AlertSink<TReadings>
    where TReadings : struct
{
    private readonly Indicator _algo;
    private readonly MarketSession<TReadings> _session;
    private readonly AlertChoice _choice;
    private readonly AlertDesk<TReadings> _desk;
    private readonly ChartMemory _memory;
    private readonly List<string> _texts = new();
    private bool _canPopUp = true;

    internal AlertSink(Indicator algo, MarketSession<TReadings> session, AlertChoice choice)
    {
        _algo = algo;
        _session = session;
        _choice = choice;
        _desk = new AlertDesk<TReadings>(session.Watches, TimeSpan.FromMinutes(choice.CoolDownMinutes));

        // What is told does not depend on the chart's time frame, so neither does the pause after it.
        _memory = new ChartMemory(algo, "Alerts", isPerTimeFrame: false);
        if (choice.IsOn && _memory.Read() is string kept && !_desk.TryResume(kept, ChartTime.NowUtc(algo)))
        {
            _memory.Discard(kept);
        }
    }

    /// <summary>Looks at what is known now.</summary>
    internal void Look()
    {
        if (!_choice.IsOn || _algo.Bars.Count == 0)
        {
            return;
        }

        DateTime nowUtc = ChartTime.NowUtc(_algo);
        _desk.Look(nowUtc, ChartTime.Utc(_algo.Bars.LastBar.OpenTime), _session.ReadingsAsOf(nowUtc), _algo.Bars.LastBar.Close, _texts);
        foreach (string text in _texts)
        {
            Tell($"{_algo.SymbolName} {text}");
        }

        if (_texts.Count > 0)
        {
            _memory.Write(_desk.ToText());
            _memory.Flush();
        }
    }

    private void Tell(string text)
    {
        _algo.Print(text);
        if (_choice.PlaysSound)
        {
            _algo.Notifications.PlaySound(SoundType.Announcement);
        }

        if (_choice.ShowsPopup && _canPopUp)
        {
            try
            {
                ShowPopup(text);
            }
            catch (Exception e) when (e is MissingMethodException or TypeLoadException)
            {
                _canPopUp = false;
                _algo.Print("This version of the platform has no popups; alerts stay in the log.");
            }
        }
    }

    // Apart, so that a platform without the method fails here and not where the sink is made.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ShowPopup(string text) => _algo.Notifications.ShowPopup("LiqIndicators", text, PopupNotificationState.Information);
}
