namespace LiqIndicators.Workbench.Packages.Installing;

/// <summary>Where cTrader keeps algos: <c>Documents\cAlgo</c> on Windows and <c>~/cAlgo</c> on macOS, as public projects use them; not seen on a terminal.</summary>
internal static class AlgoFolder
{
    /// <summary>The standard folder of this machine's user; null where cTrader has no desktop program.</summary>
    internal static string? Standard()
    {
        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.MyDocuments), "cAlgo");
        }

        return OperatingSystem.IsMacOS() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "cAlgo") : null;
    }

    /// <summary>Where a package of a kind goes below that folder.</summary>
    /// <param name="flags">What its metadata say it is.</param>
    /// <param name="file">Name of the package.</param>
    internal static string PlaceOf(string? flags, string file) => Path.Combine(
        "Sources", flags?.Contains("Robot", StringComparison.OrdinalIgnoreCase) == true ? "Robots" : "Indicators", file);
}
