namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>A text at a place of the pane that does not move with bars or values; <c>\n</c> breaks lines.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Color">Colour of the letters.</param>
/// <param name="Horizontal">Edge or middle of the pane.</param>
/// <param name="Vertical">Edge or middle of the pane.</param>
public sealed record SceneStaticText(string Text, SceneColor Color, SceneHorizontal Horizontal, SceneVertical Vertical)
{
    /// <summary>Pixels of a text that does not say its size.</summary>
    public const double DefaultFontSize = 12;

    /// <summary>Pixels; &gt; 0.</summary>
    public double FontSize { get; init; } = DefaultFontSize;

    /// <summary>Whether the heavier face is used.</summary>
    public bool IsBold { get; init; }
}
