namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>What packing came to.</summary>
/// <param name="Files">Names of the files written, in the folder asked for.</param>
/// <param name="Missing">What could not be made, with the fix, in one line; null when nothing is missing.</param>
internal sealed record PackResult(IReadOnlyList<string> Files, string? Missing);
