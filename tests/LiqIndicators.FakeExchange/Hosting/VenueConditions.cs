using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Venues;

namespace LiqIndicators.FakeExchange.Hosting;

/// <summary>How a venue behaves on the loopback host; may be changed while it runs.</summary>
public sealed class VenueConditions
{
    /// <summary>How long an answer takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The venue's clock less this machine's.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>What goes wrong with an answer; null for the right answer.</summary>
    public Func<FakeRequest, FaultKind?> Fault { get; set; } = _ => null;

    /// <summary>What goes wrong on streams that are opened from now on.</summary>
    public StreamFaults Stream { get; set; } = new();

    /// <summary>From one message about the market's state to the next.</summary>
    public TimeSpan Beat { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>From one liquidation to the next of an even row of them instead of the market's own; null for the market's own.</summary>
    public TimeSpan? LiquidationPeriod { get; set; }

    /// <summary>Makes a share of all answers go wrong, in ways that pass by themselves.</summary>
    /// <param name="seed">Decides which.</param>
    /// <param name="share">In [0, 1].</param>
    /// <param name="kinds">What may go wrong.</param>
    public void FailAtRandom(int seed, double share, params FaultKind[] kinds)
    {
        Random random = new(seed);
        Fault = _ =>
        {
            lock (random)
            {
                return random.NextDouble() < share ? kinds[random.Next(kinds.Length)] : null;
            }
        };
    }
}
