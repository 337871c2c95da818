using System.Globalization;
using System.Text;
using LiqIndicators.Workbench.Packages.Algos;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>Writes every input with its standard and range, and what presets set, for whoever wants to set or share a set of inputs by hand.</summary>
internal static class InputTable
{
    internal static string Write(IEnumerable<AlgoFace> faces)
    {
        StringBuilder text = new($"# Inputs of LiqIndicators {ProductVersion.Text}\n");
        foreach (AlgoFace face in faces)
        {
            Line(text, $"\n## {face.Name}\n");
            Line(text, $"| group | input | standard | range | what it does |\n|---|---|---|---|---|");
            foreach (AlgoInput input in face.Inputs)
            {
                string range = input.Choices.Count > 0 ? string.Join(", ", input.Choices) : AlgoFaceText.RangeOf(input).Trim();
                Line(text, $"| {Cell(input.Group)} | {Cell(input.Name)} | {Cell(input.Default)} | {Cell(range)} | {Cell(input.Description)} |");
            }
        }

        return text.Append(PresetTable.Write()).ToString();
    }

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
