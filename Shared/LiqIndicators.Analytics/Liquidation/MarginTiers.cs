using System.Globalization;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>A venue's margin table: maintenance margin as a continuous, convex function of the notional.</summary>
/// <remarks>
/// Within bracket <c>n</c> the maintenance margin of notional <c>N</c> is <c>N m_n - c_n</c>. The cumulative amounts
/// follow from continuity at the floors, <c>c_n = floor_n (m_n - m_{n-1}) + c_{n-1}</c> with <c>c_0 = 0</c>, so they
/// are computed here and never copied from a table. A notional exactly on a cap belongs to the lower bracket.
/// </remarks>
public sealed class MarginTiers
{
    private readonly MarginTier[] _tiers;
    private readonly double[] _cumulativeAmounts;

    /// <summary>Checks the brackets and computes their cumulative amounts.</summary>
    /// <param name="name">What the table is, for messages and captions; not empty.</param>
    /// <param name="tiers">Brackets from the smallest notional to the largest; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or there is no bracket.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is NaN or outside its range, caps or rates do not rise, leverages do not fall, or the largest leverage
    /// of a bracket leaves less initial margin than the bracket's maintenance margin.
    /// </exception>
    public MarginTiers(string name, IReadOnlyList<MarginTier> tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException("name is empty; expected what the margin table is.", nameof(name));
        }

        if (tiers.Count == 0)
        {
            throw new ArgumentException("tiers is empty; expected at least one bracket.", nameof(tiers));
        }

        Name = name;
        _tiers = new MarginTier[tiers.Count];
        _cumulativeAmounts = new double[tiers.Count];
        for (int i = 0; i < tiers.Count; i++)
        {
            _tiers[i] = Check(tiers, i);
            _cumulativeAmounts[i] = i == 0
                ? 0
                : (_tiers[i - 1].NotionalCap * (_tiers[i].MaintenanceMarginRate - _tiers[i - 1].MaintenanceMarginRate))
                    + _cumulativeAmounts[i - 1];
        }
    }

    /// <summary>What the table is.</summary>
    public string Name { get; }

    /// <summary>Number of brackets; at least 1.</summary>
    public int Count => _tiers.Length;

    /// <summary>Largest notional a position may have; quote currency.</summary>
    public double LargestNotional => _tiers[^1].NotionalCap;

    /// <summary>A bracket, from the smallest notional.</summary>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is not in [0, <see cref="Count"/>).</exception>
    public MarginTier this[int index] => _tiers[index];

    /// <summary>Cumulative maintenance amount <c>c_n</c> of a bracket; quote currency; &gt;= 0.</summary>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is not in [0, <see cref="Count"/>).</exception>
    public double CumulativeAmount(int index) => _cumulativeAmounts[index];

    /// <summary>A table of one bracket without a cap, whose rate holds for every size.</summary>
    /// <param name="maintenanceMarginRate">Fraction of the notional; in [0, 1).</param>
    /// <param name="maximumLeverage">Largest admissible leverage; in [1, 1/rate].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static MarginTiers Flat(double maintenanceMarginRate, double maximumLeverage) =>
        new("flat", new[] { new MarginTier(double.MaxValue, maintenanceMarginRate, maximumLeverage) });

    /// <summary>The table of a venue whose maintenance rate is half the initial rate at the bracket's largest leverage.</summary>
    /// <remarks>Hyperliquid's rule: <c>m_n = 1 / (2 maximumLeverage_n)</c>.</remarks>
    /// <param name="name">What the table is; not empty.</param>
    /// <param name="brackets">Caps (quote currency) and largest leverages, from the smallest notional.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or there is no bracket.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the order is broken.</exception>
    public static MarginTiers HalfOfInitial(
        string name, IReadOnlyList<(double NotionalCap, double MaximumLeverage)> brackets)
    {
        ArgumentNullException.ThrowIfNull(brackets);
        MarginTier[] tiers = new MarginTier[brackets.Count];
        for (int i = 0; i < tiers.Length; i++)
        {
            double leverage = brackets[i].MaximumLeverage;
            tiers[i] = new MarginTier(brackets[i].NotionalCap, 1 / (2 * leverage), leverage);
        }

        return new MarginTiers(name, tiers);
    }

    /// <summary>Index of the bracket a notional belongs to.</summary>
    /// <param name="notional">Quote currency; in [0, <see cref="LargestNotional"/>].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="notional"/> is NaN or outside its range.</exception>
    public int IndexOf(double notional)
    {
        Guard.InRange(notional, 0, LargestNotional);
        int index = 0;
        while (notional > _tiers[index].NotionalCap)
        {
            index++;
        }

        return index;
    }

    /// <summary>Margin below which a position of this notional is liquidated; quote currency.</summary>
    /// <param name="notional">Quote currency; in [0, <see cref="LargestNotional"/>].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="notional"/> is NaN or outside its range.</exception>
    public double MaintenanceMargin(double notional)
    {
        int index = IndexOf(notional);
        return (notional * _tiers[index].MaintenanceMarginRate) - _cumulativeAmounts[index];
    }

    private static MarginTier Check(IReadOnlyList<MarginTier> tiers, int i)
    {
        MarginTier tier = tiers[i];
        string at = string.Create(CultureInfo.InvariantCulture, $"tiers[{i}].");
        MarginTier below = i == 0 ? new MarginTier(0, 0, double.MaxValue) : tiers[i - 1];

        Guard.Positive(tier.NotionalCap, at + nameof(tier.NotionalCap));
        Guard.InRange(tier.MaximumLeverage, 1, LiquidationPrice.LargestLeverage, at + nameof(tier.MaximumLeverage));
        Guard.InRange(
            tier.MaintenanceMarginRate, 0, 1 / tier.MaximumLeverage, at + nameof(tier.MaintenanceMarginRate));
        Expect(tier.MaintenanceMarginRate < 1, at + nameof(tier.MaintenanceMarginRate), tier.MaintenanceMarginRate, "a rate below 1");
        Expect(
            tier.NotionalCap > below.NotionalCap, at + nameof(tier.NotionalCap), tier.NotionalCap, "a cap above the bracket before");
        Expect(
            tier.MaintenanceMarginRate >= below.MaintenanceMarginRate,
            at + nameof(tier.MaintenanceMarginRate),
            tier.MaintenanceMarginRate,
            "a rate not below the bracket before");
        Expect(
            tier.MaximumLeverage <= below.MaximumLeverage,
            at + nameof(tier.MaximumLeverage),
            tier.MaximumLeverage,
            "a leverage not above the bracket before");
        return tier;
    }

    private static void Expect(bool holds, string name, double value, string expected)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(
                name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; expected {expected}."));
        }
    }
}
