using System.Globalization;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Mark prices at which isolated positions are liquidated, and at which their margin is used up.</summary>
/// <remarks>
/// Fees, funding and later changes of margin are ignored unless a parameter names them: fees move the true level
/// nearer to the entry, added margin moves it away. No form accepts a leverage whose initial margin is below the maintenance margin.
/// </remarks>
public static class LiquidationPrice
{
    /// <summary>Largest leverage taken for a real one.</summary>
    public const double LargestLeverage = 1000;

    /// <summary>Liquidation price of a linear contract under one maintenance rate.</summary>
    /// <remarks>
    /// Solves <c>E/L + s (P - E) = m P</c>: <c>E (1 - s/L) / (1 - s m)</c>. Binance USD-M with a cumulative amount of zero.
    /// </remarks>
    /// <param name="side">Side of the position, not of the liquidation order.</param>
    /// <param name="entryPrice">Average entry <c>E</c>; quote currency per base unit; &gt; 0.</param>
    /// <param name="leverage">Initial leverage <c>L</c>; in [1, 1000].</param>
    /// <param name="maintenanceMarginRate"><c>m</c>; fraction of the notional; in [0, 1/leverage], below 1.</param>
    /// <returns>Quote currency per base unit; 0 for a long that cannot be liquidated.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the side is unknown.</exception>
    public static double Linear(PositionSide side, double entryPrice, double leverage, double maintenanceMarginRate)
    {
        double sign = CheckPosition(side, entryPrice, leverage);
        CheckRate(maintenanceMarginRate, leverage);
        return entryPrice * (1 - (sign / leverage)) / (1 - (sign * maintenanceMarginRate));
    }

    /// <summary>Liquidation price of a linear contract under a venue's margin table.</summary>
    /// <remarks>
    /// The first price, on the way from the entry, at which <c>Q E/L + s Q (P - E) = M(Q P)</c>, where <c>M</c> is the table's
    /// maintenance margin of the notional at the liquidation price itself. Within a bracket equity less maintenance is strictly
    /// monotone in <c>P</c> and its root is <c>(E (1 - s/L) - s c/Q) / (1 - s m)</c>. A long walks down the brackets, where a jump of the
    /// margin relieves it; a short walks up, and is liquidated at a floor whose jump leaves it less than it needs.
    /// The largest leverage is judged on the notional at entry. For a short whose notional outgrows the table before
    /// it is liquidated, the last bracket is taken to go on.
    /// </remarks>
    /// <param name="side">Side of the position, not of the liquidation order.</param>
    /// <param name="entryPrice">Average entry <c>E</c>; quote currency per base unit; &gt; 0.</param>
    /// <param name="quantity">Size <c>Q</c>; base units; &gt; 0.</param>
    /// <param name="leverage">Initial leverage <c>L</c>; in [1, largest leverage of the bracket of the notional at entry].</param>
    /// <param name="tiers">The venue's margin table.</param>
    /// <returns>Quote currency per base unit; 0 for a long that cannot be liquidated.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is NaN or outside its range, the notional at entry is beyond the table, or the leverage is not admissible
    /// for its bracket.
    /// </exception>
    public static double Linear(
        PositionSide side, double entryPrice, double quantity, double leverage, MarginTiers tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        double sign = CheckPosition(side, entryPrice, leverage);
        Guard.Positive(quantity);

        double notional = Guard.InRange(entryPrice * quantity, 0, tiers.LargestNotional, "entryPrice * quantity");
        double largest = tiers[tiers.IndexOf(notional)].MaximumLeverage;
        if (leverage > largest)
        {
            throw new ArgumentOutOfRangeException(nameof(leverage), leverage, string.Create(
                CultureInfo.InvariantCulture,
                $"leverage is {leverage}; expected at most {largest} for a notional of {notional} under {tiers.Name}."));
        }

        int bracket = tiers.IndexOf(notional);
        double price = RootIn(tiers, bracket, sign, entryPrice, quantity, leverage);
        if (sign > 0)
        {
            while (bracket > 0 && price * quantity <= tiers[bracket - 1].NotionalCap)
            {
                price = RootIn(tiers, --bracket, sign, entryPrice, quantity, leverage);
            }

            return Math.Max(0, price);
        }

        while (bracket < tiers.Count - 1 && price * quantity > tiers[bracket].NotionalCap)
        {
            double floor = tiers[bracket].NotionalCap / quantity;
            price = Math.Max(floor, RootIn(tiers, ++bracket, sign, entryPrice, quantity, leverage));
        }

        return price;
    }

