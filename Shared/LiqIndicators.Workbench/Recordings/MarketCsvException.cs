namespace LiqIndicators.Workbench.Recordings;

/// <summary>A market CSV that cannot be read; the message is one line that says where and what was expected.</summary>
public sealed class MarketCsvException : Exception
{
    internal MarketCsvException(string file, long line, string problem, Exception? cause = null)
        : base($"{file}, line {line}: {problem}", cause)
    {
        Line = line;
    }

    internal MarketCsvException(string file, long line, string column, string value, string expected)
        : this(file, line, $"column '{column}' is '{Shorten(value)}'; expected {expected}.")
    {
        Column = column;
    }

    /// <summary>Line of the file, counted from 1.</summary>
    public long Line { get; }

    /// <summary>Name of the column, when the mistake is in one field.</summary>
    public string? Column { get; }

    private static string Shorten(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
