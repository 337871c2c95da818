using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <summary>Colours of one bar; null leaves that of the chart.</summary>
/// <param name="Fill">Body.</param>
/// <param name="Outline">Outline and wick.</param>
/// <param name="TickVolume">Its volume.</param>
public readonly record struct BarColors(Color? Fill, Color? Outline, Color? TickVolume);
