namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>Place along the horizontal: of a text beside its anchor, or of a control within its slot.</summary>
public enum SceneHorizontal
{
    /// <summary>In the middle.</summary>
    Center,

    /// <summary>A text lies to the left of its anchor; a control at the left of its slot.</summary>
    Left,

    /// <summary>A text lies to the right of its anchor; a control at the right of its slot.</summary>
    Right,

    /// <summary>A control fills its slot; a text is centred.</summary>
    Stretch,
}

/// <summary>Place along the vertical: of a text beside its anchor, or of a control within its slot.</summary>
public enum SceneVertical
{
    /// <summary>In the middle.</summary>
    Center,

    /// <summary>A text lies above its anchor; a control at the top of its slot.</summary>
    Top,

    /// <summary>A text lies below its anchor; a control at the bottom of its slot.</summary>
    Bottom,

    /// <summary>A control fills its slot; a text is centred.</summary>
    Stretch,
}
