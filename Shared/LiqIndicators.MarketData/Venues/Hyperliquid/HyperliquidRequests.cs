using LiqIndicators.MarketData.Ports;
using Newtonsoft.Json;

namespace LiqIndicators.MarketData.Venues.Hyperliquid;

/// <summary>The requests of Hyperliquid's <c>info</c> endpoint: everything is a POST of a type and its arguments.</summary>
public sealed class HyperliquidRequests
{
    private readonly Uri _host;

    /// <summary>Requests to a host.</summary>
    public HyperliquidRequests(Uri host) => _host = host;

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
        480 => "8h",
        720 => "12h",
        1440 => "1d",
        _ => null,
    };

    /// <summary>Bars.</summary>
    public VenueRequest Candles(string coin, string interval, SeriesPage page) => Post(
        "candleSnapshot",
        HyperliquidLimits.CandleWeight(Math.Min(page.Rows, HyperliquidLimits.MaxCandles)),
        ("req", new Dictionary<string, object>
        {
            ["coin"] = coin,
            ["interval"] = interval,
            ["startTime"] = RequestLine.Milliseconds(page.Range.FromUtc),
            ["endTime"] = RequestLine.Milliseconds(page.Range.ToUtc) - 1,
        }));

    /// <summary>Funding rates paid.</summary>
    public VenueRequest Funding(string coin, TimeRange range) => Post(
        "fundingHistory",
        HyperliquidLimits.FundingWeight(HyperliquidLimits.MaxFundingRows),
        ("coin", coin),
        ("startTime", RequestLine.Milliseconds(range.FromUtc)),
        ("endTime", RequestLine.Milliseconds(range.ToUtc) - 1));

    /// <summary>All instruments and their states.</summary>
    public VenueRequest MetaAndContexts() => Post("metaAndAssetCtxs", HyperliquidLimits.UsualWeight);

    /// <summary>All instruments and margin tables.</summary>
    public VenueRequest Meta() => Post("meta", HyperliquidLimits.UsualWeight);

    /// <summary>Estimates of the next funding rates on several venues.</summary>
    public VenueRequest PredictedFundings() => Post("predictedFundings", HyperliquidLimits.UsualWeight);

    /// <summary>Resting orders, twenty levels a side.</summary>
    public VenueRequest Depth(string coin) => Post("l2Book", HyperliquidLimits.DepthWeight, ("coin", coin));

    private VenueRequest Post(string type, int weight, params (string Name, object Value)[] arguments)
    {
        Dictionary<string, object> body = new() { ["type"] = type };
        foreach ((string name, object value) in arguments)
        {
            body[name] = value;
        }

        return new VenueRequest(
            VenueId.Hyperliquid,
            type,
            HttpVerb.Post,
            new RequestLine(_host, "/info").Address,
            JsonConvert.SerializeObject(body),
            new RateCost(HyperliquidLimits.Weight, weight));
    }
}
