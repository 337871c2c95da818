using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Requests;
using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Keeps one series of a venue complete: asks for what is missing, newest first, in the fewest pages.</summary>
/// <remarks>
/// There is one plan at a time. Whatever is still unsent when more is to be asked for, such as after an hour without an answer, is
/// planned again with it.
/// </remarks>
internal sealed class SeriesLoader
{
    /// <summary>How far from the earliest time that there is anything is asked for: it moves on while a request waits.</summary>
    public static readonly TimeSpan DepthMargin = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(5);

    private readonly FetchDesk _desk;
    private readonly VenueLine _line;
    private readonly BarGrid _grid;
    private readonly AskBook _asks;
    private readonly Func<long, bool> _isMissing;
    private readonly Func<long, long, bool, Page?> _page;
    private readonly int _maximumRows;
    private readonly int _newestReserve;
    private readonly int _rank;
    private readonly List<(FetchJob Job, long First, long Last)> _jobs = new();
    private DateTime _nextScanUtc = DateTime.MinValue;
    private long _scannedFirst = long.MaxValue;
    private long _scannedLast = long.MinValue;

    /// <summary>A loader of a series.</summary>
    /// <param name="desk">Sends the requests.</param>
    /// <param name="line">The venue's line.</param>
    /// <param name="grid">Where the rows go.</param>
    /// <param name="maximumRows">Most rows of an answer.</param>
    /// <param name="newestReserve">Rows of the newest page that are not closed bars.</param>
    /// <param name="rank">Place among the series of one age; lower goes first.</param>
    /// <param name="isMissing">Whether a bar lacks this series.</param>
    /// <param name="page">Makes the request of bars from a first to a last, and whether these reach the newest; null when there is none.</param>
    public SeriesLoader(
        FetchDesk desk,
        VenueLine line,
        BarGrid grid,
        int maximumRows,
        int newestReserve,
        int rank,
        Func<long, bool> isMissing,
        Func<long, long, bool, Page?> page)
    {
        _desk = desk;
        _line = line;
        _grid = grid;
        _asks = new AskBook(grid.Capacity);
        _maximumRows = maximumRows;
        _newestReserve = newestReserve;
        _rank = rank;
        _isMissing = isMissing;
        _page = page;
    }

    /// <summary>A request, and what to do when its rows are in place or will not come.</summary>
    /// <param name="rank">Place in the line.</param>
    /// <param name="answered">To be called when the rows are in place.</param>
    /// <param name="failed">To be called with any error: one that passes by itself too is planned for anew.</param>
    internal delegate FetchJob Page(int rank, Action<DateTime> answered, Action<FetchError, DateTime> failed);

    /// <summary>Earliest time that is asked for: a little after the earliest that there is, which moves on while a request waits.</summary>
    /// <param name="offer">How the venue serves the series.</param>
    /// <param name="venueUtc">Now by the venue's clock.</param>
    /// <param name="step">From row to row.</param>
    public static DateTime EarliestUtc(SeriesOffer offer, DateTime venueUtc, TimeSpan step) => offer.EarliestUtc(venueUtc, step) + DepthMargin;

    /// <summary>Whether the newest bar is there, or was asked for in vain.</summary>
    public bool IsPrimed(long last) => !_isMissing(last) || _asks.WasLeftOut(last);

    /// <summary>Whether every bar is there, or was asked for in vain.</summary>
    public bool IsComplete(long first, long last)
    {
        for (long number = last; number >= first; number--)
        {
            if (_isMissing(number) && !_asks.WasLeftOut(number))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Asks for what is missing and may be asked for.</summary>
    public void Pump(long first, long last, DateTime nowUtc)
    {
        if (nowUtc < _nextScanUtc && first >= _scannedFirst && last == _scannedLast)
        {
            return;
        }

        IReadOnlyList<(long First, long Last)> pages = Plan(first, last, nowUtc);
        if (pages.Count > 0 && Withdraw())
        {
            pages = Plan(first, last, nowUtc);
        }

        for (int i = 0; i < pages.Count; i++)
        {
            Ask(pages[i].First, pages[i].Last, (10 * i) + _rank, pages[i].Last == last);
        }

        _scannedFirst = first;
        _scannedLast = last;
        _nextScanUtc = DateTime.MaxValue;
        for (long number = first; number <= last; number++)
        {
            if (_isMissing(number) && _asks.NextUtc(number) < _nextScanUtc)
            {
                _nextScanUtc = _asks.NextUtc(number);
            }
        }
    }

    private IReadOnlyList<(long First, long Last)> Plan(long first, long last, DateTime nowUtc) => GapPlan.Pages(
        first, last, _maximumRows, _newestReserve, number => _isMissing(number) && _asks.MayAsk(number, nowUtc));

    // A job that was sent is not in the line any more, and comes back there by a new plan only.
    private bool Withdraw()
    {
        bool isAny = false;
        foreach ((FetchJob job, long first, long last) in _jobs)
        {
            if (_desk.Withdraw(job))
            {
                _asks.Returned(first, last);
                isAny = true;
            }
        }

        _jobs.Clear();
        return isAny;
    }

    private void Ask(long first, long last, int rank, bool isNewest)
    {
        if (_page(first, last, isNewest) is not { } page)
        {
            return;
        }

        _asks.Asked(first, last);
        FetchJob job = page(
            rank,
            nowUtc =>
            {
                _asks.Answered(first, last, _isMissing, number => _grid.TimeOf(number + 1), nowUtc);
                _nextScanUtc = DateTime.MinValue;
            },
            (error, nowUtc) => Fail(first, last, error, nowUtc));
        _jobs.Add((job, first, last));
        _desk.Add(job);
    }

    private void Fail(long first, long last, FetchError error, DateTime nowUtc)
    {
        _nextScanUtc = DateTime.MinValue;
        bool isShorter = error.Kind == FetchErrorKind.OutOfDepth && !_isMissing(first);
        if (isShorter)
        {
            // What waits lies further back.
            Withdraw();
        }

        if (isShorter || error.IsTransient)
        {
            _asks.Returned(first, last);
            return;
        }

        DateTime pausedUntil = _line.Health.PausedUntilUtc;
        _asks.Failed(first, last, pausedUntil > nowUtc + AfterFailure ? pausedUntil : nowUtc + AfterFailure);
    }
}
