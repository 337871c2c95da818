using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Feeds.Opening;

/// <summary>How much each venue's open interest, volume and liquidations count in a market's sums; one that is not named counts as it is.</summary>
public sealed class VenueWeights
{
    private readonly IReadOnlyDictionary<VenueId, double> _weights;

    /// <summary>Some weights.</summary>
    /// <param name="weights">By venue; each &gt; 0.</param>
    public VenueWeights(IReadOnlyDictionary<VenueId, double> weights) => _weights = weights;

    /// <summary>Every venue counts as it is.</summary>
    public static VenueWeights None { get; } = new(new Dictionary<VenueId, double>());

    /// <summary>Whether every venue counts as it is.</summary>
    public bool AreNone => _weights.Count == 0;

    /// <summary>The weight of a venue.</summary>
    public double Of(VenueId venue) => _weights.TryGetValue(venue, out double weight) ? weight : 1;

    /// <summary>The weight of a source: what a vendor tells of one venue counts as that venue does.</summary>
    /// <param name="venue">The venue or vendor.</param>
    /// <param name="symbol">Its name of the instrument.</param>
    public double Of(VenueId venue, string symbol) => Of(VenueSymbols.LiquidationsOf(venue, symbol) ?? venue);

    /// <summary>A source with its weight.</summary>
    public FeedSource Applied(FeedSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source with { Weight = Of(source.Venue.Id, source.Candidates[0].Symbol) };
    }

    /// <summary>A venue's name for the user's eyes, with its weight.</summary>
    public string Shown(VenueId venue) => FeedSource.Shown(venue.ToString(), Of(venue));
}
