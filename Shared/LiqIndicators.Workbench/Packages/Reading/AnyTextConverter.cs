using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiqIndicators.Workbench.Packages.Reading;

/// <summary>Takes any JSON value for text: a text as it is, a list joined with commas, anything else as it is written.</summary>
internal sealed class AnyTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        using JsonDocument value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.ValueKind == JsonValueKind.Array
            ? string.Join(", ", value.RootElement.EnumerateArray().Select(Text))
            : Text(value.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
}
