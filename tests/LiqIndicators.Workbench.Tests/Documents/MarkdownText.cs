using System.Text.RegularExpressions;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Tests.Documents;

/// <summary>What readers of the documents are told to run.</summary>
internal static partial class MarkdownText
{
    internal static IReadOnlyList<string> Documents { get; } =
    [
        .. new[] { "README.md", "CONTRIBUTING.md" }.Select(name => Path.Combine(Repository.Root, name)),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
    ];

    /// <summary>Lines of the fenced blocks that hold commands; blocks that begin with something else are data.</summary>
    internal static IEnumerable<string> Commands(string text)
    {
        List<string>? block = null;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                block?.Add(line);
            }
            else if (block is null)
            {
                block = [];
            }
            else
            {
                if (block.Count > 0 && CommandLine.IsOne(block[0]))
                {
                    foreach (string command in block.Where(command => command.Length > 0 && command[0] != '#'))
                    {
                        yield return command;
                    }
                }

                block = null;
            }
        }
    }

    /// <summary>Commands of <c>liq</c> named in running text.</summary>
    internal static IEnumerable<string> Mentions(string text) => Span().Matches(text).Select(match => match.Groups[1].Value);

    /// <summary>Whole commands named in running text: of <c>liq</c> with all that it needs, and of other programs that this repository runs.</summary>
    internal static IEnumerable<string> CommandsInText(string text) => AnySpan().Matches(text).Select(match => match.Groups[1].Value)
        .Where(line => CommandLine.LiqArguments(line) is not string[] arguments || LiqCommand.Create().Parse(arguments).Errors.Count == 0);

    /// <summary>Targets of links to files of the repository.</summary>
    internal static IEnumerable<string> Links(string text) =>
        Link().Matches(text).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal));

    [GeneratedRegex("`(liq [^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex("`((?:[A-Z_]+=1 )?(?:liq|dotnet) [^`]+|packaging/[a-z]+\\.sh)`")]
    private static partial Regex AnySpan();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
