using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Workbench.Transports;

/// <summary>Keeps texts as files of a folder. A file is written beside its place and moved there, so that a crash leaves the old one.</summary>
internal sealed class FileBlobs(DirectoryInfo folder) : IBlobStore
{
    /// <inheritdoc/>
    public string? Read(string key)
    {
        string path = PathOf(key);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <inheritdoc/>
    public void Write(string key, string text)
    {
        folder.Create();
        string path = PathOf(key);
        string beside = path + ".new";
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Remove(string key) => File.Delete(PathOf(key));

    private string PathOf(string key) => Path.Combine(folder.FullName, BlobKey.Check(key).Replace(' ', '-') + ".blob");
}
