using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Guarding;

public sealed class StopOutTests
{
    // One BTC long from 100,000 at 1:10 with 20,000 of equity and a stop-out at 50%: equity 20,000 + (P - 100,000) meets half of
    // the margin P / 10 where 0.95 P = 80,000.
    [Fact]
    public void PriceOf_ALong_IsWhereEquityIsHalfOfTheMargin() =>
        Assert.Equal(84_210.5263157895, StopOut.PriceOf(Account(20_000, 10_000, Long("BTC", 1)), "BTC"), tolerance: 1e-6);

    // The mirror: 20,000 - (P - 100,000) = P / 20 at 1.05 P = 120,000.
    [Fact]
    public void PriceOf_AShort_LiesAboveThePrice() =>
        Assert.Equal(114_285.714285714, StopOut.PriceOf(Account(20_000, 10_000, Short("BTC", 1)), "BTC"), tolerance: 1e-6);

    // Another symbol needs 4,000: half of it must be left as well, 0.95 P = 82,000.
    [Fact]
    public void PriceOf_WithAnotherSymbol_ComesNearer() => Assert.Equal(
        86_315.7894736842,
        StopOut.PriceOf(Account(20_000, 14_000, Long("BTC", 1), Long("ETH", 10)), "BTC"),
        tolerance: 1e-6);

    // Exposure above 50,000 dollars is margined at 1:5: 20,000 + P - 100,000 = (5,000 + (P - 50,000) / 5) / 2 at 0.9 P = 77,500.
    [Fact]
    public void PriceOf_DynamicLeverage_FollowsTheTiers()
    {
        GuardSnapshot snapshot = Account(20_000, 15_000, Long("BTC", 1));
        snapshot.Symbols[0] = snapshot.Symbols[0] with { Tiers = [new(50_000, 10), new(1_000_000, 5)] };

        Assert.Equal(86_111.1111111111, StopOut.PriceOf(snapshot, "BTC"), tolerance: 1e-6);
    }

    [Fact]
    public void PriceOf_NothingToTell_IsNaN()
    {
        GuardSnapshot unknownLevel = Account(20_000, 10_000, Long("BTC", 1));
        unknownLevel.Account = unknownLevel.Account with { StopOutLevelPct = double.NaN };
        GuardSnapshot unknownRate = Account(20_000, 10_000, Long("BTC", 1));
        unknownRate.Symbols[0] = unknownRate.Symbols[0] with { QuoteToDeposit = double.NaN };

        Assert.All(
            [
                StopOut.PriceOf(Account(20_000, 10_000, Long("ETH", 1)), "BTC"),
                StopOut.PriceOf(Account(20_000, 10_000, Long("BTC", 1), Short("BTC", 1)), "BTC"),
                StopOut.PriceOf(Account(20_000, 10_000, Long("BTC", 1)), "XRP"),
                StopOut.PriceOf(Account(1_000_000, 10_000, Long("BTC", 1)), "BTC"),
                StopOut.PriceOf(unknownLevel, "BTC"),
                StopOut.PriceOf(unknownRate, "BTC"),
            ],
            price => Assert.True(double.IsNaN(price)));
    }

    private static GuardSnapshot Account(double equity, double margin, params PositionState[] positions)
    {
        GuardSnapshot snapshot = new()
        {
            Account = new AccountState(
                equity, equity, margin, 100 * equity / margin, 50, 10, AccountKind.Hedged, MarginCalculation.Sum, IsLive: false, double.NaN),
        };
        snapshot.Symbols.Add(Symbol("BTC", 100_000));
        snapshot.Symbols.Add(Symbol("ETH", 4_000));
        snapshot.Positions.AddRange(positions);
        return snapshot;
    }

    private static SymbolState Symbol(string name, double price) => new(
        name, 0.01, 0.01, 100, price, price, QuoteToDeposit: 1, DepositToUsd: 1, Tiers: [], 1, 0, IsMarketOpen: true);

    private static PositionState Long(string symbol, double volume) => Position(symbol, PositionSide.Long, volume);

    private static PositionState Short(string symbol, double volume) => Position(symbol, PositionSide.Short, volume);

    private static PositionState Position(string symbol, PositionSide side, double volume) => new(
        1, symbol, side, volume, 100_000, double.NaN, double.NaN, double.NaN, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), "");
}
