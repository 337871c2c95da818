using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.MarketData.Ports;

/// <summary>One request, ready to be sent by any transport.</summary>
/// <remarks>A key travels in <see cref="Key"/> alone, and no text made from a request shows it.</remarks>
/// <param name="Venue">Whose request this is.</param>
/// <param name="Source">Name of the endpoint, for messages.</param>
/// <param name="Verb">How it is sent.</param>
/// <param name="Address">Absolute address with its parameters.</param>
/// <param name="Body">JSON body of a POST; null for a GET.</param>
/// <param name="Cost">What it takes from which budget of the venue.</param>
/// <param name="Key">Header that identifies the user; null for public requests.</param>
public sealed record VenueRequest(
    VenueId Venue, string Source, HttpVerb Verb, Uri Address, string? Body, RateCost Cost, SecretHeader? Key = null)
{
    /// <summary>Venue, endpoint and address, without the key.</summary>
    public override string ToString() => $"{Venue} {Source} {Address}";

    /// <summary>The text with this request's key blotted out, should a venue or a transport have echoed it.</summary>
    public string WithoutSecrets(string text) => Key is null ? text : Key.Redact(text);
}
