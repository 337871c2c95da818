using LiqIndicators.Terminal.Rendering;
using LiqIndicators.Terminal.Rendering.Layout;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Tests.Rendering;

public sealed class SceneRendererTests
{
    private static readonly SceneColor Black = SceneColor.FromRgb(0);
    private static readonly SceneColor Magenta = PlainScene.Magenta;

    [Fact]
    public void ToPng_SameScene_GivesTheSameBytes()
    {
        Scene scene = PlainScene.Of(new ScenePane
        {
            Title = "BTCUSD",
            Shapes = [new SceneText(10, 50, "$412M", Magenta), new SceneIcon(20, 50, SceneIconKind.Star, Magenta)],
        });

        Assert.Equal(SceneRenderer.ToPng(scene), SceneRenderer.ToPng(scene));
    }

    [Fact]
    public void ToPng_SizeNotGiven_Is1600By900()
    {
        Picture picture = new(new Scene { Candles = PlainScene.Candles(20) });

        Assert.Equal((1600, 900), (picture.Width, picture.Height));
    }

    [Fact]
    public void ToPng_NoCandles_StillDraws()
    {
        Picture picture = new(new Scene { Candles = [], Palette = ScenePalette.Light });

        Assert.Equal(ScenePalette.Light.Background, picture.At(5, 5));
    }

    [Fact]
    public void ToPng_ImpossibleSize_NamesTheField()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(
            () => SceneRenderer.ToPng(new Scene { Candles = [], Width = 10 }));

