using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.MarketData.Venues.Coinalyze;

/// <summary>The requests of Coinalyze's interface. Times are seconds; amounts are asked for in US dollars.</summary>
public sealed class CoinalyzeRequests
{
    private readonly Uri _host;
    private readonly SecretHeader _key;

    /// <summary>Requests to a host with a user's key.</summary>
    public CoinalyzeRequests(Uri host, string key)
    {
        _host = host;
        _key = new SecretHeader("api_key", key);
    }

    /// <summary>The vendor's word for an interval; null when it has none.</summary>
    public static string? Interval(TimeSpan interval) => interval.TotalMinutes switch
    {
        1 => "1min",
        5 => "5min",
        15 => "15min",
        30 => "30min",
        60 => "1hour",
        120 => "2hour",
        240 => "4hour",
        360 => "6hour",
        720 => "12hour",
        1440 => "daily",
        _ => null,
    };

    /// <summary>A series of one symbol.</summary>
    /// <param name="name">Name of the endpoint, such as <c>liquidation-history</c>.</param>
    /// <param name="symbol">The vendor's name of the instrument.</param>
    /// <param name="interval">The vendor's word for the interval.</param>
    /// <param name="range">Times wanted.</param>
    /// <param name="isAmount">Whether the series is an amount that can be had in US dollars.</param>
    public VenueRequest History(string name, string symbol, string interval, TimeRange range, bool isAmount)
    {
        RequestLine line = new RequestLine(_host, "/" + name)
            .With("symbols", symbol)
            .With("interval", interval)
            .WithSeconds("from", range.FromUtc)
            .WithSeconds("to", range.ToUtc.AddSeconds(-1));
        return Get(name, isAmount ? line.With("convert_to_usd", "true") : line);
    }

    /// <summary>Open interest of one symbol now, in US dollars.</summary>
    public VenueRequest OpenInterestNow(string symbol) => Get(
        "open-interest", new RequestLine(_host, "/open-interest").With("symbols", symbol).With("convert_to_usd", "true"));

    /// <summary>What the next funding rate of one symbol is expected to be.</summary>
    public VenueRequest PredictedFundingNow(string symbol) =>
        Get("predicted-funding-rate", new RequestLine(_host, "/predicted-funding-rate").With("symbols", symbol));

    /// <summary>All futures the vendor knows.</summary>
    public VenueRequest Markets() => Get("future-markets", new RequestLine(_host, "/future-markets"));

    private static RateCost OneCall() => new(CoinalyzeLimits.Calls, 1);

    private VenueRequest Get(string source, RequestLine line) =>
        new(VenueId.Coinalyze, source, HttpVerb.Get, line.Address, null, OneCall(), _key);
}
