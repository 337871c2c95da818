using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>A small sign at a point.</summary>
internal sealed class RecordedIcon : RecordedObject, ChartIcon
{
    private ChartIconType _iconType;
    private DateTime _time;
    private double _y;
    private Color _color;

    public RecordedIcon(RecordingArea area, string name, ChartIconType iconType, DateTime time, double y, Color color)
        : base(area, name, ChartObjectType.Icon)
    {
        _iconType = iconType;
        _time = time;
        _y = y;
        _color = color;
    }

    public ChartIconType IconType
    {
        get => _iconType;
        set => Set(ref _iconType, value);
    }

    public DateTime Time
    {
        get => _time;
        set => Set(ref _time, value);
    }

    public double Y
    {
        get => _y;
        set => Set(ref _y, value);
    }

    public Color Color
    {
        get => _color;
        set => Set(ref _color, value);
    }
}
