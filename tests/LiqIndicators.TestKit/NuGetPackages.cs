namespace LiqIndicators.TestKit;

/// <summary>Packages restored on this machine, for builds that must not ask a network.</summary>
public static class NuGetPackages
{
    /// <summary>Folder that holds them.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
