namespace LiqIndicators.Workbench.Packages.Bom;

/// <summary>A library that a restore resolved.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsProject">Whether it is a project of this repository.</param>
/// <param name="IsBuildOnly">Whether nothing of it goes into the output.</param>
/// <param name="Sha512">Hash of the package, hexadecimal; null for a project.</param>
/// <param name="License">SPDX expression that its package states; null when it states none.</param>
/// <param name="DependsOn">Names of the libraries it needs directly.</param>
internal sealed record RestoredPackage(
    string Name, string Version, bool IsProject, bool IsBuildOnly, string? Sha512, string? License, IReadOnlyList<string> DependsOn);
