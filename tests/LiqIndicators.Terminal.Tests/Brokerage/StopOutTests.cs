using cAlgo.API;
using LiqIndicators.Terminal.Brokerage;

namespace LiqIndicators.Terminal.Tests.Brokerage;

/// <summary>A long of 1 bitcoin from 100,000 on 10,000 dollars at 1:20; the stop-out level is 50 %.</summary>
public sealed class StopOutTests
{
    // 10,000 + (P − 100,000) = 0.5 × P / 20 at P = 92,307.69.
    [Theory]
    [InlineData(92_308, 0)]
    [InlineData(92_307, 1)]
    public void SetQuote_AroundTheLevel_StopsOutBelowItOnly(double price, int expected)
    {
        Account account = new();
        account.Buy(1);
        account.Price(price);

        Assert.Equal(expected, account.Broker.StopOutCount);
    }

    // With margin at entry prices: 10,000 + (P − 100,000) = 0.5 × 5,000 at P = 92,500.
    [Theory]
    [InlineData(92_501, 0)]
    [InlineData(92_499, 1)]
    public void SetQuote_MarginAtEntryPrices_StopsOutAtItsOwnPrice(double price, int expected)
    {
        Account account = new(Account.Plain with { MarginPricing = MarginPricing.Entry });
        account.Buy(1);
        account.Price(price);

        Assert.Equal(expected, account.Broker.StopOutCount);
    }

    // 1.5 bitcoin on 20,000 dollars, 50,000 at 1:20 and the rest at 1:10:
    // 20,000 + 1.5 (P − 100,000) = 0.5 × (2,500 + (1.5 P − 50,000) / 10) at P = 90,350.88.
    [Theory]
    [InlineData(90_351, 0)]
    [InlineData(90_350, 1)]
    public void SetQuote_DynamicLeverage_StopsOutAtThePriceOfItsSteps(double price, int expected)
    {
        Account account = new(
            Account.Plain with { Balance = 20_000 }, Account.Spec with { DynamicLeverage = [new(50_000, 20), new(200_000, 10)] });
        account.Buy(1.5);
        account.Price(price);

        Assert.Equal(expected, account.Broker.StopOutCount);
    }

    // At 92,307 one step is enough. At 91,000 equity is 1,000, so margin may be 2,000 of 4,550: 0.5604 and the next step must go.
    [Theory]
    [InlineData(92_307, 0.99)]
    [InlineData(91_000, 0.43)]
    public void Smart_BelowTheLevel_ClosesNoMoreThanItMust(double price, double left)
    {
        Account account = new();
        BrokerPosition position = account.Buy(1);
        account.Price(price);

        Assert.Equal(left, position.Volume);
        Assert.True(account.Broker.MarginLevel >= 50);
    }

    // 0.1 % of 100,000 was paid at the entry, and 0.1 % of what is closed is paid again:
    // 0.5 × 4,550 (1 − v) = 900 − 91 v at v = 0.6296.
    [Fact]
    public void Smart_Commission_ClosesForItToo()
    {
        Account account = new(bitcoin: Account.Spec with
        {
            Commission = 0.1,
            CommissionType = SymbolCommissionType.PercentageOfTradingVolume,
        });
        BrokerPosition position = account.Buy(1);
        account.Price(91_000);

        Assert.Equal(0.37, position.Volume);
    }

    // 0.57 would leave 0.43, below the smallest volume, and 0.5 is not enough.
    [Fact]
    public void Smart_NoTradableStepIsEnough_ClosesWhole()
    {
        Account account = new(bitcoin: Account.Spec with { VolumeMin = 0.5 });
        account.Buy(1);
        account.Price(91_000);

        Assert.Empty(account.Broker.Positions);
        Assert.Equal(1_000, account.Broker.Balance, tolerance: 1e-6);
    }

    [Fact]
    public void Fair_BelowTheLevel_ClosesWhole()
    {
        Account account = new(Account.Plain with { StopOut = StopOutKind.Fair });
        account.Buy(1);
        account.Price(92_307);

        Assert.Empty(account.Broker.Positions);
        Assert.Equal(2_307, account.Broker.Balance, tolerance: 1e-6);
        Assert.Equal(PositionCloseReason.StopOut, Assert.Single(account.Broker.Deals).Reason);
    }

    [Theory]
    [InlineData(StopOutKind.Smart, 0.69, 0.3)]
    [InlineData(StopOutKind.Fair, 0, 0.3)]
    public void StopOut_TwoPositions_TakesTheLargestMarginFirst(StopOutKind kind, double large, double small)
    {
        Account account = new(Account.Plain with { StopOut = kind });
        BrokerPosition little = account.Buy(0.3);
        BrokerPosition big = account.Buy(0.7);
        account.Price(92_307);

        Assert.Equal(large, account.Broker.Positions.Contains(big) ? big.Volume : 0);
        Assert.Equal(small, little.Volume);
    }

    [Fact]
    public void StopOut_GapBelowZero_ClosesAllAndOwes()
    {
        Account account = new();
        account.Buy(1);
        account.Price(85_000);

        Assert.Empty(account.Broker.Positions);
        Assert.Equal(-5_000, account.Broker.Balance, tolerance: 1e-6);
    }

    // A short of 1 on 10,000: 10,000 − (P − 100,000) = 0.5 × P / 20 at P = 107,317.07.
    [Theory]
    [InlineData(107_317, 0)]
    [InlineData(107_318, 1)]
    public void SetQuote_Short_StopsOutAbove(double price, int expected)
    {
        Account account = new();
        account.Sell(1);
        account.Price(price);

        Assert.Equal(expected, account.Broker.StopOutCount);
    }

    [Fact]
    public void StopOut_MarketClosed_WaitsForTheOpening()
    {
        Account account = new(bitcoin: Account.Spec with
        {
            Sessions = [new(DayOfWeek.Monday, TimeSpan.FromHours(8), DayOfWeek.Monday, TimeSpan.FromHours(16))],
        });
        account.Buy(1);
        account.Now = account.Now.AddHours(5);
        account.Price(90_000);
        Assert.Single(account.Broker.Positions);

        account.Now = account.Now.AddDays(7).AddHours(-5);
        account.Price(90_000);
        Assert.Empty(account.Broker.Positions);
    }

    // 10,000 at 100,000 leave 5,000 above a margin of 5,000; with 2,400 of equity the level is 48 %.
    [Fact]
    public void Transfer_Withdrawal_MayStopOut()
    {
        Account account = new();
        account.Buy(1);
        account.Broker.Transfer(-7_600);

        Assert.Equal(1, account.Broker.StopOutCount);
        Assert.Equal(-7_600, Assert.Single(account.Broker.Transfers).Amount);
    }
}
