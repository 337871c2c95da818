using System.Globalization;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>A venue that takes part in a feed.</summary>
/// <param name="Venue">The venue.</param>
/// <param name="Candidates">Instruments to try, best first: names differ between venues (<c>PEPEUSDT</c>, <c>1000PEPEUSDT</c>).</param>
/// <param name="NeedsSpecification">Whether the contract's terms must be read from the venue's list before any amount can be.</param>
/// <param name="Weight">How much its open interest, volume and liquidations count; &gt; 0; 1 counts them as they are.</param>
/// <param name="SamplesLiquidations">Whether its stream leaves liquidations out, as those that send one per second do.</param>
public sealed record FeedSource(
    Venue Venue,
    IReadOnlyList<VenueInstrument> Candidates,
    bool NeedsSpecification = false,
    double Weight = 1,
    bool SamplesLiquidations = false)
{
    /// <summary>A name for the user's eyes, with a weight behind it unless that is 1.</summary>
    /// <param name="name">Of a venue or an instrument.</param>
    /// <param name="weight">How much it counts.</param>
    public static string Shown(string name, double weight) => weight == 1 ? name : name + "*" + weight.ToString("0.####", CultureInfo.InvariantCulture);
}
