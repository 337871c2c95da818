using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Carries a kernel over to the terms of a venue: the same leverages, liquidated by the venue's own rules.</summary>
public static class VenueKernels
{
    /// <summary>Maintenance margin rate under which a kernel without a venue speaks of leverage; fraction.</summary>
    public const double ReferenceRate = 0.004;

    /// <summary>The kernel on the terms of a venue.</summary>
    /// <remarks>
    /// Each distance is read as the leverage that has it under a linear contract at <see cref="ReferenceRate"/>,
    /// <c>1/L = s (1 - r (1 - s m))</c> with <c>r</c> the liquidation price over the entry; that leverage, at most what the
    /// venue admits for the assumed notional, then goes through the venue's formula and brackets. Distances that need less
    /// than the whole margin (<c>L</c> below 1) depend on no bracket and stay. An inverse contract keeps the bracket of the entry.
    /// The version names the margin table. Source: docs/model.md, F1 and F7.
    /// </remarks>
    /// <param name="kernel">A kernel.</param>
    /// <param name="terms">The venue's terms.</param>
    /// <exception cref="ArgumentOutOfRangeException">The assumed notional is NaN, not above 0 or above the venue's largest.</exception>
    public static LeverageKernel On(LeverageKernel kernel, VenueTerms terms)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(terms);
        int bracket = terms.Tiers.IndexOf(Guard.Positive(terms.AssumedNotional));

        KernelPoint[] Side(PositionSide side)
        {
            List<KernelPoint> points = new();
            foreach (KernelPoint point in kernel.Points(side))
            {
                points.Add(point with { LogDistance = Distance(side, point.LogDistance, terms, bracket) });
            }

            double infinite = side == PositionSide.Long ? double.NegativeInfinity : double.PositiveInfinity;
            points.Add(new KernelPoint(infinite, kernel.Unliquidatable(side)));
            return points.ToArray();
        }

        return new LeverageKernel(kernel.Name, $"{kernel.Version} on {terms.Tiers.Name}", terms.Venue, Side(PositionSide.Long), Side(PositionSide.Short));
    }

    private static double Distance(PositionSide side, double logDistance, VenueTerms terms, int bracket)
    {
        double inverse = LiquidationPrice.InverseLeverage(side, Math.Exp(logDistance), ReferenceRate);
        if (inverse > 1)
        {
            return logDistance;
        }

        MarginTier tier = terms.Tiers[bracket];
        double leverage = inverse * tier.MaximumLeverage > 1 ? 1 / inverse : tier.MaximumLeverage;
        double price = terms.Form == ContractForm.Linear
            ? LiquidationPrice.Linear(side, 1, terms.AssumedNotional, leverage, terms.Tiers)
            : LiquidationPrice.Inverse(
                side, 1, 1, leverage, tier.MaintenanceMarginRate, maintenanceDeduction: terms.Tiers.CumulativeAmount(bracket) / terms.AssumedNotional);
        double distance = Math.Log(price);

        // Where a venue admits what it would liquidate at once, nobody holds it for long: such a position says nothing of the venue.
        return distance * logDistance > 0 ? distance : logDistance;
    }
}
