using System.Globalization;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Tests.Feeds.World;

/// <summary>Two venues that answer in their formats after a latency, count what is asked, and fail when told to.</summary>
internal sealed class VirtualExchanges(VirtualTime time) : IHttpTransport
{
    private readonly Dictionary<string, Queue<(DateTime TimeUtc, int Weight)>> _windows = [];
    private int _inFlight;

    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Gives another answer than the right one; null for the right one. The body is the right one's.</summary>
    public Func<VenueRequest, string, TransportReply?>? Fault { get; set; }

    /// <summary>The venues' clock less the test's; told in the header Date.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>Open interest that a venue repeats from a bar on instead of moving; null for none.</summary>
    public long? FrozenFrom { get; set; }

    /// <summary>How late open interest appears after its time.</summary>
    public TimeSpan OpenInterestDelay { get; set; } = TimeSpan.FromSeconds(1);

    public List<(DateTime TimeUtc, VenueRequest Request)> Requests { get; } = [];

    public int MostInFlight { get; private set; }

    /// <summary>Largest share of a budget that was used in any window: Binance weight, Binance data, Bybit requests.</summary>
    public Dictionary<string, double> MostUsed { get; } = [];

    public void Send(VenueRequest request, Action<TransportReply> completed)
    {
        Requests.Add((time.NowUtc, request));
        _inFlight++;
        MostInFlight = Math.Max(MostInFlight, _inFlight);
        int used = Count(request);
        time.After(Latency, () =>
        {
            _inFlight--;
            string body = Body(request);
            TransportReply reply = Fault?.Invoke(request, body) ?? TransportReply.Answer(200, body, new Dictionary<string, string>
            {
                ["Date"] = (time.NowUtc + Skew - (Latency / 2)).ToString("r", CultureInfo.InvariantCulture),
                ["X-MBX-USED-WEIGHT-1M"] = used.ToString(CultureInfo.InvariantCulture),
            });
            completed(reply);
        });
    }

    private int Count(VenueRequest request)
    {
        (string name, int limit, TimeSpan window) = request switch
        {
            { Address.AbsolutePath: "/futures/data/openInterestHist" } => ("data", 1000, TimeSpan.FromMinutes(5)),
            { Address.AbsolutePath: "/fapi/v1/fundingRate" } => ("funding", 500, TimeSpan.FromMinutes(5)),
            { Address.Host: "fapi.binance.com" } => ("weight", 2400, TimeSpan.FromMinutes(1)),
            _ => ("bybit", 600, TimeSpan.FromSeconds(5)),
        };
        Queue<(DateTime TimeUtc, int Weight)> taken = _windows.TryGetValue(name, out Queue<(DateTime, int)>? known) ? known : _windows[name] = new();
        taken.Enqueue((time.NowUtc, Weight(request)));
        while (time.NowUtc - taken.Peek().TimeUtc >= window)
        {
            taken.Dequeue();
        }

        int used = taken.Sum(item => item.Weight);
        MostUsed[name] = Math.Max(MostUsed.GetValueOrDefault(name), used / (double)limit);
        return name == "weight" ? used : 0;
    }

    private static int Weight(VenueRequest request)
    {
        int limit = int.Parse(Query(request).GetValueOrDefault("limit", "1"), CultureInfo.InvariantCulture);
        return request.Address.AbsolutePath != "/fapi/v1/klines" ? 1 : limit <= 100 ? 1 : limit <= 500 ? 2 : limit <= 1000 ? 5 : 10;
    }

    private string Body(VenueRequest request)
    {
        Dictionary<string, string> query = Query(request);
        return request.Address.AbsolutePath switch
        {
            "/fapi/v1/klines" => BinanceCandles(query),
            "/futures/data/openInterestHist" => BinanceOpenInterest(query),
            "/fapi/v1/fundingRate" => BinanceFunding(query),
            "/v5/market/kline" => BybitCandles(query),
            "/v5/market/open-interest" => BybitOpenInterest(query),
            "/v5/market/funding/history" => BybitFunding(query),
            _ => throw new InvalidOperationException($"No such endpoint: {request}"),
        };
    }

    private string BinanceCandles(Dictionary<string, string> query)
    {
        IEnumerable<string> rows = Bars(query, "startTime", "endTime", 1500, fromOldest: true).Select(number =>
        {
            (decimal open, decimal high, decimal low, decimal close, decimal volume) = SyntheticMarket.Candle("binance", number);
            long ms = Milliseconds(SyntheticMarket.TimeOf(number));
            return Text($"[{ms},\"{open}\",\"{high}\",\"{low}\",\"{close}\",\"{volume}\",{ms + 299999},\"{volume * close}\",9,\"0\",\"0\",\"0\"]");
        });
        return $"[{string.Join(',', rows)}]";
    }

