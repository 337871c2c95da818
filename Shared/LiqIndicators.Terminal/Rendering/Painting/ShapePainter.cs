using LiqIndicators.Terminal.Rendering.Fonts;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>Draws objects that stand at bars and values.</summary>
internal static class ShapePainter
{
    private const float TextGap = 4;

    /// <summary>Draws the shapes in front of the candles or behind them, in their order.</summary>
    public static void Paint(PaneCanvas pane, IReadOnlyList<SceneShape> shapes, bool inFront)
    {
        foreach (SceneShape shape in shapes.Where(s => s.ZIndex >= 0 == inFront).OrderBy(s => s.ZIndex))
        {
            Paint(pane, shape);
        }
    }

    private static void Paint(PaneCanvas pane, SceneShape shape)
    {
        switch (shape)
        {
            case SceneRectangle rectangle when AreNumbers(rectangle.X1, rectangle.Y1, rectangle.X2, rectangle.Y2):
                PaintRectangle(pane, rectangle);
                break;
            case SceneEllipse ellipse when AreNumbers(ellipse.X1, ellipse.Y1, ellipse.X2, ellipse.Y2):
                using (SKPath path = new())
                {
                    path.AddOval(pane.BoxOf(ellipse.X1, ellipse.Y1, ellipse.X2, ellipse.Y2));
                    PaintPath(pane, path, ellipse.Fill, ellipse.Border);
                }

                break;
            case ScenePolygon polygon when polygon.Points.Count >= 3 && polygon.Points.All(p => AreNumbers(p.X, p.Y)):
                using (SKPath path = new())
                {
                    path.AddPoly([.. polygon.Points.Select(p => pane.PointOf(p.X, p.Y))], close: true);
                    PaintPath(pane, path, polygon.Fill, polygon.Border);
                }

                break;
            case SceneSegment segment when AreNumbers(segment.X1, segment.Y1, segment.X2, segment.Y2):
                PaintSegment(pane, segment);
                break;
            case SceneHorizontalLine line when AreNumbers(line.Y):
                float y = Crisp(pane.PointOf(0, line.Y).Y, line.Stroke);
                PaintLine(pane, new SKPoint(pane.Pane.Left, y), new SKPoint(pane.Pane.Right, y), line.Stroke);
                break;
            case SceneVerticalLine line when AreNumbers(line.X):
                float x = Crisp(pane.PointOf(line.X, pane.Pane.Range.Low).X, line.Stroke);
                PaintLine(pane, new SKPoint(x, pane.Pane.Top), new SKPoint(x, pane.Pane.Bottom), line.Stroke);
                break;
            case SceneText text when AreNumbers(text.X, text.Y):
                PaintText(pane, text);
                break;
            case SceneIcon icon when AreNumbers(icon.X, icon.Y):
                PaintIcon(pane, icon);
                break;
            default:
                // A coordinate is NaN: the value is not available, so there is nothing to show.
                break;
        }
    }

    private static void PaintRectangle(PaneCanvas pane, SceneRectangle rectangle)
    {
        SKRectI box = pane.BoxOf(rectangle.X1, rectangle.Y1, rectangle.X2, rectangle.Y2);
        if (rectangle.Fill is SceneColor fill)
        {
            using SKPaint paint = Paints.Fill(fill);
            pane.Canvas.DrawRect(box, paint);
        }

        if (rectangle.Border is SceneStroke border)
        {
            using SKPaint paint = Paints.Line(border);
            pane.Canvas.DrawRect(SKRect.Create(box.Left + 0.5f, box.Top + 0.5f, Math.Max(0, box.Width - 1), Math.Max(0, box.Height - 1)), paint);
        }
    }

    private static void PaintPath(PaneCanvas pane, SKPath path, SceneColor? fill, SceneStroke? border)
    {
        if (fill is SceneColor inside)
        {
            using SKPaint paint = Paints.Fill(inside, smooth: true);
            pane.Canvas.DrawPath(path, paint);
        }

        if (border is not null)
        {
            using SKPaint paint = Paints.Line(border);
            pane.Canvas.DrawPath(path, paint);
        }
    }

