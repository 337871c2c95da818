namespace LiqIndicators.Analytics.Liquidation;

/// <summary>What happened to the mass of one side, in base units: in one bar, or in all bars so far.</summary>
/// <remarks>
/// For a bar with open interest, <c>Opened - Closed = change of open interest + Consumed</c>. Over all bars so far
/// <c>Inserted = open mass + Consumed + Closed + Restruck</c>. Nothing is negative.
/// </remarks>
/// <param name="Consumed">Taken away because price crossed its cells.</param>
/// <param name="Closed">Taken away because open interest fell, in proportion everywhere.</param>
/// <param name="Restruck">Taken away in proportion everywhere and opened again at current prices.</param>
/// <param name="Inserted">Placed at current prices: opened on balance, and re-struck.</param>
public readonly record struct LiquidationFlow(double Consumed, double Closed, double Restruck, double Inserted)
{
    /// <summary>Opened on balance: inserted less re-struck; base units.</summary>
    public double Opened => Inserted - Restruck;
}
