using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>The one place where margin, margin level and leverage of an account are computed.</summary>
/// <remarks>
/// Rules of the platform: a symbol's dynamic leverage cuts the exposure of one side into tiers, each margined at
/// the smaller of its own and the account's leverage; the sides of a symbol then add up by
/// <see cref="MarginCalculation"/>, and symbols add to each other. Under <see cref="MarginCalculation.Net"/> the
/// tiers are applied to the difference of the sides. Source: docs/leverage-guard.md, "Margin".
/// </remarks>
public static class MarginArithmetic
{
    /// <summary>Margin that the exposure of one side needs.</summary>
    /// <param name="exposureUsd">Exposure; US dollars, &gt;= 0.</param>
    /// <param name="accountLeverage">Leverage of the account, the ceiling of every tier; dimensionless, &gt; 0.</param>
    /// <param name="tiers">Tiers by rising bound; empty when the symbol has no dynamic leverage.</param>
    /// <returns>US dollars, &gt;= 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static double TieredMargin(double exposureUsd, double accountLeverage, IReadOnlyList<LeverageTier> tiers)
    {
        Guard.NotNegative(exposureUsd);
        Guard.Positive(accountLeverage);
        ArgumentNullException.ThrowIfNull(tiers);

        double margin = 0;
        double below = 0;
        for (int i = 0; i < tiers.Count && exposureUsd > below; i++)
        {
            LeverageTier tier = tiers[i];
            double bound = i == tiers.Count - 1 ? exposureUsd : Math.Min(exposureUsd, tier.UpToUsd);
            double leverage = Math.Min(accountLeverage, Guard.Positive(tier.Leverage));
            margin += Math.Max(0, bound - below) / leverage;
            below = Math.Max(below, tier.UpToUsd);
        }

        return tiers.Count == 0 ? exposureUsd / accountLeverage : margin;
    }

    /// <summary>Margin of one symbol over both sides.</summary>
    /// <param name="longExposureUsd">Exposure of the longs; US dollars, &gt;= 0.</param>
    /// <param name="shortExposureUsd">Exposure of the shorts; US dollars, &gt;= 0.</param>
    /// <param name="calculation">How the sides add up.</param>
    /// <param name="accountLeverage">Leverage of the account; dimensionless, &gt; 0.</param>
    /// <param name="tiers">Dynamic leverage of the symbol; empty when it has none.</param>
    /// <returns>US dollars, &gt;= 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the calculation is unknown.</exception>
    public static double SymbolMargin(
        double longExposureUsd,
        double shortExposureUsd,
        MarginCalculation calculation,
        double accountLeverage,
        IReadOnlyList<LeverageTier> tiers) => calculation switch
    {
        MarginCalculation.Sum => TieredMargin(longExposureUsd, accountLeverage, tiers)
            + TieredMargin(shortExposureUsd, accountLeverage, tiers),
        MarginCalculation.Max => TieredMargin(Math.Max(longExposureUsd, shortExposureUsd), accountLeverage, tiers),
        MarginCalculation.Net => TieredMargin(Math.Abs(longExposureUsd - shortExposureUsd), accountLeverage, tiers),
        _ => throw new ArgumentOutOfRangeException(nameof(calculation), calculation, "Unknown margin calculation."),
    };

    /// <summary>Margin level: equity over margin.</summary>
    /// <param name="equity">Deposit currency; may be negative.</param>
    /// <param name="margin">Deposit currency, &gt;= 0.</param>
    /// <returns>Percent; NaN when no margin is in use.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is NaN or negative.</exception>
    public static double MarginLevelPct(double equity, double margin) =>
        Guard.NotNegative(margin) == 0 ? double.NaN : 100 * equity / margin;

