namespace LiqIndicators.Analytics.Liquidation;

/// <summary>What happened to the mass of one side, in base units: in one bar, or in all bars so far.</summary>
/// <remarks>
/// For a bar with open interest, <c>Opened - Closed = change of open interest + Consumed</c>. Over all bars so far
/// <c>Inserted + Adopted = open mass + Consumed + Closed + Restruck</c>. Nothing is negative.
/// </remarks>
/// <param name="Consumed">Taken away because price crossed its cells.</param>
/// <param name="Closed">Taken away because open interest fell, in proportion everywhere.</param>
/// <param name="Restruck">Taken away in proportion everywhere and opened again at current prices.</param>
/// <param name="Inserted">Placed at current prices: opened on balance, and re-struck.</param>
/// <param name="Adopted">Came into view at once, as when a venue is added: laid over what stands, in proportion.</param>
public readonly record struct LiquidationFlow(
    double Consumed, double Closed, double Restruck, double Inserted, double Adopted = 0)
{
    /// <summary>Opened on balance: inserted less re-struck; base units.</summary>
    public double Opened => Inserted - Restruck;
}
