using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Packages.Installing;
using LiqIndicators.Workbench.Packages.Packing;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>Installing touches its own files only, and undoing leaves the folder as it was.</summary>
public sealed class InstallerTests : IDisposable
{
    private const string Robot = """{"Flags":"Robot","Types":[]}""";

    private readonly TemporaryFolder _folder = new();
    private readonly string _from;
    private readonly string _to;

    public InstallerTests()
    {
        _from = Directory.CreateDirectory(_folder.PathOf("from")).FullName;
        _to = Directory.CreateDirectory(_folder.PathOf("to")).FullName;
        Pack(("Bands", AlgoBytes.Bands), ("Guard", Robot));
    }

    [Fact]
    public void Install_Packages_PutsEachKindIntoItsFolderAndSaysSo()
    {
        IReadOnlyList<string> done = Installer.Install(_from, _to);

        Assert.Equal([$"installed {At("Indicators", "Bands.algo")}", $"installed {At("Robots", "Guard.algo")}"], done);
        Assert.Equal(AlgoBytes.Of(AlgoBytes.Bands), File.ReadAllBytes(At("Indicators", "Bands.algo")));
    }

    [Fact]
    public void Undo_AfterInstallingTwiceOverAnothersFile_LeavesTheFolderAsItWas()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At("Indicators", "x"))!);
        File.WriteAllText(At("Indicators", "Bands.algo"), "somebody else's");
        File.WriteAllText(At("Indicators", "Other.algo"), "not ours");

        Installer.Install(_from, _to);
        Pack(("Bands", """{"Flags":"Indicator","Types":[]}"""), ("Guard", Robot));
        Installer.Install(_from, _to);
        Installer.Undo(_to);

        Assert.Equal(
            [At("Indicators", "Bands.algo"), At("Indicators", "Other.algo")],
            Directory.EnumerateFiles(_to, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        Assert.Equal("somebody else's", File.ReadAllText(At("Indicators", "Bands.algo")));
    }

    [Fact]
    public void Undo_FileChangedSince_IsLeftAlone()
    {
        Installer.Install(_from, _to);
        File.AppendAllText(At("Robots", "Guard.algo"), "changed");

        Assert.Contains($"left {At("Robots", "Guard.algo")}: it was changed since it was installed", Installer.Undo(_to));
        Assert.True(File.Exists(At("Robots", "Guard.algo")));
        Assert.False(File.Exists(At("Indicators", "Bands.algo")));
    }

    [Fact]
    public void Undo_NothingInstalled_SaysSo() => Assert.StartsWith("nothing of LiqIndicators", Assert.Single(Installer.Undo(_to)), StringComparison.Ordinal);

    [Fact]
    public void Install_PackageThatIsNotTheOneSummed_ChangesNothing()
    {
        File.AppendAllText(Path.Combine(_from, "Guard.algo"), "x");

        Assert.Contains("does not have the sum", Assert.Throws<CommandException>(() => Installer.Install(_from, _to)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_to));
    }

    [Fact]
    public void Install_NothingPacked_SaysWhatToDo()
    {
        string empty = Directory.CreateDirectory(_folder.PathOf("empty")).FullName;

        Assert.Contains("'liq pack' makes them", Assert.Throws<CommandException>(() => Installer.Install(empty, _to)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InstallCommand_WithAFolder_InstallsAndUndoes()
    {
        Assert.Contains("installed", CommandRun.Output("install", "--from", _from, "--to", _to), StringComparison.Ordinal);
        Assert.Contains("removed", CommandRun.Output("install", "--to", _to, "--undo"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string At(string kind, string file) => Path.Combine(_to, "Sources", kind, file);

    private void Pack(params (string Name, string Metadata)[] packages)
    {
        foreach ((string name, string metadata) in packages)
        {
            File.WriteAllBytes(Path.Combine(_from, name + ".algo"), AlgoBytes.Of(metadata));
        }

        Checksums.Write(_from, packages.Select(package => package.Name + ".algo"));
    }
}
