namespace LiqIndicators.Workbench.Packages.Reading;

/// <summary>What a file turned out to be.</summary>
internal enum AlgoFileState
{
    /// <summary>A package of format 2 whose metadata could be read.</summary>
    Readable,

    /// <summary>A package of format 1, which holds no metadata in clear.</summary>
    Version1,

    /// <summary>It begins as a package does, and then does not hold what it says.</summary>
    Damaged,

    /// <summary>Something else.</summary>
    NotAnAlgo,
}

/// <summary>What was found in a file that should be an <c>.algo</c>.</summary>
/// <param name="State">What it is.</param>
/// <param name="Reason">Why no metadata could be read: what was found, where, and what was expected; null when they were.</param>
/// <param name="FileBytes">Length of the file.</param>
/// <param name="PayloadBytes">Length of the encrypted part; 0 unless readable.</param>
/// <param name="Metadata">What the package says of itself; null unless readable.</param>
internal sealed record AlgoReading(AlgoFileState State, string? Reason, long FileBytes, long PayloadBytes, AlgoMetadata? Metadata)
{
    internal static AlgoReading Refused(AlgoFileState state, long fileBytes, string reason) => new(state, reason, fileBytes, 0, null);
}
