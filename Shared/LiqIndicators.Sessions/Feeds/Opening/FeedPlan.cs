using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Feeds.Opening;

/// <summary>From a broker's symbol and the user's inputs to the instruments that are followed.</summary>
/// <param name="Sources">What is followed; empty when nothing can be.</param>
/// <param name="Explanation">For the user's log: what is followed and why, or why nothing is. Holds no key.</param>
public sealed record FeedPlan(IReadOnlyList<FeedSource> Sources, string Explanation)
{
    /// <summary>Whether there is anything to follow.</summary>
    public bool IsPossible => Sources.Count > 0;

    /// <summary>Makes the plan.</summary>
    /// <param name="inputs">What the user set.</param>
    /// <param name="symbol">What the broker says.</param>
    public static FeedPlan Make(FeedInputs inputs, BrokerSymbol symbol)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(symbol);
        VenueChoice choice = VenueChoice.Read(inputs.Venues, inputs.Key);
        if (choice.Error.Length > 0)
        {
            return new FeedPlan([], choice.Error);
        }

        SymbolMatch match = SymbolResolver.Resolve(symbol, inputs.Instrument);
        if (!match.IsFound)
        {
            return new FeedPlan([], $"{match.Explanation}; set Instrument to what is to be followed, such as BTC or binance:BTCUSDT");
        }

        List<FeedSource> sources = [];
        foreach (Venue venue in choice.Venues)
        {
            sources.AddRange(VenueSymbols.SourcesOf(venue, match, choice.Venues).Select(choice.Weights.Applied));
        }

        return sources.Exists(source => !VenueCatalog.IsVendor(source.Venue.Id))
            ? new FeedPlan(sources, $"{match.Explanation}, on {string.Join(", ", sources.Select(source => source.Venue.Id).Distinct().Select(choice.Weights.Shown))}")
            : new FeedPlan([], $"Instrument: \"{VenueNames.Shown(inputs.Instrument)}\" names no instrument of a venue in Venues (\"{inputs.Venues}\")");
    }
}
