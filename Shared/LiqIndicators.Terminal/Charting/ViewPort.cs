using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <summary>Which bars a chart shows. It follows the newest bar until it is scrolled back, then it stays where it is.</summary>
internal sealed class ViewPort
{
    /// <summary>Pixels per bar at a zoom of 100.</summary>
    public const double BarPixels = 8;

    private const int LeastZoom = 5;
    private const int MostZoom = 500;

    private int _rightMargin;
    private DateTime? _rightTime;
    private int _zoom = 100;

    public ViewPort(double width, int rightMarginBars)
    {
        Width = width;
        _rightMargin = rightMarginBars;
    }

    public double Width { get; set; }

    /// <summary>Percent, drawn into [5, 500].</summary>
    public int Zoom
    {
        get => _zoom;
        set => _zoom = Math.Clamp(value, LeastZoom, MostZoom);
    }

    public double BarWidth => BarPixels * Zoom / 100;

    /// <summary>Bars that fit in.</summary>
    public int SlotCount => Math.Max(1, (int)Math.Floor(Width / BarWidth));

    /// <summary>Place at the right edge; beyond the last bar where room is left there.</summary>
    public int RightSlot(Bars bars) => _rightTime is DateTime time ? bars.OpenTimes.GetIndexByTime(time) : bars.Count - 1 + _rightMargin;

    /// <summary>Place at the left edge; negative where bars do not fill the chart.</summary>
    public int LeftSlot(Bars bars) => RightSlot(bars) - SlotCount + 1;

    public int FirstBar(Bars bars) => Math.Clamp(LeftSlot(bars), 0, Math.Max(0, bars.Count - 1));

    public int LastBar(Bars bars) => Math.Min(bars.Count - 1, Math.Max(0, RightSlot(bars)));

    /// <summary>Moves the right edge; at least one bar stays in sight.</summary>
    /// <returns>How many bars it really moved.</returns>
    public int ScrollTo(Bars bars, int rightSlot)
    {
        int before = RightSlot(bars);
        int last = bars.Count - 1;
        int target = Math.Clamp(rightSlot, 0, Math.Max(0, last + SlotCount - 1));
        _rightTime = target >= last ? null : bars.OpenTimes[target];
        _rightMargin = target >= last ? target - last : _rightMargin;
        return RightSlot(bars) - before;
    }

    /// <summary>Goes back to the newest bar.</summary>
    public void Follow(int rightMarginBars)
    {
        _rightTime = null;
        _rightMargin = rightMarginBars;
    }
}
