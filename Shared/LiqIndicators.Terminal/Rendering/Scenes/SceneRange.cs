using System.Globalization;

namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>What a pane shows from its bottom edge to its top edge.</summary>
public sealed record SceneRange
{
    /// <summary>A range of the pane's unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite, or <paramref name="low"/> is not below <paramref name="high"/>.</exception>
    public SceneRange(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low >= high)
        {
            throw new ArgumentOutOfRangeException(
                nameof(low), low, string.Create(CultureInfo.InvariantCulture, $"low is {low}, high is {high}; expected finite numbers, low < high."));
        }

        Low = low;
        High = high;
    }

    /// <summary>Value at the bottom edge.</summary>
    public double Low { get; }

    /// <summary>Value at the top edge.</summary>
    public double High { get; }

    /// <summary>Distance from bottom to top; &gt; 0.</summary>
    public double Span => High - Low;
}
