namespace LiqIndicators.Sessions.Feeds.Series;

/// <summary>What a row did to a slot.</summary>
internal enum SlotChange
{
    /// <summary>The slot lies outside the grid, or held the same values.</summary>
    None,

    /// <summary>The slot was empty.</summary>
    New,

    /// <summary>The slot held other values: the venue revised them.</summary>
    Revised,
}
