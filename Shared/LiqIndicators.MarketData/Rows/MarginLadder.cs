namespace LiqIndicators.MarketData.Rows;

/// <summary>Makes margin tiers of the ranges that a venue lists.</summary>
public static class MarginLadder
{
    /// <summary>One listed range: its cap, rate and leverage.</summary>
    /// <param name="NotionalCap">Quote currency; null for the last range without a limit.</param>
    /// <param name="MaintenanceMarginRate">Fraction of notional.</param>
    /// <param name="MaxLeverage">Dimensionless.</param>
    public readonly record struct Step(decimal? NotionalCap, decimal MaintenanceMarginRate, decimal MaxLeverage);

    /// <summary>Tiers in which the rate of the position's range counts for the whole position.</summary>
    /// <exception cref="FormatException">The ranges do not ascend, or a rate lies outside (0, 1).</exception>
    public static IReadOnlyList<MarginTierRow> WholePosition(IEnumerable<Step> steps) => Build(steps, isProgressive: false);

    /// <summary>Tiers in which each part of the position has the rate of its own range: the margin has no jumps.</summary>
    /// <remarks><c>amount(n) = amount(n−1) + floor(n) × (rate(n) − rate(n−1))</c>.</remarks>
    /// <exception cref="FormatException">The ranges do not ascend, or a rate lies outside (0, 1).</exception>
    public static IReadOnlyList<MarginTierRow> Progressive(IEnumerable<Step> steps) => Build(steps, isProgressive: true);

    private static List<MarginTierRow> Build(IEnumerable<Step> steps, bool isProgressive)
    {
        List<MarginTierRow> tiers = new();
        decimal floor = 0;
        decimal amount = 0;
        foreach (Step step in steps.OrderBy(step => step.NotionalCap ?? decimal.MaxValue))
        {
            if (step.MaintenanceMarginRate is <= 0 or >= 1 || step.NotionalCap <= floor)
            {
                throw new FormatException(
                    FormattableString.Invariant($"A margin tier above {floor} has the cap {step.NotionalCap} and the rate ")
                    + FormattableString.Invariant($"{step.MaintenanceMarginRate}; expected a higher cap and a rate in (0, 1)."));
            }

            if (isProgressive && tiers.Count > 0)
            {
                amount += floor * (step.MaintenanceMarginRate - tiers[^1].MaintenanceMarginRate);
            }

            tiers.Add(new MarginTierRow(floor, step.NotionalCap, step.MaintenanceMarginRate, amount, step.MaxLeverage));
            floor = step.NotionalCap ?? floor;
        }

        return tiers;
    }
}
