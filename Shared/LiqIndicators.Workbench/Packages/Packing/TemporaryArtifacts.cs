namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>A folder for build outputs that goes when the work is done.</summary>
internal sealed class TemporaryArtifacts : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("liq-pack-");

    internal string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
