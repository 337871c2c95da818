using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Workbench.Transports;

/// <summary>Where the console keeps what venues said, so that the next start asks only for what is new.</summary>
internal static class FeedCache
{
    /// <summary>The folder that the user named; by default one of the user's own, and none when a venue is redirected.</summary>
    internal static IBlobStore Open(DirectoryInfo? folder, bool isRedirected)
    {
        // What another address says must not be taken for the venue's word later.
        if (folder is null && isRedirected)
        {
            return new NoBlobs();
        }

        string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new FileBlobs(folder ?? new DirectoryInfo(Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "LiqIndicators", "cache")));
    }

    private sealed class NoBlobs : IBlobStore
    {
        public string? Read(string key) => null;

        public void Write(string key, string text)
        {
        }

        public void Remove(string key)
        {
        }
    }
}
