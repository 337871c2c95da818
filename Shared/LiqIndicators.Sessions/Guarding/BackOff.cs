namespace LiqIndicators.Sessions.Guarding;

/// <summary>A position or order that failed lately.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Failures">Failures in a row.</param>
/// <param name="UntilUtc">Not to be tried before; UTC.</param>
/// <param name="MaxVolume">Largest volume worth asking for, after refusals; units; infinite when none was refused.</param>
/// <param name="IsStopBlocked">Whether its stop was refused, so that it is to be reduced instead.</param>
public readonly record struct BackOff(int Id, int Failures, DateTime UntilUtc, double MaxVolume, bool IsStopBlocked);
