using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LiqIndicators.Workbench.Scoring.Sim;

/// <summary>Seeds as people write them: <c>7</c> or <c>1..20</c>.</summary>
internal static class SeedRange
{
    private const int MostSeeds = 1000;

    /// <summary>The option <c>--seeds</c>.</summary>
    internal static Option<IReadOnlyList<int>> Option(IEnumerable<int> standard) => new("--seeds")
    {
        Description = "Seeds of the markets: 1 to 200 report, from 1001 on develop.",
        HelpName = "FIRST..LAST",
        CustomParser = Parse,
        DefaultValueFactory = _ => [.. standard],
    };

    private static IReadOnlyList<int> Parse(ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        string[] ends = text.Split("..");
        if (ends.Length <= 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last)
            && last >= first
            && last - first < MostSeeds)
        {
            return [.. Enumerable.Range(first, last - first + 1)];
        }

        argument.AddError($"--seeds is '{text}'; expected one seed like 7 or a rising range of at most {MostSeeds} like 1..20.");
        return [];
    }
}
