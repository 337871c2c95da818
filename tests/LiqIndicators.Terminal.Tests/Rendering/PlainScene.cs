using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Tests.Rendering;

/// <summary>A scene without a grid and with a scale that can be worked out by hand.</summary>
/// <remarks>
/// 1000 x 528 pixels: below the price pane stand 28 pixels of time axis, so that the pane is 500 pixels high; with the
/// scale 0 to 100 one unit is 5 pixels, and value v lies at row 500 - 5 v.
/// </remarks>
internal static class PlainScene
{
    public static readonly DateTime Start = new(2025, 3, 10, 0, 0, 0, DateTimeKind.Utc);

    public static readonly SceneColor Magenta = SceneColor.FromRgb(0xFF00FF);

    public static readonly ScenePalette Palette = ScenePalette.Dark with
    {
        Background = SceneColor.FromRgb(0x000000),
        Grid = SceneColor.FromRgb(0x000000),
        Separator = SceneColor.FromRgb(0x000000),
        BullFill = SceneColor.FromRgb(0x00FF00),
        BullOutline = SceneColor.FromRgb(0x00FF00),
        BearFill = SceneColor.FromRgb(0xFF0000),
        BearOutline = SceneColor.FromRgb(0xFF0000),
    };

    public static Scene Of(params SceneShape[] shapes) => Of(new ScenePane { Range = new SceneRange(0, 100), Shapes = shapes });

    public static Scene Of(ScenePane price, params ScenePane[] windows) => new()
    {
        Width = 1000,
        Height = 528,
        Palette = Palette,
        Candles = Candles(50),
        View = new SceneView(0, 50),
        Price = price,
        Windows = windows,
    };

    /// <summary>Rising bars from 40 to 60, with wicks from 30 to 70.</summary>
    public static IReadOnlyList<SceneCandle> Candles(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new SceneCandle(Start.AddHours(i), 40, 70, 30, 60))];

    /// <summary>Mixes a colour into what lies below it: <c>c·a + b·(1 − a)</c> per channel.</summary>
    public static SceneColor Blend(SceneColor over, SceneColor below)
    {
        double a = over.Alpha / 255.0;
        byte Mix(byte top, byte bottom) => (byte)Math.Round((top * a) + (bottom * (1 - a)));
        return new SceneColor(255, Mix(over.Red, below.Red), Mix(over.Green, below.Green), Mix(over.Blue, below.Blue));
    }

    public static void AssertClose(SceneColor expected, SceneColor actual)
    {
        // Premultiplied bytes round once on the way in and once on the way out.
        Assert.InRange(actual.Red, expected.Red - 1, expected.Red + 1);
        Assert.InRange(actual.Green, expected.Green - 1, expected.Green + 1);
        Assert.InRange(actual.Blue, expected.Blue - 1, expected.Blue + 1);
    }
}
