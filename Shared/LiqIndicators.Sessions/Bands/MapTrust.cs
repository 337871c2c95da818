using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.Sessions.Bands;

/// <summary>How far a map can be relied on, given what its feed leaves out.</summary>
public static class MapTrust
{
    /// <summary>What a venue that was asked for and does not count leaves of the confidence: how much it holds is not known.</summary>
    public const double WithoutAVenue = 0.9;

    /// <summary>What a gap leaves of it: between hearing of all liquidations and of none, some were missed while a stream was down.</summary>
    public const double WithAGap = 0.9;

    /// <summary>Confidence of the map, times <see cref="WithoutAVenue"/> for each venue that was asked for and does not count, and <see cref="WithAGap"/>.</summary>
    /// <remarks>Source: docs/model.md, F8.</remarks>
    /// <param name="health">What the map is fed.</param>
    /// <param name="status">What the feed says of itself.</param>
    /// <returns>In [0, 1].</returns>
    public static double Confidence(MapHealth health, FeedStatus status)
    {
        ArgumentNullException.ThrowIfNull(health);
        ArgumentNullException.ThrowIfNull(status);
        return health.Confidence * Math.Pow(WithoutAVenue, status.NotCounted?.Count ?? 0)
            * (status.Quality.HasFlag(FeedQuality.Gap) ? WithAGap : 1);
    }
}
