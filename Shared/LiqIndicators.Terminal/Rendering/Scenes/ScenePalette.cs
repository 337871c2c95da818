namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>Colours of the chart itself.</summary>
/// <remarks>
/// Candles are grey and teal-grey on purpose: hue is left to the overlays (orange and blue), and rising and falling
/// bars differ by lightness, so that they read with every kind of colour vision.
/// </remarks>
public sealed record ScenePalette
{
    /// <summary>Behind everything.</summary>
    public required SceneColor Background { get; init; }

    /// <summary>Titles and the words that matter.</summary>
    public required SceneColor Foreground { get; init; }

    /// <summary>Axis numbers and other quiet words.</summary>
    public required SceneColor Muted { get; init; }

    /// <summary>Grid lines.</summary>
    public required SceneColor Grid { get; init; }

    /// <summary>First bar of a day and edges of panes.</summary>
    public required SceneColor Separator { get; init; }

    /// <summary>Outline and wick of a rising bar.</summary>
    public required SceneColor BullOutline { get; init; }

    /// <summary>Body of a rising bar.</summary>
    public required SceneColor BullFill { get; init; }

    /// <summary>Outline and wick of a falling bar.</summary>
    public required SceneColor BearOutline { get; init; }

    /// <summary>Body of a falling bar.</summary>
    public required SceneColor BearFill { get; init; }

    /// <summary>Tag and line of the last price.</summary>
    public required SceneColor LastPrice { get; init; }

    /// <summary>For a dark terminal.</summary>
    public static ScenePalette Dark { get; } = new()
    {
        Background = SceneColor.FromRgb(0x10141A),
        Foreground = SceneColor.FromRgb(0xD5DBE3),
        Muted = SceneColor.FromRgb(0x8792A1),
        Grid = SceneColor.FromRgb(0x1A2028),
        Separator = SceneColor.FromRgb(0x2A323D),
        BullOutline = SceneColor.FromRgb(0xB4CFC9),
        BullFill = SceneColor.FromRgb(0x9DBDB6),
        BearOutline = SceneColor.FromRgb(0x8A95A3),
        BearFill = SceneColor.FromRgb(0x3E4854),
        LastPrice = SceneColor.FromRgb(0xD5DBE3),
    };

    /// <summary>For a light terminal.</summary>
    public static ScenePalette Light { get; } = new()
    {
        Background = SceneColor.FromRgb(0xFAFAF7),
        Foreground = SceneColor.FromRgb(0x1F2730),
        Muted = SceneColor.FromRgb(0x66707C),
        Grid = SceneColor.FromRgb(0xEDEEEB),
        Separator = SceneColor.FromRgb(0xD9DCDA),
        BullOutline = SceneColor.FromRgb(0x4C7A72),
        BullFill = SceneColor.FromRgb(0xDCEBE6),
        BearOutline = SceneColor.FromRgb(0x3C4651),
        BearFill = SceneColor.FromRgb(0x5B6773),
        LastPrice = SceneColor.FromRgb(0x2B343E),
    };
}
