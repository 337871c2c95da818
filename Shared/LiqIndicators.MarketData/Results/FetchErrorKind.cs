namespace LiqIndicators.MarketData.Results;

/// <summary>Why a request gave no data.</summary>
public enum FetchErrorKind
{
    /// <summary>No reply came: time-out, broken connection, name not resolved.</summary>
    Network,

    /// <summary>Too many requests; the venue asks for a pause.</summary>
    RateLimited,

    /// <summary>The address is shut out for a time; asking inside it makes it longer.</summary>
    Banned,

    /// <summary>The venue failed (5xx) or says it is busy or under maintenance.</summary>
    ServerError,

    /// <summary>The body is not the JSON it should be: truncated, empty, a web page.</summary>
    Unreadable,

    /// <summary>The venue does not serve the place this request came from.</summary>
    GeoBlocked,

    /// <summary>Refused without a reason that can be read, as when the host forbids network access.</summary>
    Forbidden,

    /// <summary>The request needs a key that is absent or not valid.</summary>
    KeyMissing,

    /// <summary>The key's plan does not include this series or interval.</summary>
    PlanTooLow,

    /// <summary>The venue does not know the instrument.</summary>
    UnknownSymbol,

    /// <summary>The venue refuses a parameter of the request.</summary>
    InvalidRequest,

    /// <summary>The times asked for lie before what the venue or plan keeps.</summary>
    OutOfDepth,

    /// <summary>Valid JSON whose fields are missing, of another type or out of range.</summary>
    Malformed,
}
