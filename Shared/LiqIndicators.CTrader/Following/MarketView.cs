using cAlgo.API;
using LiqIndicators.CTrader.Alerts;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.CTrader.Following;

/// <summary>Runs a session on a chart: takes new data when a bar closes or the timer ticks, and draws only what is new.</summary>
/// <typeparam name="TReadings">What the session can be read for at a time.</typeparam>
public abstract class MarketView<TReadings>
    where TReadings : struct
{
    // For what expires by itself; the age of the data is looked at whenever the timer ticks.
    private static readonly TimeSpan RefreshTime = TimeSpan.FromSeconds(30);

    // A month of five-minute bars takes the bands about a second on a fast machine, and a terminal draws nothing meanwhile: it is taken
    // in portions of some 15 ms, with as much time again for everything else.
    private const int MostBars = 150;
    private static readonly TimeSpan PortionTime = TimeSpan.FromMilliseconds(50);

    private readonly Indicator _algo;
    private readonly MarketFeeds _feeds;
    private readonly MarketSession<TReadings> _session;
    private readonly ReadingsWriter<TReadings> _writer;
    private readonly AlertSink<TReadings> _alerts;
    private readonly SettledView? _view;
    private readonly Color? _longs;
    private readonly Color? _shorts;
    private TimeSpan _timer;
    private DateTime _drawnBarUtc;
    private DateTime _refreshedUtc;
    private DataAge _shownAge;

    private protected MarketView(
        Indicator algo,
        MarketFeeds feeds,
        MarketSession<TReadings> session,
        AlertChoice alerts,
        Color? longs,
        Color? shorts,
        Action<int, TReadings> write)
    {
        _algo = algo;
        _feeds = feeds;
        _session = session;
        _longs = longs;
        _shorts = shorts;
        _writer = new ReadingsWriter<TReadings>(algo, session, write, feeds.ShiftsLevels, feeds.IsLive ? MostBars : int.MaxValue);
        _alerts = new AlertSink<TReadings>(algo, session, alerts);
        _view = algo.Chart is Chart chart ? new SettledView(chart, () => ChartTime.NowUtc(algo)) : null;
        algo.Application.ColorThemeChanged += OnColorThemeChanged;
        // An algo has one timer: it drives the feed, and every so often what ages by itself.
        SetTimer();
        feeds.Pump();
    }

    /// <summary>Writes what was known when a bar of the chart closed, or is known now for the last bar, and draws what is new.</summary>
    /// <param name="index">Index of the bar.</param>
    public void Calculate(int index)
    {
        bool isNew = _writer.Calculate(index);
        if (_algo.IsLastBar && !_session.IsBehind)
        {
            _alerts.Look();
            if (isNew || _drawnBarUtc != LastBarUtc || _view?.TakeRest() == true)
            {
                Draw();
            }
        }
    }

    /// <summary>Goes on while the broker sends nothing; call from the timer.</summary>
    public void Refresh()
    {
        _feeds.Pump();
        DateTime nowUtc = ChartTime.NowUtc(_algo);
        bool isDue = (nowUtc - _refreshedUtc).Duration() > RefreshTime - MarketFeeds.PumpTime;
        bool isNew = _writer.Refresh(isDue);
        SetTimer();
        if (_session.IsBehind)
        {
            // What stands on the chart holds until the rest is there.
            return;
        }

        bool hasMoved = _view?.TakeRest() == true;
        DataAge age = DataAge.Of(_session.StatusAt(nowUtc), nowUtc);
        if (!isNew && !isDue && !hasMoved && age == _shownAge)
        {
            return;
        }

        _refreshedUtc = isNew || isDue ? nowUtc : _refreshedUtc;
        if (isNew || hasMoved || age.IsStale != _shownAge.IsStale)
        {
            Draw();
        }
        else
        {
            _shownAge = age;
            Write(Palette);
        }

        _alerts.Look();
    }

    /// <summary>Ends it: nothing is asked for nor drawn for an instance that is gone.</summary>
    public void Stop()
    {
        _feeds.Stop();
        _algo.Application.ColorThemeChanged -= OnColorThemeChanged;
        _view?.Leave();
        Leave();
    }

    /// <summary>What the card or the line of text says now.</summary>
    private protected HudCard Card => _session.Card(NowUtc);

    private protected DateTime NowUtc => ChartTime.NowUtc(_algo);

    private DateTime LastBarUtc => ChartTime.Utc(_algo.Bars.LastBar.OpenTime);

    private ChartPalette Palette => ChartPalette.For(_algo.Application.ColorTheme, _longs, _shorts);

    /// <summary>Puts everything on the chart.</summary>
    /// <param name="palette">Colours.</param>
    /// <param name="lastBarUtc">Opening time of the chart's last bar.</param>
    /// <param name="barLength">Length of the chart's bars.</param>
    private protected abstract void Paint(ChartPalette palette, DateTime lastBarUtc, TimeSpan barLength);

    /// <summary>Rewrites the text alone, for its age.</summary>
    private protected abstract void Write(ChartPalette palette);

    /// <summary>Takes away what the chart would not take away by itself, and keeps what must outlast the instance.</summary>
    private protected virtual void Leave()
    {
    }

    /// <summary>Draws again, for a change that neither bars nor data tell.</summary>
    private protected void Redraw() => Draw();

    private void OnColorThemeChanged(ColorThemeChangeEventArgs change) => Draw();

    private void SetTimer()
    {
        TimeSpan interval = _session.IsBehind ? PortionTime : _feeds.IsLive ? MarketFeeds.PumpTime : RefreshTime;
        if (_timer != interval)
        {
            _timer = interval;
            _algo.Timer.Start(interval);
        }
    }

    private void Draw()
    {
        if (!_session.IsBehind && _algo.Chart is not null && _algo.Bars.Count > 0)
        {
            _drawnBarUtc = LastBarUtc;
            DateTime nowUtc = ChartTime.NowUtc(_algo);
            _shownAge = DataAge.Of(_session.StatusAt(nowUtc), nowUtc);
            Paint(Palette, _drawnBarUtc, ChartTime.BarLength(_algo.Bars));
        }
    }

    /// <summary>What is said of the age of the data: drawn again when this changes.</summary>
    private readonly record struct DataAge(string Text, bool IsStale)
    {
        internal static DataAge Of(FeedStatus status, DateTime nowUtc) =>
            new(NumberText.Age(status.AgeAt(nowUtc)), status.Quality.HasFlag(FeedQuality.Stale));
    }
}
