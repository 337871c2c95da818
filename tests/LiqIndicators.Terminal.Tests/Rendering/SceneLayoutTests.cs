using LiqIndicators.Terminal.Rendering.Layout;
using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Tests.Rendering;

public sealed class SceneLayoutTests
{
    [Fact]
    public void Of_ScaleNotGiven_HoldsTheCandlesAndNothingElse()
    {
        ScenePane near = new();
        ScenePane far = near with { Shapes = [new SceneRectangle(0, 1, 10, 1e6, PlainScene.Magenta)] };

        SceneRange range = SceneLayout.Of(PlainScene.Of(far)).Price.Range;

        Assert.Equal(SceneLayout.Of(PlainScene.Of(near)).Price.Range, range);
        Assert.InRange(range.Low, 20, 30);
        Assert.InRange(range.High, 70, 80);
    }

    [Fact]
    public void Of_ScaleNotGiven_ReadsOnlyBarsInSight()
    {
        List<SceneCandle> candles = [.. PlainScene.Candles(50)];
        candles[3] = candles[3] with { High = 1e6 };
        Scene scene = PlainScene.Of(new ScenePane()) with { Candles = candles, View = new SceneView(10, 40) };

        Assert.InRange(SceneLayout.Of(scene).Price.Range.High, 70, 80);
    }

    [Fact]
    public void Of_FlatCandles_StillHasHeight()
    {
        Scene scene = PlainScene.Of(new ScenePane()) with { Candles = [new SceneCandle(PlainScene.Start, 5, 5, 5, 5)] };

        Assert.True(SceneLayout.Of(scene).Price.Range.Span > 0);
    }

    [Fact]
    public void Of_Window_HoldsItsLevelsItsValuesAndTheZeroOfBars()
    {
        ScenePane window = new()
        {
            Levels = [new SceneLevel(-2)],
            Series = [new SceneSeries("h", SceneSeriesKind.Histogram, [3, 4, double.NaN], new SceneStroke(PlainScene.Magenta))],
        };

        SceneRange range = SceneLayout.Of(PlainScene.Of(new ScenePane(), window)).Windows[0].Range;

        Assert.InRange(range.Low, -3, -2);
        Assert.InRange(range.High, 4, 5);
    }

    [Fact]
    public void Of_ManyWindows_LeavesAThirdToTheCandles()
    {
        ScenePane[] windows = [.. Enumerable.Repeat(new ScenePane { HeightShare = 0.3 }, 4)];

        SceneLayout layout = SceneLayout.Of(PlainScene.Of(new ScenePane(), windows));

        Assert.InRange(layout.Price.Height, 160, 175);
        Assert.Equal(4, layout.Windows.Count);
        Assert.Equal(500, layout.Windows[^1].Bottom + SceneLayout.PaneGap, tolerance: 3);
    }

    [Fact]
    public void Of_ImpossibleShare_NamesIt()
    {
        Scene scene = PlainScene.Of(new ScenePane(), new ScenePane { HeightShare = 0 });

        Assert.Contains("HeightShare is 0", Assert.Throws<ArgumentException>(() => SceneLayout.Of(scene)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void XOf_BarsInSight_AreEvenlySpacedInsideThePane()
    {
        SceneLayout layout = SceneLayout.Of(PlainScene.Of());

        Assert.Equal(layout.BarWidth / 2, layout.XOf(0), tolerance: 1e-9);
        Assert.Equal(layout.Price.Right - (layout.BarWidth / 2), layout.XOf(49), tolerance: 1e-9);
        Assert.Equal(layout.BarWidth, layout.XOf(7) - layout.XOf(6), tolerance: 1e-9);
    }

    [Fact]
    public void YOf_ScaleOfAHundred_IsFivePixelsPerUnit()
    {
        PaneLayout pane = SceneLayout.Of(PlainScene.Of()).Price;

        Assert.Equal(500, pane.YOf(0), tolerance: 1e-9);
        Assert.Equal(0, pane.YOf(100), tolerance: 1e-9);
        Assert.Equal(135, pane.YOf(73), tolerance: 1e-9);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    public void Range_NotRising_IsRefused(double low, double high) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SceneRange(low, high));
}