    /// <summary>Liquidation price of a Bybit linear contract in isolated mode, without deduction or extra margin.</summary>
    /// <remarks>The maintenance margin is taken on the value at entry: <c>E (1 - s (1/L - m))</c>.</remarks>
    /// <param name="side">Side of the position.</param>
    /// <param name="entryPrice">Average entry <c>E</c>; quote currency per base unit; &gt; 0.</param>
    /// <param name="leverage">Initial leverage <c>L</c>; in [1, 1000].</param>
    /// <param name="maintenanceMarginRate"><c>m</c>; fraction of the notional; in [0, 1/leverage], below 1.</param>
    /// <returns>Quote currency per base unit; 0 for a long that cannot be liquidated.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the side is unknown.</exception>
    public static double BybitLinear(PositionSide side, double entryPrice, double leverage, double maintenanceMarginRate)
    {
        double sign = CheckPosition(side, entryPrice, leverage);
        CheckRate(maintenanceMarginRate, leverage);
        return entryPrice * (1 - (sign * ((1 / leverage) - maintenanceMarginRate)));
    }

    /// <summary>Liquidation price of a Bybit inverse contract, margined in the base currency.</summary>
    /// <remarks>
    /// Long <c>S (1 + m) / (S/E + S/(E L) + extra/(1 + fee) + ded)</c>, short
    /// <c>S (1 - m) / (S/E - S/(E L) - extra/(1 - fee) - ded)</c>.
    /// </remarks>
    /// <param name="side">Side of the position.</param>
    /// <param name="contractValue">Size <c>S</c>; quote currency (contracts of 1 USD); &gt; 0.</param>
    /// <param name="entryPrice">Average entry <c>E</c>; quote currency per base unit; &gt; 0.</param>
    /// <param name="leverage">Initial leverage <c>L</c>; in [1, 1000].</param>
    /// <param name="maintenanceMarginRate"><c>m</c>; fraction; in [0, 1/leverage], below 1.</param>
    /// <param name="extraMargin">Margin added by hand; base units; &gt;= 0.</param>
    /// <param name="maintenanceDeduction">The bracket's maintenance deduction <c>ded</c>; base units; &gt;= 0.</param>
    /// <param name="feeRate">Taker fee; fraction; in [0, 0.1].</param>
    /// <returns>Quote currency per base unit; positive infinity for a short that cannot be liquidated.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the side is unknown.</exception>
    public static double Inverse(
        PositionSide side,
        double contractValue,
        double entryPrice,
        double leverage,
        double maintenanceMarginRate,
        double extraMargin = 0,
        double maintenanceDeduction = 0,
        double feeRate = 0)
    {
        Guard.Positive(contractValue);
        double sign = CheckPosition(side, entryPrice, leverage);
        CheckRate(maintenanceMarginRate, leverage);
        Guard.NotNegative(extraMargin);
        Guard.NotNegative(maintenanceDeduction);
        Guard.InRange(feeRate, 0, 0.1);

        double value = contractValue / entryPrice;
        double cover = (value / leverage) + (extraMargin / (1 + (sign * feeRate))) + maintenanceDeduction;
        double denominator = value + (sign * cover);
        return denominator > 0
            ? contractValue * (1 + (sign * maintenanceMarginRate)) / denominator
            : double.PositiveInfinity;
    }

