using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.MarketData.Venues.CoinGlass;

/// <summary>The requests of CoinGlass' interface, version 4.</summary>
public sealed class CoinGlassRequests
{
    private readonly Uri _host;
    private readonly SecretHeader _key;

    /// <summary>Requests to a host with a user's key.</summary>
    public CoinGlassRequests(Uri host, string key)
    {
        _host = host;
        _key = new SecretHeader("CG-API-KEY", key);
    }

    /// <summary>The vendor's word for an interval; null when it has none.</summary>
    public static string? Interval(TimeSpan interval) => interval.TotalMinutes switch
    {
        1 => "1m",
        3 => "3m",
        5 => "5m",
        15 => "15m",
        30 => "30m",
        60 => "1h",
        240 => "4h",
        360 => "6h",
        480 => "8h",
        720 => "12h",
        1440 => "1d",
        10080 => "1w",
        _ => null,
    };

    /// <summary>Bars of one instrument at one exchange.</summary>
    public VenueRequest Candles(string exchange, string symbol, string interval, SeriesPage page) =>
        Get("price/history", Pair("price/history", exchange, symbol), interval, page);

    /// <summary>Open interest of one instrument at one exchange.</summary>
    public VenueRequest OpenInterest(string exchange, string symbol, string interval, SeriesPage page) =>
        Get("open-interest/history", Pair("open-interest/history", exchange, symbol).With("unit", "usd"), interval, page);

    /// <summary>Funding rates of one instrument at one exchange.</summary>
    public VenueRequest Funding(string exchange, string symbol, string interval, SeriesPage page) =>
        Get("funding-rate/history", Pair("funding-rate/history", exchange, symbol), interval, page);

    /// <summary>Long over short accounts of one instrument at one exchange.</summary>
    public VenueRequest LongShortRatio(string exchange, string symbol, string interval, SeriesPage page) => Get(
        "global-long-short-account-ratio/history",
        Pair("global-long-short-account-ratio/history", exchange, symbol),
        interval,
        page);

    /// <summary>Liquidated notional of one coin over some exchanges.</summary>
    public VenueRequest Liquidations(string exchanges, string asset, string interval, SeriesPage page) => Get(
        "liquidation/aggregated-history",
        Line("liquidation/aggregated-history").With("exchange_list", exchanges).With("symbol", asset),
        interval,
        page);

    /// <summary>Open interest of one coin now, exchange by exchange.</summary>
    public VenueRequest OpenInterestNow(string asset) => Get("open-interest/exchange-list", Line("open-interest/exchange-list").With("symbol", asset));

    /// <summary>Running funding rates of one coin, exchange by exchange.</summary>
    public VenueRequest FundingNow(string asset) => Get("funding-rate/exchange-list", Line("funding-rate/exchange-list").With("symbol", asset));

    /// <summary>The newest picture of one instrument's resting orders at one exchange; how many levels it has is the vendor's choice.</summary>
    public VenueRequest Depth(string exchange, string symbol) =>
        Get("orderbook/history", Pair("orderbook/history", exchange, symbol).With("interval", "1m").With("limit", 1));

    private RequestLine Pair(string path, string exchange, string symbol) =>
        Line(path).With("exchange", exchange).With("symbol", symbol);

    private RequestLine Line(string path) => new(_host, "/futures/" + path);

    private VenueRequest Get(string source, RequestLine line, string interval, SeriesPage page) => Get(source, line
        .With("interval", interval)
        .With("limit", Math.Min(page.Rows, CoinGlassLimits.MaxRows))
        .WithMilliseconds("start_time", page.Range.FromUtc)
        .WithMilliseconds("end_time", page.Range.ToUtc.AddMilliseconds(-1)));

    private VenueRequest Get(string source, RequestLine line) =>
        new(VenueId.CoinGlass, source, HttpVerb.Get, line.Address, null, new RateCost(CoinGlassLimits.Requests, 1), _key);
}
