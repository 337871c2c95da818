using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Packing;
using LiqIndicators.Workbench.Recordings;
using LiqIndicators.Workbench.Tests.Packages;
using LiqIndicators.Workbench.Tests.Report;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Documents;

/// <summary>
/// Every command in the documents is one that the program takes, and the quick ones are run, in a folder of their own. Not run here: <c>demo</c>, scores
/// and simulations, which take minutes; <c>pack</c>, which builds everything; whatever asks an exchange; and <c>dotnet test</c>, which the gate runs as the README says it.
/// </summary>
[Collection(ScoreRuns.Name)]
public sealed class DocumentTests
{
    public static TheoryData<string> Documents => [.. MarkdownText.Documents.Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Commands_OfADocument_AreTakenByWhatTheyName(string document)
    {
        string text = Read(document);

        Assert.Empty(MarkdownText.Commands(text).SelectMany(CommandLine.Problems));
        Assert.Empty(MarkdownText.Mentions(text).SelectMany(CommandLine.ProblemsOfMention));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_OfADocument_LeadSomewhere(string document)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;

        Assert.All(MarkdownText.Links(Read(document)), link => Assert.True(IsThere(folder, document, link), link));
    }

    [Fact]
    public void Commands_InstallingPackages_DoWhatTheDocumentSays() => InSandbox((folder, run) =>
    {
        string packed = Directory.CreateDirectory(folder.PathOf("packed")).FullName;
        File.WriteAllBytes(Path.Combine(packed, "LiquidationBands.algo"), AlgoBytes.Of(AlgoBytes.Bands));
        Checksums.Write(packed, ["LiquidationBands.algo"]);
        string[] commands = [.. MarkdownText.Commands(Read(Path.Combine("docs", "install.md")))];
        Assert.Equal(["liq inspect LiquidationBands.algo", "liq install", "liq install --undo"], commands.Where(IsQuickHere).Order(StringComparer.Ordinal));

        Assert.Contains("full access  no", run("liq inspect LiquidationBands.algo", [("LiquidationBands.algo", Path.Combine(packed, "LiquidationBands.algo"))], []), StringComparison.Ordinal);
        Assert.Contains("installed ", run("liq install", [], ["--from", packed, "--to", folder.PathOf("cAlgo")]), StringComparison.Ordinal);
        Assert.Contains("removed ", run("liq install --undo", [], ["--to", folder.PathOf("cAlgo")]), StringComparison.Ordinal);
    });

    [Fact]
    public void Commands_Replaying_LeaveWhatTheDocumentSays() => InSandbox((folder, run) =>
    {
        RecordedMarket market = ReportMarkets.Made();
        MarketCsvWriter.Write(folder.PathOf("FILE.csv"), market.Bars.Take(200));
        string page = folder.PathOf("replay.html");
        string[] commands = [.. MarkdownText.Commands(Read(Path.Combine("docs", "troubleshooting.md"))).Where(command => command.StartsWith("liq replay", StringComparison.Ordinal))];

        run(Assert.Single(commands), [("FILE.csv", folder.PathOf("FILE.csv")), ("out/replay.html", page)], ["--out", folder.PathOf("out")]);

        Assert.Contains("200 bars", File.ReadAllText(folder.PathOf("out/summary.txt")), StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(page), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("liq inpsect FILE.algo")]
    [InlineData("liq replay --data FILE.csv --hmtl out.html")]
    [InlineData("packaging/pakc.sh")]
    [InlineData("packaging/pack.sh --oot x")]
    [InlineData("dotnet build Indicators/LiquidationBadns")]
    [InlineData("dotnet run --project Shared/Nothing -- demo")]
    public void Problems_CommandThatDoesNotExist_AreFound(string line) => Assert.NotEmpty(CommandLine.Problems(line));

    [Theory]
    [InlineData("liq scoer map")]
    [InlineData("liq replay --hmtl")]
    [InlineData("liq score mpa")]
    public void ProblemsOfMention_CommandThatDoesNotExist_AreFound(string mention) => Assert.NotEmpty(CommandLine.ProblemsOfMention(mention));

    private static bool IsQuickHere(string command) => CommandLine.LiqArguments(command) is ["inspect" or "install", ..] && command.StartsWith("liq", StringComparison.Ordinal);

    /// <summary>Runs a documented line with its example names replaced by files that are there, and with folders of the sandbox.</summary>
    private static void InSandbox(Action<TemporaryFolder, Func<string, (string Name, string Path)[], string[], string>> act)
    {
        using TemporaryFolder folder = new();
        act(folder, (line, files, more) => CommandRun.Output(
            [.. CommandLine.LiqArguments(line)!.Select(word => files.FirstOrDefault(file => file.Name == word) is (string, string) file ? file.Path : word), .. more]));
    }

    private static bool IsThere(string folder, string document, string link)
    {
        string[] parts = link.Split('#');
        string path = parts[0].Length == 0 ? Path.Combine(Repository.Root, document) : Path.GetFullPath(Path.Combine(folder, parts[0]));
        return Path.Exists(path) && (parts.Length == 1 || File.ReadLines(path).Any(line => line.StartsWith('#') && AnchorOf(line) == parts[1]));
    }

    private static string AnchorOf(string heading) =>
        string.Concat(heading.TrimStart('#').Trim().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-').ToLowerInvariant();

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));
}
