namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>Two points of a chart.</summary>
internal readonly record struct Corners(DateTime Time1, double Y1, DateTime Time2, double Y2);
