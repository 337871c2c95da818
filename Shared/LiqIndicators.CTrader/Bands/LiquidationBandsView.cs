using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.CTrader.Alerts;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.CTrader.Following;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.CTrader.Bands;

/// <summary>Runs the bands' session on a chart: takes new data when a bar closes or the timer ticks, and draws only what changed.</summary>
public sealed class LiquidationBandsView
{
    private readonly Indicator _algo;
    private readonly LiquidationBandsSession _session;
    private readonly LiquidationBandsLook _look;
    private readonly Chart? _chart;
    private readonly BandPainter? _painter;
    private readonly HudPanel? _hud;
    private readonly List<BandShape> _shapes = new();
    private readonly ReadingsWriter<BandReadings> _writer;
    private readonly AlertSink<BandReadings> _alerts;
    private DateTime _drawnBarUtc;

    /// <summary>Starts on the chart of an indicator.</summary>
    /// <param name="algo">The indicator; its <see cref="Algo.Chart"/> may be null, then nothing is drawn.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="look">How to show it.</param>
    /// <param name="write">Writes the readings of a bar to the outputs.</param>
    public LiquidationBandsView(
        Indicator algo, LiquidationBandsOptions options, LiquidationBandsLook look, Action<int, BandReadings> write)
    {
        ArgumentNullException.ThrowIfNull(algo);
        _algo = algo;
        _look = look;
        _session = new LiquidationBandsSession(options with { PriceDigits = algo.Symbol.Digits }, MarketFeedSource.Open(algo));
        _writer = new ReadingsWriter<BandReadings>(algo, _session, write);
        _alerts = new AlertSink<BandReadings>(algo, _session, look.Alerts);
        _chart = algo.Chart;
        if (_chart is not null)
        {
            _painter = new BandPainter(_chart);
            _hud = look.ShowCard ? new HudPanel(_chart, HorizontalAlignment.Left, VerticalAlignment.Top) : null;
        }

        algo.Application.ColorThemeChanged += _ => Draw();
        algo.Timer.Start(look.RefreshTime);
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
        else
        {
            _hud?.Show(_session.Card(ChartTime.NowUtc(_algo)), Palette);
        }

        _alerts.Look();
    }

    private DateTime LastBarUtc => ChartTime.Utc(_algo.Bars.LastBar.OpenTime);

    private ChartPalette Palette => ChartPalette.For(_algo.Application.ColorTheme, _look.Longs, _look.Shorts);

    private void Draw()
    {
        if (_chart is null || _painter is null || _algo.Bars.Count == 0)
        {
            return;
        }

        _drawnBarUtc = LastBarUtc;
        HudCard card = _session.Card(ChartTime.NowUtc(_algo));
        _session.Draw(_shapes);
        _painter.Paint(_shapes, Palette, card.IsStale, _drawnBarUtc, ChartTime.BarLength(_algo.Bars), _algo.Bars.LastBar.Close);
        _hud?.Show(card, Palette);
    }
}
