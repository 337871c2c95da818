namespace LiqIndicators.Sessions.Guarding;

/// <summary>Something a guard has to say.</summary>
/// <param name="TimeUtc">UTC.</param>
/// <param name="Level">How loudly.</param>
/// <param name="Text">One line.</param>
public readonly record struct GuardNotice(DateTime TimeUtc, NoticeLevel Level, string Text);