    private string BinanceOpenInterest(Dictionary<string, string> query)
    {
        if (From(query, "startTime") < Now.AddDays(-30))
        {
            return "{\"code\":-1130,\"msg\":\"parameter 'startTime' is invalid.\"}";
        }

        IEnumerable<string> rows = Bars(query, "startTime", "endTime", 500, fromOldest: true)
            .Where(number => SyntheticMarket.TimeOf(number) + OpenInterestDelay <= Now)
            .Select(number =>
            {
                decimal amount = SyntheticMarket.OpenInterest("binance", FrozenFrom is { } from ? Math.Min(from, number) : number);
                return Text($"{{\"sumOpenInterest\":\"{amount}\",\"sumOpenInterestValue\":\"{amount * 60000}\",\"timestamp\":{Milliseconds(SyntheticMarket.TimeOf(number))}}}");
            });
        return $"[{string.Join(',', rows)}]";
    }

    private string BinanceFunding(Dictionary<string, string> query) => $"[{string.Join(',', Payments(query).Select(number =>
        Text($"{{\"fundingTime\":{Milliseconds(SyntheticMarket.TimeOf(number)) + 2},\"fundingRate\":\"{SyntheticMarket.Funding(number)}\"}}")))}]";

    private string BybitCandles(Dictionary<string, string> query) => Bybit(
        Bars(query, "start", "end", 1000, fromOldest: false).Select(number =>
        {
            (decimal open, decimal high, decimal low, decimal close, decimal volume) = SyntheticMarket.Candle("bybit", number);
            return Text($"[\"{Milliseconds(SyntheticMarket.TimeOf(number))}\",\"{open}\",\"{high}\",\"{low}\",\"{close}\",\"{volume}\",\"{volume * close}\"]");
        }));

    private string BybitOpenInterest(Dictionary<string, string> query) => Bybit(
        Bars(query, "startTime", "endTime", 200, fromOldest: false)
            .Where(number => SyntheticMarket.TimeOf(number) + OpenInterestDelay <= Now)
            .Select(number => Text(
                $"{{\"openInterest\":\"{SyntheticMarket.OpenInterest("bybit", number)}\",\"timestamp\":\"{Milliseconds(SyntheticMarket.TimeOf(number))}\"}}")));

    private string BybitFunding(Dictionary<string, string> query) => Bybit(Payments(query).Reverse().Select(number => Text(
        $"{{\"fundingRate\":\"{SyntheticMarket.Funding(number)}\",\"fundingRateTimestamp\":\"{Milliseconds(SyntheticMarket.TimeOf(number))}\"}}")));

    private string Bybit(IEnumerable<string> rows) =>
        $"{{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{{\"category\":\"linear\",\"list\":[{string.Join(',', rows)}]}},\"retExtInfo\":{{}},\"time\":{Milliseconds(Now)}}}";

    private DateTime Now => time.NowUtc + Skew;

    private long[] Bars(Dictionary<string, string> query, string from, string to, int most, bool fromOldest)
    {
        DateTime end = From(query, to);
        long first = SyntheticMarket.NumberOf(From(query, from).AddTicks(SyntheticMarket.Bar.Ticks - 1));
        long last = SyntheticMarket.NumberOf(end < Now ? end : Now);
        int limit = Math.Min(most, int.Parse(query["limit"], CultureInfo.InvariantCulture));
        long[] all = last < first ? [] : [.. Enumerable.Range(0, (int)(last - first + 1)).Select(i => first + i)];
        return fromOldest ? [.. all.Take(limit)] : [.. all.Reverse().Take(limit)];
    }

    private IEnumerable<long> Payments(Dictionary<string, string> query)
    {
        DateTime from = From(query, "startTime");
        DateTime to = From(query, "endTime");
        for (DateTime payment = from.Date; payment <= to && payment <= Now; payment = payment.AddHours(8))
        {
            if (payment >= from)
            {
                yield return SyntheticMarket.NumberOf(payment);
            }
        }
    }

    private static DateTime From(Dictionary<string, string> query, string name) =>
        DateTime.UnixEpoch.AddMilliseconds(long.Parse(query[name], CultureInfo.InvariantCulture));

    private static Dictionary<string, string> Query(VenueRequest request) => request.Address.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=')).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static long Milliseconds(DateTime timeUtc) => (timeUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
