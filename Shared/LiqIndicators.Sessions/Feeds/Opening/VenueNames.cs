using System.Globalization;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Opening;

/// <summary>Lists of venues as users write them: <c>binance, bybit*0.5</c>.</summary>
public static class VenueNames
{
    private const double MostWeight = 100;

    /// <summary>All names there are, parted by commas.</summary>
    public static string All { get; } = string.Join(", ", Enum.GetValues<VenueId>().Select(Of));

    /// <summary>The name of a venue.</summary>
    public static string Of(VenueId venue) => venue.ToString().ToLowerInvariant();

    /// <summary>The venue of a name, whatever its case and with or without a hyphen.</summary>
    /// <param name="name">Such as <c>binance-coinm</c>.</param>
    /// <param name="venue">The venue.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryFind(string name, out VenueId venue)
    {
        ArgumentNullException.ThrowIfNull(name);
        venue = default;
        return name.Length > 0 && !char.IsDigit(name[0])
            && Enum.TryParse(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out venue) && Enum.IsDefined(venue);
    }

    /// <summary>Reads a list.</summary>
    /// <param name="text">Names parted by commas, each once, each with its weight behind a star where that is not 1.</param>
    /// <param name="venues">The venues in the text's order.</param>
    /// <param name="weights">The weights that are named.</param>
    /// <returns>What is wrong, naming the entry and what was expected; empty when nothing is.</returns>
    public static string Read(string text, out IReadOnlyList<VenueId> venues, out VenueWeights weights)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<VenueId> named = [];
        Dictionary<VenueId, double> weighed = [];
        venues = named;
        weights = new VenueWeights(weighed);
        foreach (string entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = entry.Split('*', 2, StringSplitOptions.TrimEntries);
            if (!TryFind(parts[0], out VenueId venue))
            {
                return $"\"{Shown(parts[0])}\" is no venue; expected some of {All}";
            }

            if (named.Contains(venue))
            {
                return $"\"{Shown(parts[0])}\" is named twice";
            }

            named.Add(venue);
            if (parts.Length == 1)
            {
                continue;
            }

            if (venue == VenueId.Coinalyze)
            {
                return $"\"{Shown(entry)}\" weighs no venue: its figures count as those of the venue that they are of; expected the weight there, such as {Of(VenueId.Okx)}*0.5";
            }

            if (!(double.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double weight) && weight is > 0 and <= MostWeight))
            {
                return $"\"{Shown(entry)}\" has no weight behind its star; expected a number above 0 and up to {MostWeight}, such as {Of(venue)}*0.5";
            }

            weighed[venue] = weight;
        }

        return "";
    }

    /// <summary>What a user typed, for messages: its beginning where it is longer than names of venues and coins are.</summary>
    /// <remarks>A key pasted into the wrong field must not be read out.</remarks>
    public static string Shown(string entry) => entry.Length <= 16 ? entry : entry[..4] + "...";
}
