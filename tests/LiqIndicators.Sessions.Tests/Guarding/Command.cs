using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

/// <summary>An order as the broker received it.</summary>
internal sealed record Command(DateTime TimeUtc, GuardActionKind Kind, int Id, double Volume, double StopPrice, double Notional);
