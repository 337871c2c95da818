using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Opening;

namespace LiqIndicators.Workbench.Transports;

/// <summary>Venues as a command line names them.</summary>
/// <param name="Venues">The venues in the user's order.</param>
/// <param name="Weights">How much each counts.</param>
internal sealed record NamedVenues(IReadOnlyList<VenueId> Venues, VenueWeights Weights)
{
    /// <summary>As the user would name them; help shows it as the default.</summary>
    public override string ToString() => Venues.Count == 0 ? "all" : string.Join(',', Venues.Select(venue => FeedSource.Shown(VenueNames.Of(venue), Weights.Of(venue))));
}
