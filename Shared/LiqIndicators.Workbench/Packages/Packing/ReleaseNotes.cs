using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>Takes the notes of one version out of the changelog.</summary>
internal static class ReleaseNotes
{
    /// <summary>The section <c>## VERSION</c> of a changelog under a heading of its own.</summary>
    /// <exception cref="CommandException">The changelog has no such section, or nothing in it.</exception>
    internal static string Of(string changelog, string version)
    {
        string[] lines = changelog.ReplaceLineEndings("\n").Split('\n');
        int start = Array.FindIndex(lines, line => line.StartsWith("## ", StringComparison.Ordinal) && line[3..].Split(' ')[0] == version);
        string[] section = start < 0 ? [] : [.. lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))];
        return section.Any(line => !string.IsNullOrWhiteSpace(line))
            ? $"# LiqIndicators {version}\n\n{string.Join('\n', section).Trim()}\n"
            : throw new CommandException($"CHANGELOG.md says nothing of {version}; expected a section '## {version}'.");
    }
}
