namespace LiqIndicators.TestKit;

/// <summary>Where the sources of this checkout lie.</summary>
public static class Repository
{
    /// <summary>Folder that holds <c>LiqIndicators.sln</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LiqIndicators.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No LiqIndicators.sln above {AppContext.BaseDirectory}.");
    }
}
