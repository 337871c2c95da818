using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>A line or shape between two points.</summary>
internal abstract class RecordedSpan : RecordedLine
{
    private DateTime _time1;
    private DateTime _time2;
    private double _y1;
    private double _y2;

    protected RecordedSpan(RecordingArea area, string name, ChartObjectType objectType, Corners corners, LineLook look)
        : base(area, name, objectType, look)
    {
        (_time1, _y1, _time2, _y2) = corners;
    }

    public DateTime Time1
    {
        get => _time1;
        set => Set(ref _time1, value);
    }

    public DateTime Time2
    {
        get => _time2;
        set => Set(ref _time2, value);
    }

    public double Y1
    {
        get => _y1;
        set => Set(ref _y1, value);
    }

    public double Y2
    {
        get => _y2;
        set => Set(ref _y2, value);
    }
}
