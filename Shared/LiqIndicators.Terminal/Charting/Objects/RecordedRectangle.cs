using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>A rectangle between two corners.</summary>
internal sealed class RecordedRectangle : RecordedSpan, ChartRectangle
{
    private bool _isFilled;

    public RecordedRectangle(RecordingArea area, string name, Corners corners, LineLook look)
        : base(area, name, ChartObjectType.Rectangle, corners, look)
    {
    }

    public bool IsFilled
    {
        get => _isFilled;
        set => Set(ref _isFilled, value);
    }
}
