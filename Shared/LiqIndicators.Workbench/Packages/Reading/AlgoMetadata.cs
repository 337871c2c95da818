namespace LiqIndicators.Workbench.Packages.Reading;

/// <summary>What an <c>.algo</c> says of itself in clear. Every value is text as it stands there: null where it says nothing.</summary>
/// <remarks>The names are the platform's. What a value looks like (a number, a text, a list) differs between writers, so none is assumed.</remarks>
internal sealed record AlgoMetadata
{
    public string? ApiVersion { get; init; }

    public string? Timestamp { get; init; }

    /// <summary>Kind of algo and what the package holds, such as <c>Indicator, SourceIncluded</c>.</summary>
    public string? Flags { get; init; }

    public string? TargetFramework { get; init; }

    public string? Capabilities { get; init; }

    public IReadOnlyList<AlgoTypeMetadata>? Types { get; init; }

    /// <summary>Whether it asks for more than the sandbox gives: full access shows as a capability of that name.</summary>
    internal bool AsksForFullTrust => Asks(Capabilities) || (Types ?? []).Any(type => type is not null && Asks(type.Capabilities));

    private static bool Asks(string? capabilities) => capabilities?.Contains("FullTrust", StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>One algo class of a package.</summary>
internal sealed record AlgoTypeMetadata
{
    public string? FriendlyName { get; set; }

    public string? TypeName { get; set; }

    public string? AssemblyName { get; set; }

    public string? TimeZone { get; set; }

    public string? IsOverlay { get; set; }

    public string? Levels { get; set; }

    public string? Capabilities { get; set; }

    public IReadOnlyList<AlgoLineMetadata>? Lines { get; set; }

    public IReadOnlyList<AlgoParameterMetadata>? Parameters { get; set; }
}

/// <summary>One output.</summary>
internal sealed record AlgoLineMetadata
{
    public string? PropertyName { get; set; }

    public string? FriendlyName { get; set; }

    public string? Name { get; set; }

    /// <summary>The name users see; null when none is given.</summary>
    internal string? Shown => FriendlyName ?? Name ?? PropertyName;
}

/// <summary>One input.</summary>
internal sealed record AlgoParameterMetadata
{
    public string? ParameterType { get; set; }

    public string? PropertyName { get; set; }

    public string? FriendlyName { get; set; }

    public string? GroupName { get; set; }

    public string? MinValue { get; set; }

    public string? MaxValue { get; set; }

    public string? Step { get; set; }

    public string? DefaultValue { get; set; }

    public string? EnumValues { get; set; }

    public string? Description { get; set; }

    /// <summary>The name users see; null when none is given.</summary>
    internal string? Shown => FriendlyName ?? PropertyName;
}
