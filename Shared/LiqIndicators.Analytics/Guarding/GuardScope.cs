namespace LiqIndicators.Analytics.Guarding;

/// <summary>Which positions and orders may be touched. Those outside still count as exposure.</summary>
public sealed class GuardScope
{
    private static readonly HashSet<string> NoNames = [];
    private static readonly HashSet<int> NoIds = [];

    /// <summary>Symbols that may be touched; empty for all.</summary>
    public IReadOnlySet<string> Symbols { get; init; } = NoNames;

    /// <summary>Labels that may be touched; empty for all, unlabelled included.</summary>
    public IReadOnlySet<string> Labels { get; init; } = NoNames;

    /// <summary>Labels that are never touched; wins over <see cref="Labels"/>.</summary>
    public IReadOnlySet<string> ProtectedLabels { get; init; } = NoNames;

    /// <summary>Positions and orders that are never touched, by number.</summary>
    public IReadOnlySet<int> ProtectedIds { get; init; } = NoIds;

    /// <summary>Whether a position or an order may be touched.</summary>
    public bool Covers(int id, string symbol, string label) =>
        (Symbols.Count == 0 || Symbols.Contains(symbol))
        && (Labels.Count == 0 || Labels.Contains(label))
        && !ProtectedLabels.Contains(label)
        && !ProtectedIds.Contains(id);
}
