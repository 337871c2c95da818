using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Rows;

/// <summary>From a venue's margin rows to the table that liquidation prices are computed with.</summary>
public static class MarginTable
{
    /// <summary>The table, or the field that keeps it from being one.</summary>
    /// <remarks>Amounts are the venue's own: where its rate counts for the whole position, the margin jumps as it does there.</remarks>
    /// <param name="name">What the table is; not empty.</param>
    /// <param name="rows">Ranges from the smallest position to the largest.</param>
    public static FetchResult<MarginTiers> Of(string name, IReadOnlyList<MarginTierRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (int i = 0; i < rows.Count; i++)
        {
            decimal? floor = i == 0 ? 0 : rows[i - 1].NotionalCap;
            if (rows[i].NotionalFloor != floor)
            {
                return Refuse(name, FormattableString.Invariant(
                    $"tiers[{i}].NotionalFloor is {rows[i].NotionalFloor}; expected {floor?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no range after one without a cap"}."));
            }
        }

        // Ranges at the end whose positions nobody can open: more than their whole value would be asked.
        MarginTierRow[] open = rows.Reverse().SkipWhile(row => row.MaxLeverage < 1).Reverse().ToArray();
        try
        {
            return FetchResult<MarginTiers>.Ok(new MarginTiers(
                name,
                open.Select(row => new MarginTier(
                    (double?)row.NotionalCap ?? double.MaxValue, (double)row.MaintenanceMarginRate, (double)row.MaxLeverage)).ToArray(),
                open.Select(row => (double)row.MaintenanceAmount).ToArray()));
        }
        catch (ArgumentException e)
        {
            return Refuse(name, e.Message.Split(" (Parameter", 2)[0]);
        }
    }

    private static FetchResult<MarginTiers> Refuse(string name, string why) =>
        FetchResult<MarginTiers>.Fail(FetchErrorKind.Malformed, $"{name}: {why}");
}
