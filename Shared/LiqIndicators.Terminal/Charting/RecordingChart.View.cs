using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <content>Scrolling, zooming, size and theme, by algos and by the user.</content>
public sealed partial class RecordingChart
{
    private bool _isScrollingEnabled = true;
    private DateTime _edgeTime;
    private int _edgeRoom;

    int Chart.FirstVisibleBarIndex => View.FirstBar(ShownBars);

    int Chart.LastVisibleBarIndex => View.LastBar(ShownBars);

    int Chart.MaxVisibleBars => View.SlotCount;

    bool Chart.IsScrollingEnabled
    {
        get => _isScrollingEnabled;
        set => _isScrollingEnabled = value;
    }

    int Chart.ZoomLevel
    {
        get => View.Zoom;
        set => Zoom(value);
    }

    void Chart.ScrollXBy(int bars) => ScrollTo(View.RightSlot(ShownBars) + bars);

    void Chart.ScrollXTo(int barIndex) => ScrollTo(barIndex + View.SlotCount - 1);

    void Chart.ScrollXTo(DateTime time) => ScrollTo((int)Math.Floor(ChartTimes.IndexOf(ShownBars, time)) + View.SlotCount - 1);

    /// <summary>The user drags the chart; nothing happens while an algo forbids it.</summary>
    /// <param name="bars">Bars towards the newer ones; negative goes back.</param>
    public void ScrollAsUser(int bars)
    {
        if (_isScrollingEnabled)
        {
            ScrollTo(View.RightSlot(ShownBars) + bars);
        }
    }

    /// <summary>The user zooms.</summary>
    /// <param name="zoomLevel">Percent; drawn into [5, 500].</param>
    public void ZoomAsUser(int zoomLevel) => Zoom(zoomLevel);

    /// <summary>The window takes another size.</summary>
    /// <param name="width">Width of the panes in pixels; &gt; 0.</param>
    /// <param name="height">Height of the price pane in pixels; &gt; 0.</param>
    public void Resize(double width, double height)
    {
        View.Width = width;
        SetHeight(height);
        RaiseSize();
        foreach (RecordingIndicatorArea area in _areas.ToArray())
        {
            area.RaiseSize();
        }
    }

    /// <summary>The terminal takes another theme: the chart takes its colours and says so.</summary>
    public void ChangeTheme(ColorTheme theme)
    {
        Theme = theme;
        _colors.Take(theme);
    }

    /// <summary>The chart is shown or covered by another one.</summary>
    public void SetVisible(bool isVisible)
    {
        if (_isVisible != isVisible)
        {
            _isVisible = isVisible;
            VisibilityChangedEvent.Raise(ChartHost, "VisibilityChanged", new ChartVisibilityChangedEventArgs(this));
        }
    }

    /// <summary>The chart becomes the active one or ceases to be.</summary>
    public void SetActive(bool isActive)
    {
        if (_isActive != isActive)
        {
            _isActive = isActive;
            (isActive ? ActivatedEvent : DeactivatedEvent).Raise(
                ChartHost, isActive ? "Activated" : "Deactivated", new ChartActivationChangedEventArgs(this));
        }
    }

    /// <summary>Bars were added: a chart that follows them has moved.</summary>
    internal void NoteBarsChanged()
    {
        // Measured from the bar that was last in sight: history that loads before it shifts indices, not the view.
        int before = ShownBars.OpenTimes.GetIndexByTime(_edgeTime) + _edgeRoom;
        int delta = _edgeTime == default ? 0 : View.RightSlot(ShownBars) - before;
        NoteEdge();
        if (delta != 0 && _options.RaisesScrollOnNewBar)
        {
            RaiseScrollOfAll(delta);
        }
    }

    private void ScrollTo(int rightSlot)
    {
        ChartHost.CheckAccess();
        if (ShownBars.Count == 0)
        {
            return;
        }

        int moved = View.ScrollTo(ShownBars, rightSlot);
        NoteEdge();
        if (moved != 0)
        {
            RaiseScrollOfAll(moved);
        }
    }

    /// <summary>Remembers the last bar in sight and the room to its right.</summary>
    private void NoteEdge()
    {
        int last = View.LastBar(ShownBars);
        _edgeTime = last >= 0 ? ShownBars.OpenTimes[last] : default;
        _edgeRoom = View.RightSlot(ShownBars) - last;
    }

    private void RaiseScrollOfAll(int bars)
    {
        RaiseScroll(bars, 0, 0);
        foreach (RecordingIndicatorArea area in _areas.ToArray())
        {
            area.RaiseScroll(bars, 0, 0);
        }
    }

    private void Zoom(int zoomLevel)
    {
        ChartHost.CheckAccess();
        int before = View.Zoom;
        View.Zoom = zoomLevel;
        if (View.Zoom != before)
        {
            ZoomChangedEvent.Raise(ChartHost, "ZoomChanged", new ChartZoomEventArgs(this));
        }
    }
}
