using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.MarketData.Venues.Binance;

/// <summary>The requests of Binance's futures interfaces.</summary>
public sealed class BinanceRequests
{
    private static readonly int[] DepthSteps = { 5, 10, 20, 50, 100, 500, 1000 };

    private readonly VenueId _venue;
    private readonly Uri _host;
    private readonly string _root;

    /// <summary>Requests to a host.</summary>
    /// <param name="venue"><see cref="VenueId.Binance"/> or <see cref="VenueId.BinanceCoinM"/>.</param>
    /// <param name="host">Address of the interface.</param>
    public BinanceRequests(VenueId venue, Uri host)
    {
        _venue = venue;
        _host = host;
        _root = venue == VenueId.BinanceCoinM ? "/dapi/v1" : "/fapi/v1";
    }

    /// <summary>The venue's word for an interval; null when it has none.</summary>
    public static string? Interval(TimeSpan interval) => interval.TotalMinutes switch
    {
        1 => "1m",
        3 => "3m",
        5 => "5m",
        15 => "15m",
        30 => "30m",
        60 => "1h",
        120 => "2h",
        240 => "4h",
        360 => "6h",
        720 => "12h",
        1440 => "1d",
        _ => null,
    };

    /// <summary>The same for the series under <c>/futures/data</c>, which start at five minutes.</summary>
    public static string? Period(TimeSpan interval) => interval >= TimeSpan.FromMinutes(5) ? Interval(interval) : null;

    /// <summary>Bars.</summary>
    public VenueRequest Candles(string symbol, CandlePrice price, string interval, SeriesPage page)
    {
        string path = price switch
        {
            CandlePrice.Mark => "/markPriceKlines",
            CandlePrice.Index => "/indexPriceKlines",
            CandlePrice.Premium => "/premiumIndexKlines",
            _ => "/klines",
        };
        int rows = Math.Min(page.Rows, BinanceLimits.MaxCandles);
        RequestLine line = new RequestLine(_host, _root + path)
            .With(price == CandlePrice.Index ? "pair" : "symbol", symbol)
            .With("interval", interval);
        return Get(path[1..], Within(line, page, rows), BinanceLimits.CandleWeight(rows));
    }

    /// <summary>Open interest over time.</summary>
    public VenueRequest OpenInterestHistory(string symbol, string period, SeriesPage page)
    {
        RequestLine line = new(_host, "/futures/data/openInterestHist");
        line = _venue == VenueId.BinanceCoinM
            ? line.With("pair", symbol).With("contractType", "PERPETUAL")
            : line.With("symbol", symbol);
        return Data("openInterestHist", line.With("period", period), page);
    }

    /// <summary>Long over short of all accounts.</summary>
    public VenueRequest LongShortRatio(string symbol, string period, SeriesPage page) => Data(
        "globalLongShortAccountRatio",
        new RequestLine(_host, "/futures/data/globalLongShortAccountRatio").With("symbol", symbol).With("period", period),
        page);

    /// <summary>Funding rates paid.</summary>
    public VenueRequest Funding(string symbol, SeriesPage page)
    {
        RequestLine line = new RequestLine(_host, _root + "/fundingRate").With("symbol", symbol);
        line = Within(line, page, BinanceLimits.MaxFundingRows);
        return Get("fundingRate", line, 1, BinanceLimits.FundingRequests);
    }

    /// <summary>Mark and index price and the running funding estimate.</summary>
    public VenueRequest PremiumIndex(string symbol) =>
        Get("premiumIndex", new RequestLine(_host, _root + "/premiumIndex").With("symbol", symbol), 1);

    /// <summary>Open interest now.</summary>
    public VenueRequest OpenInterest(string symbol) =>
        Get("openInterest", new RequestLine(_host, _root + "/openInterest").With("symbol", symbol), 1);

    /// <summary>Instruments whose funding terms differ from the usual.</summary>
    public VenueRequest FundingInfo() => Get("fundingInfo", new RequestLine(_host, _root + "/fundingInfo"), 1);

    /// <summary>Resting orders.</summary>
    public VenueRequest Depth(string symbol, int levels)
    {
        int step = DepthSteps.FirstOrDefault(step => step >= levels, DepthSteps[^1]);
        RequestLine line = new RequestLine(_host, _root + "/depth").With("symbol", symbol).With("limit", step);
        return Get("depth", line, BinanceLimits.DepthWeight(step));
    }

    /// <summary>All instruments.</summary>
    public VenueRequest ExchangeInfo() => Get("exchangeInfo", new RequestLine(_host, _root + "/exchangeInfo"), 1);

    private static RequestLine Within(RequestLine line, SeriesPage page, int rows) => line
        .WithMilliseconds("startTime", page.Range.FromUtc)
        .WithMilliseconds("endTime", page.Range.ToUtc.AddMilliseconds(-1))
        .With("limit", rows);

    private VenueRequest Data(string source, RequestLine line, SeriesPage page) => Get(
        source, Within(line, page, Math.Min(page.Rows, BinanceLimits.MaxDataRows)), 1, BinanceLimits.DataRequests);

    private VenueRequest Get(string source, RequestLine line, int weight, string budget = BinanceLimits.Weight) =>
        new(_venue, source, HttpVerb.Get, line.Address, null, new RateCost(budget, weight));
}
