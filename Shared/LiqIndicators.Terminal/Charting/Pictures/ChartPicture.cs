using System.Globalization;
using cAlgo.API;
using LiqIndicators.Terminal.Rendering;
using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Charting.Pictures;

/// <summary>Pictures of recorded charts. The only place of the charts that knows how pictures are made.</summary>
public static class ChartPicture
{
    private const double TwoWindowsShare = 0.17;
    private const double AllWindowsShare = 0.52;

    /// <summary>The chart with its windows as a PNG file.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="overlays">Indicators whose lines lie over the candles.</param>
    /// <param name="options">What to show.</param>
    /// <exception cref="ArgumentException">The size, or the stretch of time, is impossible.</exception>
    public static byte[] ToPng(RecordingChart chart, IReadOnlyList<ChartedIndicator> overlays, ChartPictureOptions? options = null) =>
        SceneRenderer.ToPng(ToScene(chart, overlays, options));

    /// <summary>The chart with its windows as a scene, to add to or to look into.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="overlays">Indicators whose lines lie over the candles; those of windows are found there.</param>
    /// <param name="options">What to show.</param>
    /// <exception cref="ArgumentException">The stretch of time holds no bar.</exception>
    public static Scene ToScene(RecordingChart chart, IReadOnlyList<ChartedIndicator> overlays, ChartPictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(overlays);
        options ??= new ChartPictureOptions();
        ColorTheme theme = options.Theme ?? chart.Theme;
        ScenePalette palette = PaletteOf(chart, theme, keepsOwnColors: options.Theme is null);
        SceneView view = ViewOf(chart.ShownBars, options);
        PaneWriter writer = new(chart.ShownBars, view, new ControlWriter(palette, theme));
        return new Scene
        {
            Width = options.Width,
            Height = options.Height,
            Palette = palette,
            Candles = CandlesOf(chart),
            View = view,
            Price = PriceOf(chart, overlays, options, view, writer),
            Windows = [.. chart.Areas.Select(area => WindowOf(area, chart.Areas.Count, writer))],
        };
    }

    private static ScenePane PriceOf(
        RecordingChart chart, IReadOnlyList<ChartedIndicator> overlays, ChartPictureOptions options, SceneView view, PaneWriter writer)
    {
        Chart api = chart;
        int digits = api.Symbol?.Digits ?? 2;
        (double Low, double High)? range = options.PriceRange ?? (chart.FixedRange is (double bottom, double top) ? (bottom, top) : null);
        ScenePane pane = writer.Write(chart, new ScenePane
        {
            Title = string.Join("  ", new[] { api.SymbolName, api.TimeFrame?.Name }.Where(word => !string.IsNullOrEmpty(word))),
            Subtitle = Prices(chart.ShownBars, Math.Min(chart.ShownBars.Count - 1, view.LastBar), digits),
            Numbers = new SceneNumberFormat(digits, GroupsThousands: true),
            Range = range is (double low, double high) ? new SceneRange(low, high) : null,
        });
        return overlays.Aggregate(pane, writer.Write);
    }

    private static ScenePane WindowOf(RecordingIndicatorArea area, int windows, PaneWriter writer)
    {
        ScenePane pane = writer.Write(area, new ScenePane
        {
            HeightShare = windows == 1 ? 0.22 : Math.Min(TwoWindowsShare, AllWindowsShare / windows),
            Range = area.FixedRange is (double bottom, double top) ? new SceneRange(bottom, top) : null,
        });
        return area.Content is null ? pane : writer.WriteWindow(pane, area.Content);
    }

    private static string Prices(Bars bars, int index, int digits)
    {
        if (index < 0)
        {
            return "";
        }

        Bar bar = bars[index];
        string format = "N" + digits.ToString(CultureInfo.InvariantCulture);
        string Text(double price) => price.ToString(format, CultureInfo.InvariantCulture);
        return $"O {Text(bar.Open)}   H {Text(bar.High)}   L {Text(bar.Low)}   C {Text(bar.Close)}";
    }

    private static List<SceneCandle> CandlesOf(RecordingChart chart)
    {
        Bars bars = chart.ShownBars;
        List<SceneCandle> candles = new(bars.Count);
        for (int i = 0; i < bars.Count; i++)
        {
            Bar bar = bars[i];
            BarColors own = chart.ColoredBars.GetValueOrDefault(i);
            candles.Add(new SceneCandle(DateTime.SpecifyKind(bar.OpenTime, DateTimeKind.Utc), bar.Open, bar.High, bar.Low, bar.Close)
            {
                Fill = own.Fill?.ToScene(),
                Outline = own.Outline?.ToScene(),
            });
        }

        return candles;
    }

    private static SceneView ViewOf(Bars bars, ChartPictureOptions options)
    {
        if (bars.Count == 0 || (options.FromUtc is null && options.ToUtc is null))
        {
            return SceneView.OfLast(bars.Count, Math.Max(1, options.LastBars), options.RightMarginBars);
        }

        int first = options.FromUtc is DateTime from ? (int)Math.Ceiling(ChartTimes.IndexOf(bars, from)) : 0;
        int last = options.ToUtc is DateTime to ? (int)Math.Floor(ChartTimes.IndexOf(bars, to)) : bars.Count - 1;
        first = Math.Max(0, first);
        last = Math.Min(bars.Count - 1, last);
        return last >= first
            ? new SceneView(first, last - first + 1, options.RightMarginBars)
            : throw new ArgumentException(
                FormattableString.Invariant($"FromUtc is {options.FromUtc:O}, ToUtc is {options.ToUtc:O}; expected a stretch that holds a bar."), nameof(options));
    }

    private static ScenePalette PaletteOf(RecordingChart chart, ColorTheme theme, bool keepsOwnColors)
    {
        ScenePalette palette = theme == ColorTheme.Dark ? ScenePalette.Dark : ScenePalette.Light;
        ChartColorSettings own = ((Chart)chart).ColorSettings;
        return !keepsOwnColors ? palette : palette with
        {
            Background = own.BackgroundColor.ToScene(),
            Foreground = own.ForegroundColor.ToScene(),
            Grid = own.GridLinesColor.ToScene(),
            Separator = own.PeriodSeparatorColor.ToScene(),
            BullOutline = own.BullOutlineColor.ToScene(),
            BullFill = own.BullFillColor.ToScene(),
            BearOutline = own.BearOutlineColor.ToScene(),
            BearFill = own.BearFillColor.ToScene(),
        };
    }
}
