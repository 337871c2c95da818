using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Feeds.Cache;

/// <summary>Keeps a venue's closed bars and funding rates from one start to the next.</summary>
/// <remarks>
/// Columns of doubles (<see cref="Planes"/>): a month of five-minute bars
/// takes a few hundred kilobytes. A blob that is damaged, of another version or of another bar length is dropped with a line.
/// </remarks>
internal sealed class GridCache
{
    /// <summary>Version of the format; older and newer blobs are dropped.</summary>
    public const int Version = 2;

    private const int Columns = 13;
    private const int MostFunding = 5000;

    private readonly IBlobStore _store;
    private readonly Action<string> _log;

    public GridCache(IBlobStore store, Action<string> log)
    {
        _store = store;
        _log = log;
    }

    /// <summary>Key of a venue's instrument at a bar length.</summary>
    public static string KeyOf(VenueId venue, string symbol, TimeSpan barLength) =>
        BlobKey.Of("LIQ", venue.ToString(), symbol, FormattableString.Invariant($"{(long)barLength.TotalSeconds}"));

    /// <summary>Writes closed bars up to one, and the funding rates.</summary>
    public void Save(string key, BarGrid grid, long last, FundingTrack funding) => StoredBlob.Write(_store, key, Version, writer =>
    {
        long first = Math.Max(grid.Oldest, 0);
        while (first <= last && grid.At(first) is { HasCandle: false, HasOpenInterest: false, HasLiquidated: false })
        {
            first++;
        }

        int count = (int)(last - first + 1);
        writer.Write(grid.BarLength.Ticks);
        writer.Write(first);
        writer.Write(Math.Max(count, 0));
        for (int column = 0; column < Columns; column++)
        {
            int place = column;
            Planes.Write(writer, Math.Max(count, 0), i => Column(grid.At(first + i), place));
        }

        FundingRateRow[] rates = funding.Rows.TakeLast(MostFunding).ToArray();
        writer.Write(rates.Length);
        foreach (FundingRateRow rate in rates)
        {
            writer.Write(rate.TimeUtc.Ticks);
            writer.Write(rate.Rate);
            writer.Write(rate.IntervalHours!.Value);
        }
    });

    /// <summary>Fills a grid and funding rates with what was kept of the bars that have a place.</summary>
    /// <returns>Whether anything was.</returns>
    public bool Load(string key, BarGrid grid, FundingTrack funding) =>
        StoredBlob.TryRead(_store, key, Version, "Cache", _log, reader => Fill(reader, grid, funding));

    private static string? Fill(BinaryReader reader, BarGrid grid, FundingTrack funding)
    {
        long ticks = reader.ReadInt64();
        long first = reader.ReadInt64();
        int count = reader.ReadInt32();
        if (ticks != grid.BarLength.Ticks || first < 0 || count < 0 || (long)count * Columns * sizeof(double) > reader.BaseStream.Length)
        {
            return "is of another bar length or size";
        }

        double[][] columns = Enumerable.Range(0, Columns).Select(_ => Planes.Read(reader, count)).ToArray();
        int rates = reader.ReadInt32();
        List<FundingRateRow> rows = new();
        for (int i = 0; i < rates && i < MostFunding; i++)
        {
            rows.Add(new FundingRateRow(
                new DateTime(reader.ReadInt64(), DateTimeKind.Utc), reader.ReadDecimal(), reader.ReadDecimal()));
        }

        for (int i = 0; i < count; i++)
        {
            grid.Put(first + i, SlotOf(columns, i));
        }

        funding.Take(rows);
        return null;
    }

    private static double Column(in BarSlot slot, int column) => column switch
    {
        0 => slot.Open,
        1 => slot.High,
        2 => slot.Low,
        3 => slot.Close,
        4 => slot.Volume,
        5 => slot.OpenInterestQuantity,
        6 => slot.OpenInterestNotional,
        7 => slot.LiquidatedLong,
        8 => slot.LiquidatedShort,
        9 => slot.LongPrints,
        10 => slot.ShortPrints,
        11 => slot.RunningFundingRate,
        _ => slot.FundingCap,
    };

    private static BarSlot SlotOf(double[][] columns, int i) => new()
    {
        Open = columns[0][i],
        High = columns[1][i],
        Low = columns[2][i],
        Close = columns[3][i],
        Volume = columns[4][i],
        OpenInterestQuantity = columns[5][i],
        OpenInterestNotional = columns[6][i],
        LiquidatedLong = columns[7][i],
        LiquidatedShort = columns[8][i],
        LongPrints = columns[9][i],
        ShortPrints = columns[10][i],
        RunningFundingRate = columns[11][i],
        FundingCap = columns[12][i],
    };
}
