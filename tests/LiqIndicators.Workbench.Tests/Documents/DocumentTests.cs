using LiqIndicators.TestKit;

namespace LiqIndicators.Workbench.Tests.Documents;

/// <summary>Every command in the documents is one that the program takes, every link leads somewhere; <see cref="DocumentRunTests"/> runs the commands.</summary>
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
