using cAlgo.API;
using LiqIndicators.Terminal.Charting;
using LiqIndicators.Terminal.Charting.Pictures;
using LiqIndicators.Terminal.Rendering.Layout;
using LiqIndicators.Terminal.Rendering.Scenes;
using LiqIndicators.Terminal.Tests.Rendering;
using LiqIndicators.TestKit;

namespace LiqIndicators.Terminal.Tests.Charting;

public sealed class ChartPictureTests
{
    private static readonly DateTime Start = new(2025, 3, 10, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Color Band = Color.FromArgb(100, 255, 128, 0);

    private readonly ListBars _bars = ListBars.Hours(300);
    private readonly RecordingChart _recording;
    private readonly Chart _chart;

    public ChartPictureTests() => _chart = _recording = new RecordingChart(_bars, null);

    [Fact]
    public void ToScene_ADrawnBand_ComesOutAtItsBarsAndPrices()
    {
        ChartRectangle band = _chart.DrawRectangle("band", 250, 65, 299, 62, Band);
        band.IsFilled = true;
        band.ZIndex = -1;

        SceneRectangle shape = Assert.IsType<SceneRectangle>(Assert.Single(ChartPicture.ToScene(_recording, []).Price.Shapes));

        Assert.Equal((250.0, 65.0, 299.0, 62.0, -1), (shape.X1, shape.Y1, shape.X2, shape.Y2, shape.ZIndex));
        Assert.Equal(new SceneColor(100, 255, 128, 0), shape.Fill);
        Assert.Null(shape.Border);
    }

    [Fact]
    public void ToScene_ABandBetweenAndBeyondBars_KeepsItsPlaceInTime()
    {
        _chart.DrawRectangle("band", Start.AddHours(9.25), 65, Start.AddHours(450), 62, Band);
        _chart.DrawVerticalLine("before", Start.AddHours(-7), Band);

        IReadOnlyList<SceneShape> shapes = ChartPicture.ToScene(_recording, []).Price.Shapes;

        // The last of the hourly bars is number 299; the axis goes on in hours.
        SceneRectangle band = Assert.IsType<SceneRectangle>(shapes[0]);
        Assert.Equal(9.25, band.X1, tolerance: 1e-9);
        Assert.Equal(450, band.X2, tolerance: 1e-9);
        Assert.Equal(-7, Assert.IsType<SceneVerticalLine>(shapes[1]).X, tolerance: 1e-9);
    }

    [Fact]
    public void ToPng_ADrawnBand_BlendsIntoThePixelsAtItsPrice()
    {
        // Above the bars (30 to 70) a scale of 0 to 100 leaves the background bare.
        _chart.SetYRange(0, 100);
        ChartRectangle band = _chart.DrawRectangle("band", 250, 95, 299, 85, Band);
        band.IsFilled = true;
        Scene scene = ChartPicture.ToScene(_recording, []);
        SceneLayout layout = SceneLayout.Of(scene);

        Picture picture = new(scene);

        SceneColor expected = PlainScene.Blend(new SceneColor(100, 255, 128, 0), ScenePalette.Dark.Background);
        PlainScene.AssertClose(expected, picture.At(layout.XOf(275.5), layout.Price.YOf(92)));
        Assert.Equal(ScenePalette.Dark.Background, picture.At(layout.XOf(245.5), layout.Price.YOf(92)));
    }

    [Fact]
    public void ToScene_EveryKindOfObject_HasItsShape()
    {
        _chart.DrawRectangle("r", 1, 1, 2, 2, Band, 2, LineStyle.Dots);
        _chart.DrawTrendLine("t", 1, 1, 2, 2, Band).ExtendToInfinity = true;
        _chart.DrawHorizontalLine("h", 5, Band, 3, LineStyle.Lines);
        _chart.DrawVerticalLine("v", 7, Band);
        ChartText text = _chart.DrawText("x", "words", 3, 4, Band);
        text.IsBold = true;
        text.FontSize = 13;
        text.HorizontalAlignment = HorizontalAlignment.Left;
        text.VerticalAlignment = VerticalAlignment.Top;
        _chart.DrawIcon("i", ChartIconType.Diamond, 3, 4, Band);
        _chart.DrawStaticText("s", "STALE", VerticalAlignment.Bottom, HorizontalAlignment.Right, Band);

        ScenePane pane = ChartPicture.ToScene(_recording, []).Price;

        SceneColor color = new(100, 255, 128, 0);
        Assert.Equal(
            [
                new SceneRectangle(1, 1, 2, 2, null, new SceneStroke(color, 2, SceneLineStyle.Dots)),
                new SceneSegment(1, 1, 2, 2, new SceneStroke(color)) { ExtendsToInfinity = true },
                new SceneHorizontalLine(5, new SceneStroke(color, 3, SceneLineStyle.Lines)),
                new SceneVerticalLine(7, new SceneStroke(color)),
                new SceneText(3, 4, "words", color) { IsBold = true, FontSize = 13, Horizontal = SceneHorizontal.Left, Vertical = SceneVertical.Top },
                new SceneIcon(3, 4, SceneIconKind.Diamond, color),
            ],
            pane.Shapes);
        Assert.Equal([new SceneStaticText("STALE", color, SceneHorizontal.Right, SceneVertical.Bottom)], pane.StaticTexts);
    }

    [Fact]
    public void ToScene_HiddenOrRemoved_StaysOut()
    {
        _chart.DrawHorizontalLine("hidden", 5, Band).IsHidden = true;
        _chart.DrawHorizontalLine("removed", 5, Band);
        _chart.RemoveObject("removed");
        _chart.AddControl(new TextBlock { IsVisible = false });

        ScenePane pane = ChartPicture.ToScene(_recording, []).Price;

        Assert.Empty(pane.Shapes);
        Assert.Empty(pane.Controls);
    }

    [Fact]
    public void ToScene_LastBars_AreInSight()
    {
        SceneView? view = ChartPicture.ToScene(_recording, [], new ChartPictureOptions { LastBars = 40, RightMarginBars = 3 }).View;

        Assert.Equal(new SceneView(260, 40, 3), view);
    }

    [Fact]
    public void ToScene_StretchOfTime_IsInSight()
    {
        ChartPictureOptions options = new() { FromUtc = Start.AddHours(9.5), ToUtc = Start.AddHours(20.5), RightMarginBars = 0 };

        Assert.Equal(new SceneView(10, 11), ChartPicture.ToScene(_recording, [], options).View);
    }

    [Fact]
    public void ToScene_StretchWithoutBars_IsRefused()
    {
        ChartPictureOptions options = new() { FromUtc = Start.AddHours(20), ToUtc = Start.AddHours(10) };

        Assert.Throws<ArgumentException>(() => ChartPicture.ToScene(_recording, [], options));
    }

    [Fact]
    public void ToScene_OtherTheme_TakesThatThemesColours()
    {
        _chart.ColorSettings.BackgroundColor = Color.Navy;

        Assert.Equal(ScenePalette.Light, ChartPicture.ToScene(_recording, [], new ChartPictureOptions { Theme = ColorTheme.Light }).Palette);
        Assert.Equal(SceneColor.FromRgb(0x000080), ChartPicture.ToScene(_recording, []).Palette.Background);
    }

    [Fact]
    public void ToScene_PriceRange_IsThatAskedForElseThatOfTheChart()
    {
        Assert.Null(ChartPicture.ToScene(_recording, []).Price.Range);
        _chart.SetYRange(10, 90);
        Assert.Equal(new SceneRange(10, 90), ChartPicture.ToScene(_recording, []).Price.Range);
        Assert.Equal(new SceneRange(1, 2), ChartPicture.ToScene(_recording, [], new ChartPictureOptions { PriceRange = (1, 2) }).Price.Range);
    }

    [Fact]
    public void ToScene_ColouredBar_KeepsItsColour()
    {
        _chart.SetBarFillColor(299, Color.Red);

        IReadOnlyList<SceneCandle> candles = ChartPicture.ToScene(_recording, []).Candles;

        Assert.Equal(SceneColor.FromRgb(0xFF0000), candles[299].Fill);
        Assert.Null(candles[299].Outline);
        Assert.Null(candles[298].Fill);
    }

    [Fact]
    public void ToScene_AnIndicatorWindow_HasItsLinesLevelsAndNumbers()
    {
        Oscillator indicator = new() { Fast = new ListOutput(1, 2, 3), Slow = new ListOutput(-1, double.NaN, -3) };
        _recording.AddIndicatorArea().Content = ChartedIndicator.Of(indicator);

        ScenePane window = Assert.Single(ChartPicture.ToScene(_recording, []).Windows);

        Assert.Equal("Pressure", window.Title);
        Assert.Equal([-1.0, 0.0, 1.0], window.Levels.Select(level => level.Value));
        Assert.Equal("0.500%", window.Numbers.Format(0.5, 1));
        Assert.Equal(["Fast", "Slow"], window.Series.Select(series => series.Name));
        Assert.Equal([SceneSeriesKind.Histogram, SceneSeriesKind.DiscontinuousLine], window.Series.Select(series => series.Kind));
        Assert.Equal(new SceneStroke(SceneColor.FromRgb(0x0000FF), 3), window.Series[0].Stroke);
        Assert.Equal([-1.0, double.NaN, -3.0, double.NaN], window.Series[1].Values.Take(4));
        Assert.Equal([true, false], window.Series.Select(series => series.ShowsLastValue));
        Assert.Equal(new SceneColor(51, 255, 0, 0), Assert.Single(window.Clouds).FirstAbove);
    }

    [Fact]
    public void IndicatorArea_WithItsIndicator_ScalesByIt()
    {
        ListBars bars = ListBars.Hours(3);
        RecordingChart chart = new(bars, null);
        RecordingIndicatorArea area = chart.AddIndicatorArea();
        area.Content = ChartedIndicator.Of(new Oscillator { Fast = new ListOutput(1, 2, 9), Slow = new ListOutput(-1, double.NaN, -3) });

        IndicatorArea api = area;
        Assert.InRange(api.BottomY, -4, -3);
        Assert.InRange(api.TopY, 9, 10);
    }

    [Fact]
    public void ToScene_AnOverlay_LiesOverTheCandles()
    {
        ChartedIndicator overlay = ChartedIndicator.Of(new Oscillator { Fast = new ListOutput(1), Slow = new ListOutput(2) });

        Assert.Equal(["Fast", "Slow"], ChartPicture.ToScene(_recording, [overlay]).Price.Series.Select(series => series.Name));
    }

    [Fact]
    public void ToScene_ACard_KeepsItsTreeAndLook()
    {
        TextBlock words = new() { Text = "longs 3.2 : 1", FontWeight = FontWeight.Bold, ForegroundColor = Color.Orange, FontSize = 11 };
        Grid grid = new(1, 2);
        grid.Columns[0].SetWidthInPixels(90);
        grid.AddChild(words, 0, 1);
        StackPanel stack = new() { Orientation = Orientation.Vertical };
        stack.AddChild(grid);
        stack.AddChild(new Button { Text = "Fold", Margin = new Thickness(0, 6, 0, 0) });
        stack.AddChild(new TextBlock { IsVisible = false });
        Border card = new()
        {
            Child = stack,
            HorizontalAlignment = HorizontalAlignment.Left,
            VerticalAlignment = VerticalAlignment.Top,
            Margin = new Thickness(12, 34, 0, 0),
            Padding = new Thickness(8),
            CornerRadius = new CornerRadius(6),
            BackgroundColor = Color.Navy,
        };
        _chart.AddControl(card);

        SceneBorder border = Assert.IsType<SceneBorder>(Assert.Single(ChartPicture.ToScene(_recording, []).Price.Controls));

        Assert.Equal((SceneHorizontal.Left, SceneVertical.Top, 6.0), (border.Horizontal, border.Vertical, border.CornerRadius));
        Assert.Equal((new SceneThickness(12, 34, 0, 0), SceneThickness.Uniform(8)), (border.Margin, border.Padding));
        SceneStackPanel panel = Assert.IsType<SceneStackPanel>(border.Child);
        Assert.Equal(2, panel.Children.Count);
        SceneGrid table = Assert.IsType<SceneGrid>(panel.Children[0]);
        Assert.Equal([SceneLength.Pixels(90), SceneLength.Share(1)], table.Columns);
        SceneTextBlock text = Assert.IsType<SceneTextBlock>(Assert.Single(table.Cells).Control);
        Assert.Equal(("longs 3.2 : 1", true, 11.0, SceneColor.FromRgb(0xFFA500)), (text.Text, text.IsBold, text.FontSize, text.Color));
        Assert.Equal("Fold", Assert.IsType<SceneButton>(panel.Children[1]).Text);
    }

    [Theory]
    [InlineData(ColorTheme.Dark, 0x0000FF)]
    [InlineData(ColorTheme.Light, 0xFF0000)]
    public void ToScene_StyledControl_TakesTheColourOfTheTheme(ColorTheme theme, int rgb)
    {
        Style style = new();
        style.Set(ControlProperty.BackgroundColor, Color.Blue, ControlState.DarkTheme);
        style.Set(ControlProperty.BackgroundColor, Color.Red, ControlState.LightTheme);
        _chart.AddControl(new Border { Style = style });

        Scene scene = ChartPicture.ToScene(_recording, [], new ChartPictureOptions { Theme = theme });

        Assert.Equal(SceneColor.FromRgb(rgb), Assert.IsType<SceneBorder>(scene.Price.Controls[0]).Background);
    }

    [Fact]
    public void ToScene_ControlTiedToABar_FollowsIt()
    {
        _chart.AddControl(new TextBlock { Text = "here" }, 30, 50);

        SceneAnchoredControl anchored = Assert.Single(ChartPicture.ToScene(_recording, []).Price.AnchoredControls);

        Assert.Equal((30.0, 50.0), (anchored.X, anchored.Y));
    }

    [Fact]
    public void Charts_KnowTheRendererInOnePlaceOnly()
    {
        string charting = Path.Combine(Repository.Root, "Shared", "LiqIndicators.Terminal", "Charting");

        IEnumerable<string> found = Directory.EnumerateFiles(charting, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(charting, file).StartsWith("Pictures", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("Terminal.Rendering", StringComparison.Ordinal));

        Assert.Empty(found);
    }

    [Indicator("Pressure", ScalePrecision = 3, IsPercentage = true)]
    [Levels(-1, 0, 1)]
    [Cloud("Fast", "Slow", FirstColor = "Red", Opacity = 0.2)]
    private sealed class Oscillator : Indicator
    {
        [Output("Fast", LineColor = "Blue", PlotType = PlotType.Histogram, Thickness = 3)]
        public IndicatorDataSeries Fast { get; set; } = null!;

        [Output("Slow", PlotType = PlotType.DiscontinuousLine, IsLastValueVisibleInTitle = false)]
        public IndicatorDataSeries Slow { get; set; } = null!;

        public override void Calculate(int index) => throw new NotSupportedException();
    }
}
