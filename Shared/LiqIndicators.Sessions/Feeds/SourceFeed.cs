using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Cache;
using LiqIndicators.Sessions.Feeds.Requests;
using LiqIndicators.Sessions.Feeds.Series;
using LiqIndicators.Sessions.Feeds.Streams;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>One venue of a feed: finds its instrument, loads its history, follows it live.</summary>
internal sealed class SourceFeed
{
    // A bar's answer is complete a moment after its close; liquidations of its last seconds arrive with a delay.
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FinalTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StreamTolerance = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StateTolerance = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ClosedByOurClock = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ClosedByTheirClock = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DepthMargin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FundingWait = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FundingDelay = TimeSpan.FromSeconds(30);
    private const int FundingRank = 5;

    private readonly FeedSource _source;
    private readonly LiveFeedOptions _options;
    private readonly FeedPorts _ports;
    private readonly FetchDesk _desk;
    private readonly GridCache _cache;
    private readonly Random _jitter;
    private readonly Dictionary<long, (double Long, double Short)> _liquidated = new();
    private readonly List<SeriesLoader> _loaders = new();
    private int _candidate;
    private bool _isStarted;
    private DateTime _startAgainUtc;
    private string _offReason = "";
    private DateTime _askFundingUtc;
    private bool _isFundingUnderWay;
    private bool _isFundingSettled;
    private MarketStateRow? _state;
    private DateTime _stateUtc;
    private long _polledBar = long.MinValue;
    private long _finalBar = long.MinValue;
    private long _savedBar = long.MinValue;

    public SourceFeed(FeedSource source, VenueLine line, LiveFeedOptions options, FeedPorts ports, FetchDesk desk, Random jitter)
    {
        _source = source;
        _options = options;
        _ports = ports;
        _desk = desk;
        _jitter = jitter;
        _cache = new GridCache(ports.Blobs, ports.Log);
        Line = line;
        // A few bars more than the history: those that close while it is shown.
        Grid = new BarGrid(options.BarLength, options.HistoryBars + 16);
        IsVendor = source.Venue.Offer(SeriesKind.Liquidations, options.BarLength) is not null;
        HasOpenInterestHistory = !IsVendor && source.Venue.Offer(SeriesKind.OpenInterest, options.BarLength) is { IsEstimate: false };
    }

    /// <summary>Hears what rows did to bars: the bar's number, whether it was open interest, and the change.</summary>
    public Action<SourceFeed, long, SlotChange>? Changed { get; set; }

    public VenueLine Line { get; }

    public BarGrid Grid { get; }

    public FundingTrack Funding { get; } = new();

    public double Weight => _source.Weight;

    public bool SamplesLiquidations => _source.SamplesLiquidations;

    /// <summary>Whether this is a vendor's sum of liquidations over venues, and nothing else.</summary>
    public bool IsVendor { get; }

    public bool HasOpenInterestHistory { get; }

    public bool IsRevised { get; private set; }

    public VenueInstrument? Instrument { get; private set; }

    public StreamSession? Stream { get; private set; }

    /// <summary>Whether the venue does not serve this place, key or instrument.</summary>
    public bool IsOff => _offReason.Length > 0 || Line.Health.IsRefused;

    /// <summary>Number of the last bar that is closed by the venue's clock and has had a moment to settle.</summary>
    public long LastClosed(DateTime nowUtc) => Grid.NumberOf(nowUtc + Line.Skew.Value - SettleTime) - 1;

    /// <summary>Whether the newest bars are loaded, as far as they can be.</summary>
    public bool IsPrimed(DateTime nowUtc) => Instrument is not null && _loaders.TrueForAll(loader => loader.IsPrimed(LastClosed(nowUtc)));

    /// <summary>Whether the history is loaded, as far as it can be.</summary>
    public bool IsComplete(DateTime nowUtc) => Instrument is not null && (_isFundingSettled || !IsFundingDue(nowUtc))
        && _loaders.TrueForAll(loader => loader.IsComplete(First(nowUtc), LastClosed(nowUtc)));

    /// <summary>Whether a bar's liquidations are settled: nothing more will be added to it in good time.</summary>
    public bool IsFinal(long number) => Stream is null || number <= _finalBar;

