using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Requests;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Reads what a venue tells about now only: the cap of its funding once a day, and its order book after each close.</summary>
internal sealed class PresentLoader
{
    private static readonly TimeSpan TermsWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);
    private const int Rank = 6;
    private const int UsualHours = 8;
    private const int BookLevels = 1000;

    private readonly FetchDesk _desk;
    private readonly VenueLine _line;
    private readonly VenueInstrument _instrument;
    private readonly Func<bool> _isWanted;
    private DateTime _termsUtc;
    private DateTime _bookUtc;
    private long _bookBar = long.MinValue;

    /// <summary>A loader of an instrument's present facts.</summary>
    /// <param name="desk">Sends the requests.</param>
    /// <param name="line">The venue's line.</param>
    /// <param name="instrument">The instrument.</param>
    /// <param name="isWanted">Whether the instrument is still the one followed.</param>
    public PresentLoader(FetchDesk desk, VenueLine line, VenueInstrument instrument, Func<bool> isWanted)
    {
        _desk = desk;
        _line = line;
        _instrument = instrument;
        _isWanted = isWanted;
    }

    /// <summary>Largest absolute rate of an interval; fraction, NaN while the venue has not told it.</summary>
    public double FundingCap { get; private set; } = double.NaN;

    /// <summary>Hours from one payment of funding to the next; null while the venue has not told its terms, or tells none.</summary>
    public double? FundingIntervalHours { get; private set; }

    /// <summary>The order book as last read; null before.</summary>
    public BookDepth? Book { get; private set; }

    /// <summary>Asks for what is due.</summary>
    /// <param name="number">Number of the bar that has closed last.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="needsBook">Whether anybody wants the order book.</param>
    public void Pump(long number, DateTime nowUtc, bool needsBook)
    {
        if (nowUtc >= _termsUtc && _line.Venue.FundingTerms() is { } terms)
        {
            _termsUtc = nowUtc + TermsWait;
            Ask(terms, rows => Take(rows), againUtc => _termsUtc = againUtc, _isWanted);
        }

        if (needsBook && number > _bookBar && nowUtc >= _bookUtc && _line.Venue.Depth(_instrument, BookLevels) is { } depth)
        {
            _bookBar = number;
            Ask(depth, snapshot => Book = snapshot.NearPrice(), againUtc => _bookUtc = againUtc, () => _isWanted() && number == _bookBar);
        }
    }

    private void Take(IReadOnlyList<FundingTermsRow> rows)
    {
        FundingTermsRow? row = rows.FirstOrDefault(row => row.Symbol == _instrument.Symbol);
        // What has no terms of its own pays as usual.
        FundingIntervalHours = row?.IntervalHours ?? UsualHours;
        FundingCap = row is null ? double.NaN : (double)Math.Max(Math.Abs(row.RateCap), Math.Abs(row.RateFloor));
    }

    // An error of these concerns nothing else: they are asked for again later, and until then not known.
    private void Ask<T>(VenueQuery<T> query, Action<T> take, Action<DateTime> failed, Func<bool> isWanted) => _desk.Add(FetchJob.Of(
        _line, Rank, query, (value, _) => take(value), (_, nowUtc) => failed(nowUtc + AfterFailure), isWanted));
}
