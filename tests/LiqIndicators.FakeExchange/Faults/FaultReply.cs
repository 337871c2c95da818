using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Faults;

/// <summary>Turns the right answer into a wrong one.</summary>
public static class FaultReply
{
    /// <summary>Characters that make any message of a stream longer than a client should take.</summary>
    public const int OversizedMessage = 1_500_000;

    private const int OversizedBytes = 40_000_000;

    /// <summary>The answer that a client gets instead.</summary>
    /// <param name="kind">What goes wrong.</param>
    /// <param name="venue">Who answers.</param>
    /// <param name="body">The right body.</param>
    /// <param name="random">Decides where a body ends.</param>
    public static TransportReply Of(FaultKind kind, VenueId venue, string body, Random random) => kind switch
    {
        FaultKind.TooManyRequests => TransportReply.Answer(429, "{\"code\":-1003,\"msg\":\"Too many requests.\"}", Wait("7")),
        FaultKind.Banned => TransportReply.Answer(418, "{\"code\":-1003,\"msg\":\"banned\"}", Wait("130")),
        FaultKind.TooFrequent => TransportReply.Answer(403, "access too frequent"),
        FaultKind.GeoBlocked => TransportReply.Answer(451, "{\"code\":0,\"msg\":\"Service unavailable from a restricted location\"}"),
        FaultKind.CountryPage => TransportReply.Answer(403, "<html><body>The distribution is configured to block access from your country</body></html>"),
        FaultKind.ServerError => TransportReply.Answer(500, "Internal error"),
        FaultKind.Maintenance => TransportReply.Answer(503, "<html>maintenance</html>"),
        FaultKind.Truncated => TransportReply.Answer(200, body[..random.Next(body.Length)]),
        FaultKind.Malformed => TransportReply.Answer(200, "{\"rows\":[1,,2}"),
        FaultKind.SchemaDrift => TransportReply.Answer(200, SchemaDrift.Of(body)),
        FaultKind.WebPage => TransportReply.Answer(200, "<html>captive portal</html>"),
        FaultKind.ErrorInBody => TransportReply.Answer(200, ErrorIn(venue)),
        FaultKind.Oversized => TransportReply.Answer(200, new string(' ', OversizedBytes)),
        FaultKind.EchoesKey => TransportReply.Answer(401, "{\"message\":\"Invalid key\"}"),
        _ => TransportReply.None("timed out"),
    };

    // Each in its own words, for what passes by itself.
    private static string ErrorIn(VenueId venue) => venue switch
    {
        VenueId.Bybit => "{\"retCode\":10006,\"retMsg\":\"Too many visits!\",\"result\":{}}",
        VenueId.Okx => "{\"code\":\"50011\",\"data\":[],\"msg\":\"Too Many Requests\"}",
        VenueId.BitMex => "{\"error\":{\"message\":\"The system is currently overloaded. Please try again later.\",\"name\":\"HTTPError\"}}",
        VenueId.CoinGlass => "{\"code\":\"500\",\"msg\":\"Server Error\"}",
        VenueId.Coinalyze => "{\"message\":\"Too many requests\"}",
        VenueId.Hyperliquid => "null",
        _ => "{\"code\":-1001,\"msg\":\"Internal error; unable to process your request.\"}",
    };

    private static Dictionary<string, string> Wait(string seconds) => new() { ["Retry-After"] = seconds };
}
