namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>How a line is drawn.</summary>
/// <param name="Color">Colour and opacity.</param>
/// <param name="Width">Pixels; &gt; 0.</param>
/// <param name="Style">Pattern along the line.</param>
public sealed record SceneStroke(SceneColor Color, double Width = 1, SceneLineStyle Style = SceneLineStyle.Solid);

/// <summary>Pattern along a line.</summary>
public enum SceneLineStyle
{
    /// <summary>No gap.</summary>
    Solid,

    /// <summary>Dots close together.</summary>
    Dots,

    /// <summary>Dots apart.</summary>
    DotsRare,

    /// <summary>Dots far apart.</summary>
    DotsVeryRare,

    /// <summary>Dashes and dots in turn.</summary>
    LinesDots,

    /// <summary>Dashes.</summary>
    Lines,
}
