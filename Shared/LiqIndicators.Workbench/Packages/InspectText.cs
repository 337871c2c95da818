using System.Globalization;
using System.Text;
using LiqIndicators.Workbench.Packages.Reading;

namespace LiqIndicators.Workbench.Packages;

/// <summary>A reading for people.</summary>
internal static class InspectText
{
    internal static string Write(string file, AlgoReading reading)
    {
        StringBuilder text = new();
        if (reading.Metadata is not AlgoMetadata metadata)
        {
            string what = reading.State == AlgoFileState.NotAnAlgo ? "is not an .algo package" : "cannot be read";
            return $"{file} {what}: {ClearText.Of(reading.Reason)}{Environment.NewLine}";
        }

        Line(text, $"{file}: .algo format 2, {reading.FileBytes} bytes, {reading.PayloadBytes} of them encrypted");
        Line(text, $"kind         {ClearText.Of(metadata.Flags)}");
        Line(text, $"framework    {ClearText.Of(metadata.TargetFramework)}");
        Line(text, $"API          {ClearText.Of(metadata.ApiVersion)}");
        Line(text, $"built        {ClearText.Of(metadata.Timestamp)}");
        Line(text, $"full access  {(metadata.AsksForFullTrust ? "YES: it may read files, open connections and run programs" : "no")}");
        foreach (AlgoTypeMetadata? type in metadata.Types ?? [])
        {
            if (type is not null)
            {
                Describe(text, type);
            }
        }

        return text.ToString();
    }

    private static void Describe(StringBuilder text, AlgoTypeMetadata type)
    {
        text.AppendLine();
        Line(text, $"{ClearText.Of(type.FriendlyName)} ({ClearText.Of(type.TypeName)}), time zone {ClearText.Of(type.TimeZone)}");
        foreach (AlgoParameterMetadata? input in type.Parameters ?? [])
        {
            string group = string.IsNullOrEmpty(input?.GroupName) ? "" : $"{ClearText.Of(input.GroupName)} / ";
            Line(text, $"  input   {group}{ClearText.Of(input?.Shown)} = {ClearText.Of(input?.DefaultValue)}  [{ClearText.Of(input?.MinValue)} .. {ClearText.Of(input?.MaxValue)}]");
        }

        foreach (AlgoLineMetadata? line in type.Lines ?? [])
        {
            Line(text, $"  output  {ClearText.Of(line?.Shown)}");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
