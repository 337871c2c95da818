namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>One strip of the chart with its own scale: the price pane or an indicator window.</summary>
public sealed record ScenePane
{
    /// <summary>Words at the top left.</summary>
    public string Title { get; init; } = "";

    /// <summary>Quieter words after the title.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Height as a fraction of the room for panes, in (0, 0.8]; the price pane takes what the windows leave.</summary>
    public double HeightShare { get; init; } = 0.16;

    /// <summary>The scale; null derives it: of the price pane from the candles in sight, of a window from its series, clouds and levels in sight.</summary>
    public SceneRange? Range { get; init; }

    /// <summary>How its numbers are written.</summary>
    public SceneNumberFormat Numbers { get; init; } = new();

    /// <summary>Named lines.</summary>
    public IReadOnlyList<SceneLevel> Levels { get; init; } = [];

    /// <summary>Outputs of indicators.</summary>
    public IReadOnlyList<SceneSeries> Series { get; init; } = [];

    /// <summary>Fills between outputs.</summary>
    public IReadOnlyList<SceneCloud> Clouds { get; init; } = [];

    /// <summary>Rows of coloured cells.</summary>
    public IReadOnlyList<SceneRibbon> Ribbons { get; init; } = [];

    /// <summary>Drawn objects.</summary>
    public IReadOnlyList<SceneShape> Shapes { get; init; } = [];

    /// <summary>Texts that stay in place.</summary>
    public IReadOnlyList<SceneStaticText> StaticTexts { get; init; } = [];

    /// <summary>Panels and buttons, each placed in the pane by its own alignment and margin.</summary>
    public IReadOnlyList<SceneControl> Controls { get; init; } = [];

    /// <summary>Panels and buttons tied to a bar or a value.</summary>
    public IReadOnlyList<SceneAnchoredControl> AnchoredControls { get; init; } = [];
}
