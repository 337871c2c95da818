namespace LiqIndicators.Workbench.Commands;

/// <summary>What the console program returns to its caller.</summary>
internal static class ExitCode
{
    internal const int Done = 0;
    internal const int Failed = 1;
    internal const int Usage = 2;

    /// <summary>Everything that could be done was done; what is missing was said.</summary>
    internal const int Incomplete = 3;
}
