using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Tests.Brokerage;

public sealed class MarginTests
{
    private static readonly LeverageStep[] Steps = [new(50_000, 20), new(200_000, 10)];

    // 100,000 and 50,000 of exposure at 1:20 are 5,000 and 2,500.
    [Theory]
    [InlineData(TotalMarginCalculationType.Sum, 7_500)]
    [InlineData(TotalMarginCalculationType.Max, 5_000)]
    [InlineData(TotalMarginCalculationType.Net, 2_500)]
    public void Margin_HedgedBook_AddsUpByTheRule(TotalMarginCalculationType rule, double expected)
    {
        Account account = new(Account.Plain with { MarginCalculation = rule });
        account.Buy(1);
        account.Sell(0.5);

        Assert.Equal(expected, account.Broker.Margin, tolerance: 1e-6);
    }

    // 50,000 at 1:20 are 2,500; 100,000 more at 1:10 are 10,000. What lies beyond the last step stays at 1:10.
    [Theory]
    [InlineData(20, 1.5, 12_500)]
    [InlineData(20, 2.5, 22_500)]
    [InlineData(15, 1.5, (50_000 / 15.0) + 10_000)]
    [InlineData(5, 1.5, 30_000)]
    public void Margin_DynamicLeverage_IsSummedPerStepBelowTheAccountsOwn(double leverage, double volume, double expected)
    {
        Account account = new(
            Account.Plain with { Balance = 100_000, Leverage = leverage }, Account.Spec with { DynamicLeverage = Steps });
        account.Buy(volume);

        Assert.Equal(expected, account.Broker.Margin, tolerance: 1e-6);
    }

    // Long 1.5 and short 0.5 net to 100,000: 2,500 and 50,000 at 1:10. Summed they are 12,500 and 2,500.
    [Theory]
    [InlineData(TotalMarginCalculationType.Net, 7_500)]
    [InlineData(TotalMarginCalculationType.Max, 12_500)]
    [InlineData(TotalMarginCalculationType.Sum, 15_000)]
    public void Margin_HedgeInSteps_TakesTheStepsOfWhatCounts(TotalMarginCalculationType rule, double expected)
    {
        Account account = new(
            Account.Plain with { Balance = 100_000, MarginCalculation = rule }, Account.Spec with { DynamicLeverage = Steps });
        account.Buy(1.5);
        account.Sell(0.5);

        Assert.Equal(expected, account.Broker.Margin, tolerance: 1e-6);
    }

    [Theory]
    [InlineData(MarginPricing.Current, 4_500)]
    [InlineData(MarginPricing.Entry, 5_000)]
    public void Margin_AfterAFall_GoesByTheChosenPrice(MarginPricing pricing, double expected)
    {
        Account account = new(Account.Plain with { Balance = 20_000, MarginPricing = pricing });
        account.Buy(1);
        account.Price(90_000);

        Assert.Equal(expected, account.Broker.Margin, tolerance: 1e-6);
    }

    // At 1.25 dollars a euro, 5,000 dollars of margin are 4,000 euros, and 1,000 dollars won are 800.
    [Fact]
    public void Account_InEuros_ConvertsMarginAndProfit()
    {
        Account account = new(Account.Plain with { Currency = "EUR" });
        BrokerSymbol euro = account.Broker.AddSymbol(new SymbolSpecification { Name = "EURUSD", BaseAsset = "EUR" });
        account.Broker.SetQuote(euro, 1.25, 1.25);
        account.Buy(1);
        Assert.Equal(4_000, account.Broker.Margin, tolerance: 1e-6);

        account.Price(101_000);
        Assert.Equal(10_800, account.Broker.Equity, tolerance: 1e-6);
    }

    [Fact]
    public void Trade_MarginBeyondTheFreeMoney_IsRefused()
    {
        Account account = new();

        Assert.Equal(ErrorCode.NoMoney, account.Broker.Trade(TradeType.Buy, account.Bitcoin, 2.01).Error);
        Assert.Null(account.Broker.Trade(TradeType.Buy, account.Bitcoin, 2).Error);
    }

    // Under Net the other side of a hedge frees margin, so that it needs no money.
    [Fact]
    public void Trade_OtherSideUnderNet_NeedsNoMoney()
    {
        Account account = new(Account.Plain with { MarginCalculation = TotalMarginCalculationType.Net });
        account.Buy(2);

        Assert.Null(account.Broker.Trade(TradeType.Sell, account.Bitcoin, 1).Error);
        Assert.Equal(5_000, account.Broker.Margin, tolerance: 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void Broker_ImpossibleLeverage_IsRefused(double leverage) =>
        Assert.Throws<ArgumentException>(() => new Broker(Account.Plain with { Leverage = leverage }, () => default));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(2, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void SetQuote_ImpossiblePrice_IsRefused(double bid, double ask) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Account().Price(bid, ask));
}
