using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Feeds.Cache;

/// <summary>Passes a live feed on and keeps what it handed out, so that it can be played again as it was seen.</summary>
public sealed class BarTape : IMarketFeed
{
    /// <summary>Version of the format; older and newer tapes are not played.</summary>
    public const int Version = 1;

    private const int Columns = 10;
    private const int LongestSymbol = 36;

    private readonly IMarketFeed _live;
    private readonly int _mostBars;
    private readonly List<MarketBar> _bars = [];
    private int _generation;
    private TimeSpan _barLength;

    /// <summary>A tape without a bar.</summary>
    /// <param name="live">The feed that is passed on.</param>
    /// <param name="mostBars">Newest bars that are kept at least; twice as many at most; at least 1.</param>
    public BarTape(IMarketFeed live, int mostBars)
    {
        ArgumentNullException.ThrowIfNull(live);
        _live = live;
        _mostBars = Math.Max(mostBars, 1);
        _generation = live.Generation;
    }

    /// <summary>Bars handed out in this generation, oldest first.</summary>
    public IReadOnlyList<MarketBar> Bars => _bars;

    /// <inheritdoc/>
    public int Generation => _live.Generation;

    /// <inheritdoc/>
    public ReadOnlySpan<VenueBar> Venues => _live.Venues;

    /// <inheritdoc/>
    public BookDepth? BookNow() => _live.BookNow();

    /// <inheritdoc/>
    public FeedStatus StatusAt(DateTime asOfUtc) => _live.StatusAt(asOfUtc);

    /// <inheritdoc/>
    public bool TryTake(DateTime asOfUtc, out MarketBar bar)
    {
        if (!_live.TryTake(asOfUtc, out bar))
        {
            return false;
        }

        if (_live.Generation != _generation)
        {
            _generation = _live.Generation;
            _bars.Clear();
        }

        _bars.Add(bar);
        if (_bars.Count > 2 * _mostBars)
        {
            _bars.RemoveRange(0, _mostBars);
        }

        return true;
    }

    /// <summary>Writes the tape of a broker's symbol; nothing happens while there is no bar.</summary>
    public void Save(IBlobStore store, string symbolName)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (_bars.Count == 0)
        {
            return;
        }

        _barLength = _live.StatusAt(_bars[^1].TimeUtc).BarLength;
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream))
        {
            writer.Write(_barLength.Ticks);
            writer.Write(_bars.Count);
            foreach (MarketBar bar in _bars)
            {
                writer.Write(bar.TimeUtc.Ticks);
            }

            for (int column = 0; column < Columns; column++)
            {
                int place = column;
                Planes.Write(writer, _bars.Count, i => Column(_bars[i], place));
            }
        }

        store.Write(KeyOf(symbolName), BlobCodec.Encode(Version, stream.ToArray()));
    }

    /// <summary>The tape of a broker's symbol as a feed.</summary>
    /// <param name="store">Where it was written to.</param>
    /// <param name="symbolName">The broker's name.</param>
    /// <param name="asOfUtc">The time the reader lives in: a tape that ends before it is of no use; UTC.</param>
    /// <returns>The feed; null when there is no tape, or none that can be read, or it ends before.</returns>
    public static IMarketFeed? Load(IBlobStore store, string symbolName, DateTime asOfUtc)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.Read(KeyOf(symbolName)) is not { Length: > 0 } text || !BlobCodec.TryDecode(Version, text, out byte[] payload, out string _))
        {
            return null;
        }

        using BinaryReader reader = new(new MemoryStream(payload));
        try
        {
            TimeSpan barLength = new(reader.ReadInt64());
            int count = reader.ReadInt32();
            if (barLength <= TimeSpan.Zero || count <= 0 || (long)count * (Columns + 1) * sizeof(double) > payload.Length)
            {
                return null;
            }

            DateTime[] times = [.. Enumerable.Range(0, count).Select(_ => new DateTime(reader.ReadInt64(), DateTimeKind.Utc))];
            double[][] columns = [.. Enumerable.Range(0, Columns).Select(_ => Planes.Read(reader, count))];
            return times[^1] + barLength <= asOfUtc
                ? null
                : new RecordedFeed($"recorded {symbolName}", [.. times.Select((time, i) => BarOf(time, columns, i))], barLength);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException)
        {
            return null;
        }
    }

    private static string KeyOf(string symbolName) =>
        BlobKey.Of("LIQ tape", symbolName.Length <= LongestSymbol ? symbolName : symbolName[..LongestSymbol]);

    private static double Column(in MarketBar bar, int column) => column switch
    {
        0 => bar.Open,
        1 => bar.High,
        2 => bar.Low,
        3 => bar.Close,
        4 => bar.VolumeQuantity,
        5 => bar.OpenInterestQuantity,
        6 => bar.FundingRate,
        7 => bar.FundingIntervalHours,
        8 => bar.LiquidatedLongNotional,
        _ => bar.LiquidatedShortNotional,
    };

    private static MarketBar BarOf(DateTime timeUtc, double[][] columns, int i) => new(
        timeUtc,
        columns[0][i],
        columns[1][i],
        columns[2][i],
        columns[3][i],
        columns[4][i],
        columns[5][i],
        columns[6][i],
        columns[7][i],
        columns[8][i],
        columns[9][i]);
}
