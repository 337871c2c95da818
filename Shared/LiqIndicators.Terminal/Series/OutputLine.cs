using cAlgo.API;

namespace LiqIndicators.Terminal.Series;

/// <summary>How an output is drawn.</summary>
internal sealed class OutputLine : IndicatorLine
{
    internal OutputLine(OutputAttribute? output)
    {
        Name = output?.Name;
        LineStyle = output?.LineStyle ?? LineStyle.Solid;
        Color = output?.LineColor is { } color ? color : Color.Green;
        Thickness = output?.Thickness ?? 1;
        PlotType = output?.PlotType ?? PlotType.Line;
    }

    public string? Name { get; }

    public LineStyle LineStyle { get; set; }

    public Color Color { get; set; }

    public float Thickness { get; set; }

    public bool IsVisible { get; set; } = true;

    public PlotType PlotType { get; }

    public bool StickToBottom { get; set; }
}
