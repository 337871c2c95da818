using LiqIndicators.Analytics.Treadmill;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Cascade;

/// <summary>What holds a decline back, in words: of interest once the market is under stress.</summary>
internal static class BreakersText
{
    private static readonly (CircuitBreakers Flag, string Name)[] Names =
    [
        (CircuitBreakers.LowerOpenInterest, "open interest lower"),
        (CircuitBreakers.CalmerFunding, "funding calmer"),
        (CircuitBreakers.SmallerBursts, "bursts smaller"),
        (CircuitBreakers.SpotBid, "spot bid"),
        (CircuitBreakers.CalmVolatility, "volatility calm"),
    ];

    /// <summary>Adds a line while the market is under stress or was: how many breakers hold, which, which are not known, and how positions went.</summary>
    internal static void Add(List<HudLine> lines, in TreadmillReading state)
    {
        if (state.Phase < TreadmillPhase.Stress)
        {
            return;
        }

        string[] holding = NamesOf(state.Holding);
        string[] unknown = NamesOf(CircuitBreakers.All & ~state.Known);
        string reduction = state.Reduction switch
        {
            ReductionKind.Staged => ", positions reduced in stages",
            ReductionKind.Capitulation => ", positions given up together",
            _ => "",
        };
        lines.Add(new(
            "",
            $"breakers {holding.Length} of {Names.Length - unknown.Length}"
            + (holding.Length > 0 ? ": " + string.Join(", ", holding) : "")
            + (unknown.Length > 0 ? $" (not known: {string.Join(", ", unknown)})" : "")
            + reduction));
    }

    private static string[] NamesOf(CircuitBreakers breakers) =>
        [.. Names.Where(name => breakers.HasFlag(name.Flag)).Select(name => name.Name)];
}
