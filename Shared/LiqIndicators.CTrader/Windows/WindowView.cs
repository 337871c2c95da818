using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.CTrader.Alerts;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.CTrader.Following;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Following;

namespace LiqIndicators.CTrader.Windows;

/// <summary>Runs a session behind an indicator with its own window: outputs, line of text, drawings on the price chart, alerts.</summary>
/// <typeparam name="TReadings">What the session tells per bar.</typeparam>
public class WindowView<TReadings>
    where TReadings : struct
{
    private static readonly TimeSpan RefreshTime = TimeSpan.FromSeconds(30);

    private readonly Indicator _algo;
    private readonly WindowSession<TReadings> _session;
    private readonly WindowLook _look;
    private readonly ReadingsWriter<TReadings> _writer;
    private readonly AlertSink<TReadings> _alerts;
    private readonly WindowPainter? _painter;
    private readonly ChartDrawing _drawing = new();
    private DateTime _drawnBarUtc;

    /// <summary>Starts on the chart of an indicator.</summary>
    /// <param name="algo">The indicator; its <see cref="Algo.Chart"/> may be null, then nothing is drawn.</param>
    /// <param name="open">Opens the session on a market.</param>
    /// <param name="look">How to show it.</param>
    /// <param name="write">Writes the readings of a bar to the outputs.</param>
    private protected WindowView(
        Indicator algo, Func<IMarketFeed, WindowSession<TReadings>> open, WindowLook look, Action<int, TReadings> write)
    {
        ArgumentNullException.ThrowIfNull(algo);
        _algo = algo;
        _look = look;
        _session = open(MarketFeedSource.Open(algo));
        _writer = new ReadingsWriter<TReadings>(algo, _session, write);
        _alerts = new AlertSink<TReadings>(algo, _session, look.Alerts);
        _painter = algo.Chart is null ? null : new WindowPainter(algo.Chart, algo.IndicatorArea, "Liq" + algo.GetType().Name);
        algo.Application.ColorThemeChanged += _ => Draw();
        algo.Timer.Start(RefreshTime);
    }

    /// <summary>Writes what was known when a bar of the chart closed, or is known now for the last bar, and draws what is new.</summary>
    /// <param name="index">Index of the bar.</param>
    public void Calculate(int index)
    {
        bool isNew = _writer.Calculate(index);
        if (_algo.IsLastBar)
        {
            _alerts.Look();
            if (isNew || _drawnBarUtc != LastBarUtc)
            {
                Draw();
            }
        }
    }

    /// <summary>Goes on while the broker sends nothing; call from the timer.</summary>
    public void Refresh()
    {
        if (_writer.Refresh())
        {
            Draw();
        }
        else if (_look.ShowsText)
        {
            _painter?.Write(_session.Card(ChartTime.NowUtc(_algo)), Palette);
        }

        _alerts.Look();
    }

    private DateTime LastBarUtc => ChartTime.Utc(_algo.Bars.LastBar.OpenTime);

    private ChartPalette Palette => ChartPalette.For(_algo.Application.ColorTheme, _look.Longs, _look.Shorts);

    private void Draw()
    {
        if (_painter is null || _algo.Bars.Count == 0)
        {
            return;
        }

        _drawnBarUtc = LastBarUtc;
        _session.Draw(_drawing, _drawnBarUtc, ChartTime.BarLength(_algo.Bars));
        _painter.Paint(_drawing, Palette);
        if (_look.ShowsText)
        {
            _painter.Write(_session.Card(ChartTime.NowUtc(_algo)), Palette);
        }
    }
}
