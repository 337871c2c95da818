using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>How a line is asked for.</summary>
internal readonly record struct LineLook(Color Color, int Thickness = 1, LineStyle LineStyle = LineStyle.Solid);
