using System.Globalization;
using LiqIndicators.Terminal.Rendering.Fonts;
using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Rendering.Layout;

/// <summary>Where everything of a scene lies in its picture.</summary>
public sealed class SceneLayout
{
    /// <summary>Pixels of the axis below the panes.</summary>
    internal const int TimeAxisHeight = 28;

    /// <summary>Pixels of the line between panes.</summary>
    internal const int PaneGap = 1;

    /// <summary>Pixels of the letters on the axes.</summary>
    internal const double AxisFontSize = 11.5;

    private const int LeastAxisWidth = 64;
    private const double PriceTickGap = 56;
    private const double WindowTickGap = 26;
    private const int DefaultBarCount = 160;
    private const int DefaultMargin = 8;

    private readonly double _barsInSight;

    private SceneLayout(SceneView view, PaneLayout price, IReadOnlyList<PaneLayout> windows)
    {
        View = view;
        Price = price;
        Windows = windows;
        _barsInSight = view.BarCount + view.RightMarginBars;
    }

    /// <summary>Bars in sight.</summary>
    public SceneView View { get; }

    /// <summary>The pane of the candles.</summary>
    public PaneLayout Price { get; }

    /// <summary>The indicator windows, from top to bottom.</summary>
    public IReadOnlyList<PaneLayout> Windows { get; }

    /// <summary>Pixels per bar; may be a fraction.</summary>
    public double BarWidth => Price.Width / _barsInSight;

    /// <summary>Lays a scene out.</summary>
    /// <exception cref="ArgumentException">The size or a height share is outside its range.</exception>
    public static SceneLayout Of(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        Check(scene.Width is >= 320 and <= 8000, "Width", scene.Width, "[320, 8000]");
        Check(scene.Height is >= 200 and <= 8000, "Height", scene.Height, "[200, 8000]");
        foreach (ScenePane window in scene.Windows)
        {
            Check(window.HeightShare is > 0 and <= 0.8, "HeightShare", window.HeightShare, "(0, 0.8]");
        }

        SceneView view = scene.View ?? SceneView.OfLast(scene.Candles.Count, DefaultBarCount, DefaultMargin);
        int bottom = scene.Height - TimeAxisHeight;
        int[] heights = WindowHeights(scene, bottom);
        int priceBottom = bottom - heights.Sum() - (heights.Length * PaneGap);
        SceneRange priceRange = scene.Price.Range ?? Scales.OfCandles(scene.Candles, view);
        SceneRange[] windowRanges = [.. scene.Windows.Select(window => window.Range ?? Scales.OfWindow(window, view))];

        int right = scene.Width - AxisWidth(scene, priceRange, priceBottom, windowRanges, heights);
        PaneLayout price = new(0, 0, right, priceBottom, priceRange);
        List<PaneLayout> windows = [];
        int top = priceBottom + PaneGap;
        for (int i = 0; i < heights.Length; i++)
        {
            windows.Add(new PaneLayout(0, top, right, top + heights[i], windowRanges[i]));
            top += heights[i] + PaneGap;
        }

        return new SceneLayout(view, price, windows);
    }

    /// <summary>Horizontal position of a bar's centre in pixels; infinities give an edge far outside, NaN gives NaN.</summary>
    public double XOf(double bar)
    {
        if (double.IsInfinity(bar))
        {
            return bar > 0 ? Price.Right + (double)Price.Width : Price.Left - (double)Price.Width;
        }

        return Price.Left + ((bar - View.FirstBar + 0.5) * BarWidth);
    }

    /// <summary>Step between the numbers on the axis of the price pane.</summary>
    internal static double PriceStep(SceneRange range, int height) => NiceTicks.Step(range.Span, height, PriceTickGap);

    /// <summary>Step between the numbers on the axis of a window.</summary>
    internal static double WindowStep(SceneRange range, int height) => NiceTicks.Step(range.Span, height, WindowTickGap);

    private static int[] WindowHeights(Scene scene, int room)
    {
        double total = scene.Windows.Sum(window => window.HeightShare);

        // However many windows there are, the candles keep a third of the picture.
        double scale = total > 2.0 / 3 ? 2.0 / 3 / total : 1;
        return [.. scene.Windows.Select(window => Math.Max(24, (int)Math.Round(room * window.HeightShare * scale)))];
    }

    private static int AxisWidth(Scene scene, SceneRange priceRange, int priceHeight, SceneRange[] ranges, int[] heights)
    {
        using Letters letters = new(AxisFontSize, isBold: true);
        float widest = Widest(letters, scene.Price.Numbers, priceRange, PriceStep(priceRange, priceHeight));
        for (int i = 0; i < ranges.Length; i++)
        {
            widest = Math.Max(widest, Widest(letters, scene.Windows[i].Numbers, ranges[i], WindowStep(ranges[i], heights[i])));
        }

        return Math.Max(LeastAxisWidth, (int)Math.Ceiling(widest) + 18);
    }

    private static float Widest(Letters letters, SceneNumberFormat numbers, SceneRange range, double step)
    {
        int digits = NiceTicks.Digits(step) + 1;
        return Math.Max(
            letters.Measure(numbers.Format(range.Low, digits)).Width, letters.Measure(numbers.Format(range.High, digits)).Width);
    }

    private static void Check(bool isRight, string name, double value, string expected)
    {
        if (!isRight)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; expected a number in {expected}."));
        }
    }
}