    /// <summary>Does what is due.</summary>
    public void Pump(DateTime nowUtc)
    {
        if (_offReason.Length > 0)
        {
            return;
        }

        if (!_isStarted && nowUtc >= _startAgainUtc)
        {
            Start(nowUtc);
        }

        if (Instrument is null)
        {
            return;
        }

        long last = LastClosed(nowUtc);
        Grid.Advance(last + 1);
        foreach (SeriesLoader loader in _loaders)
        {
            loader.Pump(First(nowUtc), last, nowUtc);
        }

        Stream?.Pump();
        AskFunding(nowUtc);
        CloseBars(last, nowUtc);
    }

    /// <summary>Writes the closed bars to the cache when there is anything new.</summary>
    public void Save(DateTime nowUtc)
    {
        long last = LastClosed(nowUtc);
        if (Instrument is { } instrument && last > _savedBar && (Grid.At(last).HasCandle || Grid.At(last - 1).HasCandle || IsVendor))
        {
            _savedBar = last;
            _cache.Save(GridCache.KeyOf(instrument.Venue, instrument.Symbol, _options.BarLength), Grid, last, Funding);
        }
    }

    public void Stop() => Stream?.Stop();

    public FeedSourceReport Report(DateTime nowUtc)
    {
        long last = LastClosed(nowUtc);
        while (last >= Grid.Oldest && !Grid.At(last).HasCandle)
        {
            last--;
        }

        bool hasBars = last >= Grid.Oldest;
        FeedQuality quality = hasBars || IsVendor ? FeedQuality.Good : FeedQuality.Empty;
        bool isLate = hasBars && nowUtc - Grid.TimeOf(last + 1) > 2 * _options.BarLength;
        quality |= isLate || FrozenOpenInterest.IsFrozen(Grid, last) ? FeedQuality.Stale : FeedQuality.Good;
        quality |= IsRevised ? FeedQuality.Revised : FeedQuality.Good;
        quality |= Stream is { Coverage.HasGap: true } ? FeedQuality.Gap : FeedQuality.Good;
        quality |= SamplesLiquidations ? FeedQuality.Throttled : FeedQuality.Good;
        quality |= IsVendor ? FeedQuality.Estimated : FeedQuality.Good;
        FeedSourceState state = IsOff ? FeedSourceState.NotAvailable
            : !Line.Health.MayAsk(nowUtc) ? FeedSourceState.Pausing
            : IsPrimed(nowUtc) ? FeedSourceState.Up : FeedSourceState.Loading;
        return new FeedSourceReport(
            _source.Venue.Id,
            Instrument?.Symbol ?? "",
            state,
            _offReason.Length > 0 ? _offReason : Line.Health.Reason,
            quality,
            hasBars ? Grid.TimeOf(last) : null,
            Stream is { IsUp: true },
            Line.Skew.Value,
            _state);
    }

    private long First(DateTime nowUtc) => LastClosed(nowUtc) - _options.HistoryBars + 1;

    private void Start(DateTime nowUtc)
    {
        _isStarted = true;
        if (_source.NeedsSpecification && _source.Venue.Instruments() is { } query)
        {
            _desk.Add(FetchJob.Of<IReadOnlyList<InstrumentRow>>(
                Line, 0, query, (rows, receivedUtc) => Choose(rows, receivedUtc), (error, _) => WaitOrTurnOff(error), () => true));
            return;
        }

        Use(_source.Candidates[_candidate], nowUtc);
    }

    // A venue that refuses this place or key is asked again later; one that cannot answer the question is not.
    private void WaitOrTurnOff(FetchError error)
    {
        if (error.ConcernsWholeVenue)
        {
            _isStarted = false;
            _startAgainUtc = Line.Health.PausedUntilUtc;
        }
        else
        {
            TurnOff(error.Message);
        }
    }

    private void Choose(IReadOnlyList<InstrumentRow> rows, DateTime nowUtc)
    {
        foreach (VenueInstrument candidate in _source.Candidates)
        {
            InstrumentRow? row = rows.FirstOrDefault(row => row.Symbol == candidate.Symbol && row.IsTrading && row.Terms is not null);
            if (row is not null)
            {
                Use(candidate with { Terms = row.Terms!, BaseAsset = row.BaseAsset, QuoteAsset = row.QuoteAsset }, nowUtc);
                return;
            }
        }

        TurnOff($"{_source.Venue.Id} lists none of {string.Join(", ", _source.Candidates.Select(candidate => candidate.Symbol))}");
    }

