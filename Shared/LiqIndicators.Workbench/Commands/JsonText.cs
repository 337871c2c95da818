using System.Text.Json;

namespace LiqIndicators.Workbench.Commands;

/// <summary>Results for programs: camel case, numbers as they are, null for not available.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static string Of<T>(T result) => JsonSerializer.Serialize(result, Options);
}
