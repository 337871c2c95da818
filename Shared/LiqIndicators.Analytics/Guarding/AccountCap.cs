namespace LiqIndicators.Analytics.Guarding;

/// <summary>Highest sum of net exposures over equity.</summary>
/// <param name="MaxLeverage">Dimensionless; NaN for no cap.</param>
/// <param name="RiskPct">Risk that armed it; NaN for no cap.</param>
internal readonly record struct AccountCap(double MaxLeverage, double RiskPct)
{
    /// <summary>No cap.</summary>
    public static AccountCap None => new(double.NaN, double.NaN);
}
