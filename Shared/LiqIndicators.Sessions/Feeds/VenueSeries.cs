using System.Globalization;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Requests;
using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>The series of one instrument that fill its bars: prices and open interest, or a vendor's liquidations. Asks for what is missing, takes what comes.</summary>
internal sealed class VenueSeries
{
    private static readonly TimeSpan ClosedByOurClock = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ClosedByTheirClock = TimeSpan.FromSeconds(2);

    // A vendor goes on adding up a bar after its close.
    private static readonly TimeSpan VendorSettleTime = TimeSpan.FromHours(1);

    private readonly Venue _venue;
    private readonly VenueInstrument _instrument;
    private readonly BarGrid _grid;
    private readonly VenueLine _line;
    private readonly FetchDesk _desk;
    private readonly FeedPorts _ports;
    private readonly Func<bool> _isWanted;
    private readonly List<SeriesLoader> _loaders = new();

    /// <summary>Asks for nothing yet.</summary>
    /// <param name="venue">Whom to ask.</param>
    /// <param name="instrument">About what.</param>
    /// <param name="grid">Where the rows go.</param>
    /// <param name="line">The venue's line.</param>
    /// <param name="desk">Sends the requests.</param>
    /// <param name="ports">What the host provides.</param>
    /// <param name="isWanted">Whether answers are still of use.</param>
    public VenueSeries(
        Venue venue, VenueInstrument instrument, BarGrid grid, VenueLine line, FetchDesk desk, FeedPorts ports, Func<bool> isWanted)
    {
        _venue = venue;
        _instrument = instrument;
        _grid = grid;
        _line = line;
        _desk = desk;
        _ports = ports;
        _isWanted = isWanted;
        History = new InterestHistory(venue, grid);
        AddLoaders();
    }

    /// <summary>Hears what rows did to a bar: its number and the change.</summary>
    public Action<long, SlotChange>? Changed { get; set; }

    /// <summary>Hears that prices came, and when.</summary>
    public Action<DateTime>? CandlesTaken { get; set; }

    /// <summary>Hears errors.</summary>
    public Action<FetchError, DateTime>? Failed { get; set; }

    /// <summary>What the venue keeps of its open interest.</summary>
    public InterestHistory History { get; }

    private string Name => $"{_instrument.Venue} {_instrument.Symbol}";

    private DateTime VenueUtc => _ports.Clock.NowUtc + _line.Skew.Value;

    /// <summary>Whether the newest bar is there, or was asked for in vain.</summary>
    /// <param name="last">Number of the last bar that is closed.</param>
    public bool IsPrimed(long last) => _loaders.TrueForAll(loader => loader.IsPrimed(last));

    /// <summary>Whether every bar is there, or was asked for in vain.</summary>
    public bool IsComplete(long first, long last) => _loaders.TrueForAll(loader => loader.IsComplete(first, last));

    /// <summary>Asks for what is missing and may be asked for.</summary>
    public void Pump(long first, long last, DateTime nowUtc)
    {
        foreach (SeriesLoader loader in _loaders)
        {
            loader.Pump(first, last, nowUtc);
        }
    }

    private void AddLoaders()
    {
        TimeSpan bar = _grid.BarLength;
        if (_venue.Offer(SeriesKind.Liquidations, bar) is { } totals)
        {
            AddLoader(
                totals,
                bar,
                rank: 2,
                isEmpty: number => !_grid.At(number).HasLiquidated,
                ask: page => _venue.Liquidations(_instrument, page),
                take: TakeTotals,
                unsettledBars: Math.Max(VendorSettleTime.Ticks / bar.Ticks, 1));
            return;
        }

        if (_venue.Offer(SeriesKind.Candles, bar) is { } candles)
        {
            AddLoader(
                candles,
                bar,
                rank: 0,
                isEmpty: number => !_grid.At(number).HasCandle,
                ask: page => _venue.Candles(_instrument, CandlePrice.Last, page),
                take: TakeCandles,
                newestReserve: 1);
        }

        foreach ((SeriesOffer offer, TimeSpan step) in History.Parts)
        {
            // Open interest at a bar's close carries the time of the next bar.
            AddLoader(
                offer,
                step,
                rank: 1,
                isEmpty: number => History.IsMissing(step, number, VenueUtc),
                ask: page => _venue.OpenInterest(_instrument, page),
                take: TakeOpenInterest,
                shift: 1,
                fail: FailHistory);
        }
    }

