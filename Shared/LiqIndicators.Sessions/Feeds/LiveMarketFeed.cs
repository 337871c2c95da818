using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Requests;
using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>A market followed live over several venues: history first from cache and requests, then bar by bar.</summary>
/// <remarks>
/// Deterministic and without threads: it acts only inside <see cref="Pump"/>, inside replies and inside stream messages, and reads
/// time only from its clock. The newest bars are loaded first and handed out at once; when the history behind them is complete
/// the feed starts again from its beginning and says so by <see cref="Generation"/>.
/// </remarks>
public sealed class LiveMarketFeed : IMarketFeed
{
    // How long the first block waits for slow venues once one of them is ready.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly LiveFeedOptions _options;
    private readonly FeedPorts _ports;
    private readonly FetchDesk _desk;
    private readonly List<SourceFeed> _sources = new();
    private BarAggregator? _aggregator;
    private FeedBlock? _block;
    private DateTime? _startedUtc;
    private DateTime _restartedUtc;
    private DateTime _savedUtc;
    private bool _isComplete;
    private bool _isDirty;
    private bool _isWider;
    private bool _isPumping;
    private bool _isStopped;
    private bool _isBookWanted;
    private long _next;
    private DateTime? _historyStartUtc;
    private DateTime? _lastPublishedUtc;
    private FeedQuality _seen;
    private FeedQuality _lacks = FeedQuality.NoOpenInterest | FeedQuality.NoLiquidations;

    /// <summary>A feed that has asked for nothing yet.</summary>
    /// <param name="options">Choices.</param>
    /// <param name="sources">Venues, those with the best prices first.</param>
    /// <param name="ports">What the host provides.</param>
    /// <exception cref="ArgumentException">There are no sources, or a source has no candidates.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public LiveMarketFeed(LiveFeedOptions options, IReadOnlyList<FeedSource> sources, FeedPorts ports)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(ports);
        if (sources.Count == 0 || sources.Any(source => source.Candidates.Count == 0))
        {
            throw new ArgumentException("sources is empty or has one without candidates; expected venues with instruments.", nameof(sources));
        }

