using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>A text at an edge of the chart.</summary>
internal sealed class RecordedStaticText : RecordedWords, ChartStaticText
{
    public RecordedStaticText(
        RecordingArea area, string name, string text, VerticalAlignment verticalAlignment, HorizontalAlignment horizontalAlignment, Color color)
        : base(area, name, ChartObjectType.StaticText, text, color, verticalAlignment, horizontalAlignment)
    {
    }
}
