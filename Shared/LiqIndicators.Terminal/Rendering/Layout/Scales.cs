using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Rendering.Layout;

/// <summary>Derives the scale of a pane that does not give one.</summary>
internal static class Scales
{
    private const double Padding = 0.08;
    private const double TitleRoom = 0.2;

    /// <summary>From the candles in sight alone: a drawing far away never squashes them.</summary>
    public static SceneRange OfCandles(IReadOnlyList<SceneCandle> candles, SceneView view)
    {
        Extent extent = new();
        for (int bar = Math.Max(0, view.FirstBar); bar <= Math.Min(candles.Count - 1, view.LastBar); bar++)
        {
            if (candles[bar].IsComplete)
            {
                extent.Add(candles[bar].Low);
                extent.Add(candles[bar].High);
            }
        }

        return extent.ToRange(Padding);
    }

    /// <summary>From the values in sight, the levels, and zero where bars grow from it.</summary>
    public static SceneRange OfWindow(ScenePane pane, SceneView view)
    {
        Extent extent = new();
        foreach (SceneSeries series in pane.Series)
        {
            if (series.Kind == SceneSeriesKind.Histogram)
            {
                extent.Add(0);
            }

            AddInSight(ref extent, series.Values, view);
        }

        foreach (SceneCloud cloud in pane.Clouds)
        {
            AddInSight(ref extent, cloud.First, view);
            AddInSight(ref extent, cloud.Second, view);
        }

        foreach (SceneLevel level in pane.Levels)
        {
            extent.Add(level.Value);
        }

        SceneRange range = extent.ToRange(Padding);

        // Titles and texts stand over the top of a window.
        return pane.Title.Length > 0 ? new SceneRange(range.Low, range.High + ((range.High - range.Low) * TitleRoom)) : range;
    }

    private static void AddInSight(ref Extent extent, IReadOnlyList<double> values, SceneView view)
    {
        int last = Math.Min(values.Count - 1, view.LastBar + view.RightMarginBars);
        for (int bar = Math.Max(0, view.FirstBar); bar <= last; bar++)
        {
            extent.Add(values[bar]);
        }
    }

    private struct Extent
    {
        private double? _low;
        private double? _high;

        public void Add(double value)
        {
            if (double.IsFinite(value))
            {
                _low = Math.Min(_low ?? value, value);
                _high = Math.Max(_high ?? value, value);
            }
        }

        public readonly SceneRange ToRange(double padding)
        {
            if (_low is not double low || _high is not double high)
            {
                return new SceneRange(0, 1);
            }

            double room = high > low ? (high - low) * padding : Math.Max(Math.Abs(high) * 0.01, 1e-6);
            return new SceneRange(low - room, high + room);
        }
    }
}
