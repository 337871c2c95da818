namespace LiqIndicators.Terminal.Trading;

/// <summary>One request of an algo to the broker, as it left the algo.</summary>
/// <param name="Number">Counts all requests, from 0.</param>
/// <param name="TimeUtc">When; UTC.</param>
/// <param name="InstanceId">Use of the algo that asked; null for none.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Id">Number of the position or order; 0 for a new one.</param>
/// <param name="SymbolName">Symbol; empty when the position or order was not known.</param>
/// <param name="Volume">Units to open or close, or units to be left; 0 for the other kinds.</param>
/// <param name="StopLoss">Stop loss asked for; quote currency per unit, or pips; null for none.</param>
public sealed record TradeRequest(
    int Number, DateTime TimeUtc, string? InstanceId, TradeRequestKind Kind, int Id, string SymbolName, double Volume, double? StopLoss);