    private void TurnOff(string reason)
    {
        _offReason = reason;
        Stream?.Stop();
        _ports.Log($"{_source.Venue.Id} takes no part: {reason}.");
    }

    private void Use(VenueInstrument instrument, DateTime nowUtc)
    {
        Instrument = instrument;
        Grid.Advance(LastClosed(nowUtc) + 1);
        _cache.Load(GridCache.KeyOf(instrument.Venue, instrument.Symbol, _options.BarLength), Grid, Funding);
        _savedBar = long.MinValue;
        _loaders.Clear();
        _isFundingUnderWay = false;
        AddLoaders(instrument);
        Stream?.Stop();
        Stream = _source.Venue.Stream(new[] { instrument }) is { } plan
            ? new StreamSession(_source.Venue, plan, instrument, _ports.Streams, _ports.Clock, _jitter, _ports.Log)
            {
                ForcedOrder = TakeForcedOrder,
                State = TakeState,
            }
            : null;
    }

    private void AddLoaders(VenueInstrument instrument)
    {
        Venue venue = _source.Venue;
        if (venue.Offer(SeriesKind.Liquidations, _options.BarLength) is { } totals)
        {
            AddLoader(
                instrument, totals, 0, 2, number => double.IsNaN(Grid.At(number).LiquidatedLong), 0, page => venue.Liquidations(instrument, page), TakeTotals);
            return;
        }

        if (venue.Offer(SeriesKind.Candles, _options.BarLength) is { } candles)
        {
            AddLoader(
                instrument, candles, 1, 0, number => !Grid.At(number).HasCandle, 0, page => venue.Candles(instrument, CandlePrice.Last, page), TakeCandles);
        }

        if (HasOpenInterestHistory && venue.Offer(SeriesKind.OpenInterest, _options.BarLength) is { } interest)
        {
            // Open interest at a bar's close carries the time of the next bar.
            AddLoader(
                instrument, interest, 0, 1, number => !Grid.At(number).HasOpenInterest, 1, page => venue.OpenInterest(instrument, page), TakeOpenInterest);
        }
    }

    private void AddLoader<T>(
        VenueInstrument instrument,
        SeriesOffer offer,
        int newestReserve,
        int rank,
        Func<long, bool> isEmpty,
        int shift,
        Func<SeriesPage, VenueQuery<IReadOnlyList<T>>?> ask,
        Action<IReadOnlyList<T>, DateTime> take)
    {
        bool IsMissing(long number) => isEmpty(number)
            && Grid.TimeOf(number + shift) >= offer.EarliestUtc(_ports.Clock.UtcNow + Line.Skew.Value, _options.BarLength) + DepthMargin;
        SeriesLoader.Page? Page(long first, long last, bool isNewest)
        {
            int reserve = isNewest ? newestReserve : 0;
            TimeRange range = new(Grid.TimeOf(first + shift), Grid.TimeOf(last + shift + reserve + 1));
            return ask(new SeriesPage(_options.BarLength, range, isNewest)) is { } query
                ? (jobRank, answered, failed) => FetchJob.Of(
                    Line,
                    jobRank,
                    query,
                    (rows, receivedUtc) =>
                    {
                        take(rows, receivedUtc);
                        answered(receivedUtc);
                    },
                    (error, nowUtc) =>
                    {
                        failed(error, nowUtc);
                        Fail(instrument, error, nowUtc);
                    },
                    () => IsCurrent(instrument))
                : null;
        }

        _loaders.Add(new SeriesLoader(_desk, Line, Grid, offer.MaxRows, newestReserve, rank, IsMissing, Page));
    }

    private void Fail(VenueInstrument instrument, FetchError error, DateTime nowUtc)
    {
        if (!IsCurrent(instrument))
        {
            return;
        }

        if (error.Kind == FetchErrorKind.PlanTooLow)
        {
            TurnOff(error.Message);
        }
        else if (error.Kind == FetchErrorKind.UnknownSymbol)
        {
            _candidate++;
            if (_candidate < _source.Candidates.Count && !_source.NeedsSpecification)
            {
                Use(_source.Candidates[_candidate], nowUtc);
            }
            else
            {
                TurnOff(error.Message);
            }
        }
    }

