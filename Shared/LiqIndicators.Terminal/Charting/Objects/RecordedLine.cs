using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>What all lines and outlines share.</summary>
internal abstract class RecordedLine : RecordedObject
{
    private Color _color;
    private int _thickness;
    private LineStyle _lineStyle;

    protected RecordedLine(RecordingArea area, string name, ChartObjectType objectType, LineLook look)
        : base(area, name, objectType)
    {
        (_color, _thickness, _lineStyle) = look;
    }

    public Color Color
    {
        get => _color;
        set => Set(ref _color, value);
    }

    public int Thickness
    {
        get => _thickness;
        set => Set(ref _thickness, value);
    }

    public LineStyle LineStyle
    {
        get => _lineStyle;
        set => Set(ref _lineStyle, value);
    }
}
