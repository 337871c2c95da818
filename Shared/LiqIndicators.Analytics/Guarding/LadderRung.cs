namespace LiqIndicators.Analytics.Guarding;

/// <summary>One rung of a ladder: the risk that arms it and the leverage it allows.</summary>
/// <param name="ArmRiskPct">Risk from which the rung is armed; in (0, 100].</param>
/// <param name="ReleaseRiskPct">Risk below which an armed rung is let go; below <paramref name="ArmRiskPct"/>.</param>
/// <param name="MaxSymbolLeverage">Highest net exposure of the endangered side of the symbol over equity; &gt;= 0.</param>
/// <param name="MaxAccountLeverage">Highest sum of net exposures over equity while armed; &gt;= 0; NaN for no such cap.</param>
public readonly record struct LadderRung(
    double ArmRiskPct, double ReleaseRiskPct, double MaxSymbolLeverage, double MaxAccountLeverage = double.NaN);
