using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Cache;

/// <summary>Keeps an instrument's margin table from one start to the next, with the time it was told.</summary>
/// <remarks>A blob that is damaged or of another version is dropped with a line.</remarks>
internal sealed class MarginCache
{
    /// <summary>Version of the format; older and newer blobs are dropped.</summary>
    public const int Version = 1;

    private const int MostRows = 1000;

    private readonly IBlobStore _store;
    private readonly Action<string> _log;

    public MarginCache(IBlobStore store, Action<string> log)
    {
        _store = store;
        _log = log;
    }

    /// <summary>Key of a venue's instrument.</summary>
    public static string KeyOf(VenueId venue, string symbol) => BlobKey.Of("LIQ tiers", venue.ToString(), symbol);

    /// <summary>Writes a table, told at a time.</summary>
    public void Save(string key, DateTime toldUtc, IReadOnlyList<MarginTierRow> rows) => StoredBlob.Write(_store, key, Version, writer =>
    {
        writer.Write(toldUtc.Ticks);
        writer.Write(rows.Count);
        foreach (MarginTierRow row in rows)
        {
            writer.Write(row.NotionalFloor);
            writer.Write(row.NotionalCap.HasValue);
            writer.Write(row.NotionalCap ?? 0);
            writer.Write(row.MaintenanceMarginRate);
            writer.Write(row.MaintenanceAmount);
            writer.Write(row.MaxLeverage);
        }
    });

    /// <summary>The table that was kept and when it was told; null when there is none that can be read.</summary>
    public (DateTime ToldUtc, IReadOnlyList<MarginTierRow> Rows)? Load(string key)
    {
        DateTime toldUtc = default;
        List<MarginTierRow> rows = new();
        return StoredBlob.TryRead(_store, key, Version, "Cache", _log, reader =>
        {
            toldUtc = new DateTime(reader.ReadInt64(), DateTimeKind.Utc);
            int count = reader.ReadInt32();
            if (count is <= 0 or > MostRows)
            {
                return FormattableString.Invariant($"has {count} rows");
            }

            for (int i = 0; i < count; i++)
            {
                decimal floor = reader.ReadDecimal();
                bool hasCap = reader.ReadBoolean();
                decimal cap = reader.ReadDecimal();
                rows.Add(new MarginTierRow(
                    floor, hasCap ? cap : null, reader.ReadDecimal(), reader.ReadDecimal(), reader.ReadDecimal()));
            }

            return null;
        }) ? (toldUtc, rows) : null;
    }
}