    private static void PaintSegment(PaneCanvas pane, SceneSegment segment)
    {
        SKPoint start = pane.PointOf(segment.X1, segment.Y1);
        SKPoint end = pane.PointOf(segment.X2, segment.Y2);
        if (segment.ExtendsToInfinity && start != end)
        {
            SKPoint direction = end - start;
            float scale = (pane.Pane.Width + pane.Pane.Height) * 2 / direction.Length;
            end = start + new SKPoint(direction.X * scale, direction.Y * scale);
        }

        if (start.Y == end.Y)
        {
            start.Y = end.Y = Crisp(start.Y, segment.Stroke);
        }

        if (start.X == end.X)
        {
            start.X = end.X = Crisp(start.X, segment.Stroke);
        }

        PaintLine(pane, start, end, segment.Stroke);
        if (segment.HasArrowHead && start != end)
        {
            PaintArrowHead(pane, start, end, segment.Stroke);
        }
    }

    private static void PaintArrowHead(PaneCanvas pane, SKPoint start, SKPoint end, SceneStroke stroke)
    {
        SKPoint direction = end - start;
        float size = 6 + (2 * (float)stroke.Width);
        SKPoint along = new(direction.X / direction.Length * size, direction.Y / direction.Length * size);
        SKPoint across = new(-along.Y * 0.5f, along.X * 0.5f);
        using SKPath path = new();
        path.AddPoly([end, end - along + across, end - along - across], close: true);
        using SKPaint paint = Paints.Fill(stroke.Color, smooth: true);
        pane.Canvas.DrawPath(path, paint);
    }

    private static void PaintLine(PaneCanvas pane, SKPoint start, SKPoint end, SceneStroke stroke)
    {
        using SKPaint paint = Paints.Line(stroke);
        pane.Canvas.DrawLine(start, end, paint);
    }

    private static void PaintText(PaneCanvas pane, SceneText text)
    {
        using Letters letters = new(text.FontSize, text.IsBold);
        SKSize size = letters.Measure(text.Text);
        SKPoint anchor = pane.PointOf(text.X, text.Y);
        float left = text.Horizontal switch
        {
            SceneHorizontal.Left => anchor.X - TextGap - size.Width,
            SceneHorizontal.Right => anchor.X + TextGap,
            _ => anchor.X - (size.Width / 2),
        };
        float top = text.Vertical switch
        {
            SceneVertical.Top => anchor.Y - size.Height,
            SceneVertical.Bottom => anchor.Y,
            _ => anchor.Y - (size.Height / 2),
        };
        letters.Draw(pane.Canvas, text.Text, left, top, text.Color, size.Width, text.Horizontal switch
        {
            SceneHorizontal.Left => SceneHorizontal.Right,
            SceneHorizontal.Right => SceneHorizontal.Left,
            _ => SceneHorizontal.Center,
        });
    }

    private static void PaintIcon(PaneCanvas pane, SceneIcon icon)
    {
        using SKPath path = IconPath.Of(icon.Kind);
        SKPoint centre = pane.PointOf(icon.X, icon.Y);
        path.Transform(SKMatrix.CreateTranslation(MathF.Floor(centre.X) + 0.5f, MathF.Round(centre.Y)));
        using SKPaint paint = Paints.Fill(icon.Color, smooth: true);
        pane.Canvas.DrawPath(path, paint);
    }

    /// <summary>Centre of the pixels a straight line covers: one of odd width lies on a half.</summary>
    private static float Crisp(float position, SceneStroke stroke) =>
        (int)Math.Round(stroke.Width) % 2 == 0 ? MathF.Round(position) : MathF.Floor(position) + 0.5f;

    private static bool AreNumbers(params ReadOnlySpan<double> coordinates)
    {
        foreach (double coordinate in coordinates)
        {
            if (double.IsNaN(coordinate))
            {
                return false;
            }
        }

        return true;
    }
}
