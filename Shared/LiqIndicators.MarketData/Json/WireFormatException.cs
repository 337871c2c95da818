namespace LiqIndicators.MarketData.Json;

/// <summary>A field of a message is missing or not what it should be; the message names it.</summary>
public sealed class WireFormatException : FormatException
{
    /// <summary>Names the field, its value and what was expected.</summary>
    public WireFormatException(string message)
        : base(message)
    {
    }
}
