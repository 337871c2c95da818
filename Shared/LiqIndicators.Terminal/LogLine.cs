namespace LiqIndicators.Terminal;

/// <summary>One line of the log.</summary>
/// <param name="TimeUtc">Virtual time.</param>
/// <param name="Algo">Name of the type of the algo that it is about.</param>
/// <param name="Text">What was printed, or what the platform said.</param>
public sealed record LogLine(DateTime TimeUtc, string Algo, string Text);
