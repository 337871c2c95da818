using System.IO.Compression;
using System.Xml.Linq;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Packages;
using LiqIndicators.Workbench.Packages.Algos;
using LiqIndicators.Workbench.Packages.Packing;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>What goes with the packages.</summary>
public sealed class ReleaseFilesTests
{
    [Fact]
    public void Version_OfTheProgram_IsTheOneOfTheRepository() => Assert.Equal(
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value, ProductVersion.Text);

    [Fact]
    public void ReleaseNotes_OfTheVersionAtHand_AreInTheChangelog() => Assert.StartsWith(
        $"# LiqIndicators {ProductVersion.Text}\n\n- ",
        ReleaseNotes.Of(File.ReadAllText(Path.Combine(Repository.Root, "CHANGELOG.md")), ProductVersion.Text),
        StringComparison.Ordinal);

    [Fact]
    public void ReleaseNotes_OfOneVersion_EndWhereTheNextBegins() => Assert.Equal(
        "# LiqIndicators 0.2.0\n\n- New.\n",
        ReleaseNotes.Of("# Changelog\r\n\r\n## 0.2.0 (2026-05-01)\r\n\r\n- New.\r\n\r\n## 0.1.0\r\n\r\n- Old.\r\n", "0.2.0"));

    [Theory]
    [InlineData("# Changelog\n\n## 0.1.0\n\n- Old.\n")]
    [InlineData("# Changelog\n\n## 0.2.0\n\n## 0.1.0\n\n- Old.\n")]
    public void ReleaseNotes_NothingSaid_AreRefused(string changelog) => Assert.Contains(
        "expected a section '## 0.2.0'", Assert.Throws<CommandException>(() => ReleaseNotes.Of(changelog, "0.2.0")).Message, StringComparison.Ordinal);

    [Fact]
    public void InputTable_OfAnAlgo_NamesStandardRangeAndChoices()
    {
        string[] lines = InputTable.Write([AlgoAssembly.Read(BuiltAlgos.PathOf("LiquidationBands"))]).Split('\n');

        Assert.Contains("## LiquidationBands", lines);
        Assert.Contains(lines, line => line.StartsWith("| Bands | Range (%) | 25 | [1 .. 90] step 1 | How far", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("| Model | Kernel | Model | Model, ", StringComparison.Ordinal));
    }

    // The sum of "abc" is the example of FIPS 180-2, B.1.
    [Fact]
    public void Checksums_AreTheOnesSha256sumPrints()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("b.txt"), "abc");
        File.WriteAllText(folder.PathOf("a.txt"), "");
        Checksums.Write(folder.PathOf(""), ["b.txt", "a.txt"]);

        Assert.Equal(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.txt\nba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.txt\n",
            File.ReadAllText(folder.PathOf(Checksums.FileName)));
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Checksums.Listed(folder.PathOf(""), "b.txt"));
    }

    [Fact]
    public void Archive_OfTheSameFiles_IsTheSameWheneverItIsMade()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("b.txt"), "abc");
        File.WriteAllText(folder.PathOf("a.txt"), "x");
        PackageArchive.Write(folder.PathOf("1.zip"), folder.PathOf(""), ["b.txt", "a.txt"]);
        File.SetLastWriteTimeUtc(folder.PathOf("a.txt"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        PackageArchive.Write(folder.PathOf("2.zip"), folder.PathOf(""), ["a.txt", "b.txt"]);

        Assert.Equal(File.ReadAllBytes(folder.PathOf("1.zip")), File.ReadAllBytes(folder.PathOf("2.zip")));
        using ZipArchive archive = ZipFile.OpenRead(folder.PathOf("1.zip"));
        Assert.Equal(["a.txt", "b.txt"], archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }
}