    private void AddLoader<T>(
        SeriesOffer offer,
        TimeSpan step,
        int rank,
        Func<long, bool> isEmpty,
        Func<SeriesPage, VenueQuery<IReadOnlyList<T>>?> ask,
        Action<IReadOnlyList<T>, DateTime> take,
        int newestReserve = 0,
        int shift = 0,
        long unsettledBars = 0,
        Action<FetchError, DateTime>? fail = null)
    {
        DateTime toldEarliestUtc = DateTime.MinValue;

        bool IsMissing(long number)
        {
            DateTime venueUtc = VenueUtc;
            DateTime timeUtc = _grid.TimeOf(number + shift);
            return isEmpty(number) && timeUtc >= SeriesLoader.EarliestUtc(offer, venueUtc, step) && timeUtc + offer.Delay <= venueUtc
                && timeUtc >= toldEarliestUtc;
        }

        // How far back a key's plan goes stands in no document: the vendor tells when it is asked for more.
        void NoteDepth(DateTime earliestUtc, string message)
        {
            if (toldEarliestUtc == DateTime.MinValue)
            {
                _ports.Log($"{Name} has nothing before {earliestUtc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}: {message}.");
            }

            DateTime safeUtc = earliestUtc + SeriesLoader.DepthMargin;
            toldEarliestUtc = safeUtc > toldEarliestUtc ? safeUtc : toldEarliestUtc;
        }

        SeriesLoader.Page? Page(long first, long last, bool isNewest)
        {
            int reserve = isNewest ? newestReserve : 0;
            TimeRange range = new(_grid.TimeOf((isNewest ? WithUnsettled(first, unsettledBars, last - offer.MaxRows + 1) : first) + shift), _grid.TimeOf(last + shift + reserve + 1));
            return ask(new SeriesPage(step, range, isNewest)) is { } query
                ? (jobRank, answered, failed) => FetchJob.Of(
                    _line,
                    jobRank,
                    query,
                    (rows, receivedUtc) =>
                    {
                        take(rows, receivedUtc);
                        answered(receivedUtc);
                    },
                    (error, nowUtc) =>
                    {
                        if (error is { Kind: FetchErrorKind.OutOfDepth, UntilUtc: { } earliestUtc })
                        {
                            NoteDepth(earliestUtc, error.Message);
                        }

                        failed(error, nowUtc);
                        (fail ?? Failed)?.Invoke(error, nowUtc);
                    },
                    _isWanted,
                    isPlannedAnew: true)
                : null;
        }

        int maximumBars = offer.MaxRows * (int)(step / _grid.BarLength);
        _loaders.Add(new SeriesLoader(_desk, _line, _grid, maximumBars, newestReserve, rank, IsMissing, Page));
    }

    // The newest page begins with what may still change: bars that closed within the hour before it, however long ago that is now.
    private long WithUnsettled(long first, long unsettledBars, long firstOfPage)
    {
        long earliest = Math.Max(first - unsettledBars, firstOfPage);
        while (first > earliest && _grid.At(first - 1).HasLiquidated)
        {
            first--;
        }

        return first;
    }

    // Where open interest is read at each close, its history can be done without.
    private void FailHistory(FetchError error, DateTime nowUtc)
    {
        if (History.ReachesNewest)
        {
            Failed?.Invoke(error, nowUtc);
        }
        else if (error.Kind == FetchErrorKind.UnknownSymbol && _isWanted())
        {
            History.Refuse();
            _ports.Log($"{Name} has no history of open interest: {error.Message}.");
        }
    }

    private void TakeCandles(IReadOnlyList<CandleRow> rows, DateTime receivedUtc)
    {
        // Only the last row can be of a bar that is still open.
        int closed = rows.Count > 0 && !(rows[^1].IsClosed ?? IsPast(rows[^1], receivedUtc)) ? rows.Count - 1 : rows.Count;
        List<CandleRow> taken = rows.Take(closed).Where(row => row.IsClosed != false).ToList();
        foreach (CandleRow row in taken)
        {
            Note(_grid.NumberOf(row.TimeUtc), _grid.Take(row));
        }

        CandlesTaken?.Invoke(receivedUtc);
        _ports.Observer?.Candles(_instrument, taken);
    }

    // Without a bar after it only a clock can tell that a bar is over; ours may be wrong by more than theirs.
    private bool IsPast(CandleRow row, DateTime nowUtc)
    {
        DateTime closeUtc = row.TimeUtc + _grid.BarLength;
        return _line.Skew.IsKnown ? nowUtc + _line.Skew.Value >= closeUtc + ClosedByTheirClock : nowUtc >= closeUtc + ClosedByOurClock;
    }

    private void TakeOpenInterest(IReadOnlyList<OpenInterestRow> rows, DateTime receivedUtc)
    {
        IReadOnlyList<OpenInterestRow> taken = rows.Where(History.Takes).ToList();
        foreach (OpenInterestRow row in taken)
        {
            Note(_grid.NumberOf(row.TimeUtc) - 1, _grid.Take(row));
        }

        _ports.Observer?.OpenInterest(_instrument, taken);
    }

    private void TakeTotals(IReadOnlyList<LiquidationTotalsRow> rows, DateTime receivedUtc)
    {
        foreach (LiquidationTotalsRow row in rows)
        {
            long number = _grid.NumberOf(row.TimeUtc);
            Note(number, _grid.SetLiquidated(number, new LiquidatedSum((double)row.LongNotional, (double)row.ShortNotional, double.NaN, double.NaN)));
        }

        _ports.Observer?.Liquidations(_instrument, rows);
    }

    private void Note(long number, SlotChange change) => Changed?.Invoke(number, change);
}
