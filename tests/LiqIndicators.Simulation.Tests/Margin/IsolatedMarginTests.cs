using CsCheck;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Margin;

namespace LiqIndicators.Simulation.Tests.Margin;

public sealed class IsolatedMarginTests
{
    private static readonly MarginTierTable Brackets = MarginTierTable.Build(1, 1);

    // Solved by hand from the exchange's published brackets of 2021 (50k 0.4%, 250k 0.5%, 1M 1%, 10M 2.5%).
    [Theory]
    [InlineData(PositionSide.Long, 67_000, 1, 60_552.7638)]
    [InlineData(PositionSide.Long, 100_000, 10, 90_777.7778)]
    [InlineData(PositionSide.Short, 100_000, 10, 108_907.3171)]
    public void LiquidationPrice_TenTimesLeverage_MatchesPublishedBrackets(
        PositionSide side, double entryPrice, double quantity, double expected) => Assert.Equal(
        expected,
        IsolatedMargin.LiquidationPrice(side, entryPrice, quantity, entryPrice * quantity / 10, Brackets),
        tolerance: 1e-4);

    [Fact]
    public void LiquidationPrice_AnyPosition_LeavesExactlyTheMaintenanceMargin() => Gen.Select(
        Gen.Bool, Gen.Double[1000, 100_000], Gen.Double[-1, 9], Gen.Double[0.02, 0.9]).Sample((isLong, entry, logNotional, margin) =>
    {
        PositionSide side = isLong ? PositionSide.Long : PositionSide.Short;
        double quantity = Math.Pow(10, logNotional) / entry;
        double posted = margin * entry * quantity;
        double price = IsolatedMargin.LiquidationPrice(side, entry, quantity, posted, Brackets);
        double notional = entry * quantity;
        if (IsolatedMargin.Excess(side, entry, quantity, posted, entry, Brackets) <= 0)
        {
            return; // Such a position may not be opened: its bracket asks for more margin.
        }

        double left = price > 0 ? IsolatedMargin.Excess(side, entry, quantity, posted, price, Brackets) : 0;
        Assert.Equal(0, left / notional, tolerance: 1e-9);
        Assert.True(isLong ? price < entry : price > entry);
        double needed = price > 0 ? IsolatedMargin.MarginFor(side, entry, quantity, price, Brackets) : posted;
        Assert.Equal(margin, needed / notional, tolerance: 1e-9);
    });

    // Brackets of 2021 admit 10 times leverage up to 20 million at entry.
    [Theory]
    [InlineData(125, 50_000)]
    [InlineData(10, 20_000_000)]
    [InlineData(3, double.PositiveInfinity)]
    public void LargestNotional_Leverage_IsTheEndOfItsLastBracket(double leverage, double expected) =>
        Assert.Equal(expected, Brackets.LargestNotional(leverage));

    // Cumulative amounts of the published brackets: 0, 50, 1300, 16300, 266300, 1266300, 2516300.
    [Fact]
    public void Build_PublishedBrackets_GivesTheirCumulativeAmounts()
    {
        double[] expected = [0, 50, 1_300, 16_300, 266_300, 1_266_300, 2_516_300];
        Assert.Equal(expected.Length, Brackets.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], Brackets[i].MaintenanceDeduction, tolerance: 1e-6);
        }
    }
}
