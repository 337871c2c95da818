using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>A value with its own plate on the axis.</summary>
/// <param name="Value">Where it stands.</param>
/// <param name="Text">What it says.</param>
/// <param name="Color">Colour of the plate; the letters take black or white after its brightness.</param>
internal sealed record AxisTag(double Value, string Text, SceneColor Color);
