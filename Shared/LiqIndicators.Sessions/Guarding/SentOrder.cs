namespace LiqIndicators.Sessions.Guarding;

/// <summary>An order as the hourly caps count it.</summary>
/// <param name="TimeUtc">When it was sent; UTC.</param>
/// <param name="Notional">Exposure it was to close; deposit currency; 0 for stops and cancellations.</param>
public readonly record struct SentOrder(DateTime TimeUtc, double Notional);
