namespace LiqIndicators.Terminal.Brokerage;

/// <summary>Stop loss and take profit of a position to be.</summary>
/// <param name="StopLoss">Quote currency per unit, or pips from the entry; null for none.</param>
/// <param name="TakeProfit">Quote currency per unit, or pips from the entry; null for none.</param>
/// <param name="IsInPips">Whether both are pips.</param>
public readonly record struct Protection(double? StopLoss, double? TakeProfit, bool IsInPips = false)
{
    internal void ApplyTo(BrokerPosition position)
    {
        position.StopLoss = IsInPips && StopLoss is { } stop ? position.Away(position.EntryPrice, -stop) : StopLoss;
        position.TakeProfit = IsInPips && TakeProfit is { } profit ? position.Away(position.EntryPrice, profit) : TakeProfit;
    }
}
