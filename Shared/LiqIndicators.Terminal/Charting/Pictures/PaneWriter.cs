using cAlgo.API;
using LiqIndicators.Terminal.Charting.Objects;
using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Charting.Pictures;

/// <summary>Writes what is on a recorded pane into a pane of a scene.</summary>
internal sealed class PaneWriter(Bars bars, SceneView view, ControlWriter controls)
{
    /// <summary>Adds drawings and controls. Hidden objects stay out.</summary>
    public ScenePane Write(RecordingArea area, ScenePane pane)
    {
        ChartObject[] shown = [.. area.DrawnObjects.Where(o => !o.IsHidden)];
        return pane with
        {
            Shapes = [.. shown.Select(ShapeOf).OfType<SceneShape>()],
            StaticTexts = [.. shown.OfType<RecordedStaticText>().Select(StaticTextOf)],
            Controls =
            [
                .. area.Controls.Where(c => c.Control.IsVisible && c.Grip is not { IsVisible: false } && c.Time is null && c.Y is null).Select(c => c.Grip is null ? controls.Write(c.Control) : controls.WriteDraggable(c.Grip)),
            ],
            AnchoredControls =
            [
                .. area.Controls.Where(c => c.Control.IsVisible && (c.Time is not null || c.Y is not null)).Select(c =>
                    new SceneAnchoredControl(controls.Write(c.Control), c.Time is DateTime time ? X(time) : null, c.Y)),
            ],
        };
    }

    /// <summary>Adds the lines and fills of an indicator.</summary>
    public ScenePane Write(ScenePane pane, ChartedIndicator indicator) => pane with
    {
        Series = [.. pane.Series, .. indicator.Outputs.Where(o => o.Line.IsVisible).Select(o => SeriesOf(o, showsLastValue: false))],
        Clouds = [.. pane.Clouds, .. indicator.Clouds.Select(CloudOf)],
    };

    /// <summary>Adds all of an indicator to its own window: also title, levels, numbers and last values.</summary>
    public ScenePane WriteWindow(ScenePane pane, ChartedIndicator indicator) => pane with
    {
        Title = indicator.Title,
        Numbers = new SceneNumberFormat(indicator.Digits, Suffix: indicator.IsPercentage ? "%" : "", GroupsThousands: true),
        Levels = [.. indicator.Levels.Select(level => new SceneLevel(level))],
        Series = [.. indicator.Outputs.Where(IsSeen).Select(o => SeriesOf(o, o.ShowsLastValue))],
        Clouds = [.. indicator.Clouds.Select(CloudOf)],
    };

    // Outputs for other algos alone are transparent: they neither stretch the window nor leave a value beside it.
    private static bool IsSeen(ChartedOutput output) => output.Line.IsVisible && output.Line.Color.A > 0;

    private static SceneStaticText StaticTextOf(RecordedStaticText text) =>
        new(text.Text ?? "", text.Color.ToScene(), text.HorizontalAlignment.ToScene(), text.VerticalAlignment.ToScene())
        {
            FontSize = text.FontSize,
            IsBold = text.IsBold,
        };

    private static SceneStroke StrokeOf(RecordedLine line) =>
        new(line.Color.ToScene(), Math.Max(1, line.Thickness), line.LineStyle.ToScene());

    private SceneShape? ShapeOf(ChartObject drawn)
    {
        SceneShape? shape = drawn switch
        {
            // A fill carries the shape; an outline of the same colour would only harden its edge.
            RecordedRectangle { IsFilled: true } r => new SceneRectangle(X(r.Time1), r.Y1, X(r.Time2), r.Y2, r.Color.ToScene()),
            RecordedRectangle r => new SceneRectangle(X(r.Time1), r.Y1, X(r.Time2), r.Y2, null, StrokeOf(r)),
            RecordedTrendLine l => new SceneSegment(X(l.Time1), l.Y1, X(l.Time2), l.Y2, StrokeOf(l)) { ExtendsToInfinity = l.ExtendToInfinity },
            RecordedHorizontalLine l => new SceneHorizontalLine(l.Y, StrokeOf(l)),
            RecordedVerticalLine l => new SceneVerticalLine(X(l.Time), StrokeOf(l)),
            RecordedText t => new SceneText(X(t.Time), t.Y, t.Text ?? "", t.Color.ToScene())
            {
                FontSize = t.FontSize,
                IsBold = t.IsBold,
                Horizontal = t.HorizontalAlignment.ToScene(),
                Vertical = t.VerticalAlignment.ToScene(),
            },
            RecordedIcon i => new SceneIcon(X(i.Time), i.Y, i.IconType.ToScene(), i.Color.ToScene()),
            RecordedStaticText => null,
            _ => throw new NotSupportedException($"No picture of a {drawn.GetType().Name}."),
        };
        return shape is null ? null : shape with { ZIndex = drawn.ZIndex };
    }

    private SceneSeries SeriesOf(ChartedOutput output, bool showsLastValue) =>
        new(
            output.Name,
            output.Line.PlotType.ToScene(),
            ValuesOf(output),
            new SceneStroke(output.Line.Color.ToScene(), output.Line.Thickness, output.Line.LineStyle.ToScene()))
        {
            ShowsLastValue = showsLastValue,
        };

    private SceneCloud CloudOf(ChartedCloud cloud) => new(
        ValuesOf(cloud.First), ValuesOf(cloud.Second), cloud.FirstColor.ToScene().Faded(cloud.Opacity), cloud.SecondColor.ToScene().Faded(cloud.Opacity));

    /// <summary>Values up to the right edge: a line may be written beyond the last bar.</summary>
    private double[] ValuesOf(ChartedOutput output)
    {
        double[] values = new double[Math.Max(bars.Count, view.LastBar + view.RightMarginBars + 2)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = output.Values[i];
        }

        return values;
    }

    private double X(DateTime time) => ChartTimes.IndexOf(bars, time);
}
