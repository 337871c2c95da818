using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Requests;
using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Loads the funding rates that a venue paid, and each new one when it is due.</summary>
internal sealed class FundingLoader
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DepthMargin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromHours(8);
    private const int Rank = 5;

    private readonly FetchDesk _desk;
    private readonly VenueLine _line;
    private readonly VenueInstrument _instrument;
    private readonly FundingTrack _track;
    private readonly TimeSpan _barLength;
    private readonly SeriesOffer? _offer;
    private readonly Func<bool> _isWanted;
    private DateTime _askAgainUtc;
    private bool _isUnderWay;
    private bool _isSettled;

    /// <summary>A loader of an instrument's rates.</summary>
    /// <param name="desk">Sends the requests.</param>
    /// <param name="line">The venue's line.</param>
    /// <param name="instrument">The instrument.</param>
    /// <param name="track">Where the rates go.</param>
    /// <param name="barLength">Length of a bar.</param>
    /// <param name="isWanted">Whether the instrument is still the one followed.</param>
    public FundingLoader(
        FetchDesk desk, VenueLine line, VenueInstrument instrument, FundingTrack track, TimeSpan barLength, Func<bool> isWanted)
    {
        _desk = desk;
        _line = line;
        _instrument = instrument;
        _track = track;
        _barLength = barLength;
        _isWanted = isWanted;
        _offer = line.Venue.Offer(SeriesKind.Funding, barLength);
    }

    /// <summary>Hears the earliest payment about which something new was said.</summary>
    public Action<DateTime>? Changed { get; set; }

    /// <summary>Hears the rates as they come.</summary>
    public Action<IReadOnlyList<FundingRateRow>>? Taken { get; set; }

    /// <summary>Hears errors that asking again does not cure.</summary>
    public Action<FetchError, DateTime>? Failed { get; set; }

    /// <summary>Whether every rate that is due is there, or was asked for in vain.</summary>
    public bool IsComplete(DateTime nowUtc) => _isSettled || !IsDue(nowUtc);

    /// <summary>Asks for what is due.</summary>
    /// <param name="firstUtc">Opening time of the first bar wanted.</param>
    /// <param name="nowUtc">Now.</param>
    public void Pump(DateTime firstUtc, DateTime nowUtc)
    {
        if (_isUnderWay || nowUtc < _askAgainUtc || !IsDue(nowUtc) || _offer is null)
        {
            return;
        }

        DateTime earliest = _offer.EarliestUtc(nowUtc, _barLength) + DepthMargin;
        DateTime start = firstUtc - LongestInterval;
        DateTime from = _track.LastUtc is { } known && known >= start ? known.AddSeconds(1) : start > earliest ? start : earliest;
        Ask(_offer, new TimeRange(from, nowUtc.AddSeconds(1)));
    }

    private bool IsDue(DateTime nowUtc) => _offer is not null && (_track.NextDueUtc is not { } next || nowUtc >= next + Delay);

    private void Ask(SeriesOffer offer, TimeRange range)
    {
        if (_line.Venue.Funding(_instrument, new SeriesPage(_barLength, range)) is not { } query)
        {
            return;
        }

        _isUnderWay = true;
        _desk.Add(FetchJob.Of<IReadOnlyList<FundingRateRow>>(
            _line,
            Rank,
            query,
            (rows, receivedUtc) =>
            {
                Settle(receivedUtc);
                Taken?.Invoke(rows);
                if (_track.Take(rows) is { } earliestUtc)
                {
                    Changed?.Invoke(earliestUtc);
                }

                AskRest(offer, range, rows);
            },
            (error, nowUtc) =>
            {
                Settle(nowUtc);
                Failed?.Invoke(error, nowUtc);
            },
            _isWanted));
    }

    private void Settle(DateTime nowUtc)
    {
        _isUnderWay = false;
        _isSettled = true;
        _askAgainUtc = nowUtc + Wait;
    }

    // A full answer may have left out what lies before it (newest first) or after it (oldest first).
    private void AskRest(SeriesOffer offer, TimeRange range, IReadOnlyList<FundingRateRow> rows)
    {
        if (rows.Count < offer.MaxRows)
        {
            return;
        }

        if (rows[0].TimeUtc - range.FromUtc > LongestInterval)
        {
            Ask(offer, new TimeRange(range.FromUtc, rows[0].TimeUtc));
        }
        else if (range.ToUtc - rows[^1].TimeUtc > LongestInterval)
        {
            Ask(offer, new TimeRange(rows[^1].TimeUtc.AddSeconds(1), range.ToUtc));
        }
    }
}
