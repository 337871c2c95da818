using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Tests.Parsers;
using LiqIndicators.MarketData.Venues.BitMex;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.MarketData.Venues.Okx;

namespace LiqIndicators.MarketData.Tests.Rows;

/// <summary>From a venue's rows to the maintenance margin of a position. Expected numbers are worked by hand.</summary>
public sealed class MarginTableTests
{
    // OKX: 600,000 at 0.4%, then 1% of the whole. Bybit: 1% less the 5,000 that make the margin continuous.
    [Fact]
    public void Of_VenuesRows_KeepsTheAmountsOfTheVenue()
    {
        MarginTiers okx = Table(OkxParser.MarginTiers(OkxCases.PositionTiers, TestInstruments.Okx.Terms, 60_000).Value);
        MarginTiers bybit = Table(BybitParser.MarginTiers(BybitCases.RiskLimit, ContractKind.Linear, 60_000).Value);

        Assert.Equal(600_000 * okx[0].MaintenanceMarginRate, okx.MaintenanceMargin(600_000), tolerance: 1e-9);
        Assert.Equal(1_000_000 * okx[1].MaintenanceMarginRate, okx.MaintenanceMargin(1_000_000), tolerance: 1e-9);
        Assert.Equal((1_500_000 * 0.01) - 5_000, bybit.MaintenanceMargin(1_500_000), tolerance: 1e-9);
    }

    // Published prices: 1 at 67,000 and 10 at 100,000, ten times, under the brackets and amounts that Binance published in 2021.
    [Theory]
    [InlineData(PositionSide.Long, 67_000, 1, 60_552.7638)]
    [InlineData(PositionSide.Long, 100_000, 10, 90_777.7778)]
    [InlineData(PositionSide.Short, 100_000, 10, 108_907.3171)]
    public void Of_PublishedBracketsAndAmounts_GivesThePublishedPrices(PositionSide side, double entry, double quantity, double expected)
    {
        MarginTiers table = Table(
        [
            new(0, 50_000, 0.004m, 0, 125), new(50_000, 250_000, 0.005m, 50, 100), new(250_000, 1_000_000, 0.01m, 1_300, 50),
            new(1_000_000, 10_000_000, 0.025m, 16_300, 20), new(10_000_000, 20_000_000, 0.05m, 266_300, 10), new(20_000_000, 50_000_000, 0.1m, 1_266_300, 5),
        ]);

        Assert.Equal(expected, LiquidationPrice.Linear(side, entry, quantity, 10, table), tolerance: 1e-4);
        Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationPrice.Linear(side, 100_000, 500, 10, table));
    }

    // 180,000,000 at 2.5% less 1,875,000; the last range has no end.
    [Fact]
    public void Of_LastRangeWithoutACap_GoesOn()
    {
        MarginTiers table = Table(HyperliquidParser.MarginTiers(HyperliquidCases.Meta, "BTC").Value);

        Assert.Equal(2_625_000, table.MaintenanceMargin(180_000_000), tolerance: 1e-6);
        Assert.Equal(double.MaxValue, table.LargestNotional);
    }

    [Fact]
    public void Of_LastRangesThatNobodyCanOpen_EndsBefore()
    {
        MarginTiers table = Table([new(0, 100, 0.1m, 0, 5), new(100, 200, 0.5m, 40, 1), new(200, 300, 0.9m, 120, 0.9m), new(300, 400, 0.95m, 135, 0.5m)]);

        Assert.Equal((2, 200.0), (table.Count, table.LargestNotional));
    }

    // 20% and then 10% more with each step: the tenth would ask for 110%.
    [Fact]
    public void Of_BitMexStepsThatAskForMoreThanAll_EndsBefore()
    {
        string body = BitMexCases.Instrument
            .Replace("\"initMargin\":0.01", "\"initMargin\":0.2", StringComparison.Ordinal)
            .Replace("\"maintMargin\":0.005", "\"maintMargin\":0.1", StringComparison.Ordinal);

        MarginTiers table = Table(BitMexParser.MarginTiers(body, "XBTUSD", 50_000).Value);

        Assert.Equal((9, 0.9, 1.0), (table.Count, table[8].MaintenanceMarginRate, table[8].MaximumLeverage));
    }

    public static TheoryData<string, MarginTierRow[]> NoTables => new()
    {
        { "tiers[0].NotionalFloor is 5;", [new(5, 100, 0.01m, 0, 50)] },
        { "tiers[1].NotionalFloor is 90;", [new(0, 100, 0.01m, 0, 50), new(90, 200, 0.02m, 1, 25)] },
        { "tiers[1].NotionalFloor is 100;", [new(0, null, 0.01m, 0, 50), new(100, 200, 0.02m, 1, 25)] },
        { "tiers[1].NotionalCap is 100;", [new(0, 100, 0.01m, 0, 50), new(100, 100, 0.02m, 1, 25)] },
        { "tiers[1].MaintenanceMarginRate is 0.005;", [new(0, 100, 0.01m, 0, 50), new(100, 200, 0.005m, 0, 25)] },
        { "tiers[1].MaximumLeverage is 75;", [new(0, 100, 0.01m, 0, 50), new(100, 200, 0.012m, 0, 75)] },
        { "tiers[0].MaintenanceMarginRate is 0.03;", [new(0, 100, 0.03m, 0, 50)] },
        { "cumulativeAmounts[1] is 2;", [new(0, 100, 0.01m, 0, 50), new(100, 200, 0.02m, 2, 25)] },
        { "tiers[1].MaximumLeverage is 0.5;", [new(0, 100, 0.01m, 0, 50), new(100, 200, 0.01m, 0, 0.5m), new(200, 300, 0.02m, 2, 25)] },
        { "tiers is empty", [] },
    };

    [Theory]
    [MemberData(nameof(NoTables), DisableDiscoveryEnumeration = true)]
    public void Of_RowsThatAreNoTable_NamesTheVenueAndTheField(string expected, MarginTierRow[] rows)
    {
        FetchResult<MarginTiers> result = MarginTable.Of("Bybit ETHUSDT 2026-05-04", rows);

        Assert.Equal(FetchErrorKind.Malformed, result.Error?.Kind);
        Assert.StartsWith($"Bybit ETHUSDT 2026-05-04: {expected}", result.Error?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Error!.Message);
    }

    private static MarginTiers Table(IReadOnlyList<MarginTierRow> rows) => MarginTable.Of("a table", rows).Value;
}
