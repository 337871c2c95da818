using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Feeds.Symbols;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Transports;

/// <summary>A market on some venues, as the user chose it.</summary>
/// <param name="Symbol">The user's word for it.</param>
/// <param name="Match">What that was found to mean.</param>
/// <param name="Venues">The venues, the one with the best prices first.</param>
/// <param name="Weights">How much each of them counts.</param>
/// <param name="IsRedirected">Whether a venue is asked at another address than its own.</param>
internal sealed record FollowedMarket(string Symbol, SymbolMatch Match, IReadOnlyList<Venue> Venues, VenueWeights Weights, bool IsRedirected)
{
    /// <summary>What the market is called in a recording.</summary>
    internal string Market => Match.Asset.Length > 0 ? Match.Asset : Symbol;

    /// <summary>The venues as sources of a feed.</summary>
    /// <exception cref="CommandException">A venue has no instrument for the symbol.</exception>
    internal IReadOnlyList<FeedSource> Sources() =>
    [
        .. Venues.SelectMany(venue => VenueSymbols.SourcesOf(venue, Match, Venues) is { Count: > 0 } sources
            ? sources.Select(Weights.Applied)
            : throw new CommandException($"--symbol is '{VenueNames.Shown(Symbol)}': it names no instrument of {venue.Id}; expected one for each of --venues.")),
    ];
}
