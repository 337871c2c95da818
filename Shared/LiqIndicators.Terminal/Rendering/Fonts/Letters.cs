using System.Text;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering.Fonts;

/// <summary>Measures and draws text in one face and size. Digits share one width, so that numbers stand in columns.</summary>
internal sealed class Letters : IDisposable
{
    private readonly SKFont _font;
    private readonly float _digitWidth;
    private readonly float _capHeight;

    /// <summary>A face in a size.</summary>
    /// <param name="size">Pixels; a NaN, infinite or non-positive size means <see cref="SceneStaticText.DefaultFontSize"/>.</param>
    /// <param name="isBold">Whether the heavier face is used.</param>
    public Letters(double size, bool isBold = false)
    {
        double pixels = double.IsFinite(size) && size > 0 ? size : SceneStaticText.DefaultFontSize;
        _font = new SKFont(isBold ? EmbeddedFonts.SemiBold : EmbeddedFonts.Regular, (float)pixels)
        {
            Edging = SKFontEdging.Antialias,
            Hinting = SKFontHinting.None,
            Subpixel = true,
        };
        _digitWidth = _font.GetGlyphWidths([_font.GetGlyph('0')])[0];
        _capHeight = _font.Metrics.CapHeight;
        LineHeight = MathF.Ceiling((float)pixels * 1.35f);
    }

    /// <summary>Distance from one line to the next, in pixels.</summary>
    public float LineHeight { get; }

    /// <summary>Width and height of the text with its lines, in pixels.</summary>
    public SKSize Measure(string text)
    {
        string[] lines = Lines(text);
        float width = 0;
        foreach (string line in lines)
        {
            width = Math.Max(width, Place(line).Width);
        }

        return new SKSize(width, lines.Length * LineHeight);
    }

    /// <summary>Draws the text with its top left corner at a point of the canvas.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="text">What to write.</param>
    /// <param name="left">Left edge of the box.</param>
    /// <param name="top">Top edge of the box.</param>
    /// <param name="color">Colour of the letters.</param>
    /// <param name="boxWidth">Width of the box within which lines are aligned; NaN takes the widest line.</param>
    /// <param name="alignment">Where a line lies within the box.</param>
    public void Draw(
        SKCanvas canvas, string text, float left, float top, SceneColor color, float boxWidth = float.NaN, SceneHorizontal alignment = SceneHorizontal.Left)
    {
        float width = float.IsNaN(boxWidth) ? Measure(text).Width : boxWidth;
        using SKPaint paint = new() { Color = color.ToSkia(), IsAntialias = true };
        foreach (string line in Lines(text))
        {
            (ushort[] glyphs, float[] positions, float lineWidth) = Place(line);
            float shift = alignment switch
            {
                SceneHorizontal.Right => width - lineWidth,
                SceneHorizontal.Center or SceneHorizontal.Stretch => (width - lineWidth) / 2,
                _ => 0,
            };

            // Whole pixels: letters of the same word look the same wherever they stand.
            float baseline = MathF.Round(top + ((LineHeight + _capHeight) / 2));
            if (glyphs.Length > 0)
            {
                using SKTextBlobBuilder builder = new();
                builder.AddHorizontalRun(glyphs, _font, positions, baseline);
                using SKTextBlob? blob = builder.Build();
                if (blob is not null)
                {
                    canvas.DrawText(blob, MathF.Round(left + shift), 0, paint);
                }
            }

            top += LineHeight;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _font.Dispose();

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private (ushort[] Glyphs, float[] Positions, float Width) Place(string line)
    {
        List<ushort> glyphs = new(line.Length);
        List<bool> isDigit = new(line.Length);
        foreach (Rune rune in line.EnumerateRunes())
        {
            glyphs.Add(_font.GetGlyph(rune.Value));
            isDigit.Add(rune.Value is >= '0' and <= '9');
        }

        ushort[] all = [.. glyphs];
        float[] widths = _font.GetGlyphWidths(all);
        float[] positions = new float[all.Length];
        float x = 0;
        for (int i = 0; i < all.Length; i++)
        {
            float advance = isDigit[i] ? _digitWidth : widths[i];
            positions[i] = x + ((advance - widths[i]) / 2);
            x += advance;
        }

        return (all, positions, x);
    }
}
