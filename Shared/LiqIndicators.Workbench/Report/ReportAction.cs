using System.Globalization;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Report;

/// <summary>Something that a guard did.</summary>
/// <param name="TimeUtc">When; UTC.</param>
/// <param name="Text">What, in a few words.</param>
internal readonly record struct ReportAction(DateTime TimeUtc, string Text)
{
    private const string Header = "time_utc,action";

    /// <summary>Reads a CSV with the columns <c>time_utc,action</c>; the action is all that follows the first comma.</summary>
    /// <exception cref="CommandException">The file is not such a CSV; the message names the line.</exception>
    internal static IReadOnlyList<ReportAction> Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Header)
        {
            throw new CommandException($"{path}, line 1 is '{(lines.Length == 0 ? "" : lines[0])}'; expected '{Header}'.");
        }

        return [.. lines.Select((line, index) => (line, index)).Skip(1).Where(pair => pair.line.Length > 0).Select(pair => Read(path, pair.index + 1, pair.line)).OrderBy(action => action.TimeUtc)];
    }

    private static ReportAction Read(string path, int number, string line)
    {
        int comma = line.IndexOf(',', StringComparison.Ordinal);
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return comma > 0 && DateTime.TryParseExact(line[..comma], "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, Utc, out DateTime time)
            ? new ReportAction(time, line[(comma + 1)..].Trim())
            : throw new CommandException($"{path}, line {number} is '{line}'; expected a time like 2026-01-30T14:00:00Z, a comma and what was done.");
    }
}
