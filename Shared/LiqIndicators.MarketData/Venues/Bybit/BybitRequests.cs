using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.MarketData.Venues.Bybit;

/// <summary>The requests of Bybit's public interface, version 5.</summary>
public sealed class BybitRequests
{
    private const int MaxInstruments = 1000;
    private const int MaxDepthLinear = 500;

    private readonly Uri _host;

    /// <summary>Requests to a host.</summary>
    public BybitRequests(Uri host) => _host = host;

    /// <summary>The venue's word for an interval of bars; null when it has none.</summary>
    public static string? CandleInterval(TimeSpan interval) => interval.TotalMinutes switch
    {
        1 => "1",
        3 => "3",
        5 => "5",
        15 => "15",
        30 => "30",
        60 => "60",
        120 => "120",
        240 => "240",
        360 => "360",
        720 => "720",
        1440 => "D",
        _ => null,
    };

    /// <summary>The venue's word for an interval of open interest and ratios; null when it has none.</summary>
    public static string? Period(TimeSpan interval) => interval.TotalMinutes switch
    {
        5 => "5min",
        15 => "15min",
        30 => "30min",
        60 => "1h",
        240 => "4h",
        1440 => "1d",
        _ => null,
    };

    /// <summary>The venue's word for a kind of contracts.</summary>
    public static string Category(ContractKind kind) => kind == ContractKind.Linear ? "linear" : "inverse";

    /// <summary>Bars.</summary>
    public VenueRequest Candles(VenueInstrument instrument, CandlePrice price, string interval, SeriesPage page)
    {
        string name = price switch
        {
            CandlePrice.Mark => "mark-price-kline",
            CandlePrice.Index => "index-price-kline",
            CandlePrice.Premium => "premium-index-price-kline",
            _ => "kline",
        };
        RequestLine line = Line(name, instrument).With("interval", interval);
        return Get(name, Within(line, page, "start", "end", BybitLimits.MaxCandles));
    }

    /// <summary>Open interest over time.</summary>
    public VenueRequest OpenInterest(VenueInstrument instrument, string period, SeriesPage page)
    {
        RequestLine line = Line("open-interest", instrument).With("intervalTime", period);
        return Get("open-interest", Within(line, page, "startTime", "endTime", BybitLimits.MaxOpenInterestRows));
    }

    /// <summary>Funding rates paid.</summary>
    public VenueRequest Funding(VenueInstrument instrument, SeriesPage page)
    {
        RequestLine line = Line("funding/history", instrument)
            .WithMilliseconds("startTime", page.Range.FromUtc)
            .WithMilliseconds("endTime", page.Range.ToUtc.AddMilliseconds(-1))
            .With("limit", BybitLimits.MaxFundingRows);
        return Get("funding/history", line);
    }

    /// <summary>Long over short accounts.</summary>
    public VenueRequest LongShortRatio(VenueInstrument instrument, string period, SeriesPage page)
    {
        RequestLine line = Line("account-ratio", instrument).With("period", period);
        return Get("account-ratio", Within(line, page, "startTime", "endTime", BybitLimits.MaxRatioRows));
    }

    /// <summary>Mark, index, open interest and running funding.</summary>
    public VenueRequest Ticker(VenueInstrument instrument) => Get("tickers", Line("tickers", instrument));

    /// <summary>Resting orders.</summary>
    public VenueRequest Depth(VenueInstrument instrument, int levels) =>
        Get("orderbook", Line("orderbook", instrument).With("limit", Math.Clamp(levels, 1, MaxDepthLinear)));

    /// <summary>Margin rules by position size.</summary>
    public VenueRequest RiskLimit(VenueInstrument instrument) => Get("risk-limit", Line("risk-limit", instrument));

    /// <summary>All instruments of a kind.</summary>
    public VenueRequest Instruments(ContractKind kind) => Get(
        "instruments-info",
        new RequestLine(_host, "/v5/market/instruments-info").With("category", Category(kind)).With("limit", MaxInstruments));

    private static RequestLine Within(RequestLine line, SeriesPage page, string from, string to, int maxRows) => line
        .WithMilliseconds(from, page.Range.FromUtc)
        .WithMilliseconds(to, page.Range.ToUtc.AddMilliseconds(-1))
        .With("limit", Math.Min(page.Rows, maxRows));

    private static VenueRequest Get(string source, RequestLine line) =>
        new(VenueId.Bybit, source, HttpVerb.Get, line.Address, null, new RateCost(BybitLimits.Requests, 1));

    private RequestLine Line(string name, VenueInstrument instrument) => new RequestLine(_host, "/v5/market/" + name)
        .With("category", Category(instrument.Terms.Kind))
        .With("symbol", instrument.Symbol);
}