        _options = options.Checked();
        _ports = ports;
        _desk = new FetchDesk(ports.Http, ports.Clock, options.MaximumInFlight, ports.Log);
        Random jitter = new(options.Seed);
        Dictionary<VenueId, VenueLine> lines = new();
        foreach (FeedSource source in sources)
        {
            if (!lines.TryGetValue(source.Venue.Id, out VenueLine? line))
            {
                line = new VenueLine(source.Venue, _options, jitter);
                lines.Add(source.Venue.Id, line);
            }

            _sources.Add(new SourceFeed(source, line, _options, ports, _desk, jitter)
            {
                Changed = NoteChange,
                FundingChanged = NoteFunding,
                TermsChanged = NoteTerms,
            });
        }
    }

    /// <inheritdoc/>
    public int Generation { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<VenueBar> Venues => _lastPublishedUtc is null || _aggregator is null ? default : _aggregator.Venues;

    /// <inheritdoc/>
    public MarginTerms? TermsOf(string venue) => _sources.Find(source => source.Name == venue)?.Terms;

    /// <summary>Requests sent so far.</summary>
    public int RequestsSent => _desk.Sent;

    /// <summary>Whether the history is loaded, as far as it can be.</summary>
    public bool IsComplete => _isComplete;

    /// <summary>Does what is due; to be called about once a second and whenever the host is idle.</summary>
    public void Pump()
    {
        if (_isPumping || _isStopped)
        {
            return;
        }

        _isPumping = true;
        try
        {
            DateTime now = _ports.Clock.NowUtc;
            _startedUtc ??= now;
            foreach (SourceFeed source in _sources)
            {
                source.Pump(now, _isBookWanted);
            }

            _desk.Pump();
            Consider(now);
            if (_isComplete && now - _savedUtc >= _options.CacheInterval)
            {
                Save(now);
            }
        }
        finally
        {
            _isPumping = false;
        }
    }

    /// <summary>Closes the streams and writes the cache; nothing is asked for afterwards.</summary>
    public void Stop()
    {
        if (!_isStopped && _startedUtc is not null)
        {
            Save(_ports.Clock.NowUtc);
        }

        _isStopped = true;
        foreach (SourceFeed source in _sources)
        {
            source.Stop();
        }
    }

    /// <inheritdoc/>
    public bool TryTake(DateTime asOfUtc, out MarketBar bar)
    {
        bar = default;
        if (_aggregator is null)
        {
            return false;
        }

        DateTime now = _ports.Clock.NowUtc;
        BarGrid grid = _sources[0].Grid;
        while (grid.TimeOf(_next + 1) <= asOfUtc && grid.TimeOf(_next + 1) <= now)
        {
            bool isPatient = now < grid.TimeOf(_next + 1) + _options.Grace;
            if (isPatient && !IsReady(_next))
            {
                return false;
            }

            if (_aggregator.TryBuild(_next, out bar, out FeedQuality quality))
            {
                _next++;
                Note(bar, quality);
                return true;
            }

            // No venue has it yet: it may still come while nothing after it is there.
            if (isPatient || !HasLaterBar(_next))
            {
                return false;
            }

            _seen |= FeedQuality.Gap;
            _next++;
        }

        return false;
    }

    /// <inheritdoc/>
    public BookDepth? BookNow()
    {
        _isBookWanted = true;
        BookDepth? sum = null;
        DateTime oldestUtc = _ports.Clock.NowUtc - (2 * _options.BarLength);
        foreach (SourceFeed source in _sources)
        {
            if (source.Book is { } book && book.AsOfUtc >= oldestUtc)
            {
                sum = sum is null ? book : sum.With(book);
            }
        }

        return sum;
    }

    /// <inheritdoc/>
    public FeedStatus StatusAt(DateTime asOfUtc)
    {
        FeedQuality quality = _lastPublishedUtc is null ? FeedQuality.Empty : _seen | _lacks;
        bool isFrozen = _block is not null && _block.Members.Any(source => FrozenOpenInterest.IsFrozen(source.Grid, _next - 1));
        bool isLate = asOfUtc - (_lastPublishedUtc ?? _startedUtc) > _options.LongestAge;
        quality |= isLate || isFrozen ? FeedQuality.Stale : FeedQuality.Good;
        quality |= _sources.Any(source => source.IsRevised) ? FeedQuality.Revised : FeedQuality.Good;
        quality |= _sources.Any(source => source.HasStreamGap(_ports.Clock.NowUtc)) ? FeedQuality.Gap : FeedQuality.Good;
        return new FeedStatus(
            Describe(), _options.BarLength, _historyStartUtc, _lastPublishedUtc, quality, Notice(), _options.HistoryBars, NotCounted());
    }

    /// <summary>What a user should know about each venue now.</summary>
    public IReadOnlyList<FeedSourceReport> Report()
    {
        DateTime now = _ports.Clock.NowUtc;
        return _sources.Select(source => source.Report(now) with { IsCounted = _block?.Members.Contains(source) == true }).ToList();
    }

    // While history is being loaded nobody knows yet.
    private string[] NotCounted() => _isComplete && _block is { } block
        ? [.. _sources.Where(source => !source.IsVendor && !block.Members.Contains(source)).Select(source => source.Line.Venue.Id.ToString())]
        : [];

    private void Consider(DateTime nowUtc)
    {
        if (_aggregator is null)
        {
            if (CanOpen(nowUtc))
            {
                Open(nowUtc);
            }

            return;
        }

        if (!_isComplete && _sources.TrueForAll(source => source.IsOff || source.IsComplete(nowUtc)))
        {
            _isComplete = true;
            Save(nowUtc);
            Restart(nowUtc);
        }
        else if ((_isDirty || _isWider || HasSilentMember(nowUtc)) && nowUtc - _restartedUtc >= _options.RevisionInterval)
        {
            _restartedUtc = nowUtc;
            FeedBlock chosen = Chosen(nowUtc);

            // Where all have fallen silent there is nothing to go on with: what was told stands, and says how old it is.
            bool isWorse = _block!.Members.Count > 0 && !chosen.Members.Any(source => FeedBlock.IsFresh(source, nowUtc));
            bool hasChanged = !isWorse && (_isDirty || chosen.IsOtherThan(_block));
            _isWider = false;
            if (hasChanged)
            {
                Restart(nowUtc);
            }
        }
    }

    // A venue that tells nothing any more leaves, and comes back when it has told what it left out.
    private bool HasSilentMember(DateTime nowUtc) =>
        _isComplete && _block!.Members.Count > 1 && _block.Members.Any(source => FeedBlock.IsSilent(source, nowUtc));

    // Once one venue can show something, the others have a little time to join it from the start.
    private bool CanOpen(DateTime nowUtc)
    {
        bool areAllPrimed = _sources.TrueForAll(source => source.IsOff || source.IsPrimed(nowUtc));
        return (areAllPrimed || nowUtc - _startedUtc >= Patience)
            && _sources.Exists(source => !source.IsVendor && source.IsPrimed(nowUtc) && FeedBlock.HasHistory(source, _options.HistoryBars, nowUtc));
    }

    private void Restart(DateTime nowUtc)
    {
        Generation++;
        Open(nowUtc);
    }

    private void Open(DateTime nowUtc)
    {
        _isDirty = false;
        _isWider = false;
        _restartedUtc = nowUtc;
        _block = Chosen(nowUtc);
        _aggregator = new BarAggregator(
            _block.Prices, _block.Members, _sources.Where(source => source.IsVendor && !source.IsOff).ToList(), _block.InterestFirst);
        _next = _block.First;
        _historyStartUtc = null;
        _lastPublishedUtc = null;
        _seen = FeedQuality.Good;
        _lacks = FeedQuality.NoOpenInterest | FeedQuality.NoLiquidations;
    }

    private FeedBlock Chosen(DateTime nowUtc) => FeedBlock.Choose(_sources, _options.HistoryBars, _isComplete, nowUtc, _block?.First ?? 0);

    private bool IsReady(long number)
    {
        foreach (SourceFeed source in _sources)
        {
            if (!source.IsOff && source.Line.Health.MayAsk(_ports.Clock.NowUtc) && !IsThere(source, number))
            {
                return false;
            }
        }

        return true;
    }

    // What was liquidated counts of every venue, prices and open interest of those that make the bars.
    private bool IsThere(SourceFeed source, long number) => source.IsVendor
        ? source.Grid.At(number).HasLiquidated || _aggregator!.Liquidations.IsToldWhole(source, number)
        : source.IsFinal(number) && (!_block!.Members.Contains(source) || source.Grid.At(number) is { HasCandle: true, HasOpenInterest: true });

    private bool HasLaterBar(long number)
    {
        foreach (SourceFeed source in _sources)
        {
            for (long later = number + 1; later <= source.Grid.Newest; later++)
            {
                if (source.Grid.At(later).HasCandle)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Note(in MarketBar bar, FeedQuality quality)
    {
        _historyStartUtc ??= bar.TimeUtc;
        _lastPublishedUtc = bar.TimeUtc + _options.BarLength;
        _seen |= quality;
        _lacks &= double.IsNaN(bar.OpenInterestQuantity) ? ~FeedQuality.Good : ~FeedQuality.NoOpenInterest;
        _lacks &= double.IsNaN(bar.LiquidatedLongNotional) ? ~FeedQuality.Good : ~FeedQuality.NoLiquidations;
    }

    private void NoteChange(SourceFeed source, long number, SlotChange change)
    {
        if (_aggregator is null || _block is null)
        {
            return;
        }

        // A vendor that was away when the bars began joins them as soon as it tells what happened in one.
        bool matters = source.IsVendor ? _aggregator.Liquidations.CountsVendor(source, number) : _aggregator.Includes(source);
        _isDirty |= matters && number >= _block.First && number < _next;
        _isWider |= !_block.Members.Contains(source) || number < _block.First;
    }

    // Every venue with prices tells its own rate, whether or not its open interest counts.
    private void NoteFunding(SourceFeed source, long number) =>
        _isDirty |= _block is not null && _block.Prices.Contains(source) && number >= _block.First && number < _next;

    // A map is made on one set of terms. Before the history is complete nothing more is needed: the bars then start again anyway.
    private void NoteTerms(SourceFeed source) => _isDirty |= _block is not null && _block.Prices.Contains(source);

    private void Save(DateTime nowUtc)
    {
        _savedUtc = nowUtc;
        foreach (SourceFeed source in _sources)
        {
            source.Save(nowUtc);
        }
    }

    // Said only when no venue is left: as long as one answers, the others are named in the source.
    private string Notice()
    {
        DateTime now = _ports.Clock.NowUtc;
        SourceFeed[] exchanges = [.. _sources.Where(source => !source.IsVendor)];
        return exchanges.Length == 0 ? "vendors alone have no prices: name an exchange beside them"
            : Array.TrueForAll(exchanges, source => source.IsOff) ? $"no venue serves this place: {exchanges[0].Report(now).Reason}"
            : _lastPublishedUtc is null && Array.TrueForAll(exchanges, source => source.IsOff || !source.Line.Health.MayAsk(now))
                ? $"no venue answers, asking again: {exchanges.First(source => !source.IsOff).Report(now).Reason}"
            : "";
    }

    private string Describe() => string.Join(" + ", _sources.GroupBy(source => source.Line.Venue.Id).SelectMany(Describe));

    // A vendor that is asked about several venues is one name, and is there as long as it tells of any.
    private static IEnumerable<string> Describe(IGrouping<VenueId, SourceFeed> venue) =>
        venue.Count() > 1 && venue.First().IsVendor
            ? [venue.All(source => source.IsOff) ? $"{venue.Key} not available here" : venue.Key.ToString()]
            : venue.Select(source => source.IsOff
                ? $"{source.Line.Venue.Id} not available here"
                : FeedSource.Shown(source.Name.Length > 0 ? source.Name : source.Line.Venue.Id.ToString(), source.Weight));
}
