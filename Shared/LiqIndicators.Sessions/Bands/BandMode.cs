namespace LiqIndicators.Sessions.Bands;

/// <summary>How the map is drawn.</summary>
public enum BandMode
{
    /// <summary>The largest pockets, from where they formed to the right edge.</summary>
    Bands,

    /// <summary>The whole map through time, in coarse cells.</summary>
    Heatmap,

    /// <summary>The whole map as it stands now, as bars from the right edge.</summary>
    Histogram,
}