    /// <summary>Liquidation price as Hyperliquid states it, from the margin not needed for maintenance.</summary>
    /// <remarks><c>p - s available / Q / (1 - l s)</c> with <c>l = 1 / (2 maximumLeverage)</c>.</remarks>
    /// <param name="side">Side of the position.</param>
    /// <param name="price">Mark price <c>p</c> the margin was measured at; quote currency per base unit; &gt; 0.</param>
    /// <param name="quantity">Size <c>Q</c>; base units; &gt; 0.</param>
    /// <param name="marginAvailable">Margin less maintenance margin at <paramref name="price"/>; quote currency; &gt;= 0.</param>
    /// <param name="maximumLeverage">Largest leverage of the asset's bracket; in [1, 1000].</param>
    /// <returns>Quote currency per base unit; 0 for a long that cannot be liquidated.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the side is unknown.</exception>
    public static double Hyperliquid(
        PositionSide side, double price, double quantity, double marginAvailable, double maximumLeverage)
    {
        double sign = Sign(side);
        Guard.Positive(price);
        Guard.Positive(quantity);
        Guard.NotNegative(marginAvailable);
        Guard.InRange(maximumLeverage, 1, LargestLeverage);
        double rate = 1 / (2 * maximumLeverage);
        return Math.Max(0, price - (sign * marginAvailable / quantity / (1 - (sign * rate))));
    }

    /// <summary>Liquidation price of an OKX linear contract: margin ratio of 1 with the closing fee in the maintenance.</summary>
    /// <remarks>Solves <c>(margin + PnL) / (notional at mark (m + fee)) = 1</c>: the linear form with rate <c>m + fee</c>.</remarks>
    /// <param name="side">Side of the position.</param>
    /// <param name="entryPrice">Average entry; quote currency per base unit; &gt; 0.</param>
    /// <param name="leverage">Initial leverage; in [1, 1000].</param>
    /// <param name="maintenanceMarginRate">Fraction of the notional; &gt;= 0; with the fee in [0, 1/leverage], below 1.</param>
    /// <param name="feeRate">Taker fee; fraction; in [0, 0.1].</param>
    /// <returns>Quote currency per base unit; 0 for a long that cannot be liquidated.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the side is unknown.</exception>
    public static double Okx(
        PositionSide side, double entryPrice, double leverage, double maintenanceMarginRate, double feeRate)
    {
        Guard.NotNegative(maintenanceMarginRate);
        Guard.InRange(feeRate, 0, 0.1);
        return Linear(side, entryPrice, leverage, maintenanceMarginRate + feeRate);
    }

    /// <summary>Leverage, upside down, whose isolated linear position is liquidated at a given multiple of its entry.</summary>
    /// <remarks><see cref="Linear(PositionSide, double, double, double)"/> solved for it: <c>1/L = s (1 - r (1 - s m))</c>.</remarks>
    /// <param name="side">Side of the position.</param>
    /// <param name="ratio">Liquidation price over entry price, <c>r</c>; &gt; 0.</param>
    /// <param name="maintenanceMarginRate"><c>m</c>; fraction; in [0, 0.5].</param>
    /// <returns>1/L; above 1 when more than the whole notional is put up; at or below 0 when no leverage is liquidated there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the side is unknown.</exception>
    public static double InverseLeverage(PositionSide side, double ratio, double maintenanceMarginRate)
    {
        double sign = Sign(side);
        Guard.Positive(ratio);
        Guard.InRange(maintenanceMarginRate, 0, 0.5);
        return sign * (1 - (ratio * (1 - (sign * maintenanceMarginRate))));
    }

    /// <summary>Price of no equity for any collateral of a linear position.</summary>
    /// <remarks><c>p - s collateral / q</c>, floored at 0.</remarks>
    /// <param name="side">Side of the position.</param>
    /// <param name="price">Price <c>p</c> the collateral was measured at; quote currency per base unit; &gt; 0.</param>
    /// <param name="quantity">Size <c>q</c>; base units; &gt; 0.</param>
    /// <param name="collateral">Equity of the position at <paramref name="price"/>; quote currency; &gt;= 0.</param>
    /// <returns>Quote currency per base unit; 0 for a long that cannot go bankrupt.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the side is unknown.</exception>
    public static double GeneralBankruptcy(PositionSide side, double price, double quantity, double collateral)
    {
        double sign = Sign(side);
        Guard.Positive(price);
        Guard.Positive(quantity);
        Guard.NotNegative(collateral);
        return Math.Max(0, price - (sign * collateral / quantity));
    }

