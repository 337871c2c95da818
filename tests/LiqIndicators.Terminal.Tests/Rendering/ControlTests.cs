using LiqIndicators.Terminal.Rendering;
using LiqIndicators.Terminal.Rendering.Layout;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Tests.Rendering;

public sealed class ControlTests
{
    private static readonly SceneColor Magenta = PlainScene.Magenta;

    [Theory]
    [InlineData(SceneHorizontal.Left, SceneVertical.Top)]
    [InlineData(SceneHorizontal.Right, SceneVertical.Bottom)]
    [InlineData(SceneHorizontal.Center, SceneVertical.Center)]
    public void Border_AtACorner_KeepsItsMarginFromTheEdgesOfThePane(SceneHorizontal horizontal, SceneVertical vertical)
    {
        Scene scene = PlainScene.Of(new ScenePane
        {
            Controls =
            [
                new SceneBorder
                {
                    Horizontal = horizontal, Vertical = vertical, Margin = new SceneThickness(11, 22, 33, 44), Width = 100, Height = 50, Background = Magenta,
                },
            ],
        });
        PaneLayout pane = SceneLayout.Of(scene).Price;
        Picture picture = new(scene);

        int left = horizontal switch
        {
            SceneHorizontal.Left => 11,
            SceneHorizontal.Right => pane.Right - 33 - 100,
            _ => (int)MathF.Round(11 + ((pane.Width - 44 - 100) / 2f)),
        };
        int top = vertical switch { SceneVertical.Top => 22, SceneVertical.Bottom => 500 - 44 - 50, _ => 22 + ((500 - 66 - 50) / 2) };
        Assert.Equal(SKRectI.Create(left, top, 100, 50), picture.BoxOf(color => color == Magenta));
    }

    [Fact]
    public void Border_AroundAChild_AddsPaddingAndOutline()
    {
        SceneBorder border = new()
        {
            Padding = new SceneThickness(1, 2, 3, 4),
            BorderThickness = SceneThickness.Uniform(5),
            Child = new SceneBorder { Width = 30, Height = 20, Margin = SceneThickness.Uniform(7) },
        };

        SKSize size = ControlSizes.OuterSize(border);

        Assert.Equal(30 + 14 + 4 + 10, size.Width);
        Assert.Equal(20 + 14 + 6 + 10, size.Height);
    }

    [Theory]
    [InlineData(true, 40, 20)]
    [InlineData(false, 30, 30)]
    public void Stack_OfTwo_AddsUpAlongItsDirection(bool isHorizontal, float width, float height)
    {
        SceneStackPanel stack = new()
        {
            IsHorizontal = isHorizontal,
            Children = [new SceneBorder { Width = 10, Height = 20 }, new SceneBorder { Width = 30, Height = 10 }],
        };

        Assert.Equal(new SKSize(width, height), ControlSizes.OuterSize(stack));
    }

    [Fact]
    public void Stack_Vertical_DrawsItsChildrenOneBelowTheOther()
    {
        SceneColor blue = SceneColor.FromRgb(0x0000FF);
        Picture picture = new(PlainScene.Of(new ScenePane
        {
            Controls =
            [
                new SceneStackPanel
                {
                    Horizontal = SceneHorizontal.Left,
                    Vertical = SceneVertical.Top,
                    Children =
                    [
                        new SceneBorder { Width = 40, Height = 20, Background = Magenta },
                        new SceneBorder { Width = 40, Height = 10, Background = blue },
                    ],
                },
            ],
        }));

        Assert.Equal(SKRectI.Create(0, 0, 40, 20), picture.BoxOf(color => color == Magenta));
        Assert.Equal(SKRectI.Create(0, 20, 40, 10), picture.BoxOf(color => color == blue));
    }

    [Fact]
    public void Grid_Columns_TakeFixedNeededAndLeftOverWidths()
    {
        SceneGrid grid = new()
        {
            Columns = [SceneLength.Pixels(50), SceneLength.Auto, SceneLength.Share(1), SceneLength.Share(3)],
            Cells = [new SceneGridCell(new SceneBorder { Width = 20, Height = 5 }, 0, 1)],
        };

        Assert.Equal([50f, 20f, 30f, 90f], ControlSizes.Columns(grid, 190));
        Assert.Equal([50f, 20f, 0f, 0f], ControlSizes.Columns(grid, float.NaN));
    }

    [Fact]
    public void Grid_CellOverTwoColumns_WidensTheLastFlexibleOne()
    {
        SceneGrid grid = new()
        {
            Columns = [SceneLength.Auto, SceneLength.Auto],
            Cells =
            [
                new SceneGridCell(new SceneBorder { Width = 20, Height = 5 }, 0, 0),
                new SceneGridCell(new SceneBorder { Width = 100, Height = 5 }, 0, 0, ColumnSpan: 2),
            ],
        };

        Assert.Equal([20f, 80f], ControlSizes.Columns(grid, float.NaN));
    }

    [Fact]
    public void TextBlock_DrawsItsWordsWithinItsBox()
    {
        Scene scene = PlainScene.Of(new ScenePane
        {
            Range = new SceneRange(900, 1000),
            Controls =
            [
                new SceneTextBlock("$412M", Magenta) { Horizontal = SceneHorizontal.Left, Vertical = SceneVertical.Top, Margin = SceneThickness.Uniform(20) },
            ],
        });
        Picture picture = new(scene);

        SKRectI box = Assert.NotNull(picture.BoxOf(color => color.Red > 60 && color.Green == 0));
        SKSize size = ControlSizes.OuterSize(scene.Price.Controls[0]);
        Assert.InRange(box.Left, 20, 22);
        Assert.InRange(box.Right, 40, size.Width - 20);
        Assert.InRange(box.Top, 20, 25);
        Assert.InRange(box.Bottom, 28, size.Height - 20);
    }

    [Fact]
    public void Button_IsLargerThanItsWords()
    {
        SKSize words = ControlSizes.OuterSize(new SceneTextBlock("Fold", Magenta));
        SKSize button = ControlSizes.OuterSize(new SceneButton("Fold", Magenta, default));

        Assert.Equal(words.Width + 22, button.Width);
        Assert.Equal(words.Height + 10, button.Height);
    }

    [Fact]
    public void Opacity_OfAParent_FadesItsChildren()
    {
        Picture picture = new(PlainScene.Of(new ScenePane
        {
            Range = new SceneRange(900, 1000),
            Controls =
            [
                new SceneBorder { Opacity = 0.5, Child = new SceneBorder { Opacity = 0.5, Background = Magenta } },
            ],
        }));

        PlainScene.AssertClose(PlainScene.Blend(Magenta.WithAlpha(64), SceneColor.FromRgb(0)), picture.At(300, 300));
    }
}
