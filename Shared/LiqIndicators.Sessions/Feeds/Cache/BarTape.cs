using System.Runtime.InteropServices;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Feeds.Cache;

/// <summary>Passes a live feed on and keeps what it handed out, each bar with its venues' parts and the terms they told, so that it can be played again as it was seen and no sooner.</summary>
public sealed class BarTape : IMarketFeed
{
    /// <summary>Version of the format; older and newer tapes are dropped.</summary>
    public const int Version = 4;

    private const int Columns = 10;
    private const int LongestSymbol = 36;
    private const int HeadBytes = 10_000;

    private readonly IMarketFeed _live;
    private readonly int _mostBars;
    private readonly TimeSpan _longestDelay;
    private readonly List<MarketBar> _bars = [];
    private readonly List<double> _delays = [];
    private readonly List<VenueBar> _slices = [];
    private readonly Dictionary<string, MarginTerms> _terms = [];
    private int _generation;
    private int _venues;
    private TimeSpan _barLength;

    /// <summary>A tape without a bar.</summary>
    /// <param name="live">The feed that is passed on.</param>
    /// <param name="mostBars">Newest bars that are kept at least; twice as many at most; at least 1.</param>
    /// <param name="longestDelay">How long after its close the feed hands a bar out at the latest; a history that comes at once is taken to have come so late, each bar for itself.</param>
    public BarTape(IMarketFeed live, int mostBars, TimeSpan longestDelay)
    {
        ArgumentNullException.ThrowIfNull(live);
        _longestDelay = longestDelay;
        _live = live;
        _mostBars = Math.Max(mostBars, 1);
        _generation = live.Generation;
    }

    /// <summary>Bars handed out in this generation, oldest first.</summary>
    public IReadOnlyList<MarketBar> Bars => _bars;

    /// <inheritdoc/>
    public int Generation => _live.Generation;

    /// <inheritdoc/>
    public ReadOnlySpan<VenueBar> Venues =>
        _bars.Count > 0 && _live.Generation == _generation ? CollectionsMarshal.AsSpan(_slices)[^_venues..] : default;

    /// <inheritdoc/>
    public MarginTerms? TermsOf(string venue) => _live.TermsOf(venue);

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

        ReadOnlySpan<VenueBar> venues = _live.Venues;
        if (_live.Generation != _generation || venues.Length != _venues)
        {
            _generation = _live.Generation;
            _venues = venues.Length;
            _barLength = _live.StatusAt(asOfUtc).BarLength;
            _bars.Clear();
            _delays.Clear();
            _slices.Clear();
            NoteTerms(venues);
        }

        _bars.Add(bar);
        _delays.Add(Math.Clamp((asOfUtc - bar.TimeUtc - _barLength).TotalSeconds, 0, _longestDelay.TotalSeconds));
        foreach (ref readonly VenueBar venue in venues)
        {
            _slices.Add(venue);
        }

        if (_bars.Count > 2 * _mostBars)
        {
            _bars.RemoveRange(0, _mostBars);
            _delays.RemoveRange(0, _mostBars);
            _slices.RemoveRange(0, _mostBars * _venues);
        }

        return true;
    }

    /// <summary>Writes the tape of a broker's symbol, or the newest bars of it that a blob holds; nothing happens while there is no bar.</summary>
    public void Save(IBlobStore store, string symbolName)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (_bars.Count == 0)
        {
            return;
        }

        StoredBlob.Write(store, KeyOf(symbolName), Version, writer =>
        {
            MarginColumns.Write(writer, _terms);
            int count = Math.Min(_bars.Count, MostBarsOfABlob((int)writer.BaseStream.Length, _venues));
            int first = _bars.Count - count;
            writer.Write(_barLength.Ticks);
            writer.Write(count);
            for (int i = first; i < _bars.Count; i++)
            {
                writer.Write(_bars[i].TimeUtc.Ticks);
            }

            for (int column = 0; column < Columns; column++)
            {
                int place = column;
                Planes.Write(writer, count, i => Column(_bars[first + i], place));
            }

            Planes.Write(writer, count, i => _delays[first + i]);
            VenueColumns.Write(writer, CollectionsMarshal.AsSpan(_slices)[(first * _venues)..].ToArray(), _venues);
        });
    }

    /// <summary>The tape of a broker's symbol as a feed.</summary>
    /// <param name="store">Where it was written to.</param>
    /// <param name="symbolName">The broker's name.</param>
    /// <param name="asOfUtc">The time the reader lives in: a tape that ends before it is of no use; UTC.</param>
    /// <param name="log">Hears why a tape that cannot be read was dropped, and the span of one that begins later than the reader.</param>
    /// <returns>The feed, which tells that span until its first bar; null when there is no tape, or none that can be read, or it ends before.</returns>
    public static IMarketFeed? Load(IBlobStore store, string symbolName, DateTime asOfUtc, Action<string> log)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(log);
        MarketBar[] bars = [];
        VenueBar[] slices = [];
        double[] delays = [];
        TimeSpan barLength = default;
        IReadOnlyDictionary<string, MarginTerms>? terms = null;
        bool isRead = StoredBlob.TryRead(store, KeyOf(symbolName), Version, "Recording", log, reader =>
        {
            terms = MarginColumns.Read(reader);
            barLength = new TimeSpan(reader.ReadInt64());
            int count = reader.ReadInt32();
            if (barLength <= TimeSpan.Zero || count <= 0 || (long)count * BytesOfABar(0) > reader.BaseStream.Length)
            {
                return "is of another bar length or size";
            }

            DateTime[] times = [.. Enumerable.Range(0, count).Select(_ => new DateTime(reader.ReadInt64(), DateTimeKind.Utc))];
            double[][] columns = [.. Enumerable.Range(0, Columns).Select(_ => Planes.Read(reader, count))];
            bars = [.. times.Select((time, i) => BarOf(time, columns, i))];
            delays = Planes.Read(reader, count);
            slices = VenueColumns.Read(reader, count);
            return delays.All(seconds => seconds is >= 0 and < 86_400) ? null : "has a bar that came before its close or a day after it";
        });
        if (!isRead || bars[^1].TimeUtc + barLength <= asOfUtc)
        {
            return null;
        }

        string notice = "";
        if (asOfUtc < bars[0].TimeUtc)
        {
            notice = FormattableString.Invariant(
                $"nothing was kept before {bars[0].TimeUtc:yyyy-MM-dd HH:mm} UTC; the recording of {symbolName} ends at {bars[^1].TimeUtc + barLength:yyyy-MM-dd HH:mm} UTC");
            log(notice);
        }

        return new RecordedFeed($"recorded {symbolName}", bars, barLength, slices, terms!, delays, notice);
    }

    // A map begins with a generation, on the terms of that time; a feed whose terms change begins another.
    private void NoteTerms(ReadOnlySpan<VenueBar> venues)
    {
        _terms.Clear();
        foreach (ref readonly VenueBar venue in venues)
        {
            if (_live.TermsOf(venue.Venue) is { } told)
            {
                _terms[venue.Venue] = told;
            }
        }
    }

    // The head is the counts and the venues' names.
    private static int MostBarsOfABlob(int written, int venues) => (BlobCodec.MaximumBytes - HeadBytes - written) / BytesOfABar(venues);

    private static int BytesOfABar(int venues) => (2 + Columns + (venues * VenueColumns.Count)) * sizeof(double);

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
