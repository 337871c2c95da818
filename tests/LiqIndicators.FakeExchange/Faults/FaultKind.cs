namespace LiqIndicators.FakeExchange.Faults;

/// <summary>What can go wrong with an answer.</summary>
public enum FaultKind
{
    /// <summary>HTTP 429 with the time to wait.</summary>
    TooManyRequests,

    /// <summary>HTTP 418 with the length of the ban.</summary>
    Banned,

    /// <summary>HTTP 403 in the venue's words for too many requests.</summary>
    TooFrequent,

    /// <summary>HTTP 451.</summary>
    GeoBlocked,

    /// <summary>HTTP 403 with the web page of a content network.</summary>
    CountryPage,

    /// <summary>HTTP 500.</summary>
    ServerError,

    /// <summary>HTTP 503 with a web page.</summary>
    Maintenance,

    /// <summary>HTTP 200 whose body ends early.</summary>
    Truncated,

    /// <summary>HTTP 200 with what is no JSON.</summary>
    Malformed,

    /// <summary>HTTP 200 with fields of other names.</summary>
    SchemaDrift,

    /// <summary>HTTP 200 with a web page, as of a captive portal.</summary>
    WebPage,

    /// <summary>HTTP 200 in whose body the venue says that it fails.</summary>
    ErrorInBody,

    /// <summary>HTTP 200 with a body larger than any that a venue sends.</summary>
    Oversized,

    /// <summary>HTTP 401 that repeats the key it refuses; only on the loopback, where there are headers.</summary>
    EchoesKey,

    /// <summary>No answer: the connection breaks.</summary>
    Dropped,
}
