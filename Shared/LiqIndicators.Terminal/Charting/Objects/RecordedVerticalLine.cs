using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>A line at one time.</summary>
internal sealed class RecordedVerticalLine : RecordedLine, ChartVerticalLine
{
    private DateTime _time;

    public RecordedVerticalLine(RecordingArea area, string name, DateTime time, LineLook look)
        : base(area, name, ChartObjectType.VerticalLine, look)
    {
        _time = time;
    }

    public DateTime Time
    {
        get => _time;
        set => Set(ref _time, value);
    }
}
