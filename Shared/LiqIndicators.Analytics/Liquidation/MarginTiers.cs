using System.Globalization;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>A venue's margin table: maintenance margin as a function of the notional that nowhere falls.</summary>
/// <remarks>
/// Within bracket <c>n</c> the maintenance margin of notional <c>N</c> is <c>N m_n - c_n</c>. Where each part of a position has the
/// rate of its own bracket the amounts follow from continuity at the floors, <c>c_n = floor_n (m_n - m_{n-1}) + c_{n-1}</c> with
/// <c>c_0 = 0</c>, and are computed here. Where a venue takes less off, down to nothing when the rate of the bracket counts for the
/// whole position, the amounts are given, and the margin jumps up at the floors. A notional exactly on a cap belongs to the lower bracket.
/// </remarks>
public sealed class MarginTiers
{
    // Of the margin at a floor: amounts are told in decimals, and continuity is computed in binary.
    private const double AmountTolerance = 1e-9;

    private readonly MarginTier[] _tiers;
    private readonly double[] _cumulativeAmounts;

    /// <summary>Checks the brackets, and computes their cumulative amounts where none are given.</summary>
    /// <param name="name">What the table is, for messages and captions; not empty.</param>
    /// <param name="tiers">Brackets from the smallest notional to the largest; at least one.</param>
    /// <param name="cumulativeAmounts">
    /// What each bracket takes off; quote currency; 0 to what continuity gives; null where the margin is continuous.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, there is no bracket, or not one amount for each.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is NaN or outside its range, caps or rates do not rise, leverages do not fall, the largest leverage
    /// of a bracket leaves less initial margin than the bracket's maintenance margin, or the margin falls at a floor.
    /// </exception>
    public MarginTiers(string name, IReadOnlyList<MarginTier> tiers, IReadOnlyList<double>? cumulativeAmounts = null)
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

        if (cumulativeAmounts is not null && cumulativeAmounts.Count != tiers.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"cumulativeAmounts holds {cumulativeAmounts.Count}; expected one for each of {tiers.Count} brackets."),
                nameof(cumulativeAmounts));
        }

        Name = name;
        _tiers = new MarginTier[tiers.Count];
        _cumulativeAmounts = new double[tiers.Count];
        for (int i = 0; i < tiers.Count; i++)
        {
            _tiers[i] = Check(tiers, i);
            double continuous = i == 0
                ? 0
                : (_tiers[i - 1].NotionalCap * (_tiers[i].MaintenanceMarginRate - _tiers[i - 1].MaintenanceMarginRate))
                    + _cumulativeAmounts[i - 1];
            _cumulativeAmounts[i] = cumulativeAmounts is null ? continuous : CheckAmount(cumulativeAmounts[i], i, continuous);
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

    /// <summary>Whether another table, whatever its name, says the same of every notional.</summary>
    public bool IsSameAs(MarginTiers other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _tiers.AsSpan().SequenceEqual(other._tiers) && _cumulativeAmounts.AsSpan().SequenceEqual(other._cumulativeAmounts);
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

    private double CheckAmount(double amount, int i, double continuous)
    {
        double margin = i == 0 ? 0 : _tiers[i - 1].NotionalCap * _tiers[i].MaintenanceMarginRate;
        Expect(
            amount >= 0 && amount <= continuous + (AmountTolerance * margin),
            string.Create(CultureInfo.InvariantCulture, $"cumulativeAmounts[{i}]"),
            amount,
            string.Create(CultureInfo.InvariantCulture, $"0 to {continuous}, beyond which the margin would fall at the floor"));
        return amount;
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
