using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Rendering.Layout;

/// <summary>Where a pane lies in the picture and how its values map to pixels.</summary>
/// <param name="Left">First pixel column.</param>
/// <param name="Top">First pixel row.</param>
/// <param name="Right">Column after the last one.</param>
/// <param name="Bottom">Row after the last one.</param>
/// <param name="Range">Values at the bottom and the top edge.</param>
public sealed record PaneLayout(int Left, int Top, int Right, int Bottom, SceneRange Range)
{
    /// <summary>Pixels across.</summary>
    public int Width => Right - Left;

    /// <summary>Pixels down.</summary>
    public int Height => Bottom - Top;

    /// <summary>Vertical position of a value in pixels, growing downwards; infinities give an edge far outside, NaN gives NaN.</summary>
    public double YOf(double value)
    {
        if (double.IsInfinity(value))
        {
            return value > 0 ? Top - (double)Height : Bottom + (double)Height;
        }

        return Top + ((Range.High - value) / Range.Span * Height);
    }
}
