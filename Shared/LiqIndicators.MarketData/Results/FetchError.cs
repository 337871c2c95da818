namespace LiqIndicators.MarketData.Results;

/// <summary>An expected failure of a request, as a value.</summary>
/// <param name="Kind">Why there is no data.</param>
/// <param name="Message">What happened, naming the source and the field; never holds a key.</param>
/// <param name="RetryAfter">How long the venue asks to wait, when it says so.</param>
/// <param name="UntilUtc">When a ban or pause ends, when the venue says so, by its clock; UTC.</param>
public sealed record FetchError(
    FetchErrorKind Kind, string Message, TimeSpan? RetryAfter = null, DateTime? UntilUtc = null)
{
    /// <summary>Whether the same request can succeed later without anything else changing.</summary>
    public bool IsTransient => Kind is
        FetchErrorKind.Network or FetchErrorKind.RateLimited or FetchErrorKind.Banned or
        FetchErrorKind.ServerError or FetchErrorKind.Unreadable;

    /// <summary>Whether every other request to the venue would fail in the same way, now.</summary>
    public bool ConcernsWholeVenue => Kind is
        FetchErrorKind.RateLimited or FetchErrorKind.Banned or FetchErrorKind.GeoBlocked or
        FetchErrorKind.Forbidden or FetchErrorKind.KeyMissing;
}
