namespace LiqIndicators.MarketData.Tests.Parsers;

/// <summary>Every parser with a fixture. A parser without an entry here is not tested against damage.</summary>
public static class ParserCases
{
    /// <summary>When streamed and timeless bodies arrive.</summary>
    public static readonly DateTime ReceivedUtc = new(2026, 5, 4, 12, 30, 15, DateTimeKind.Utc);

    public static IReadOnlyList<ParserCase> All { get; } = BinanceCases.All
        .Concat(BybitCases.All)
        .Concat(OkxCases.All)
        .Concat(HyperliquidCases.All)
        .Concat(BitMexCases.All)
        .Concat(CoinGlassCases.All)
        .Concat(CoinalyzeCases.All)
        .ToList();

    public static TheoryData<string> Names => new(All.Select(parser => parser.Name));

    public static ParserCase Named(string name) => All.Single(parser => parser.Name == name);
}
