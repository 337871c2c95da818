using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.MarketData.Venues.Okx;

/// <summary>The requests of OKX' public interface, version 5. Pages run backwards: <c>after</c> asks for what is older.</summary>
public sealed class OkxRequests
{
    private const int MaxDepth = 400;

    private readonly Uri _host;

    /// <summary>Requests to a host.</summary>
    public OkxRequests(Uri host) => _host = host;

    /// <summary>The venue's word for an interval of bars; null when it has none. Longer bars are asked for in UTC days.</summary>
    public static string? CandleInterval(TimeSpan interval) => interval.TotalMinutes switch
    {
        1 => "1m",
        3 => "3m",
        5 => "5m",
        15 => "15m",
        30 => "30m",
        60 => "1H",
        120 => "2H",
        240 => "4H",
        360 => "6Hutc",
        720 => "12Hutc",
        1440 => "1Dutc",
        _ => null,
    };

    /// <summary>The venue's word for an interval of the statistics; null when it has none.</summary>
    public static string? Period(TimeSpan interval) => interval.TotalMinutes switch
    {
        5 => "5m",
        60 => "1H",
        1440 => "1D",
        _ => null,
    };

    /// <summary>The venue's word for an interval of a contract's open interest: those of bars from five minutes on; null when it has none.</summary>
    public static string? OpenInterestPeriod(TimeSpan interval) => interval >= TimeSpan.FromMinutes(5) ? CandleInterval(interval) : null;

    /// <summary>Bars.</summary>
    public VenueRequest Candles(VenueInstrument instrument, CandlePrice price, string interval, SeriesPage page)
    {
        (string name, string budget, int maxRows, string id) = price switch
        {
            CandlePrice.Mark => ("mark-price-candles", OkxLimits.PriceCandles, OkxLimits.MaxPriceCandles, instrument.Symbol),
            CandlePrice.Index => (
                "index-candles",
                OkxLimits.PriceCandles,
                OkxLimits.MaxPriceCandles,
                $"{instrument.BaseAsset}-{instrument.QuoteAsset}"),
            _ when page.IsNewest => ("candles", OkxLimits.Candles, OkxLimits.MaxCandles, instrument.Symbol),
            _ => ("history-candles", OkxLimits.HistoryCandles, OkxLimits.MaxCandles, instrument.Symbol),
        };
        RequestLine line = new RequestLine(_host, "/api/v5/market/" + name)
            .With("instId", id)
            .With("bar", interval)
            .WithMilliseconds("before", page.Range.FromUtc.AddMilliseconds(-1))
            .WithMilliseconds("after", page.Range.ToUtc)
            .With("limit", Math.Min(page.Rows, maxRows));
        return Get(name, line, budget);
    }

    /// <summary>Funding rates paid.</summary>
    public VenueRequest FundingHistory(VenueInstrument instrument, SeriesPage page)
    {
        RequestLine line = Public("funding-rate-history", instrument)
            .WithMilliseconds("before", page.Range.FromUtc.AddMilliseconds(-1))
            .WithMilliseconds("after", page.Range.ToUtc)
            .With("limit", OkxLimits.MaxFundingRows);
        return Get("funding-rate-history", line, OkxLimits.Slow);
    }

    /// <summary>The running funding estimate.</summary>
    public VenueRequest FundingRate(VenueInstrument instrument) =>
        Get("funding-rate", Public("funding-rate", instrument), OkxLimits.Public);

    /// <summary>The mark price.</summary>
    public VenueRequest MarkPrice(VenueInstrument instrument) =>
        Get("mark-price", Public("mark-price", instrument).With("instType", "SWAP"), OkxLimits.Public);

    /// <summary>Open interest now.</summary>
    public VenueRequest OpenInterest(VenueInstrument instrument) =>
        Get("open-interest", Public("open-interest", instrument).With("instType", "SWAP"), OkxLimits.Public);

    /// <summary>A contract's open interest over time.</summary>
    /// <param name="instrument">The contract.</param>
    /// <param name="period">The venue's word for the interval.</param>
    /// <param name="page">Times wanted, by the end of each interval; the venue names intervals by their start, and leaves both times that it is given out.</param>
    public VenueRequest OpenInterestHistory(VenueInstrument instrument, string period, SeriesPage page) => Get(
        "open-interest-history",
        new RequestLine(_host, "/api/v5/rubik/stat/contracts/open-interest-history")
            .With("instId", instrument.Symbol)
            .With("period", period)
            .WithMilliseconds("begin", page.Range.FromUtc - page.Interval - TimeSpan.FromMilliseconds(1))
            .WithMilliseconds("end", page.Range.ToUtc - page.Interval)
            .With("limit", Math.Min(page.Rows, OkxLimits.MaxOpenInterestRows)),
        OkxLimits.OpenInterestHistory);

    /// <summary>Long over short accounts of a coin.</summary>
    public VenueRequest LongShortRatio(string asset, string period, SeriesPage page) => Get(
        "long-short-account-ratio",
        new RequestLine(_host, "/api/v5/rubik/stat/contracts/long-short-account-ratio")
            .With("ccy", asset)
            .WithMilliseconds("begin", page.Range.FromUtc)
            .WithMilliseconds("end", page.Range.ToUtc.AddMilliseconds(-1))
            .With("period", period),
        OkxLimits.Statistics);

    /// <summary>Resting orders.</summary>
    public VenueRequest Depth(VenueInstrument instrument, int levels) => Get(
        "books",
        new RequestLine(_host, "/api/v5/market/books")
            .With("instId", instrument.Symbol)
            .With("sz", Math.Clamp(levels, 1, MaxDepth)),
        OkxLimits.Candles);

    /// <summary>Margin rules by position size.</summary>
    public VenueRequest PositionTiers(VenueInstrument instrument) => Get(
        "position-tiers",
        new RequestLine(_host, "/api/v5/public/position-tiers")
            .With("instType", "SWAP")
            .With("tdMode", "cross")
            .With("instFamily", Family(instrument.Symbol)),
        OkxLimits.Slow);

    /// <summary>All swaps.</summary>
    public VenueRequest Instruments() => Get(
        "instruments", new RequestLine(_host, "/api/v5/public/instruments").With("instType", "SWAP"), OkxLimits.Public);

    /// <summary>Recent forced orders; the venue keeps a short window and may refuse.</summary>
    public VenueRequest LiquidationOrders(VenueInstrument instrument) => Get(
        "liquidation-orders",
        new RequestLine(_host, "/api/v5/public/liquidation-orders")
            .With("instType", "SWAP")
            .With("uly", Family(instrument.Symbol))
            .With("state", "filled"),
        OkxLimits.Candles);

    /// <summary>The family of a swap, which is the name of its index.</summary>
    internal static string Family(string symbol) =>
        symbol.EndsWith("-SWAP", StringComparison.Ordinal) ? symbol[..^"-SWAP".Length] : symbol;

    private static VenueRequest Get(string source, RequestLine line, string budget) =>
        new(VenueId.Okx, source, HttpVerb.Get, line.Address, null, new RateCost(budget, 1));

    private RequestLine Public(string name, VenueInstrument instrument) =>
        new RequestLine(_host, "/api/v5/public/" + name).With("instId", instrument.Symbol);
}
