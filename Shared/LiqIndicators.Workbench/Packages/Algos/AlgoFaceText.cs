using System.Globalization;
using System.Text;

namespace LiqIndicators.Workbench.Packages.Algos;

/// <summary>Writes the face of an algo as plain lines, one fact each, for people to read and for files to be compared.</summary>
internal static class AlgoFaceText
{
    internal static string Write(AlgoFace face)
    {
        StringBuilder text = new();
        Line(text, $"{face.Kind} {face.TypeName}");
        Line(text, $"name {face.Name}");
        Line(text, $"access rights {face.AccessRights}");
        Line(text, $"time zone {face.TimeZone}");
        Line(text, $"overlay {(face.IsOverlay ? "true" : "false")}");
        Line(text, $"levels {(face.Levels.Count == 0 ? "none" : string.Join(", ", face.Levels.Select(Number)))}");
        foreach (AlgoInput input in face.Inputs)
        {
            string choices = input.Choices.Count == 0 ? "" : $" of {string.Join(" | ", input.Choices)}";
            Line(text, $"input {input.Property}: '{input.Group} / {input.Name}' {input.Type} = {input.Default ?? "none"}{choices}{RangeOf(input)}");
        }

        foreach (AlgoOutput output in face.Outputs)
        {
            Line(text, $"output {output.Property}: '{output.Name}' {output.Plot} {output.Color ?? "no colour"}");
        }

        return text.ToString();
    }

    /// <summary>Range and step of an input; empty when it has none.</summary>
    internal static string RangeOf(AlgoInput input)
    {
        string range = input.Min is null && input.Max is null ? "" : $" [{input.Min ?? "-"} .. {input.Max ?? "-"}]";
        return input.Step is null ? range : $"{range} step {input.Step}";
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    // One line ending on every system, so that an approved file is the same everywhere.
    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
