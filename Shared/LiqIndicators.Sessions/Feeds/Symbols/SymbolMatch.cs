using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Symbols;

/// <summary>Which asset a broker's symbol is about, and how that was found.</summary>
/// <param name="Asset">The asset in the usual word (<c>BTC</c>), without a multiplier; empty when none was found.</param>
/// <param name="Overrides">Instruments that the user named for single venues.</param>
/// <param name="Explanation">For the user's eyes: what was found and by which rule, or why nothing was.</param>
public sealed record SymbolMatch(string Asset, IReadOnlyDictionary<VenueId, string> Overrides, string Explanation)
{
    /// <summary>Whether there is an asset or at least one instrument to follow.</summary>
    public bool IsFound => Asset.Length > 0 || Overrides.Count > 0;
}
