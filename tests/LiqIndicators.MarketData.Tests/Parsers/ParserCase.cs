using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Tests.Parsers;

/// <summary>A parser, a body it reads, and which of the body's fields it cannot do without.</summary>
/// <param name="Name">Venue and endpoint.</param>
/// <param name="Text">The project's own fixture in the venue's shape.</param>
/// <param name="Required">Names of fields that must be there, wherever they occur in the fixture.</param>
/// <param name="Places">Rows whose fields are places of a list: JSON path and the places that must be there.</param>
/// <param name="Parse">The parser.</param>
public sealed record ParserCase(
    string Name, string Text, string[] Required, (string Path, int[] Indexes)[] Places, Func<string, ParserOutcome> Parse)
{
    public override string ToString() => Name;

    public static ParserCase Of<T>(
        string name, string text, string required, Func<string, FetchResult<T>> parse, params (string, int[])[] places) => new(
        name,
        text,
        required.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        places,
        body => ParserOutcome.Of(parse(body)));
}
