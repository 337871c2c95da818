using System.Globalization;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.MarketData.Venues.BitMex;

/// <summary>The requests of BitMEX' public interface. Times are ISO 8601.</summary>
public sealed class BitMexRequests
{
    private const int MaxDepth = 1000;

    private readonly Uri _host;

    /// <summary>Requests to a host.</summary>
    public BitMexRequests(Uri host) => _host = host;

    /// <summary>The venue's word for an interval; null when it has none.</summary>
    public static string? Interval(TimeSpan interval) => interval.TotalMinutes switch
    {
        1 => "1m",
        5 => "5m",
        60 => "1h",
        1440 => "1d",
        _ => null,
    };

    /// <summary>Bars. The venue names a bar by its end, so the range is moved by one bar.</summary>
    public VenueRequest Candles(string symbol, string interval, SeriesPage page) => Get(
        "trade/bucketed",
        new RequestLine(_host, "/trade/bucketed")
            .With("binSize", interval)
            .With("partial", "false")
            .With("symbol", symbol)
            .With("count", Math.Min(page.Rows, BitMexLimits.MaxCandles))
            .With("reverse", "false")
            .With("startTime", Iso(page.Range.FromUtc + page.Interval))
            .With("endTime", Iso(page.Range.ToUtc)));

    /// <summary>Funding rates paid.</summary>
    public VenueRequest Funding(string symbol, SeriesPage page) => Get(
        "funding",
        new RequestLine(_host, "/funding")
            .With("symbol", symbol)
            .With("count", BitMexLimits.MaxRows)
            .With("reverse", "false")
            .With("startTime", Iso(page.Range.FromUtc))
            .With("endTime", Iso(page.Range.ToUtc.AddMilliseconds(-1))));

    /// <summary>Terms and state of one instrument.</summary>
    public VenueRequest Instrument(string symbol) =>
        Get("instrument", new RequestLine(_host, "/instrument").With("symbol", symbol).With("count", 1));

    /// <summary>All instruments that trade.</summary>
    public VenueRequest Instruments() => Get("instrument/active", new RequestLine(_host, "/instrument/active"));

    /// <summary>Resting orders.</summary>
    public VenueRequest Depth(string symbol, int levels) => Get(
        "orderBook/L2",
        new RequestLine(_host, "/orderBook/L2").With("symbol", symbol).With("depth", Math.Clamp(levels, 1, MaxDepth)));

    private static string Iso(DateTime timeUtc) => timeUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static VenueRequest Get(string source, RequestLine line) =>
        new(VenueId.BitMex, source, HttpVerb.Get, line.Address, null, new RateCost(BitMexLimits.Requests, 1));
}
