using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.Sessions.Feeds.Cache;
using LiqIndicators.Sessions.Feeds.Requests;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Knows on what terms an instrument is liquidated: from the cache, and from the venue once a week.</summary>
/// <remarks>Without an answer, or with one that is no table, the terms stay what they were, and the feed goes on as ever.</remarks>
internal sealed class MarginLoader
{
    private static readonly TimeSpan LongestAge = TimeSpan.FromDays(7);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterTransientFailure = TimeSpan.FromMinutes(5);

    // How long a history that is otherwise loaded waits for the answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // After the newest bars and before the older ones.
    private const int Rank = 2;

    private readonly FetchDesk _desk;
    private readonly VenueLine _line;
    private readonly VenueInstrument _instrument;
    private readonly MarginCache _cache;
    private readonly Action<string> _log;
    private readonly Func<bool> _isWanted;
    private DateTime _dueUtc;
    private DateTime? _askedUtc;
    private bool _isNotOffered;
    private string _said = "";

    /// <summary>A loader that knows what the cache holds.</summary>
    /// <param name="desk">Sends the requests.</param>
    /// <param name="line">The venue's line.</param>
    /// <param name="instrument">The instrument.</param>
    /// <param name="cache">Keeps the table.</param>
    /// <param name="log">Hears why there is none.</param>
    /// <param name="isWanted">Whether the instrument is still the one followed.</param>
    public MarginLoader(
        FetchDesk desk, VenueLine line, VenueInstrument instrument, MarginCache cache, Action<string> log, Func<bool> isWanted)
    {
        _desk = desk;
        _line = line;
        _instrument = instrument;
        _cache = cache;
        _log = log;
        _isWanted = isWanted;
        if (cache.Load(Key) is var (toldUtc, rows))
        {
            Use(rows, toldUtc);
            _dueUtc = Terms is null ? default : toldUtc + LongestAge;
        }
    }

    /// <summary>Hears that the terms are others than before.</summary>
    public Action? Changed { get; init; }

    /// <summary>The terms; null while they are not known.</summary>
    public MarginTerms? Terms { get; private set; }

    private string Key => MarginCache.KeyOf(_instrument.Venue, _instrument.Symbol);

    /// <summary>Whether nothing is under way for which a history that is otherwise loaded should wait.</summary>
    public bool IsSettled(DateTime nowUtc) => _askedUtc is null || nowUtc - _askedUtc > Patience;

    /// <summary>Whether the venue is to be asked.</summary>
    /// <remarks>A table from a time that is still to come, by a clock that was wrong then or is wrong now, is asked for again.</remarks>
    public bool IsDue(DateTime nowUtc) => _askedUtc is null && !_isNotOffered && (nowUtc >= _dueUtc || nowUtc < _dueUtc - LongestAge);

    /// <summary>Asks the venue, if it tells; to be called when <see cref="IsDue"/> says so.</summary>
    /// <param name="price">Turns caps in contracts or coins into notional; quote currency per base unit; &gt; 0.</param>
    /// <param name="nowUtc">Now.</param>
    public void Ask(double price, DateTime nowUtc)
    {
        if (_line.Venue.MarginTiers(_instrument, (decimal)price) is not { } query)
        {
            _isNotOffered = true;
            return;
        }

        _askedUtc = nowUtc;
        _desk.Add(FetchJob.Of(_line, Rank, query, Take, Fail, _isWanted, isOptional: true));
    }

    private void Take(IReadOnlyList<MarginTierRow> rows, DateTime receivedUtc)
    {
        MarginTerms? known = Terms;
        if (!Use(rows, receivedUtc))
        {
            Settle(receivedUtc + AfterFailure);
            return;
        }

        Settle(receivedUtc + LongestAge);
        _cache.Save(Key, receivedUtc, rows);
        if (known is null || !known.Tiers.IsSameAs(Terms!.Tiers))
        {
            Changed?.Invoke();
        }
    }

    private void Fail(FetchError error, DateTime nowUtc)
    {
        Settle(nowUtc + (error.IsTransient ? AfterTransientFailure : AfterFailure));
        Say(error.Message);
    }

    private void Settle(DateTime dueUtc)
    {
        _askedUtc = null;
        _dueUtc = dueUtc;
    }

    private bool Use(IReadOnlyList<MarginTierRow> rows, DateTime toldUtc)
    {
        FetchResult<MarginTiers> table = MarginTable.Of(FormattableString.Invariant($"{_instrument} {toldUtc:yyyy-MM-dd}"), rows);
        if (!table.IsSuccess)
        {
            Say(table.Error!.Message);
            return false;
        }

        ContractForm form = _instrument.Terms.Kind == ContractKind.Linear ? ContractForm.Linear : ContractForm.Inverse;
        Terms = new MarginTerms(form, table.Value);
        return true;
    }

    // The same once is enough: it is asked again for as long as the feed lives.
    private void Say(string why)
    {
        if (why != _said)
        {
            _said = why;
            _log($"{_instrument}: its margin table is not told, {(Terms is null ? "what is known otherwise" : Terms.Tiers.Name)} counts: {why}");
        }
    }
}
