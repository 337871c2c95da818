using cAlgo.API.Internals;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Brokerage;

/// <summary>Margin of an exposure. Written apart from whatever a guard computes, so that the two can be held against each other.</summary>
internal static class MarginRules
{
    /// <summary>Margin of one side: each step of the exposure at its own leverage, never above the account's; the last step has no end.</summary>
    /// <param name="exposureUsd">US dollars; at least 0.</param>
    /// <param name="accountLeverage">Dimensionless; &gt; 0.</param>
    /// <param name="steps">From the smallest; empty for the account's leverage at any exposure.</param>
    /// <returns>US dollars.</returns>
    internal static double OfSide(double exposureUsd, double accountLeverage, IReadOnlyList<LeverageStep> steps)
    {
        double left = exposureUsd;
        double from = 0;
        double margin = 0;
        double leverage = accountLeverage;
        for (int i = 0; i < steps.Count; i++)
        {
            leverage = Math.Min(steps[i].Leverage, accountLeverage);
            double slice = Math.Min(left, steps[i].UpToNotional - from);
            margin += slice / leverage;
            left -= slice;
            from = steps[i].UpToNotional;
        }

        return margin + (left / leverage);
    }

    /// <summary>Margin of a symbol over both sides.</summary>
    /// <param name="longVolume">Units; at least 0.</param>
    /// <param name="longPriceUsd">US dollars per unit of the longs.</param>
    /// <param name="shortVolume">Units; at least 0.</param>
    /// <param name="shortPriceUsd">US dollars per unit of the shorts.</param>
    /// <param name="calculation">How the sides add up.</param>
    /// <param name="accountLeverage">Dimensionless; &gt; 0.</param>
    /// <param name="steps">Dynamic leverage of the symbol.</param>
    /// <returns>US dollars.</returns>
    internal static double OfSymbol(
        double longVolume,
        double longPriceUsd,
        double shortVolume,
        double shortPriceUsd,
        TotalMarginCalculationType calculation,
        double accountLeverage,
        IReadOnlyList<LeverageStep> steps)
    {
        if (calculation == TotalMarginCalculationType.Net)
        {
            double net = longVolume - shortVolume;
            return OfSide(net >= 0 ? net * longPriceUsd : -net * shortPriceUsd, accountLeverage, steps);
        }

        double ofLongs = OfSide(longVolume * longPriceUsd, accountLeverage, steps);
        double ofShorts = OfSide(shortVolume * shortPriceUsd, accountLeverage, steps);
        return calculation == TotalMarginCalculationType.Max ? Math.Max(ofLongs, ofShorts) : ofLongs + ofShorts;
    }
}
