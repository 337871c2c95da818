using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>A line at one value.</summary>
internal sealed class RecordedHorizontalLine : RecordedLine, ChartHorizontalLine
{
    private double _y;

    public RecordedHorizontalLine(RecordingArea area, string name, double y, LineLook look)
        : base(area, name, ChartObjectType.HorizontalLine, look)
    {
        _y = y;
    }

    public double Y
    {
        get => _y;
        set => Set(ref _y, value);
    }
}
