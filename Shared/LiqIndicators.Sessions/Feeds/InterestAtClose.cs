using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Requests;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Knows the state of a market, and for venues without a history of open interest reads it once at each bar's close.</summary>
internal sealed class InterestAtClose
{
    /// <summary>How far from a close something may be told and still be about it.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    // A stream tells a close within seconds; where it does not, it is asked for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FetchDesk _desk;
    private readonly VenueLine _line;
    private readonly VenueInstrument _instrument;
    private readonly Func<bool> _isWanted;
    private MarketStateRow? _state;
    private DateTime _stateUtc;
    private DateTime _interestUtc;
    private DateTime _rateUtc;
    private long _lastBar = long.MinValue;

    public InterestAtClose(FetchDesk desk, VenueLine line, VenueInstrument instrument, Func<bool> isWanted)
    {
        _desk = desk;
        _line = line;
        _instrument = instrument;
        _isWanted = isWanted;
    }

    /// <summary>Hears open interest at a bar's close: the bar's number and the state that holds it.</summary>
    public Action<long, MarketStateRow>? Read { get; set; }

    /// <summary>Hears errors that asking again does not cure.</summary>
    public Action<FetchError, DateTime>? Failed { get; set; }

    /// <summary>Takes a state, or a part of one.</summary>
    public void Take(MarketStateRow row, DateTime receivedUtc)
    {
        _state = _state is null || _state.Symbol != row.Symbol ? row : _state.With(row);
        _stateUtc = receivedUtc;
        _interestUtc = HasInterest(row) ? row.TimeUtc : _interestUtc;
        _rateUtc = row.PredictedFundingRate is null ? _rateUtc : receivedUtc;
    }

    /// <summary>The state as last heard; null when nothing was for too long to call it that of now.</summary>
    /// <remarks>Venues send what changes: the age is that of the newest part, and a part that is older has not changed since.</remarks>
    /// <param name="nowUtc">Now.</param>
    /// <param name="oldest">How long ago, by our clock.</param>
    public MarketStateRow? StateNow(DateTime nowUtc, TimeSpan oldest) => (nowUtc - _stateUtc).Duration() <= oldest ? _state : null;

    /// <summary>The rate at which the running interval would be paid; NaN unless it was heard around a close.</summary>
    /// <param name="closeUtc">The close by our clock.</param>
    public double RunningRateAt(DateTime closeUtc) =>
        (_rateUtc - closeUtc).Duration() <= Tolerance ? (double)_state!.PredictedFundingRate! : double.NaN;

    /// <summary>Reads open interest for a bar that has just closed: what the stream says after the close, by request where it says nothing.</summary>
    /// <param name="number">Number of the bar.</param>
    /// <param name="venueCloseUtc">Its close by the venue's clock.</param>
    /// <param name="skew">The venue's clock less ours.</param>
    /// <param name="nowUtc">Now.</param>
    public void Pump(long number, DateTime venueCloseUtc, TimeSpan skew, DateTime nowUtc)
    {
        if (number <= _lastBar)
        {
            return;
        }

        DateTime closeUtc = venueCloseUtc - skew;
        if (_state is { } state && _interestUtc >= venueCloseUtc && _interestUtc <= venueCloseUtc + Tolerance)
        {
            _lastBar = number;
            Read?.Invoke(number, state);
        }
        else if (nowUtc >= closeUtc + Patience)
        {
            _lastBar = number;
            if (nowUtc <= closeUtc + Tolerance)
            {
                foreach (VenueQuery<MarketStateRow> query in _line.Venue.MarketState(_instrument))
                {
                    Ask(query, number, closeUtc);
                }
            }
        }
    }

    private void Ask(VenueQuery<MarketStateRow> query, long number, DateTime closeUtc) => _desk.Add(FetchJob.Of(
        _line,
        0,
        query,
        (row, receivedUtc) =>
        {
            Take(row, receivedUtc);
            if (HasInterest(row) && receivedUtc <= closeUtc + Tolerance)
            {
                Read?.Invoke(number, row);
            }
        },
        (error, nowUtc) => Failed?.Invoke(error, nowUtc),
        _isWanted,
        untilUtc: closeUtc + Tolerance));

    private static bool HasInterest(MarketStateRow row) => row.OpenInterestQuantity is not null || row.OpenInterestNotional is not null;
}
