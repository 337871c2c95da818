namespace LiqIndicators.Terminal.Rendering.Layout;

/// <summary>A label of the time axis.</summary>
/// <param name="Bar">Bar it stands at.</param>
/// <param name="Text">Time of day, day, month or year; UTC.</param>
/// <param name="IsMajor">Whether a larger unit begins here: a day among hours, a month among days, a year among months.</param>
internal readonly record struct TimeTick(int Bar, string Text, bool IsMajor);
