using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.CTrader.Following;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.CTrader.Bands;

/// <summary>Shows the bands and their card on the price chart.</summary>
public sealed class LiquidationBandsView : MarketView<BandReadings>
{
    private readonly Indicator _algo;
    private readonly LiquidationBandsSession _session;
    private readonly BandPainter? _bands;
    private readonly HeatPainter? _heat;
    private readonly HistogramPainter? _histogram;
    private readonly BandLabels? _labels;
    private readonly StopOutLine? _stopOut;
    private readonly HudPanel? _hud;
    private readonly bool _labelsStopOut;
    private readonly List<BandShape> _shapes = new();
    private readonly List<HeatCell> _cells = new();
    private readonly List<HistogramRow> _rows = new();

    /// <summary>Starts on the chart of an indicator.</summary>
    /// <param name="algo">The indicator; its <see cref="Algo.Chart"/> may be null, then nothing is drawn.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="look">How to show it.</param>
    /// <param name="data">Where data come from.</param>
    /// <param name="write">Writes the readings of a bar to the outputs.</param>
    public LiquidationBandsView(
        Indicator algo, LiquidationBandsOptions options, LiquidationBandsLook look, FeedInputs data, Action<int, BandReadings> write)
        : this(algo, options, look, new MarketFeeds(algo, data), write)
    {
    }

    private LiquidationBandsView(
        Indicator algo, LiquidationBandsOptions options, LiquidationBandsLook look, MarketFeeds feeds, Action<int, BandReadings> write)
        : this(algo, new LiquidationBandsSession(Fitted(options, look, algo.Symbol.Digits), feeds.Open(algo.SymbolName)), options, look, feeds, write)
    {
    }

    private LiquidationBandsView(
        Indicator algo,
        LiquidationBandsSession session,
        LiquidationBandsOptions options,
        LiquidationBandsLook look,
        MarketFeeds feeds,
        Action<int, BandReadings> write)
        : base(algo, feeds, session, look.Alerts, look.Longs, look.Shorts, write)
    {
        _algo = algo;
        _session = session;
        if (algo.Chart is Chart chart)
        {
            _bands = look.Mode == BandMode.Bands ? new BandPainter(chart) : null;
            _heat = look.Mode == BandMode.Heatmap ? new HeatPainter(chart) : null;
            _histogram = look.Mode == BandMode.Histogram ? new HistogramPainter(chart) : null;
            _labels = new BandLabels(chart);
            _labelsStopOut = StopOutLine.ObjectsWithin(options.MaximumObjects) > 1;
            _stopOut = look.ShowOwnStopOut ? new StopOutLine(algo, Redraw) : null;
            _hud = look.ShowCard ? new HudPanel(algo, "Card") : null;
        }
    }

    private protected override void Paint(ChartPalette palette, DateTime lastBarUtc, TimeSpan barLength)
    {
        if (_stopOut is not null)
        {
            _stopOut.Read();
            _session.OwnStopOutPrice = _stopOut.Price;
            _stopOut.Paint(palette);
        }

        HudCard card = Card;
        _session.Draw(_shapes);
        _bands?.Paint(_shapes, palette, card.IsStale, lastBarUtc, barLength);
        if (_heat is not null)
        {
            _session.DrawHeat(_cells, lastBarUtc + barLength, _algo.Chart.BottomY, _algo.Chart.TopY);
            _heat.Paint(_cells, palette, card.IsStale);
        }

        if (_histogram is not null)
        {
            _session.DrawHistogram(_rows, _algo.Chart.BottomY, _algo.Chart.TopY);
            _histogram.Paint(_rows, palette, card.IsStale);
        }

        _labels?.Paint(_shapes, _labelsStopOut ? _session.OwnStopOutPrice : double.NaN, palette, card.IsStale, _algo.Bars.LastBar.Close);
        _hud?.Show(card, palette);
    }

    private protected override void Write(ChartPalette palette) => _hud?.Show(Card, palette);

    private protected override void Leave()
    {
        _stopOut?.Leave();
        _hud?.Remove();
    }

    private static LiquidationBandsOptions Fitted(LiquidationBandsOptions options, LiquidationBandsLook look, int digits) => options with
    {
        PriceDigits = digits,
        MaximumObjects = options.MaximumObjects - (look.ShowOwnStopOut ? StopOutLine.ObjectsWithin(options.MaximumObjects) : 0),
    };
}
