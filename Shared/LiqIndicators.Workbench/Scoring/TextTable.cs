using System.Text;

namespace LiqIndicators.Workbench.Scoring;

/// <summary>A table in plain text: the first column to the left, the others to the right, as wide as they need.</summary>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    internal void Add(params string[] row) => _rows.Add(row);

    internal void WriteTo(TextWriter output)
    {
        int[] widths = [.. Enumerable.Range(0, header.Length).Select(column => _rows.Max(row => column < row.Length ? row[column].Length : 0))];
        for (int i = 0; i < _rows.Count; i++)
        {
            output.WriteLine(Line(_rows[i], widths));
            if (i == 0)
            {
                output.WriteLine(new string('-', widths.Sum() + (2 * (widths.Length - 1))));
            }
        }
    }

    private static string Line(string[] row, int[] widths)
    {
        StringBuilder line = new();
        for (int column = 0; column < row.Length; column++)
        {
            line.Append(column == 0 ? row[column].PadRight(widths[column]) : "  " + row[column].PadLeft(widths[column]));
        }

        return line.ToString().TrimEnd();
    }
}
