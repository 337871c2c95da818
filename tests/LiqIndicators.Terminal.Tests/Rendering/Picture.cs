using LiqIndicators.Terminal.Rendering;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Tests.Rendering;

/// <summary>A rendered scene to ask for pixels.</summary>
internal sealed class Picture : IDisposable
{
    private readonly SKBitmap _bitmap;

    public Picture(Scene scene) => _bitmap = SKBitmap.Decode(SceneRenderer.ToPng(scene));

    public int Width => _bitmap.Width;

    public int Height => _bitmap.Height;

    public SceneColor At(double x, double y)
    {
        SKColor color = _bitmap.GetPixel((int)x, (int)y);
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

    public void Dispose() => _bitmap.Dispose();
}
