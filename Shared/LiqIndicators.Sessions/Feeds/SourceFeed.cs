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
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>One venue of a feed: finds its instrument, loads its history, follows it live.</summary>
internal sealed class SourceFeed : IBarSource
{
    // Bars within which open interest that is late is still shown.
    private const int LongestWait = 12;

    // A bar's answer is complete a moment after its close; liquidations of its last seconds arrive with a delay.
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FinalTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterUnreadableList = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FundingGrace = TimeSpan.FromMinutes(15);

    private readonly FeedSource _source;
    private readonly LiveFeedOptions _options;
    private readonly FeedPorts _ports;
    private readonly FetchDesk _desk;
    private readonly GridCache _cache;
    private readonly MarginCache _marginCache;
    private readonly Random _jitter;
    private readonly HeardSpan _heard = new();
    private int _candidate;
    private bool _isStarted;
    private DateTime _startAgainUtc;
    private string _offReason = "";
    private VenueSeries? _series;
    private FundingLoader? _funding;
    private InterestAtClose? _interest;
    private LiquidationSums? _sums;
    private PresentLoader? _present;
    private MarginLoader? _margins;
    private long _savedBar = long.MinValue;

    public SourceFeed(FeedSource source, VenueLine line, LiveFeedOptions options, FeedPorts ports, FetchDesk desk, Random jitter)
    {
        _source = source;
        _options = options;
        _ports = ports;
        _desk = desk;
        _jitter = jitter;
        _cache = new GridCache(ports.Blobs, ports.Log);
        _marginCache = new MarginCache(ports.Blobs, ports.Log);
        Line = line;
        // A few bars more than the history: those that close while it is shown.
        Grid = new BarGrid(options.BarLength, options.HistoryBars + 16);
        IsVendor = source.Venue.Offer(SeriesKind.Liquidations, options.BarLength) is not null;
    }

    /// <summary>Hears what rows did to bars: the venue, the bar's number and the change.</summary>
    public Action<SourceFeed, long, SlotChange>? Changed { get; set; }

    /// <summary>Hears of funding rates paid: the venue and the number of the first bar that they concern.</summary>
    public Action<SourceFeed, long>? FundingChanged { get; set; }

    /// <summary>Hears that the terms on which its positions are liquidated are others than before.</summary>
    public Action<SourceFeed>? TermsChanged { get; set; }

    /// <summary>Name for the user's eyes: venue and instrument.</summary>
    public string Name { get; private set; } = "";

    public VenueLine Line { get; }

    public BarGrid Grid { get; }

    public FundingTrack Funding { get; } = new();

    public double Weight => _source.Weight;

    public VenueId? LiquidationsOf => VenueSymbols.LiquidationsOf(_source.Venue.Id, Instrument?.Symbol ?? "");

    public bool SamplesLiquidations => _source.SamplesLiquidations;

    /// <summary>Whether this is a vendor's sums of liquidations, over venues or of one, and nothing else.</summary>
    public bool IsVendor { get; }

    /// <summary>Whether its history tells open interest up to the newest bar; else it is read at each close, and a history that comes late fills what was missed.</summary>
    public bool HasOpenInterestHistory => _series is { History.ReachesNewest: true };

    public bool IsRevised { get; private set; }

    public VenueInstrument? Instrument { get; private set; }

    public StreamSession? Stream { get; private set; }

    /// <summary>Whether the venue does not serve this place, key or instrument.</summary>
    public bool IsOff => _offReason.Length > 0 || Line.Health.IsRefused;

    /// <summary>Number of the last bar that is closed by the venue's clock and has had a moment to settle.</summary>
    public long LastClosed(DateTime nowUtc) => Grid.NumberOf(nowUtc + Line.Skew.Value - SettleTime) - 1;

    /// <summary>Whether the newest bars are loaded, as far as they can be.</summary>
    public bool IsPrimed(DateTime nowUtc) => _series is not null && _series.IsPrimed(LastClosed(nowUtc));

    /// <summary>Whether the history is loaded, as far as it can be.</summary>
    public bool IsComplete(DateTime nowUtc) => _series is not null && (_funding is null || _funding.IsComplete(nowUtc))
        && (_margins is null || _margins.IsSettled(nowUtc))
        && _series.IsComplete(First(nowUtc), LastClosed(nowUtc));

