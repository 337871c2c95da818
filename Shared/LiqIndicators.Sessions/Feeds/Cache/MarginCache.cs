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
    public void Save(string key, DateTime toldUtc, IReadOnlyList<MarginTierRow> rows)
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream))
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
        }

        _store.Write(key, BlobCodec.Encode(Version, stream.ToArray()));
    }

    /// <summary>The table that was kept and when it was told; null when there is none that can be read.</summary>
    public (DateTime ToldUtc, IReadOnlyList<MarginTierRow> Rows)? Load(string key)
    {
        if (_store.Read(key) is not { Length: > 0 } text)
        {
            return null;
        }

        if (BlobCodec.TryDecode(Version, text, out byte[] payload, out string reason) && TryRead(payload, ref reason) is { } table)
        {
            return table;
        }

        _store.Remove(key);
        _log($"Cache {key} {reason}: dropped.");
        return null;
    }

    private static (DateTime ToldUtc, IReadOnlyList<MarginTierRow> Rows)? TryRead(byte[] payload, ref string reason)
    {
        using BinaryReader reader = new(new MemoryStream(payload));
        try
        {
            DateTime toldUtc = new(reader.ReadInt64(), DateTimeKind.Utc);
            int count = reader.ReadInt32();
            if (count is <= 0 or > MostRows)
            {
                reason = FormattableString.Invariant($"has {count} rows");
                return null;
            }

            List<MarginTierRow> rows = new();
            for (int i = 0; i < count; i++)
            {
                decimal floor = reader.ReadDecimal();
                bool hasCap = reader.ReadBoolean();
                decimal cap = reader.ReadDecimal();
                rows.Add(new MarginTierRow(
                    floor, hasCap ? cap : null, reader.ReadDecimal(), reader.ReadDecimal(), reader.ReadDecimal()));
            }

            return (toldUtc, rows);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or IOException)
        {
            reason = $"is corrupt ({e.Message})";
            return null;
        }
    }
}
