using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Tests.Parsers;

/// <summary>What a parser made of a body, whatever the type of its value.</summary>
public sealed record ParserOutcome(object? Value, FetchError? Error)
{
    public static ParserOutcome Of<T>(FetchResult<T> result) =>
        new(result.IsSuccess ? result.Value : null, result.Error);
}
