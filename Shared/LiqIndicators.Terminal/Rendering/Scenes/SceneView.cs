using System.Globalization;

namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>Which bars are in sight.</summary>
public sealed record SceneView
{
    /// <summary>Bars from <paramref name="firstBar"/> on, and room to their right.</summary>
    /// <param name="firstBar">Index of the leftmost bar; may be negative or beyond the last bar.</param>
    /// <param name="barCount">Bars in sight; in [1, 20000].</param>
    /// <param name="rightMarginBars">Empty room after the last of them, in bars; in [0, 1000].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public SceneView(int firstBar, int barCount, int rightMarginBars = 0)
    {
        FirstBar = firstBar;
        BarCount = InRange(barCount, 1, 20_000, nameof(barCount));
        RightMarginBars = InRange(rightMarginBars, 0, 1000, nameof(rightMarginBars));
    }

    /// <summary>Index of the leftmost bar.</summary>
    public int FirstBar { get; }

    /// <summary>Bars in sight.</summary>
    public int BarCount { get; }

    /// <summary>Empty room to the right, in bars.</summary>
    public int RightMarginBars { get; }

    /// <summary>Index of the rightmost bar.</summary>
    public int LastBar => FirstBar + BarCount - 1;

    /// <summary>The last <paramref name="barCount"/> of <paramref name="total"/> bars.</summary>
    public static SceneView OfLast(int total, int barCount, int rightMarginBars = 0) =>
        new(Math.Max(0, total - barCount), Math.Max(1, Math.Min(total, barCount)), rightMarginBars);

    private static int InRange(int value, int min, int max, string name) =>
        value >= min && value <= max
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; expected a number in [{min}, {max}]."));
}
