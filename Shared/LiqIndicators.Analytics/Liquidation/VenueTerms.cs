namespace LiqIndicators.Analytics.Liquidation;

/// <summary>On what terms a venue liquidates a contract.</summary>
/// <param name="Venue">Name of the venue; not empty.</param>
/// <param name="Form">What profit is counted in.</param>
/// <param name="Tiers">Its margin table.</param>
/// <param name="AssumedNotional">Notional at entry assumed for every position; quote currency; &gt; 0.</param>
public sealed record VenueTerms(string Venue, ContractForm Form, MarginTiers Tiers, double AssumedNotional);
