namespace LiqIndicators.MarketData.Ports;

/// <summary>A header whose value must never be shown.</summary>
public sealed class SecretHeader
{
    private const string Hidden = "(hidden)";

    private readonly string _value;

    /// <summary>Holds a header.</summary>
    /// <exception cref="ArgumentException">Name or value is empty.</exception>
    public SecretHeader(string name, string value)
    {
        Name = string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("A header needs a name.", nameof(name)) : name;
        _value = string.IsNullOrWhiteSpace(value)
            ? throw new ArgumentException($"The header {name} needs a value.", nameof(value))
            : value.Trim();
    }

    /// <summary>Name of the header.</summary>
    public string Name { get; }

    /// <summary>The value, for the transport that sends it and for nobody else.</summary>
    public string Reveal() => _value;

    /// <summary>The text with the value blotted out.</summary>
    public string Redact(string text) => text.Replace(_value, Hidden, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name alone.</summary>
    public override string ToString() => $"{Name}: {Hidden}";
}
