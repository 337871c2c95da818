using System.Globalization;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Venues;

/// <summary>What statuses and web pages mean wherever they come from; venues add what their own bodies say.</summary>
public static class HttpStatusRules
{
    private const int ShownCharacters = 160;

    /// <summary>Why an answer holds no data; null when its status is 2xx and its body is not a web page.</summary>
    /// <param name="venue">Name of the venue, for the message.</param>
    /// <param name="reply">The answer.</param>
    public static FetchError? Judge(VenueId venue, TransportReply reply)
    {
        if (reply.Failure is not null)
        {
            return new FetchError(FetchErrorKind.Network, $"{venue}: {reply.Failure}");
        }

        if (reply.IsSuccess)
        {
            return IsWebPage(reply.Body)
                ? new FetchError(FetchErrorKind.Unreadable, $"{venue}: a web page came instead of data.")
                : null;
        }

        FetchErrorKind kind = reply.Status switch
        {
            451 => FetchErrorKind.GeoBlocked,
            // A content network refuses a country with a page of its own; an interface refuses in its own format.
            403 when IsWebPage(reply.Body) => FetchErrorKind.GeoBlocked,
            403 => FetchErrorKind.Forbidden,
            401 => FetchErrorKind.KeyMissing,
            418 => FetchErrorKind.Banned,
            429 => FetchErrorKind.RateLimited,
            408 => FetchErrorKind.Network,
            >= 500 => FetchErrorKind.ServerError,
            _ => FetchErrorKind.InvalidRequest,
        };
        string status = reply.Status.ToString(CultureInfo.InvariantCulture);
        return new FetchError(kind, $"{venue}: HTTP {status} {Shown(reply.Body)}".TrimEnd(), RetryAfter(reply), RetryAtUtc(reply));
    }

    /// <summary>The pause that an answer asks for, in seconds or up to a date by the clock of the server itself; null when it does not.</summary>
    /// <remarks>
    /// A date means nothing without the answer's own, <see cref="RetryAtUtc"/>. One that has passed is a pause of nothing.
    /// </remarks>
    public static TimeSpan? RetryAfter(TransportReply reply)
    {
        bool isSeconds = int.TryParse(
            reply.Header("Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds);
        return isSeconds ? TimeSpan.FromSeconds(seconds)
            : Date(reply, "Retry-After") is { } until && Date(reply, "Date") is { } written ? (until > written ? until - written : TimeSpan.Zero)
            : null;
    }

    /// <summary>Until when an answer without a date of its own asks to wait, by the venue's clock; null when it does not. UTC.</summary>
    public static DateTime? RetryAtUtc(TransportReply reply) => Date(reply, "Date") is null ? Date(reply, "Retry-After") : null;

    /// <summary>A date of HTTP in a header; null when it is absent or something else. UTC, whole seconds.</summary>
    public static DateTime? Date(TransportReply reply, string header)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(reply.Header(header), "r", CultureInfo.InvariantCulture, Styles, out DateTime date) ? date : null;
    }

    /// <summary>A whole number in a header; null when it is absent or something else.</summary>
    public static int? Number(TransportReply reply, string header) =>
        int.TryParse(reply.Header(header), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>A time in a header; null when it is absent or something else.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="header">Name of the header.</param>
    /// <param name="ticksPerUnit">Ticks of the unit it counts in since 1970.</param>
    public static DateTime? Time(TransportReply reply, string header, long ticksPerUnit)
    {
        bool isNumber = long.TryParse(
            reply.Header(header), NumberStyles.None, CultureInfo.InvariantCulture, out long amount);
        bool isInRange = isNumber && amount < (DateTime.MaxValue - DateTime.UnixEpoch).Ticks / ticksPerUnit;
        return isInRange ? DateTime.UnixEpoch.AddTicks(amount * ticksPerUnit) : null;
    }

    private static bool IsWebPage(string body) => body.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);

    private static string Shown(string body)
    {
        string line = body.ReplaceLineEndings(" ").Trim();
        return IsWebPage(line) ? "with a web page" : line.Length <= ShownCharacters ? line : line[..ShownCharacters] + "...";
    }
}
