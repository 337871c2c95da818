using System.Globalization;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.FakeExchange.Virtual;

/// <summary>Venues that answer in their formats after a latency, count what is asked, and fail when told to.</summary>
public sealed class VirtualExchanges(VirtualTime time) : IHttpTransport
{
    private readonly Dictionary<string, Queue<(DateTime TimeUtc, int Weight)>> _windows = [];
    private int _inFlight;

    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Gives another answer than the right one; null for the right one. The body is the right one's.</summary>
    public Func<VenueRequest, string, TransportReply?>? Fault { get; set; }

    /// <summary>The venues' clock less the test's; told in the header Date.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>The venues that answer.</summary>
    public FakeVenues All { get; } = new(SyntheticMarket.Instance);

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
            TransportReply right = All.Of(request.Venue).Answer(FakeRequest.Of(request), time.NowUtc + Skew);
            TransportReply reply = Fault?.Invoke(request, right.Body) ?? TransportReply.Answer(right.Status, right.Body, new Dictionary<string, string>
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
        int limit = int.Parse(FakeRequest.Of(request).Query.GetValueOrDefault("limit", "1"), CultureInfo.InvariantCulture);
        return request.Address.AbsolutePath != "/fapi/v1/klines" ? 1 : limit <= 100 ? 1 : limit <= 500 ? 2 : limit <= 1000 ? 5 : 10;
    }
}
