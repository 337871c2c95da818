using System.CommandLine;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Tests.Documents;

/// <summary>A line that a document or a workflow tells somebody to run, held against what there is to run.</summary>
internal static class CommandLine
{
    // Programs of other people, which are there or not whatever this repository does.
    private static readonly string[] Others = ["sha256sum", "shasum", "gh", "git", "test"];

    private static readonly Dictionary<string, string[]> Scripts = new()
    {
        ["packaging/pack.sh"] = ["pack", "--root", "."],
        ["packaging/pack.cmd"] = ["pack", "--root", "."],
        ["packaging/install.sh"] = ["install"],
        ["packaging/install.cmd"] = ["install"],
    };

    /// <summary>Whether a line begins with something this repository or its documents run.</summary>
    internal static bool IsOne(string line) =>
        Words(line) is [string first, ..] && (first is "liq" or "dotnet" or "bash" or ".ci/run" || Scripts.ContainsKey(first) || Others.Contains(first));

    /// <summary>The arguments that the line hands to <c>liq</c>; null when it runs something else.</summary>
    internal static string[]? LiqArguments(string line)
    {
        string[] words = Words(line);
        if (words is ["liq", ..])
        {
            return words[1..];
        }

        if (words is ["dotnet", "run", ..] && Array.IndexOf(words, "--") is int at and > 0 && words.Contains("Shared/LiqIndicators.Workbench"))
        {
            return words[(at + 1)..];
        }

        return words is [string first, ..] && Scripts.TryGetValue(first, out string[]? arguments) ? [.. arguments, .. words[1..]] : null;
    }

    /// <summary>Says what is wrong with a line; nothing when all it names is there.</summary>
    internal static IEnumerable<string> Problems(string line)
    {
        string[] words = Words(line);
        if (LiqArguments(line) is string[] arguments)
        {
            foreach (string problem in LiqCommand.Create().Parse(arguments).Errors.Select(error => error.Message))
            {
                yield return $"'{line}': {problem}";
            }
        }

        IEnumerable<string> paths = words[0] switch
        {
            "liq" => [],
            "dotnet" => PathsOf(words),
            "bash" => [words[1]],
            _ when Others.Contains(words[0]) => [],
            _ => [words[0]],
        };
        foreach (string path in paths.Where(path => !Path.Exists(Path.Combine(Repository.Root, path))))
        {
            yield return $"'{line}': {path} is not there";
        }
    }

    /// <summary>Says what is wrong with a command named in running text, where what it takes may be left out.</summary>
    internal static IEnumerable<string> ProblemsOfMention(string line)
    {
        Command command = LiqCommand.Create();
        foreach (string word in Words(line).Skip(1))
        {
            if (word.StartsWith("--", StringComparison.Ordinal))
            {
                if (word != "--help" && command.Options.All(option => option.Name != word && !option.Aliases.Contains(word)))
                {
                    yield return $"'{line}': 'liq {command.Name}' has no option {word}";
                }
            }
            else if (command.Subcommands.FirstOrDefault(sub => sub.Name == word) is Command sub)
            {
                command = sub;
            }
            else if (command.Subcommands.Count > 0)
            {
                yield return $"'{line}': there is no command '{word}'";
            }
        }
    }

    // What 'dotnet VERB ...' names: the project of 'run', and every argument that looks like a project, folder or solution of the others.
    private static IEnumerable<string> PathsOf(string[] words)
    {
        int end = Array.IndexOf(words, "--");
        return words[..(end < 0 ? words.Length : end)].Where(word => !word.StartsWith('-') && (word.Contains('/', StringComparison.Ordinal) || word.EndsWith(".sln", StringComparison.Ordinal)));
    }

    // Settings before a command (NAME=value) belong to its surroundings.
    private static string[] Words(string line) =>
    [
        .. line.Replace('\\', '/').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"', '\''))
            .SkipWhile(word => word.Contains('=', StringComparison.Ordinal) && char.IsUpper(word[0])),
    ];
}
