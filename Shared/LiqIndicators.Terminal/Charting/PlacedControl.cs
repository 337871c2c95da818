using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <summary>A control on a chart.</summary>
/// <param name="Control">The outermost control.</param>
/// <param name="Owner">Instance id of the algo that put it there; empty for none.</param>
/// <param name="Time">Time it is tied to, or null when it lies at the edge its alignment names.</param>
/// <param name="Y">Value it is tied to, or null.</param>
/// <param name="Grip">What the user drags it by, or null when it stays in its place.</param>
public sealed record PlacedControl(ControlBase Control, string Owner, DateTime? Time, double? Y, ChartDraggable? Grip = null);
