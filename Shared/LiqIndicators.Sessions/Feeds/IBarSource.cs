using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>One venue's bars, as they are added up to a market's.</summary>
internal interface IBarSource
{
    /// <summary>Name for the user's eyes: venue and instrument.</summary>
    public string Name { get; }

    /// <summary>Prices, open interest and liquidations.</summary>
    public BarGrid Grid { get; }

    /// <summary>Funding rates paid.</summary>
    public FundingTrack Funding { get; }

    /// <summary>How much its amounts count.</summary>
    public double Weight { get; }

    /// <summary>The venue whose liquidations it tells; null for a vendor's sum over the whole market.</summary>
    public VenueId? LiquidationsOf { get; }

    /// <summary>Whether its liquidations leave some out.</summary>
    public bool SamplesLiquidations { get; }
}
