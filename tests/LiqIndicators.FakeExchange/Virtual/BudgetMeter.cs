using System.Globalization;
using LiqIndicators.FakeExchange.Venues;

namespace LiqIndicators.FakeExchange.Virtual;

/// <summary>Counts what is asked of Binance and Bybit against what they let one address ask.</summary>
public sealed class BudgetMeter
{
    private readonly Dictionary<string, Queue<(DateTime TimeUtc, int Weight)>> _windows = [];

    /// <summary>Largest share of a budget that was used in any window: Binance weight, Binance data, Bybit requests.</summary>
    public Dictionary<string, double> MostUsed { get; } = [];

    /// <summary>Takes a request.</summary>
    /// <returns>What Binance would say in its header: weight used in the last minute; 0 for all else.</returns>
    public int Count(Uri address, DateTime nowUtc)
    {
        (string name, int limit, TimeSpan window) = address switch
        {
            { AbsolutePath: "/futures/data/openInterestHist" } => ("data", 1000, TimeSpan.FromMinutes(5)),
            { AbsolutePath: "/fapi/v1/fundingRate" } => ("funding", 500, TimeSpan.FromMinutes(5)),
            { Host: "fapi.binance.com" } => ("weight", 2400, TimeSpan.FromMinutes(1)),
            _ => ("bybit", 600, TimeSpan.FromSeconds(5)),
        };
        Queue<(DateTime TimeUtc, int Weight)> taken = _windows.TryGetValue(name, out Queue<(DateTime, int)>? known) ? known : _windows[name] = new();
        taken.Enqueue((nowUtc, Weight(address)));
        while (nowUtc - taken.Peek().TimeUtc >= window)
        {
            taken.Dequeue();
        }

        int used = taken.Sum(item => item.Weight);
        MostUsed[name] = Math.Max(MostUsed.GetValueOrDefault(name), used / (double)limit);
        return name == "weight" ? used : 0;
    }

    private static int Weight(Uri address)
    {
        int limit = int.Parse(FakeRequest.Of(address, null).Query.GetValueOrDefault("limit", "1"), CultureInfo.InvariantCulture);
        return address.AbsolutePath != "/fapi/v1/klines" ? 1 : limit <= 100 ? 1 : limit <= 500 ? 2 : limit <= 1000 ? 5 : 10;
    }
}
