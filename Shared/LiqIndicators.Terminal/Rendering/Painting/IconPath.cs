using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>Outlines of the signs, centred on the origin, about twelve pixels wide.</summary>
internal static class IconPath
{
    private const float Radius = 6;

    /// <summary>The outline of a sign. The caller disposes of it.</summary>
    public static SKPath Of(SceneIconKind kind)
    {
        SKPath path = new();
        switch (kind)
        {
            case SceneIconKind.Circle:
                path.AddCircle(0, 0, Radius - 1);
                break;
            case SceneIconKind.Square:
                path.AddRect(new SKRect(-5, -5, 5, 5));
                break;
            default:
                path.AddPoly(Corners(kind), close: true);
                break;
        }

        return path;
    }

    private static SKPoint[] Corners(SceneIconKind kind) => kind switch
    {
        SceneIconKind.UpTriangle => [new(0, -5), new(6, 5), new(-6, 5)],
        SceneIconKind.DownTriangle => [new(0, 5), new(-6, -5), new(6, -5)],
        SceneIconKind.Diamond => [new(0, -Radius), new(Radius, 0), new(0, Radius), new(-Radius, 0)],
        SceneIconKind.UpArrow => [new(0, -7), new(6, 0), new(2, 0), new(2, 7), new(-2, 7), new(-2, 0), new(-6, 0)],
        SceneIconKind.DownArrow => [new(0, 7), new(-6, 0), new(-2, 0), new(-2, -7), new(2, -7), new(2, 0), new(6, 0)],
        SceneIconKind.Star => [.. Enumerable.Range(0, 10).Select(StarCorner)],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown sign."),
    };

    private static SKPoint StarCorner(int i)
    {
        double angle = (i * Math.PI / 5) - (Math.PI / 2);
        double radius = i % 2 == 0 ? Radius + 1 : 0.4 * (Radius + 1);
        return new SKPoint((float)(radius * Math.Cos(angle)), (float)(radius * Math.Sin(angle)));
    }
}
