using System.Text.Json.Serialization;

namespace LiqIndicators.Workbench.Packages.Reading;

/// <summary>What an <c>.algo</c> says of itself in clear. Every value is text as it stands there: null where it says nothing.</summary>
/// <remarks>The names are the platform's. What a value looks like (a number, a text, a list) differs between writers, so none is assumed.</remarks>
internal sealed record AlgoMetadata
{
    [JsonConverter(typeof(AnyTextConverter))]
    public string? ApiVersion { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? Timestamp { get; init; }

    /// <summary>Kind of algo and what the package holds, such as <c>Indicator, SourceIncluded</c>.</summary>
    [JsonConverter(typeof(AnyTextConverter))]
    public string? Flags { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? TargetFramework { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? Capabilities { get; init; }

    public IReadOnlyList<AlgoTypeMetadata>? Types { get; init; }

    /// <summary>Whether it asks for more than the sandbox gives: full access shows as a capability of that name.</summary>
    internal bool AsksForFullTrust => Asks(Capabilities) || (Types ?? []).Any(type => type is not null && Asks(type.Capabilities));

    private static bool Asks(string? capabilities) => capabilities?.Contains("FullTrust", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>One algo class of a package.</summary>
internal sealed record AlgoTypeMetadata
{
    [JsonConverter(typeof(AnyTextConverter))]
    public string? FriendlyName { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? TypeName { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? AssemblyName { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? TimeZone { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? IsOverlay { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? Levels { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? Capabilities { get; init; }

    public IReadOnlyList<AlgoLineMetadata>? Lines { get; init; }

    public IReadOnlyList<AlgoParameterMetadata>? Parameters { get; init; }
}

/// <summary>One output.</summary>
internal sealed record AlgoLineMetadata
{
    [JsonConverter(typeof(AnyTextConverter))]
    public string? PropertyName { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? FriendlyName { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? Name { get; init; }

    /// <summary>The name users see; null when none is given.</summary>
    internal string? Shown => FriendlyName ?? Name ?? PropertyName;
}

/// <summary>One input.</summary>
internal sealed record AlgoParameterMetadata
{
    [JsonConverter(typeof(AnyTextConverter))]
    public string? ParameterType { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? PropertyName { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? FriendlyName { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? GroupName { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? MinValue { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? MaxValue { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? Step { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? DefaultValue { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? EnumValues { get; init; }

    [JsonConverter(typeof(AnyTextConverter))]
    public string? Description { get; init; }

    /// <summary>The name users see; null when none is given.</summary>
    internal string? Shown => FriendlyName ?? PropertyName;
}
