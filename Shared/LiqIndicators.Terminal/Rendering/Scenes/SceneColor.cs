using System.Globalization;

namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>A colour with its opacity, not premultiplied; each channel in [0, 255].</summary>
/// <param name="Alpha">Opacity: 0 is invisible, 255 covers.</param>
/// <param name="Red">Red channel.</param>
/// <param name="Green">Green channel.</param>
/// <param name="Blue">Blue channel.</param>
public readonly record struct SceneColor(byte Alpha, byte Red, byte Green, byte Blue)
{
    /// <summary>An opaque colour from <c>0xRRGGBB</c>.</summary>
    public static SceneColor FromRgb(int rgb) => new(255, (byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    /// <summary>Draws nothing.</summary>
    public static SceneColor Transparent => default;

    /// <summary>Brightness as the eye weighs it (Rec. 709 weights on the channels as they are), in [0, 1].</summary>
    public double Luma => ((0.2126 * Red) + (0.7152 * Green) + (0.0722 * Blue)) / 255;

    /// <summary>The same hue with another opacity.</summary>
    public SceneColor WithAlpha(byte alpha) => this with { Alpha = alpha };

    /// <summary>The same hue, its opacity multiplied by <paramref name="opacity"/>, a fraction clamped to [0, 1].</summary>
    public SceneColor Faded(double opacity) =>
        this with { Alpha = (byte)Math.Round(Alpha * Math.Clamp(double.IsNaN(opacity) ? 1 : opacity, 0, 1)) };

    /// <summary><c>#AARRGGBB</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"#{Alpha:X2}{Red:X2}{Green:X2}{Blue:X2}");
}