    // Answers about a candidate that was given up come late and must not count against the next one.
    private bool IsCurrent(VenueInstrument instrument) => _offReason.Length == 0 && ReferenceEquals(instrument, Instrument);

    private void TakeCandles(IReadOnlyList<CandleRow> rows, DateTime receivedUtc)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].IsClosed ?? (i + 1 < rows.Count || IsPast(rows[i], receivedUtc)))
            {
                Note(Grid.NumberOf(rows[i].TimeUtc), Grid.Take(rows[i]));
            }
        }
    }

    // Without a bar after it only a clock can tell that a bar is over; ours may be wrong by more than theirs.
    private bool IsPast(CandleRow row, DateTime nowUtc)
    {
        DateTime closeUtc = row.TimeUtc + _options.BarLength;
        return Line.Skew.IsKnown ? nowUtc + Line.Skew.Value >= closeUtc + ClosedByTheirClock : nowUtc >= closeUtc + ClosedByOurClock;
    }

    private void TakeOpenInterest(IReadOnlyList<OpenInterestRow> rows, DateTime receivedUtc)
    {
        foreach (OpenInterestRow row in rows)
        {
            Note(Grid.NumberOf(row.TimeUtc) - 1, Grid.Take(row));
        }
    }

    private void TakeTotals(IReadOnlyList<LiquidationTotalsRow> rows, DateTime receivedUtc)
    {
        foreach (LiquidationTotalsRow row in rows)
        {
            Grid.SetLiquidated(Grid.NumberOf(row.TimeUtc), (double)row.LongNotional, (double)row.ShortNotional);
        }
    }

    private void Note(long number, SlotChange change)
    {
        if (change != SlotChange.None)
        {
            IsRevised |= change == SlotChange.Revised;
            Changed?.Invoke(this, number, change);
        }
    }

    private void TakeForcedOrder(ForcedOrderRow order)
    {
        long number = Grid.NumberOf(order.TimeUtc);
        double amount = (double)order.Notional;
        double longs = order.Side == PositionSide.Long ? amount : 0;
        double shorts = order.Side == PositionSide.Short ? amount : 0;
        if (number <= _finalBar)
        {
            // Late, but of a bar that was covered: it belongs to the sum.
            if (!double.IsNaN(Grid.At(number).LiquidatedLong))
            {
                Grid.AddLiquidated(number, longs, shorts);
            }

            return;
        }

        (double oldLongs, double oldShorts) = _liquidated.GetValueOrDefault(number);
        _liquidated[number] = (oldLongs + longs, oldShorts + shorts);
    }

    private void TakeState(MarketStateRow state, DateTime receivedUtc)
    {
        _state = _state is null || _state.Symbol != state.Symbol ? state : _state.With(state);
        _stateUtc = receivedUtc;
    }

    private void CloseBars(long last, DateTime nowUtc)
    {
        if (!HasOpenInterestHistory && !IsVendor && last > _polledBar)
        {
            TakeStateAtClose(last, nowUtc);
        }

        long final = Grid.NumberOf(nowUtc + Line.Skew.Value - FinalTime) - 1;
        if (Stream is null || final <= _finalBar)
        {
            return;
        }

        for (long number = Math.Max(_finalBar + 1, final - 3); number <= final; number++)
        {
            DateTime fromUtc = Grid.TimeOf(number) - Line.Skew.Value;
            bool isCovered = Stream.Coverage.Covers(fromUtc, fromUtc + _options.BarLength, StreamTolerance);
            if (isCovered)
            {
                (double longs, double shorts) = _liquidated.GetValueOrDefault(number);
                Grid.SetLiquidated(number, longs, shorts);
            }
        }

        _finalBar = final;
        foreach (long number in _liquidated.Keys.Where(number => number <= final).ToList())
        {
            _liquidated.Remove(number);
        }
    }

    private void TakeStateAtClose(long last, DateTime nowUtc)
    {
        DateTime closeUtc = Grid.TimeOf(last + 1) - Line.Skew.Value;
        if (_state is { } state && (state.OpenInterestQuantity ?? state.OpenInterestNotional) is not null
            && _stateUtc >= closeUtc - StateTolerance && Stream is { IsUp: true })
        {
            _polledBar = last;
            StoreState(state, last);
            return;
        }

        bool isTooLate = nowUtc > closeUtc + StateTolerance;
        _polledBar = last;
        if (!isTooLate)
        {
            VenueInstrument instrument = Instrument!;
            foreach (VenueQuery<MarketStateRow> query in _source.Venue.MarketState(instrument))
            {
                _desk.Add(FetchJob.Of<MarketStateRow>(
                    Line,
                    0,
                    query,
                    (row, receivedUtc) =>
                    {
                        TakeState(row, receivedUtc);
                        if (receivedUtc <= closeUtc + StateTolerance && (row.OpenInterestQuantity ?? row.OpenInterestNotional) is not null)
                        {
                            StoreState(row, last);
                        }
                    },
                    (error, failedUtc) => Fail(instrument, error, failedUtc),
                    () => IsCurrent(instrument)));
            }
        }
    }

    private void StoreState(MarketStateRow state, long number) => Note(number, Grid.TakeOpenInterest(
        number, (double?)state.OpenInterestQuantity ?? double.NaN, (double?)state.OpenInterestNotional ?? double.NaN));

    private void AskFunding(DateTime nowUtc)
    {
        if (_isFundingUnderWay || nowUtc < _askFundingUtc || !IsFundingDue(nowUtc)
            || _source.Venue.Offer(SeriesKind.Funding, _options.BarLength) is not { } offer)
        {
            return;
        }

        DateTime earliest = offer.EarliestUtc(nowUtc, _options.BarLength) + DepthMargin;
        DateTime start = Grid.TimeOf(First(nowUtc)).AddHours(-8);
        DateTime from = Funding.LastUtc is { } known && known >= start ? known.AddSeconds(1) : start > earliest ? start : earliest;
        AskFunding(offer, new TimeRange(from, nowUtc.AddSeconds(1)));
    }

    private bool IsFundingDue(DateTime nowUtc) => !IsVendor
        && (Funding.NextDueUtc is not { } next || nowUtc >= next + FundingDelay)
        && _source.Venue.Offer(SeriesKind.Funding, _options.BarLength) is not null;

    private void AskFunding(SeriesOffer offer, TimeRange range)
    {
        VenueInstrument instrument = Instrument!;
        if (_source.Venue.Funding(instrument, new SeriesPage(_options.BarLength, range)) is not { } query)
        {
            return;
        }

        _isFundingUnderWay = true;
        _desk.Add(FetchJob.Of<IReadOnlyList<FundingRateRow>>(
            Line,
            FundingRank,
            query,
            (rows, receivedUtc) =>
            {
                _isFundingUnderWay = false;
                _askFundingUtc = receivedUtc + FundingWait;
                _isFundingSettled = true;
                if (Funding.Take(rows) is { } earliestUtc)
                {
                    Changed?.Invoke(this, Grid.NumberOf(earliestUtc), SlotChange.New);
                }

                AskRest(offer, range, rows);
            },
            (error, nowUtc) =>
            {
                _isFundingUnderWay = false;
                _isFundingSettled = true;
                _askFundingUtc = nowUtc + FundingWait;
                Fail(instrument, error, nowUtc);
            },
            () => IsCurrent(instrument)));
    }

    // A full answer may have left out what lies before it (newest first) or after it (oldest first).
    private void AskRest(SeriesOffer offer, TimeRange range, IReadOnlyList<FundingRateRow> rows)
    {
        TimeSpan usual = TimeSpan.FromHours(8);
        if (rows.Count < offer.MaxRows)
        {
            return;
        }

        if (rows[0].TimeUtc - range.FromUtc > usual)
        {
            AskFunding(offer, new TimeRange(range.FromUtc, rows[0].TimeUtc));
        }
        else if (range.ToUtc - rows[^1].TimeUtc > usual)
        {
            AskFunding(offer, new TimeRange(rows[^1].TimeUtc.AddSeconds(1), range.ToUtc));
        }
    }
}
