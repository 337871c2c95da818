using cAlgo.API;
using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Charting.Pictures;

/// <summary>From the platform's words to those of a scene.</summary>
internal static class SceneWords
{
    public static SceneColor ToScene(this Color color) => new(color.A, color.R, color.G, color.B);

    public static SceneHorizontal ToScene(this HorizontalAlignment alignment) => alignment switch
    {
        HorizontalAlignment.Center => SceneHorizontal.Center,
        HorizontalAlignment.Left => SceneHorizontal.Left,
        HorizontalAlignment.Right => SceneHorizontal.Right,
        HorizontalAlignment.Stretch => SceneHorizontal.Stretch,
        _ => throw new ArgumentOutOfRangeException(nameof(alignment), alignment, "Unknown alignment."),
    };

    public static SceneVertical ToScene(this VerticalAlignment alignment) => alignment switch
    {
        VerticalAlignment.Center => SceneVertical.Center,
        VerticalAlignment.Top => SceneVertical.Top,
        VerticalAlignment.Bottom => SceneVertical.Bottom,
        VerticalAlignment.Stretch => SceneVertical.Stretch,
        _ => throw new ArgumentOutOfRangeException(nameof(alignment), alignment, "Unknown alignment."),
    };

    public static SceneLineStyle ToScene(this LineStyle style) => style switch
    {
        LineStyle.Solid => SceneLineStyle.Solid,
        LineStyle.Dots => SceneLineStyle.Dots,
        LineStyle.DotsRare => SceneLineStyle.DotsRare,
        LineStyle.DotsVeryRare => SceneLineStyle.DotsVeryRare,
        LineStyle.LinesDots => SceneLineStyle.LinesDots,
        LineStyle.Lines => SceneLineStyle.Lines,
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "Unknown line style."),
    };

    public static SceneSeriesKind ToScene(this PlotType plotType) => plotType switch
    {
        PlotType.Line => SceneSeriesKind.Line,
        PlotType.DiscontinuousLine => SceneSeriesKind.DiscontinuousLine,
        PlotType.Histogram => SceneSeriesKind.Histogram,
        PlotType.Points => SceneSeriesKind.Points,
        _ => throw new ArgumentOutOfRangeException(nameof(plotType), plotType, "Unknown plot type."),
    };

    public static SceneIconKind ToScene(this ChartIconType icon) => icon switch
    {
        ChartIconType.UpArrow => SceneIconKind.UpArrow,
        ChartIconType.DownArrow => SceneIconKind.DownArrow,
        ChartIconType.Circle => SceneIconKind.Circle,
        ChartIconType.Square => SceneIconKind.Square,
        ChartIconType.Diamond => SceneIconKind.Diamond,
        ChartIconType.Star => SceneIconKind.Star,
        ChartIconType.UpTriangle => SceneIconKind.UpTriangle,
        ChartIconType.DownTriangle => SceneIconKind.DownTriangle,
        _ => throw new ArgumentOutOfRangeException(nameof(icon), icon, "Unknown sign."),
    };

    public static SceneThickness ToScene(this Thickness thickness) =>
        new(thickness.Left, thickness.Top, thickness.Right, thickness.Bottom);
}
