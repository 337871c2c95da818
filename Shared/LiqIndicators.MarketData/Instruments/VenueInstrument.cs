using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.MarketData.Instruments;

/// <summary>An instrument of a venue, with all that its requests and parsers need to know.</summary>
/// <param name="Venue">Whose it is.</param>
/// <param name="Symbol">The venue's name of it.</param>
/// <param name="BaseAsset">What is traded, in the venue's word.</param>
/// <param name="QuoteAsset">What the price is in.</param>
/// <param name="Terms">What one contract is.</param>
public sealed record VenueInstrument(
    VenueId Venue, string Symbol, string BaseAsset, string QuoteAsset, ContractTerms Terms)
{
    /// <summary>Venue and symbol.</summary>
    public override string ToString() => $"{Venue} {Symbol}";
}
