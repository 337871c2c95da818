using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>A text beside a point.</summary>
internal sealed class RecordedText : RecordedWords, ChartText
{
    private DateTime _time;
    private double _y;

    public RecordedText(RecordingArea area, string name, string text, DateTime time, double y, Color color)
        : base(area, name, ChartObjectType.Text, text, color, VerticalAlignment.Center, HorizontalAlignment.Center)
    {
        _time = time;
        _y = y;
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
}