    /// <summary>Whether a bar's liquidations are settled: nothing more will be added to it in good time.</summary>
    public bool IsFinal(long number) => Stream is null || _sums is null || number <= _sums.Settled;

    /// <summary>Whether its stream of liquidations was interrupted within the history that is shown.</summary>
    public bool HasStreamGap(DateTime nowUtc) => _sums is not null && Stream is { } stream && stream.Coverage.HasGapSince(Grid.TimeOf(First(nowUtc)) - Line.Skew.Value);

    /// <summary>The order book as last read; null when it is not known.</summary>
    public BookDepth? Book => IsOff ? null : _present?.Book;

    /// <summary>On what terms its positions are liquidated, as it told; null while it has not.</summary>
    public MarginTerms? Terms => _margins?.Terms;

    /// <summary>Does what is due.</summary>
    /// <param name="nowUtc">Now.</param>
    /// <param name="needsBook">Whether anybody wants the order book.</param>
    public void Pump(DateTime nowUtc, bool needsBook)
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
        _series!.Pump(First(nowUtc), last, nowUtc);
        AskMargins(nowUtc);
        Stream?.Pump();
        _funding?.Pump(Grid.TimeOf(First(nowUtc)), nowUtc);
        if (!HasOpenInterestHistory && !IsVendor)
        {
            _interest?.Pump(last, Grid.TimeOf(last + 1), Line.Skew.Value, nowUtc);
        }

        if (!IsVendor && IsPrimed(nowUtc))
        {
            _present?.Pump(last, nowUtc, needsBook);
            NoteFunding(last, Grid.TimeOf(last + 1) - Line.Skew.Value, nowUtc);
        }