    /// <summary>Effective leverage: exposure over equity.</summary>
    /// <param name="exposure">Deposit currency, &gt;= 0.</param>
    /// <param name="equity">Deposit currency; may be negative.</param>
    /// <returns>Dimensionless; 0 without exposure, positive infinity for exposure without equity.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exposure"/> is NaN or negative.</exception>
    public static double EffectiveLeverage(double exposure, double equity)
    {
        if (Guard.NotNegative(exposure) == 0)
        {
            return 0;
        }

        return equity > 0 ? exposure / equity : double.PositiveInfinity;
    }

    /// <summary>Price of one symbol at which the whole account reaches its stop-out level.</summary>
    /// <remarks>
    /// Solves <c>equity + (long − short)·rate·(P − price) = level·(other + margin(P))</c>, which is linear in <c>P</c>
    /// between the prices where an exposure passes a tier: the walk from the price now to the first crossing is exact.
    /// Spread, commission, swap and slippage are ignored: all bring the true level nearer.
    /// </remarks>
    /// <param name="direction"><see cref="PositionSide.Long"/> looks below the price, where longs are lost; Short above it.</param>
    /// <param name="inputs">Account and symbol.</param>
    /// <returns>Quote currency per unit; the price now when the level is already reached; NaN when no price reaches it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static double StopOutPrice(PositionSide direction, in StopOutInputs inputs)
    {
        Guard.Positive(inputs.Price);
        Guard.Positive(inputs.StopOutLevelPct);
        Guard.NotNegative(inputs.LongVolume);
        Guard.NotNegative(inputs.ShortVolume);
        Guard.Positive(inputs.QuoteToDeposit);
        Guard.Positive(inputs.DepositToUsd);
        bool isFalling = direction == PositionSide.Long;

        double price = inputs.Price;
        double reserve = Reserve(price, inputs);
        if (!(reserve > 0))
        {
            return price;
        }

        while (true)
        {
            double next = NextKink(price, isFalling, inputs);
            bool isLast = double.IsPositiveInfinity(next);
            double probe = isLast ? 2 * price : next;
            double reserveThere = Reserve(probe, inputs);
            if (reserveThere <= 0 || (isLast && reserveThere < reserve))
            {
                return price + ((probe - price) * reserve / (reserve - reserveThere));
            }

            if (isLast || probe == 0)
            {
                return double.NaN;
            }

            price = probe;
            reserve = reserveThere;
        }
    }

    private static double Reserve(double price, in StopOutInputs inputs)
    {
        double equity = inputs.Equity
            + ((inputs.LongVolume - inputs.ShortVolume) * inputs.QuoteToDeposit * (price - inputs.Price));
        double usdPerUnit = price * inputs.QuoteToDeposit * inputs.DepositToUsd;
        double margin = SymbolMargin(
            inputs.LongVolume * usdPerUnit,
            inputs.ShortVolume * usdPerUnit,
            inputs.Calculation,
            inputs.AccountLeverage,
            inputs.Tiers) / inputs.DepositToUsd;
        return equity - (inputs.StopOutLevelPct / 100 * (inputs.OtherMargin + margin));
    }

    /// <summary>Nearest price in the direction at which some exposure passes the bound of a tier; 0 or infinity at the end.</summary>
    private static double NextKink(double price, bool isFalling, in StopOutInputs inputs)
    {
        double next = isFalling ? 0 : double.PositiveInfinity;
        for (int i = 0; i < inputs.Tiers.Count - 1; i++)
        {
            double bound = inputs.Tiers[i].UpToUsd / (inputs.QuoteToDeposit * inputs.DepositToUsd);
            Approach(bound / inputs.LongVolume, price, isFalling, ref next);
            Approach(bound / inputs.ShortVolume, price, isFalling, ref next);
            Approach(bound / Math.Abs(inputs.LongVolume - inputs.ShortVolume), price, isFalling, ref next);
        }

        return next;
    }

    private static void Approach(double kink, double price, bool isFalling, ref double next)
    {
        if (isFalling ? kink < price && kink > next : kink > price && kink < next)
        {
            next = kink;
        }
    }
}
