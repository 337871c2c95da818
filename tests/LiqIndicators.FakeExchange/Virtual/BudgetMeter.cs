using LiqIndicators.FakeExchange.Venues;

namespace LiqIndicators.FakeExchange.Virtual;

/// <summary>Counts what is asked of every venue against what it lets one address, or key, ask.</summary>
public sealed class BudgetMeter
{
    private readonly Dictionary<string, Queue<(DateTime TimeUtc, int Weight)>> _windows = [];
    private readonly object _lock = new();

    /// <summary>Largest share of a budget that was used in any window, by venue and budget, such as <c>Binance weight</c>.</summary>
    public Dictionary<string, double> MostUsed { get; } = [];

    /// <summary>Takes a request.</summary>
    /// <returns>What the headers of its answer say of the budget.</returns>
    public IReadOnlyDictionary<string, string> Count(FakeVenue venue, FakeRequest request, DateTime nowUtc)
    {
        FakeCost cost = venue.CostOf(request);
        string name = $"{venue.Id} {cost.Budget}";
        lock (_lock)
        {
            Queue<(DateTime TimeUtc, int Weight)> taken =
                _windows.TryGetValue(name, out Queue<(DateTime, int)>? known) ? known : _windows[name] = new();
            taken.Enqueue((nowUtc, cost.Weight));
            while (nowUtc - taken.Peek().TimeUtc >= cost.Window)
            {
                taken.Dequeue();
            }

            int used = taken.Sum(item => item.Weight);
            MostUsed[name] = Math.Max(MostUsed.GetValueOrDefault(name), used / (double)cost.Limit);
            return venue.HeadersOf(cost, used, nowUtc);
        }
    }
}
