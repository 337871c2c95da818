using cAlgo.API;

namespace LiqIndicators.CTrader.Drawing;

/// <summary>Notices that the user has scrolled, zoomed or resized a chart and has come to rest: only then is it worth drawing again.</summary>
internal sealed class SettledView
{
    private static readonly TimeSpan RestTime = TimeSpan.FromMilliseconds(300);

    private readonly Chart _chart;
    private readonly Func<DateTime> _nowUtc;
    private DateTime? _movedUtc;

    internal SettledView(Chart chart, Func<DateTime> nowUtc)
    {
        _chart = chart;
        _nowUtc = nowUtc;
        chart.ScrollChanged += OnScrolled;
        chart.ZoomChanged += OnZoomed;
        chart.SizeChanged += OnSized;
    }

    /// <summary>Whether the chart has moved and come to rest since the last time it was asked with this answer.</summary>
    internal bool TakeRest()
    {
        if (_movedUtc is not DateTime movedUtc || (_nowUtc() - movedUtc).Duration() < RestTime)
        {
            return false;
        }

        _movedUtc = null;
        return true;
    }

    internal void Leave()
    {
        _chart.ScrollChanged -= OnScrolled;
        _chart.ZoomChanged -= OnZoomed;
        _chart.SizeChanged -= OnSized;
    }

    private void OnScrolled(ChartScrollEventArgs change) => _movedUtc = _nowUtc();

    private void OnZoomed(ChartZoomEventArgs change) => _movedUtc = _nowUtc();

    private void OnSized(ChartSizeEventArgs change) => _movedUtc = _nowUtc();
}
