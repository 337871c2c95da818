using System.Text.Json;

namespace LiqIndicators.Workbench.Commands;

/// <summary>Results for programs: camel case, numbers as they are, null for not available.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web);

    internal static string Of<T>(T result) => JsonSerializer.Serialize(result, Options);

    /// <summary>The same on one line, for results that come one after another.</summary>
    internal static string Line<T>(T result) => JsonSerializer.Serialize(result, OneLine);
}