    /// <summary>Liquidation price for any collateral of a linear position.</summary>
    /// <remarks><c>p_bk / (1 - s m)</c>, where <c>p_bk</c> is <see cref="GeneralBankruptcy"/>.</remarks>
    /// <param name="side">Side of the position.</param>
    /// <param name="price">Price the collateral was measured at; quote currency per base unit; &gt; 0.</param>
    /// <param name="quantity">Size; base units; &gt; 0.</param>
    /// <param name="collateral">Equity of the position at <paramref name="price"/>; quote currency; &gt;= 0.</param>
    /// <param name="maintenanceMarginRate"><c>m</c>; fraction of the notional; in [0, 1).</param>
    /// <returns>
    /// Quote currency per base unit; 0 for a long that cannot be liquidated. A level on the wrong side of
    /// <paramref name="price"/> says that the position is already under its maintenance margin.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the side is unknown.</exception>
    public static double General(
        PositionSide side, double price, double quantity, double collateral, double maintenanceMarginRate)
    {
        CheckRate(maintenanceMarginRate, 1);
        return GeneralBankruptcy(side, price, quantity, collateral) / (1 - (Sign(side) * maintenanceMarginRate));
    }

    /// <summary>Price at which the margin of a linear position is used up.</summary>
    /// <remarks><c>E (1 - s/L)</c>.</remarks>
    /// <param name="side">Side of the position.</param>
    /// <param name="entryPrice">Average entry; quote currency per base unit; &gt; 0.</param>
    /// <param name="leverage">Initial leverage; in [1, 1000].</param>
    /// <returns>Quote currency per base unit; 0 for a long without leverage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the side is unknown.</exception>
    public static double Bankruptcy(PositionSide side, double entryPrice, double leverage)
    {
        double sign = CheckPosition(side, entryPrice, leverage);
        return entryPrice * (1 - (sign / leverage));
    }

    /// <summary>Price at which the margin of an inverse position is used up.</summary>
    /// <remarks>Long <c>E L/(L + 1)</c>, short <c>E L/(L - 1)</c>.</remarks>
    /// <param name="side">Side of the position.</param>
    /// <param name="entryPrice">Average entry; quote currency per base unit; &gt; 0.</param>
    /// <param name="leverage">Initial leverage; in [1, 1000].</param>
    /// <returns>Quote currency per base unit; positive infinity for a short without leverage.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the side is unknown.</exception>
    public static double BankruptcyInverse(PositionSide side, double entryPrice, double leverage)
    {
        double sign = CheckPosition(side, entryPrice, leverage);
        return entryPrice * leverage / (leverage + sign);
    }

    /// <summary>+1 for a long, -1 for a short.</summary>
    internal static double Sign(PositionSide side) => side switch
    {
        PositionSide.Long => 1,
        PositionSide.Short => -1,
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "Unknown position side."),
    };

    /// <summary>Price at which the margin left is what one bracket maintains, whether or not the notional is then in it.</summary>
    private static double RootIn(
        MarginTiers tiers, int bracket, double sign, double entryPrice, double quantity, double leverage)
    {
        double cumulative = tiers.CumulativeAmount(bracket) / quantity;
        double rate = tiers[bracket].MaintenanceMarginRate;
        return ((entryPrice * (1 - (sign / leverage))) - (sign * cumulative)) / (1 - (sign * rate));
    }

    private static double CheckPosition(PositionSide side, double entryPrice, double leverage)
    {
        Guard.Positive(entryPrice);
        Guard.InRange(leverage, 1, LargestLeverage);
        return Sign(side);
    }

    private static void CheckRate(double maintenanceMarginRate, double leverage)
    {
        Guard.InRange(maintenanceMarginRate, 0, 1 / leverage);
        if (maintenanceMarginRate >= 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maintenanceMarginRate), maintenanceMarginRate, "maintenanceMarginRate is 1; expected a rate below 1.");
        }
    }
}