        if (Stream is not null)
        {
            DateTime finalUtc = nowUtc + Line.Skew.Value - FinalTime;
            _sums?.Settle(Grid.NumberOf(finalUtc) - 1, Grid.NumberOf(finalUtc - Stream.SilenceLimit) - 1, Stream.Coverage, Line.Skew.Value);
        }
    }

    /// <summary>Writes the closed bars to the cache when there is anything new.</summary>
    public void Save(DateTime nowUtc)
    {
        long last = LastClosed(nowUtc);
        bool isNews = IsVendor
            ? Grid.At(last).HasLiquidated || Grid.At(last - 1).HasLiquidated
            : Grid.At(last).HasCandle || Grid.At(last - 1).HasCandle;
        if (Instrument is { } instrument && last > _savedBar && isNews)
        {
            _savedBar = last;
            _cache.Save(GridCache.KeyOf(instrument.Venue, instrument.Symbol, _options.BarLength), Grid, last, Funding);
        }
    }

    public void Stop() => Stream?.Stop();

    public FeedSourceReport Report(DateTime nowUtc)
    {
        long last = NewestUpTo(LastClosed(nowUtc), static slot => slot.HasCandle);
        bool hasBars = last >= Grid.Oldest;
        SeriesQuality series = SeriesAt(last, hasBars, nowUtc);
        MarketStateRow? market = _interest?.StateNow(nowUtc, 2 * _options.BarLength);
        FeedSourceState state = IsOff ? FeedSourceState.NotAvailable
            : !Line.Health.MayAsk(nowUtc) ? FeedSourceState.Pausing
            : IsPrimed(nowUtc) ? FeedSourceState.Up : FeedSourceState.Loading;
        return new FeedSourceReport(
            _source.Venue.Id,
            Instrument?.Symbol ?? "",
            state,
            _offReason.Length > 0 ? _offReason : Line.Health.Reason,
            series.OfBars,
            hasBars ? Grid.TimeOf(last) : null,
            Stream is not null,
            Stream is { IsUp: true },
            Line.Skew.Value,
            market,
            hasBars ? BarToShow(last) : null,
            Instrument is null ? 0 : LoadedShare(nowUtc))
        {
            Series = series,
            Weight = Weight,
            FundingIntervalHours = (double?)market?.FundingIntervalHours
                ?? _present?.FundingIntervalHours
                ?? (Funding.Rows.Count > 0 ? (double?)Funding.Rows[^1].IntervalHours : null),
        };
    }

    private SeriesQuality SeriesAt(long last, bool hasBars, DateTime nowUtc)
    {
        static FeedQuality If(bool holds, FeedQuality flag) => holds ? flag : FeedQuality.Good;
        FeedQuality revised = If(IsRevised, FeedQuality.Revised);
        FeedQuality liquidations = If(HasStreamGap(nowUtc), FeedQuality.Gap) | If(SamplesLiquidations, FeedQuality.Throttled);
        if (IsVendor)
        {
            return new SeriesQuality(FeedQuality.Good, FeedQuality.Good, FeedQuality.Good, liquidations | FeedQuality.Estimated | revised);
        }

        FeedQuality late = If(hasBars && nowUtc - Grid.TimeOf(last + 1) > _options.LongestAge, FeedQuality.Stale);
        return new SeriesQuality(
            If(!hasBars, FeedQuality.Empty) | late | revised,
            late | If(FrozenOpenInterest.IsFrozen(Grid, last), FeedQuality.Stale) | (_series?.History.Holes(last, nowUtc + Line.Skew.Value) ?? FeedQuality.Good)
                | If(hasBars && !HasInterest(last), FeedQuality.NoOpenInterest),
            If(Funding.Rows.Count == 0, FeedQuality.Empty) | If(nowUtc > Funding.NextDueUtc + FundingGrace, FeedQuality.Stale),
            liquidations | If(_sums is null, FeedQuality.NoLiquidations));
    }

    // Open interest of the newest bar may come minutes after its prices.
    private MarketBar BarToShow(long last)
    {
        long whole = NewestUpTo(last, static slot => slot.HasCandle && slot.HasOpenInterest);
        long number = whole >= Math.Max(Grid.Oldest, last - LongestWait) ? whole : last;
        BarSlot slot = Grid.At(number);
        (double rate, double intervalHours) = Funding.LastBefore(Grid.TimeOf(number + 1));
        return new MarketBar(
            Grid.TimeOf(number),
            slot.Open,
            slot.High,
            slot.Low,
            slot.Close,
            slot.Volume,
            Grid.NotionalAt(number) / slot.Close,
            rate,
            intervalHours,
            slot.LiquidatedLong,
            slot.LiquidatedShort);
    }

    private bool HasInterest(long last) => NewestUpTo(last, static slot => slot.HasOpenInterest) >= Grid.Oldest;

    /// <summary>Number of the newest bar of a kind; less than the oldest that has a place when there is none.</summary>
    private long NewestUpTo(long number, Func<BarSlot, bool> isOfTheKind)
    {
        while (number >= Grid.Oldest && !isOfTheKind(Grid.At(number)))
        {
            number--;
        }

        return number;
    }

    private double LoadedShare(DateTime nowUtc)
    {
        long last = LastClosed(nowUtc);
        int loaded = 0;
        for (long number = First(nowUtc); number <= last; number++)
        {
            BarSlot slot = Grid.At(number);
            loaded += slot.HasCandle || slot.HasLiquidated ? 1 : 0;
        }

        return loaded / (double)_options.HistoryBars;
    }

    // What is told around a bar's close belongs to it; afterwards nobody can say what was told then.
    private void NoteFunding(long number, DateTime closeUtc, DateTime nowUtc)
    {
        BarSlot slot = Grid.At(number);
        if (nowUtc <= closeUtc + InterestAtClose.Tolerance && double.IsNaN(slot.RunningFundingRate + slot.FundingCap))
        {
            Grid.SetFunding(
                number,
                double.IsNaN(slot.RunningFundingRate) ? _interest!.RunningRateAt(closeUtc) : slot.RunningFundingRate,
                double.IsNaN(slot.FundingCap) ? _present!.FundingCap : slot.FundingCap);
        }
    }

    private long First(DateTime nowUtc) => LastClosed(nowUtc) - _options.HistoryBars + 1;

    private void Start(DateTime nowUtc)
    {
        _isStarted = true;
        if (_source.NeedsSpecification && _source.Venue.Instruments() is { } query)
        {
            _desk.Add(FetchJob.Of<IReadOnlyList<InstrumentRow>>(
                Line, 0, query, (rows, receivedUtc) => Choose(rows, receivedUtc), WaitOrTurnOff, () => true));
            return;
        }

        Use(_source.Candidates[_candidate], nowUtc);
    }

    // A venue that refuses this place or key, or whose list cannot be read, is asked again later; one that does not know the question is not.
    private void WaitOrTurnOff(FetchError error, DateTime nowUtc)
    {
        if (error.ConcernsWholeVenue || error.Kind == FetchErrorKind.Malformed)
        {
            _isStarted = false;
            _startAgainUtc = error.ConcernsWholeVenue ? Line.Health.PausedUntilUtc : nowUtc + AfterUnreadableList;
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
        Name = $"{instrument.Venue} {instrument.Symbol}";
        Grid.Advance(LastClosed(nowUtc) + 1);
        _cache.Load(GridCache.KeyOf(instrument.Venue, instrument.Symbol, _options.BarLength), Grid, Funding);
        _savedBar = long.MinValue;
        AddParts(instrument);
        Stream?.Stop();
        StreamPlan? plan = _source.Venue.Stream(new[] { instrument });
        _sums = plan is { TellsLiquidations: true } ? new LiquidationSums(Grid) : null;
        Stream = plan is not null
            ? new StreamSession(_source.Venue, plan, instrument, _ports.Streams, _ports.Clock, _jitter, _ports.Log)
            {
                ForcedOrder = order =>
                {
                    _sums?.Take(order);
                    _ports.Observer?.Liquidation(instrument, order);
                },
                Heard = (fromUtc, toUtc, toldUtc) => TellHeard(instrument, fromUtc, toUtc, toldUtc),
                State = _interest!.Take,
                Skew = () => Line.Skew.Value,
            }
            : null;
    }

    // By the venue's clock, as its liquidations are: until that is measured nothing counts as heard.
    private void TellHeard(VenueInstrument instrument, DateTime fromUtc, DateTime toUtc, DateTime toldUtc)
    {
        if (_sums is not null && _ports.Observer is { } observer && (Line.Skew.IsKnown || IsPrimed(toUtc))
            && _heard.Told(fromUtc, toUtc, toldUtc, Line.Skew.Value) is { } span)
        {
            observer.Heard(instrument, span.FromUtc, span.ToUtc);
        }
    }

    // Caps in contracts or coins are worth something at a price: without a bar there is nothing to ask.
    private void AskMargins(DateTime nowUtc)
    {
        if (_margins is null || !_margins.IsDue(nowUtc))
        {
            return;
        }

        long number = NewestUpTo(LastClosed(nowUtc), static slot => slot.HasCandle);
        if (number >= Grid.Oldest)
        {
            _margins.Ask(Grid.At(number).Close, nowUtc);
        }
    }

    private void AddParts(VenueInstrument instrument)
    {
        void FailOf(FetchError error, DateTime nowUtc) => Fail(instrument, error, nowUtc);
        _series = new VenueSeries(_source.Venue, instrument, Grid, Line, _desk, _ports, () => IsCurrent(instrument))
        {
            Changed = Note,
            CandlesTaken = AskMargins,
            Failed = FailOf,
        };
        _present = new PresentLoader(_desk, Line, instrument, () => IsCurrent(instrument));
        _margins = IsVendor ? null : new MarginLoader(_desk, Line, instrument, _marginCache, _ports.Log, () => IsCurrent(instrument))
        {
            Changed = () => TermsChanged?.Invoke(this),
        };
        _interest = new InterestAtClose(_desk, Line, instrument, () => IsCurrent(instrument)) { Read = StoreInterest, Failed = FailOf };
        _funding = IsVendor ? null : new FundingLoader(_desk, Line, instrument, Funding, _options.BarLength, () => IsCurrent(instrument))
        {
            Changed = earliestUtc => FundingChanged?.Invoke(this, Grid.NumberOf(earliestUtc)),
            Taken = rows => _ports.Observer?.Funding(instrument, rows),
            Failed = FailOf,
        };
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

    private void Note(long number, SlotChange change)
    {
        if (change != SlotChange.None)
        {
            IsRevised |= change == SlotChange.Revised;
            Changed?.Invoke(this, number, change);
        }
    }

    private void StoreInterest(long number, MarketStateRow state)
    {
        OpenInterestRow row = new(Grid.TimeOf(number + 1), state.OpenInterestQuantity, state.OpenInterestNotional);
        Note(number, Grid.Take(row));
        _ports.Observer?.OpenInterest(Instrument!, [row]);
    }
}