        Assert.Contains("Width is 10", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rectangle_HalfOpaque_BlendsWithTheBackgroundOnItsRowsOnly()
    {
        SceneColor fill = Magenta.WithAlpha(128);
        Scene scene = PlainScene.Of(new SceneRectangle(10, 90, 20, 80, fill));
        SceneLayout layout = SceneLayout.Of(scene);
        Picture picture = new(scene);

        // Value v lies at row 500 - 5 v: 90 at row 50, 80 at row 100.
        double x = layout.XOf(15);
        PlainScene.AssertClose(PlainScene.Blend(fill, Black), picture.At(x, 50));
        PlainScene.AssertClose(PlainScene.Blend(fill, Black), picture.At(x, 99));
        Assert.Equal(Black, picture.At(x, 49));
        Assert.Equal(Black, picture.At(x, 100));
        Assert.Equal(Black, picture.At(layout.XOf(10) - 1.5, 75));
        Assert.Equal(Black, picture.At(layout.XOf(20) + 1.5, 75));
    }

    [Fact]
    public void Rectangle_ThinnerThanAPixel_IsStillSeen()
    {
        Scene scene = PlainScene.Of(new SceneRectangle(10, 90, 20, 90.01, Magenta));
        Picture picture = new(scene);

        Assert.Equal(1, picture.BoxOf(color => color == Magenta)?.Height);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(5, true)]
    public void Rectangle_OverACandle_ZIndexDecides(int zIndex, bool hidesTheCandle)
    {
        Scene scene = PlainScene.Of(new SceneRectangle(0, 10, 49, 90, Magenta) { ZIndex = zIndex });
        Picture picture = new(scene);

        SceneColor atBody = picture.At(SceneLayout.Of(scene).XOf(25), 250);
        Assert.Equal(hidesTheCandle ? Magenta : PlainScene.Palette.BullFill, atBody);
    }

    [Fact]
    public void Shapes_OfHigherZIndex_LieOnTopWhateverTheirOrder()
    {
        SceneColor blue = SceneColor.FromRgb(0x0000FF);
        Scene scene = PlainScene.Of(
            new SceneRectangle(0, 80, 49, 90, Magenta) { ZIndex = 2 }, new SceneRectangle(0, 80, 49, 90, blue) { ZIndex = 1 });
        Picture picture = new(scene);

        Assert.Equal(Magenta, picture.At(300, 75));
    }

    [Fact]
    public void Shapes_BeyondThePane_AreClippedToIt()
    {
        ScenePane price = new()
        {
            Range = new SceneRange(0, 100),
            Shapes =
            [
                new SceneRectangle(double.NegativeInfinity, -1e9, double.PositiveInfinity, 1e9, Magenta),
                new SceneText(49, 0, "text that leaves at the right and at the foot", Magenta) { Horizontal = SceneHorizontal.Right },
            ],
        };
        Scene scene = PlainScene.Of(price, new ScenePane { Range = new SceneRange(0, 1) });
        PaneLayout pane = SceneLayout.Of(scene).Price;
        Picture picture = new(scene);

        Assert.Equal(new SKRectI(pane.Left, pane.Top, pane.Right, pane.Bottom), picture.BoxOf(color => color == Magenta));
    }

    [Fact]
    public void Shapes_WithNaN_AreLeftOut()
    {
        Scene scene = PlainScene.Of(
            new SceneRectangle(0, double.NaN, 49, 90, Magenta),
            new SceneHorizontalLine(double.NaN, new SceneStroke(Magenta)),
            new SceneVerticalLine(double.NaN, new SceneStroke(Magenta)),
            new SceneText(double.NaN, 50, "NaN", Magenta),
            new SceneIcon(3, double.NaN, SceneIconKind.Circle, Magenta),
            new SceneSegment(0, double.NaN, 3, 4, new SceneStroke(Magenta)));
        Picture picture = new(scene);

        Assert.Null(picture.BoxOf(color => color == Magenta));
    }

    [Fact]
    public void HorizontalLine_OfOnePixel_FillsExactlyOneRowOfThePane()
    {
        Scene scene = PlainScene.Of(new SceneHorizontalLine(80, new SceneStroke(Magenta)));
        Picture picture = new(scene);

        PaneLayout pane = SceneLayout.Of(scene).Price;
        Assert.Equal(new SKRectI(0, 100, pane.Right, 101), picture.BoxOf(color => color == Magenta));
    }

    [Fact]
    public void VerticalLine_OfOnePixel_StandsAtTheCentreOfItsBar()
    {
        Scene scene = PlainScene.Of(new SceneVerticalLine(30, new SceneStroke(Magenta)));
        Picture picture = new(scene);

        int column = (int)SceneLayout.Of(scene).XOf(30);
        Assert.Equal(new SKRectI(column, 0, column + 1, 500), picture.BoxOf(color => color == Magenta));
    }

    [Fact]
    public void Segment_ExtendedToInfinity_ReachesTheEdge()
    {
        SceneSegment segment = new(5, 80, 10, 80, new SceneStroke(Magenta));
        Picture ends = new(PlainScene.Of(segment));
        Scene extended = PlainScene.Of(segment with { ExtendsToInfinity = true });
        Picture goesOn = new(extended);

        Assert.True(ends.BoxOf(color => color == Magenta)?.Right <= SceneLayout.Of(extended).XOf(11));
        Assert.Equal(SceneLayout.Of(extended).Price.Right, goesOn.BoxOf(color => color == Magenta)?.Right);
    }

    [Theory]
    [InlineData(SceneHorizontal.Left, SceneVertical.Top, true, true)]
    [InlineData(SceneHorizontal.Right, SceneVertical.Bottom, false, false)]
    public void Text_BesideItsAnchor_LiesOnTheSideAsked(
        SceneHorizontal horizontal, SceneVertical vertical, bool isLeft, bool isAbove)
    {
        Scene scene = PlainScene.Of(new SceneText(25, 90, "Hxg", Magenta) { Horizontal = horizontal, Vertical = vertical });
        Picture picture = new(scene);

        SKRectI box = Assert.NotNull(picture.BoxOf(color => color.Red > 100 && color.Green == 0 && color.Blue > 100));
        double x = SceneLayout.Of(scene).XOf(25);
        Assert.Equal(isLeft, box.Right <= x);
        Assert.Equal(!isLeft, box.Left >= x);
        Assert.Equal(isAbove, box.Bottom <= 50);
        Assert.Equal(!isAbove, box.Top >= 50);
    }

    [Theory]
    [InlineData(SceneHorizontal.Left, SceneVertical.Top)]
    [InlineData(SceneHorizontal.Right, SceneVertical.Bottom)]
    [InlineData(SceneHorizontal.Center, SceneVertical.Center)]
    [InlineData(SceneHorizontal.Right, SceneVertical.Top)]
    public void StaticText_AtAnEdge_LiesInsideThePane(SceneHorizontal horizontal, SceneVertical vertical)
    {
        Scene scene = PlainScene.Of(new ScenePane
        {
            Range = new SceneRange(0, 1000),
            StaticTexts = [new SceneStaticText("two\nlines of text", Magenta, horizontal, vertical)],
        });
        Picture picture = new(scene);

        SKRectI box = Assert.NotNull(picture.BoxOf(color => color.Red > 60 && color.Green == 0 && color.Blue > 60));
        PaneLayout pane = SceneLayout.Of(scene).Price;
        Assert.InRange(box.Left, 4, pane.Right);
        Assert.InRange(box.Right, 0, pane.Right - 4);
        Assert.InRange(box.Top, 3, pane.Bottom);
        Assert.InRange(box.Bottom, 0, pane.Bottom - 3);
    }

    [Fact]
    public void StaticText_AtTheRight_EndsAllItsLinesAtTheSameColumn()
    {
        Scene scene = PlainScene.Of(new ScenePane
        {
            Range = new SceneRange(0, 1000),
            StaticTexts = [new SceneStaticText("a much longer line\nH", Magenta, SceneHorizontal.Right, SceneVertical.Top)],
        });
        Picture picture = new(scene);
        int right = SceneLayout.Of(scene).Price.Right;

        // The second line stands in rows 23 to 39.
        int last = Enumerable.Range(0, right).Last(x => Enumerable.Range(24, 14).Any(y => picture.At(x, y).Blue > 60));
        Assert.InRange(last, right - 14, right - 10);
    }

    [Theory]
    [InlineData(SceneIconKind.UpArrow)]
    [InlineData(SceneIconKind.DownArrow)]
    [InlineData(SceneIconKind.Circle)]
    [InlineData(SceneIconKind.Square)]
    [InlineData(SceneIconKind.Diamond)]
    [InlineData(SceneIconKind.Star)]
    [InlineData(SceneIconKind.UpTriangle)]
    [InlineData(SceneIconKind.DownTriangle)]
    public void Icon_OfAnyKind_IsCentredOnItsPoint(SceneIconKind kind)
    {
        Scene scene = PlainScene.Of(new SceneIcon(25, 90, kind, Magenta));
        Picture picture = new(scene);

        SKRectI box = Assert.NotNull(picture.BoxOf(color => color.Red > 60 && color.Green == 0 && color.Blue > 60));
        Assert.Equal(SceneLayout.Of(scene).XOf(25), (box.Left + box.Right) / 2.0, tolerance: 1.5);
        Assert.Equal(50, (box.Top + box.Bottom) / 2.0, tolerance: 2);
        Assert.InRange(box.Width, 8, 16);
    }

    [Fact]
    public void Candle_Rising_HasItsBodyBetweenOpenAndCloseAndItsWickBetweenLowAndHigh()
    {
        Scene scene = PlainScene.Of();
        Picture picture = new(scene);
        double x = SceneLayout.Of(scene).XOf(25);

        // Body 40 to 60: rows 300 to 200. Wick 30 to 70: rows 350 to 150.
        Assert.Equal(PlainScene.Palette.BullFill, picture.At(x - 3, 250));
        Assert.Equal(Black, picture.At(x - 3, 198));
        Assert.Equal(Black, picture.At(x - 3, 302));
        Assert.Equal(PlainScene.Palette.BullOutline, picture.At(x, 152));
        Assert.Equal(Black, picture.At(x, 148));
        Assert.Equal(Black, picture.At(x, 352));
    }

    [Theory]
    [InlineData(600, 1)]
    [InlineData(250, 3)]
    [InlineData(200, 3)]
    [InlineData(50, 13)]
    public void Candle_OfAnyWidth_HasABodyOfOddWidthAndRoomBesideIt(int bars, int expected)
    {
        Scene scene = PlainScene.Of() with { Candles = PlainScene.Candles(1), View = new SceneView(0, bars), LastPrice = 500 };
        Picture picture = new(scene);

        // The body alone is one box of 40 to 60 on a scale of 5 pixels per unit.
        int width = Enumerable.Range(0, 40).Count(x => picture.At(x, 250) == PlainScene.Palette.BullFill);
        Assert.Equal(expected, width);
        Assert.True(width <= Math.Max(1, SceneLayout.Of(scene).BarWidth - 0.5));
    }

    [Fact]
    public void Candle_Falling_TakesTheColourOfFallingBars()
    {
        Scene scene = PlainScene.Of() with { Candles = [new SceneCandle(PlainScene.Start, 60, 70, 30, 40)] };
        Picture picture = new(scene);

        Assert.Equal(PlainScene.Palette.BearFill, picture.At(SceneLayout.Of(scene).XOf(0), 250));
    }

    [Fact]
    public void Candle_WithNaN_LeavesAGap()
    {
        List<SceneCandle> candles = [.. PlainScene.Candles(3)];
        candles[1] = candles[1] with { High = double.NaN };
        Scene scene = PlainScene.Of() with { Candles = candles, LastPrice = 500 };
        Picture picture = new(scene);

        Assert.Equal(Black, picture.At(SceneLayout.Of(scene).XOf(1), 250));
        Assert.Equal(PlainScene.Palette.BullFill, picture.At(SceneLayout.Of(scene).XOf(2), 250));
    }

    [Fact]
    public void LastPrice_InSight_StandsOnTheAxisAtItsRow()
    {
        Scene scene = PlainScene.Of();
        Picture picture = new(scene);

        // The newest close is 60: row 200.
        Assert.Equal(PlainScene.Palette.LastPrice, picture.At(SceneLayout.Of(scene).Price.Right + 5, 200));
        Assert.NotEqual(PlainScene.Palette.LastPrice, picture.At(SceneLayout.Of(scene).Price.Right + 5, 230));
    }

    [Theory]
    [InlineData(SceneSeriesKind.Line, true)]
    [InlineData(SceneSeriesKind.DiscontinuousLine, false)]
    public void Series_OverNaN_JoinsOrBreaks(SceneSeriesKind kind, bool joins)
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => i is > 20 and < 30 ? double.NaN : 90)];
        Scene scene = PlainScene.Of(new ScenePane
        {
            Range = new SceneRange(0, 100),
            Series = [new SceneSeries("s", kind, values, new SceneStroke(Magenta, 4))],
        });
        SceneLayout layout = SceneLayout.Of(scene);
        Picture picture = new(scene);

        Assert.Equal(Magenta, picture.At(layout.XOf(10), 50));
        Assert.Equal(joins ? Magenta : Black, picture.At(layout.XOf(25), 50));
    }

    [Fact]
    public void Histogram_GrowsFromZeroInTheColourOfItsValue()
    {
        SceneColor blue = SceneColor.FromRgb(0x0000FF);
        Scene scene = PlainScene.Of(
            new ScenePane(),
            new ScenePane
            {
                HeightShare = 0.4,
                Range = new SceneRange(-1, 1),
                Series =
                [
                    new SceneSeries("h", SceneSeriesKind.Histogram, [0.5, -0.5], new SceneStroke(Magenta, 2)) { ValueColors = [null, blue] },
                ],
            });
        SceneLayout layout = SceneLayout.Of(scene);
        PaneLayout pane = layout.Windows[0];
        Picture picture = new(scene);

        Assert.Equal(Magenta, picture.At(layout.XOf(0), pane.YOf(0.25)));
        Assert.Equal(Black, picture.At(layout.XOf(0), pane.YOf(-0.25)));
        Assert.Equal(blue, picture.At(layout.XOf(1), pane.YOf(-0.25)));
        Assert.Equal(Black, picture.At(layout.XOf(1), pane.YOf(0.25)));
    }

    [Fact]
    public void Points_AreDrawnAloneAtEachNumber()
    {
        Scene scene = PlainScene.Of(new ScenePane
        {
            Range = new SceneRange(0, 100),
            Series = [new SceneSeries("p", SceneSeriesKind.Points, [90, double.NaN, 90], new SceneStroke(Magenta, 3))],
        });
        SceneLayout layout = SceneLayout.Of(scene);
        Picture picture = new(scene);

        Assert.Equal(Magenta, picture.At(layout.XOf(0), 50));
        Assert.Equal(Black, picture.At(layout.XOf(1), 50));
        Assert.Equal(Magenta, picture.At(layout.XOf(2), 50));
    }

    [Fact]
    public void Cloud_WhereTheEdgesCross_ChangesItsColourThere()
    {
        SceneColor blue = SceneColor.FromRgb(0x0000FF);
        Scene scene = PlainScene.Of(new ScenePane
        {
            Range = new SceneRange(0, 200),
            Clouds = [new SceneCloud([180, 180, 100, 100], [100, 100, 180, 180], Magenta, blue)],
        });
        SceneLayout layout = SceneLayout.Of(scene);
        Picture picture = new(scene);

        // Row of 140 on a scale of 200: 150. The edges cross half way between bars 1 and 2.
        Assert.Equal(Magenta, picture.At(layout.XOf(0.5), 150));
        Assert.Equal(blue, picture.At(layout.XOf(2.5), 150));
        Assert.Equal(Magenta, picture.At(layout.XOf(1.5) - 3, 150));
        Assert.Equal(blue, picture.At(layout.XOf(1.5) + 3, 150));
    }

    [Fact]
    public void Ribbon_Alone_FillsACellPerBar()
    {
        Scene scene = PlainScene.Of(new ScenePane(), new ScenePane { Ribbons = [new SceneRibbon("", [Magenta, null, Magenta])] });
        SceneLayout layout = SceneLayout.Of(scene);
        double y = layout.Windows[0].Bottom - 10;
        Picture picture = new(scene);

        Assert.Equal(Magenta, picture.At(layout.XOf(-0.4), y));
        Assert.Equal(Magenta, picture.At(layout.XOf(0.4), y));
        Assert.Equal(Black, picture.At(layout.XOf(1), y));
        Assert.Equal(Magenta, picture.At(layout.XOf(2), y));
    }

    [Fact]
    public void Level_IsALineAtItsValueOverTheWholeWidth()
    {
        Scene scene = PlainScene.Of(
            new ScenePane(),
            new ScenePane { Range = new SceneRange(-1, 1), Levels = [new SceneLevel(0, new SceneStroke(Magenta), "zero")] });
        SceneLayout layout = SceneLayout.Of(scene);
        PaneLayout pane = layout.Windows[0];
        Picture picture = new(scene);

        int row = (int)pane.YOf(0);
        Assert.Equal(new SKRectI(0, row, pane.Right, row + 1), picture.BoxOf(color => color == Magenta));
    }

    [Fact]
    public void Palettes_AreDesignedApartAndLegible()
    {
        foreach (ScenePalette palette in (ScenePalette[])[ScenePalette.Dark, ScenePalette.Light])
        {
            // 4.5 : 1 is what the web accessibility guidelines (WCAG 2.1, 1.4.3) ask of small text.
            Assert.True(Contrast(palette.Foreground, palette.Background) >= 4.5);
            Assert.True(Contrast(palette.Muted, palette.Background) >= 4.5);

            // Candles are no colours of their own: channels lie close together, hue is left to the overlays.
            foreach (SceneColor candle in (SceneColor[])[palette.BullFill, palette.BullOutline, palette.BearFill, palette.BearOutline])
            {
                int spread = Math.Max(candle.Red, Math.Max(candle.Green, candle.Blue)) - Math.Min(candle.Red, Math.Min(candle.Green, candle.Blue));
                Assert.InRange(spread, 0, 50);
            }

            Assert.True(Contrast(palette.BullFill, palette.BearFill) >= 3);
        }

        SceneColor dark = ScenePalette.Dark.Background;
        Assert.NotEqual(SceneColor.FromRgb(0xFFFFFF - ((dark.Red << 16) | (dark.Green << 8) | dark.Blue)), ScenePalette.Light.Background);
    }

    /// <summary>WCAG 2.1: (L1 + 0.05) / (L2 + 0.05) of the relative luminances.</summary>
    private static double Contrast(SceneColor a, SceneColor b)
    {
        double first = Luminance(a) + 0.05;
        double second = Luminance(b) + 0.05;
        return Math.Max(first, second) / Math.Min(first, second);
    }

    private static double Luminance(SceneColor color)
    {
        static double Linear(byte channel)
        {
            double c = channel / 255.0;
            return c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Linear(color.Red)) + (0.7152 * Linear(color.Green)) + (0.0722 * Linear(color.Blue));
    }
}
