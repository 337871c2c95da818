namespace LiqIndicators.Sessions.Guarding;

/// <summary>Something that actions wait for.</summary>
/// <param name="Symbol">The symbol; empty for the connection.</param>
/// <param name="Why">Market closed, symbol unknown, or offline.</param>
/// <param name="SinceUtc">Start; UTC.</param>
/// <param name="ProbeUtc">Not to be tried before; UTC.</param>
/// <param name="IsExpired">Whether the user was told that the wait is over without success.</param>
public readonly record struct Wait(string Symbol, Refusal Why, DateTime SinceUtc, DateTime ProbeUtc, bool IsExpired);
