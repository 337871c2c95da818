using LiqIndicators.Terminal.Rendering;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Tests.Rendering;

/// <summary>A rendered scene to ask for pixels.</summary>
internal sealed class Picture
{
    private readonly SKColor[] _pixels;

    public Picture(Scene scene)
    {
        using SKBitmap bitmap = SKBitmap.Decode(SceneRenderer.ToPng(scene));
        (Width, Height, _pixels) = (bitmap.Width, bitmap.Height, bitmap.Pixels);
    }

    public int Width { get; }

    public int Height { get; }

    public SceneColor At(double x, double y)
    {
        SKColor color = _pixels[((int)y * Width) + (int)x];
        return new SceneColor(color.Alpha, color.Red, color.Green, color.Blue);
    }

    /// <summary>Smallest box around the pixels that fulfil a condition, or null when none does.</summary>
    public SKRectI? BoxOf(Func<SceneColor, bool> isWanted)
    {
        SKRectI? box = null;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                if (isWanted(At(x, y)))
                {
                    SKRectI pixel = new(x, y, x + 1, y + 1);
                    box = box is SKRectI known ? SKRectI.Union(known, pixel) : pixel;
                }
            }
        }

        return box;
    }
}
