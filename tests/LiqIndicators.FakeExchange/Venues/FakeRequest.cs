using System.Globalization;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>A request as a venue sees it.</summary>
/// <param name="Path">Path of its address.</param>
/// <param name="Query">Parameters in its address.</param>
/// <param name="Body">Its body; null for none.</param>
/// <param name="Key">The key that it shows; null for none.</param>
public sealed record FakeRequest(string Path, IReadOnlyDictionary<string, string> Query, string? Body, string? Key = null)
{
    /// <summary>What a client is about to send.</summary>
    public static FakeRequest Of(VenueRequest request) => Of(request.Address, request.Body, request.Key?.Reveal());

    /// <summary>A request to an address.</summary>
    public static FakeRequest Of(Uri address, string? body, string? key = null) => new(
        address.AbsolutePath,
        address.Query.TrimStart('?').Split('&')
            .Select(pair => pair.Split('=')).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal),
        body,
        key);

    /// <summary>A parameter that must be there.</summary>
    public string Text(string name) => Query.TryGetValue(name, out string? value)
        ? value
        : throw new ArgumentException($"The request {Path} has no {name}.", nameof(name));

    /// <summary>A whole number among the parameters.</summary>
    public long Number(string name) => long.Parse(Text(name), CultureInfo.InvariantCulture);

    /// <summary>A time in milliseconds among the parameters; UTC.</summary>
    public DateTime Time(string name) => DateTime.UnixEpoch.AddMilliseconds(Number(name));
}
