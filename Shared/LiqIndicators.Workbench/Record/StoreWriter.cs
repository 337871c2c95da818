using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Record;

/// <summary>Writes what a feed hears, in the order it hears it: what is written together is stored together or not at all.</summary>
/// <remarks>
/// Rows are keyed by what they are about, so that hearing them twice stores them once. The feed's cache lives in the same store and is
/// written after the rows that it remembers: a start after a crash never skips a row that was not stored.
/// </remarks>
internal sealed class StoreWriter(RecordStore store, IClock clock) : IFeedObserver, IBlobStore
{
    private const string Candle = "INSERT INTO candles (venue, symbol, time_ms, open, high, low, close, volume_base, volume_quote) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8) ON CONFLICT (venue, symbol, time_ms) DO UPDATE SET open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close, volume_base = excluded.volume_base, volume_quote = excluded.volume_quote";
    private const string Interest = "INSERT INTO open_interest (venue, symbol, time_ms, base, quote) VALUES (@p0, @p1, @p2, @p3, @p4) ON CONFLICT (venue, symbol, time_ms) DO UPDATE SET base = excluded.base, quote = excluded.quote";
    private const string Rate = "INSERT INTO funding (venue, symbol, time_ms, rate, interval_hours) VALUES (@p0, @p1, @p2, @p3, @p4) ON CONFLICT (venue, symbol, time_ms) DO UPDATE SET rate = excluded.rate, interval_hours = excluded.interval_hours";
    private const string Total = "INSERT INTO liquidation_totals (venue, symbol, time_ms, long_quote, short_quote) VALUES (@p0, @p1, @p2, @p3, @p4) ON CONFLICT (venue, symbol, time_ms) DO UPDATE SET long_quote = excluded.long_quote, short_quote = excluded.short_quote";
    private const string Forced = "INSERT INTO liquidations (venue, symbol, time_ms, side, base, price, quote) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6) ON CONFLICT (venue, symbol, time_ms, side, base, price) DO NOTHING";
    private const string Span = "INSERT INTO heard (venue, symbol, from_ms, to_ms) VALUES (@p0, @p1, @p2, @p3) ON CONFLICT (venue, symbol, from_ms) DO UPDATE SET to_ms = excluded.to_ms";
    private const string Start = "INSERT INTO recordings (venue, symbol, from_ms) VALUES (@p0, @p1, @p2) ON CONFLICT (venue, symbol) DO NOTHING";
    private const string Blob = "INSERT INTO blobs (name, value) VALUES (@p0, @p1) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    private readonly List<StoreCommand> _waiting = [];
    private readonly Dictionary<(VenueInstrument Instrument, DateTime FromUtc), DateTime> _heard = [];
    private readonly HashSet<(string, DateTime)> _spans = [];
    private readonly HashSet<string> _begun = [];

    /// <summary>Rows waiting to be stored.</summary>
    internal int Waiting => _waiting.Count;

    /// <summary>Rows stored so far; those stored again count again.</summary>
    internal long Stored { get; private set; }

    /// <summary>Whether a stream began to be heard that is not stored yet.</summary>
    internal bool HasNewSpan { get; private set; }

    /// <summary>Stores what waits, all or nothing; what could not be stored waits on.</summary>
    /// <exception cref="Commands.CommandException">The database refuses.</exception>
    internal void Flush()
    {
        if (_waiting.Count == 0 && _heard.Count == 0)
        {
            return;
        }

        List<StoreCommand> commands = [.. _waiting, .. _heard.Select(span => Row(Span, span.Key.Instrument, span.Key.FromUtc, Milliseconds(span.Value)))];
        store.Write(commands);
        Stored += _waiting.Count;
        _waiting.Clear();
        _heard.Clear();
        HasNewSpan = false;
    }

    /// <inheritdoc/>
    public void Candles(VenueInstrument instrument, IReadOnlyList<CandleRow> rows) => Add(instrument, rows, row => Row(
        Candle, instrument, row.TimeUtc, (double)row.Open, (double)row.High, (double)row.Low, (double)row.Close, (double?)row.VolumeQuantity, (double?)row.VolumeNotional));

    /// <inheritdoc/>
    public void OpenInterest(VenueInstrument instrument, IReadOnlyList<OpenInterestRow> rows) => Add(instrument, rows, row => Row(
        Interest, instrument, row.TimeUtc, (double?)row.Quantity, (double?)row.Notional));

    /// <inheritdoc/>
    public void Funding(VenueInstrument instrument, IReadOnlyList<FundingRateRow> rows) => Add(instrument, rows, row => Row(
        Rate, instrument, row.TimeUtc, (double)row.Rate, (double?)row.IntervalHours));

    /// <inheritdoc/>
    public void Liquidations(VenueInstrument instrument, IReadOnlyList<LiquidationTotalsRow> rows) => Add(instrument, rows, row => Row(
        Total, instrument, row.TimeUtc, (double)row.LongNotional, (double)row.ShortNotional));

    /// <inheritdoc/>
    public void Liquidation(VenueInstrument instrument, ForcedOrderRow row) => Add(instrument, [row], order => Row(
        Forced, instrument, order.TimeUtc, SideNames.Of(order.Side), (double)order.Quantity, (double)order.Price, (double)order.Notional));

    /// <inheritdoc/>
    public void Heard(VenueInstrument instrument, DateTime fromUtc, DateTime toUtc)
    {
        HasNewSpan |= _spans.Add((instrument.ToString(), fromUtc));
        _heard[(instrument, fromUtc)] = toUtc;
    }

    /// <inheritdoc/>
    public string? Read(string key) =>
        store.Read(new StoreCommand("SELECT value FROM blobs WHERE name = @p0", BlobKey.Check(key)), row => row.GetString(0)).FirstOrDefault();

    /// <inheritdoc/>
    public void Write(string key, string text) => _waiting.Add(new StoreCommand(Blob, BlobKey.Check(key), text));

    /// <inheritdoc/>
    public void Remove(string key) => _waiting.Add(new StoreCommand("DELETE FROM blobs WHERE name = @p0", BlobKey.Check(key)));

    internal static long Milliseconds(DateTime timeUtc) => (timeUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;

    // Whoever comes first begins the recording of its instrument; later beginnings change nothing.
    private void Add<T>(VenueInstrument instrument, IReadOnlyList<T> rows, Func<T, StoreCommand> command)
    {
        if (_begun.Add(instrument.ToString()))
        {
            _waiting.Add(Row(Start, instrument, clock.NowUtc));
        }

        _waiting.AddRange(rows.Select(command));
    }

    private static StoreCommand Row(string text, VenueInstrument instrument, DateTime timeUtc, params object?[] values) =>
        new(text, [instrument.Venue.ToString(), instrument.Symbol, Milliseconds(timeUtc), .. values]);
}
