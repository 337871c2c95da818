using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Brokerage;

namespace LiqIndicators.Terminal.Tests.Brokerage;

public sealed class BrokerTests
{
    private static readonly AccountType Netted = AccountType.Netted;

    // 10 basis points of 100,000 are 100 on each way.
    [Fact]
    public void Trade_Slippage_FillsWorseBothWays()
    {
        Account account = new(bitcoin: Account.Spec with { SlippageBps = 10 });
        BrokerPosition position = account.Buy(0.5);
        account.Broker.Close(position, 0.5);

        Assert.Equal(100_100, position.EntryPrice, tolerance: 1e-6);
        Assert.Equal(99_900, account.Broker.Deals[0].ClosingPrice, tolerance: 1e-6);
        Assert.Equal(9_900, account.Broker.Balance, tolerance: 1e-6);
    }

    // Half a bitcoin at 100,000 is 0.05 million dollars and half a lot.
    [Theory]
    [InlineData(SymbolCommissionType.UsdPerMillionUsdVolume, 30, 1.5)]
    [InlineData(SymbolCommissionType.UsdPerOneLot, 30, 15)]
    [InlineData(SymbolCommissionType.PercentageOfTradingVolume, 0.02, 10)]
    [InlineData(SymbolCommissionType.QuoteCurrencyPerOneLot, 30, 15)]
    public void Trade_Commission_IsChargedOnOpeningAndClosing(SymbolCommissionType type, double rate, double expected)
    {
        Account account = new(bitcoin: Account.Spec with { Commission = rate, CommissionType = type });
        BrokerPosition position = account.Buy(0.5);
        Assert.Equal(-expected, position.Commissions, tolerance: 1e-9);
        Assert.Equal(10_000 - expected, account.Broker.Equity, tolerance: 1e-9);
        Assert.Equal(10_000, account.Broker.Balance);

        account.Broker.Close(position, 0.5);
        Assert.Equal(10_000 - (2 * expected), account.Broker.Balance, tolerance: 1e-9);
        Assert.Equal(-2 * expected, account.Broker.Deals[0].Commissions, tolerance: 1e-9);
    }

    // A fifth is closed: a fifth of the opening commission goes with it.
    [Fact]
    public void Close_Part_PaysItsShareOfTheCommission()
    {
        Account account = new(bitcoin: Account.Spec with { Commission = 10, CommissionType = SymbolCommissionType.UsdPerOneLot });
        BrokerPosition position = account.Buy(1);
        account.Broker.Close(position, 0.2);

        Assert.Equal(-8, position.Commissions, tolerance: 1e-9);
        Assert.Equal(10_000 - 2 - 2, account.Broker.Balance, tolerance: 1e-9);
        Assert.Equal(9_988, account.Broker.Equity, tolerance: 1e-9);
    }

    [Fact]
    public void Trade_Netted_AveragesTakesOffAndTurns()
    {
        Account account = new(Account.Plain with { AccountType = Netted, Balance = 100_000 });
        BrokerPosition position = account.Buy(1);
        account.Price(110_000);
        Assert.Same(position, account.Buy(1));
        Assert.Equal((2.0, 105_000.0), (position.Volume, position.EntryPrice));

        account.Sell(0.5);
        Assert.Equal(1.5, position.Volume);
        Assert.Equal(102_500, account.Broker.Balance, tolerance: 1e-6);

        BrokerPosition turned = account.Sell(2);
        Assert.Equal((TradeType.Sell, 0.5), (turned.TradeType, turned.Volume));
        Assert.Equal(110_000, account.Broker.Balance, tolerance: 1e-6);
        Assert.Same(turned, Assert.Single(account.Broker.Positions));
    }

    [Theory]
    [InlineData(TradeType.Buy, PendingOrderType.Limit, 98_000, 99_500, 98_001, 97_000)]
    [InlineData(TradeType.Buy, PendingOrderType.Stop, 102_000, 100_500, 101_999, 103_000)]
    [InlineData(TradeType.Sell, PendingOrderType.Limit, 102_000, 100_500, 101_999, 103_000)]
    [InlineData(TradeType.Sell, PendingOrderType.Stop, 98_000, 99_500, 98_001, 97_000)]
    public void Place_TargetReached_FillsThenAndAtTheMarket(
        TradeType side, PendingOrderType type, double target, double near, double nearer, double there)
    {
        Account account = new();
        BrokerOrder order = account.Broker.Place(side, account.Bitcoin, 0.5, type, target, "later").Order!;
        account.Price(near);
        account.Price(nearer);
        Assert.Same(order, Assert.Single(account.Broker.Orders));

        account.Price(there);
        Assert.Empty(account.Broker.Orders);
        BrokerPosition position = Assert.Single(account.Broker.Positions);
        Assert.Equal((side, there, "later"), (position.TradeType, position.EntryPrice, position.Label));
    }

    [Fact]
    public void Place_NotEnoughMoneyAtTheTarget_EndsRejected()
    {
        Account account = new();
        List<PendingOrderCancellationReason> reasons = [];
        account.Broker.OrderCancelled += (_, reason) => reasons.Add(reason);
        account.Broker.Place(TradeType.Buy, account.Bitcoin, 3, PendingOrderType.Limit, 99_000);
        account.Broker.Place(TradeType.Buy, account.Bitcoin, 1, PendingOrderType.Limit, 90_000, null, account.Now.AddMinutes(1));
        account.Price(98_000);
        account.Now = account.Now.AddMinutes(1);
        account.Price(98_000);

        Assert.Empty(account.Broker.Positions);
        Assert.Equal([PendingOrderCancellationReason.Rejected, PendingOrderCancellationReason.Expired], reasons);
    }

    [Fact]
    public void Cancel_PendingOrder_EndsItOnce()
    {
        Account account = new();
        BrokerOrder order = account.Broker.Place(TradeType.Buy, account.Bitcoin, 1, PendingOrderType.Limit, 90_000).Order!;

        Assert.True(account.Broker.Cancel(order).IsSuccessful);
        Assert.Equal(ErrorCode.EntityNotFound, account.Broker.Cancel(order).Error);
    }

    [Fact]
    public void ChangeVolume_More_AveragesTheEntry()
    {
        Account account = new(Account.Plain with { Balance = 100_000 });
        BrokerPosition position = account.Buy(1);
        account.Price(104_000);
        account.Broker.ChangeVolume(position, 4);

        Assert.Equal((4.0, 103_000.0), (position.Volume, position.EntryPrice));
    }

    // 100 pips of 1: the stop of a long must be at 99,900 or lower.
    [Theory]
    [InlineData(99_901, ErrorCode.InvalidStopLossTakeProfit)]
    [InlineData(99_900, null)]
    public void Protect_NearerThanAllowed_IsRefused(double stop, ErrorCode? expected)
    {
        Account account = new(bitcoin: Account.Spec with { MinStopLossDistance = 100 });

        Assert.Equal(expected, account.Broker.Protect(account.Buy(1), stop, null).Error);
    }
}
