namespace LiqIndicators.Terminal;

/// <summary>An exception that left a callback of an algo: the platform logs it and the algo goes on.</summary>
/// <param name="TimeUtc">Virtual time.</param>
/// <param name="Algo">Name of the type of the algo.</param>
/// <param name="Callback">What the platform had called.</param>
/// <param name="Exception">What was thrown.</param>
public sealed record AlgoError(DateTime TimeUtc, string Algo, string Callback, Exception Exception);
