using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.CTrader.Following;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Following;

namespace LiqIndicators.CTrader.Windows;

/// <summary>Runs a session behind an indicator with its own window: outputs, line of text, drawings on the price chart, alerts.</summary>
/// <typeparam name="TReadings">What the session tells per bar.</typeparam>
public class WindowView<TReadings> : MarketView<TReadings>
    where TReadings : struct
{
    private readonly WindowSession<TReadings> _session;
    private readonly WindowLook _look;
    private readonly WindowPainter? _painter;
    private readonly ChartDrawing _drawing = new();

    /// <summary>Starts on the chart of an indicator.</summary>
    /// <param name="algo">The indicator; its <see cref="Algo.Chart"/> may be null, then nothing is drawn.</param>
    /// <param name="open">Opens the session on a market.</param>
    /// <param name="look">How to show it.</param>
    /// <param name="data">Where data come from.</param>
    /// <param name="write">Writes the readings of a bar to the outputs.</param>
    private protected WindowView(
        Indicator algo, Func<IMarketFeed, WindowSession<TReadings>> open, WindowLook look, FeedInputs data, Action<int, TReadings> write)
        : this(algo, open, look, new MarketFeeds(algo, data), write)
    {
    }

    private WindowView(
        Indicator algo, Func<IMarketFeed, WindowSession<TReadings>> open, WindowLook look, MarketFeeds feeds, Action<int, TReadings> write)
        : this(algo, open(feeds.Open(algo.SymbolName)), look, feeds, write)
    {
    }

    private WindowView(Indicator algo, WindowSession<TReadings> session, WindowLook look, MarketFeeds feeds, Action<int, TReadings> write)
        : base(algo, feeds, session, look.Alerts, look.Longs, look.Shorts, write)
    {
        _session = session;
        _look = look;
        _painter = algo.Chart is null ? null : new WindowPainter(algo.Chart, algo.IndicatorArea, "Liq" + algo.GetType().Name);
    }

    private protected override void Paint(ChartPalette palette, DateTime lastBarUtc, TimeSpan barLength)
    {
        _session.Draw(_drawing, NowUtc, lastBarUtc, barLength);
        _painter?.Paint(_drawing, palette);
        Write(palette);
    }

    private protected override void Write(ChartPalette palette)
    {
        if (_look.ShowsText)
        {
            _painter?.Write(Card, palette);
        }
    }
}
