namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>Everything a picture of a chart shows, in the words of no platform.</summary>
public sealed record Scene
{
    /// <summary>Width of the picture in pixels; in [320, 8000].</summary>
    public int Width { get; init; } = 1600;

    /// <summary>Height of the picture in pixels; in [200, 8000].</summary>
    public int Height { get; init; } = 900;

    /// <summary>Colours of the chart itself.</summary>
    public ScenePalette Palette { get; init; } = ScenePalette.Dark;

    /// <summary>Bars from the oldest to the newest, without gaps in the index.</summary>
    public required IReadOnlyList<SceneCandle> Candles { get; init; }

    /// <summary>Bars in sight; null shows the last 160 and a little room.</summary>
    public SceneView? View { get; init; }

    /// <summary>Price in the tag on the axis; null takes the close of the newest bar when it is in sight.</summary>
    public double? LastPrice { get; init; }

    /// <summary>The pane of the candles.</summary>
    public ScenePane Price { get; init; } = new() { Numbers = new SceneNumberFormat(2, GroupsThousands: true) };

    /// <summary>Indicator windows below it, from top to bottom.</summary>
    public IReadOnlyList<ScenePane> Windows { get; init; } = [];
}
