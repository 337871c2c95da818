using System.Globalization;
using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Tests.Trading;

public sealed class TradingDeskTests
{
    private static readonly SymbolSpecification Bitcoin = new() { Name = Desk.Symbol, Spread = 2 };

    [Fact]
    public void ExecuteMarketOrder_Buy_FillsAtTheAsk()
    {
        (_, TradingBot bot) = Open();

        TradeResult result = bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 1.5, "mine");

        Assert.True(result.IsSuccessful);
        Assert.Equal(102, result.Position.EntryPrice);
        Assert.Equal(-3, result.Position.NetProfit, tolerance: 1e-9);
        Assert.Same(result.Position, bot.Positions.Find("mine"));
        Assert.Equal(["opened 1 1.5"], bot.Events);
    }

    [Fact]
    public void ExecuteMarketOrder_Sell_FillsAtTheBid()
    {
        (_, TradingBot bot) = Open();

        Assert.Equal(100, bot.ExecuteMarketOrder(TradeType.Sell, Desk.Symbol, 1).Position.EntryPrice);
    }

    [Fact]
    public void Account_OpenPosition_FollowsThePrice()
    {
        (Desk desk, TradingBot bot) = Open();
        bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 2);

        desk.Tick(110);

        Assert.Equal(10_000, bot.Account.Balance);
        Assert.Equal(10_000 + (2 * (110 - 102)), bot.Account.Equity, tolerance: 1e-9);
        Assert.Equal(bot.Account.Equity - bot.Account.Margin, bot.Account.FreeMargin, tolerance: 1e-9);
        Assert.Equal(100 * bot.Account.Equity / bot.Account.Margin, bot.Account.MarginLevel!.Value, tolerance: 1e-9);
    }

    [Fact]
    public void MarginLevel_NoPositions_IsNull() => Assert.Null(Open().Bot.Account.MarginLevel);

    [Fact]
    public void ClosePosition_Whole_PaysTheProfitAndLeavesNothing()
    {
        (Desk desk, TradingBot bot) = Open();
        Position position = bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 2).Position;
        desk.Tick(110);

        Assert.True(bot.ClosePosition(position).IsSuccessful);

        Assert.Equal(10_016, bot.Account.Balance, tolerance: 1e-9);
        Assert.Equal(0, bot.Positions.Count);
        Assert.Equal(16, bot.History.Single().NetProfit, tolerance: 1e-9);
        Assert.Equal(["opened 1 2", "closed Closed 1 2"], bot.Events);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ClosePosition_Part_ReducesTheVolumeAndMayRaiseClosed(bool raisesClosed)
    {
        (Desk desk, TradingBot bot) = Open(new AccountOptions { PartialCloseRaisesClosed = raisesClosed });
        Position position = bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 0.3).Position;
        desk.Tick(112);

        Assert.True(bot.ClosePosition(position, 0.1).IsSuccessful);

        Assert.Equal(0.2, position.VolumeInUnits);
        Assert.Equal(10_001, bot.Account.Balance, tolerance: 1e-9);
        Assert.Equal(
            raisesClosed ? ["modified 1 0.2", "closed Closed 1 0.2"] : ["modified 1 0.2"], bot.Events.Skip(1));
    }

    [Fact]
    public void ModifyVolume_Less_IsAPartialClose()
    {
        (_, TradingBot bot) = Open();
        Position position = bot.ExecuteMarketOrder(TradeType.Sell, Desk.Symbol, 1).Position;

        Assert.True(position.ModifyVolume(0.25).IsSuccessful);

        Assert.Equal(0.25, position.VolumeInUnits);
        Assert.Equal(0.75, bot.History.Single().VolumeInUnits);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.015)]
    [InlineData(1000)]
    [InlineData(0)]
    [InlineData(-1)]
    public void ExecuteMarketOrder_BadVolume_IsRefusedAndTold(double volume)
    {
        (_, TradingBot bot) = Open();

        TradeResult result = bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, volume);

        Assert.Equal(ErrorCode.BadVolume, result.Error);
        Assert.Equal(["error BadVolume"], bot.Events);
        Assert.Same(result, bot.LastResult);
    }

    [Fact]
    public void ClosePosition_LeavingLessThanTheMinimum_IsRefused()
    {
        (_, TradingBot bot) = Open(specification: Bitcoin with { VolumeMin = 0.1 });
        Position position = bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 0.3).Position;

        Assert.Equal(ErrorCode.BadVolume, bot.ClosePosition(position, 0.25).Error);
        Assert.Equal(0.3, position.VolumeInUnits);
    }

    [Fact]
    public void ClosePosition_Twice_FindsNothingTheSecondTime()
    {
        (_, TradingBot bot) = Open();
        Position position = bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 1).Position;
        bot.ClosePosition(position);

        Assert.Equal(ErrorCode.EntityNotFound, bot.ClosePosition(position).Error);
    }

    [Fact]
    public void ExecuteMarketOrder_UnknownSymbol_IsRefused() => Assert.Equal(
        ErrorCode.UnknownSymbol, Open().Bot.ExecuteMarketOrder(TradeType.Buy, "NONE", 1).Error);

    [Fact]
    public void ExecuteMarketOrder_BeyondTheFreeMargin_IsRefused()
    {
        (_, TradingBot bot) = Open(new AccountOptions { Balance = 10, Leverage = 1 });

        Assert.Equal(ErrorCode.NoMoney, bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 1).Error);
    }

    [Fact]
    public void ExecuteMarketOrder_Disconnected_IsRefused()
    {
        (Desk desk, TradingBot bot) = Open();
        desk.Terminal.ChangeConnection(false);

        Assert.Equal(ErrorCode.Disconnected, bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 1).Error);
    }

    [Theory]
    [InlineData(false, 1.0)]
    [InlineData(true, 0.5)]
    public void FailNextTrade_Timeout_MayHaveBeenCarriedOut(bool isCarriedOut, double left)
    {
        (Desk desk, TradingBot bot) = Open();
        Position position = bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 1).Position;
        desk.Terminal.FailNextTrade(ErrorCode.Timeout, isCarriedOut);

        Assert.Equal(ErrorCode.Timeout, bot.ClosePosition(position, 0.5).Error);

        Assert.Equal(left, position.VolumeInUnits);
        Assert.True(bot.ClosePosition(position).IsSuccessful);
    }

    [Fact]
    public void ClosePositionAsync_Running_AnswersAfterTheCall()
    {
        (Desk desk, TradingBot bot) = Open();
        Position position = bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 1).Position;
        TradeResult? answer = null;

        TradeOperation operation = bot.ClosePositionAsync(position, result => answer = result);

        Assert.True(operation.IsExecuting);
        Assert.Equal(1, bot.Positions.Count);
        desk.Terminal.RunPosted();
        Assert.Same(answer, operation.TradeResult);
        Assert.Equal(0, bot.Positions.Count);
    }

    [Fact]
    public void Enumerating_WhileClosing_Breaks()
    {
        (_, TradingBot bot) = Open();
        bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 1);
        bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 1);

        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (Position position in bot.Positions)
            {
                bot.ClosePosition(position);
            }
        });
    }

    [Fact]
    public void OpenPosition_ByHand_IsSeenByTheRobot()
    {
        (Desk desk, TradingBot bot) = Open();

        desk.Terminal.OpenPosition(TradeType.Sell, Desk.Symbol, 1);

        Assert.Equal(["opened 1 1"], bot.Events);
        Assert.Same(desk.Terminal.Positions, bot.Positions);
    }

    [Theory]
    [InlineData(TradeType.Buy, 91, PositionCloseReason.StopLoss)]
    [InlineData(TradeType.Buy, 123, PositionCloseReason.TakeProfit)]
    [InlineData(TradeType.Sell, 109, PositionCloseReason.StopLoss)]
    [InlineData(TradeType.Sell, 77, PositionCloseReason.TakeProfit)]
    public void Protection_Touched_ClosesThePosition(TradeType tradeType, double bid, PositionCloseReason reason)
    {
        (Desk desk, TradingBot bot) = Open();
        bot.ExecuteMarketOrder(tradeType, Desk.Symbol, 1, "x", 10, 20);

        desk.Tick(bid);

        Assert.Equal($"closed {reason} 1 1", bot.Events[^1]);
    }

    [Fact]
    public void ModifyPosition_ProtectionOnTheWrongSide_IsRefused()
    {
        (_, TradingBot bot) = Open();
        Position position = bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 1).Position;

        Assert.Equal(ErrorCode.InvalidStopLossTakeProfit, position.ModifyStopLossPrice(101).Error);
        Assert.True(position.ModifyStopLossPrice(90).IsSuccessful);
        Assert.Equal(90, position.StopLoss);
    }

    // 2 units at 100 are 200 USD of exposure: 100 at 1:50, 50 at 1:10 and 50 at 1:5 make 2 + 5 + 10.
    [Fact]
    public void GetEstimatedMargin_DynamicLeverage_SumsTheSteps()
    {
        (_, TradingBot bot) = Open(
            specification: Bitcoin with { Spread = 0, DynamicLeverage = [new(100, 50), new(150, 10), new(1000, 5)] });

        Assert.Equal(17, bot.Symbol.GetEstimatedMargin(TradeType.Buy, 2), tolerance: 1e-9);
        Assert.Equal([50.0, 10, 5], bot.Symbol.DynamicLeverage.Select(tier => tier.Leverage));
    }

    [Fact]
    public void GetEstimatedMargin_AccountLeverageBelowTheStep_IsTheAccounts()
    {
        (_, TradingBot bot) = Open(
            new AccountOptions { Leverage = 5 }, Bitcoin with { Spread = 0, DynamicLeverage = [new(1000, 50)] });

        Assert.Equal(200 / 5.0, bot.Symbol.GetEstimatedMargin(TradeType.Buy, 2), tolerance: 1e-9);
    }

    // Buy 3 and sell 1 at 100 with 1:10: sides of 30 and 10.
    [Theory]
    [InlineData(TotalMarginCalculationType.Sum, 40)]
    [InlineData(TotalMarginCalculationType.Max, 30)]
    [InlineData(TotalMarginCalculationType.Net, 20)]
    public void Margin_Hedge_AddsUpAsTheAccountSays(TotalMarginCalculationType rule, double expected)
    {
        (_, TradingBot bot) = Open(
            new AccountOptions { Leverage = 10, MarginCalculation = rule }, Bitcoin with { Spread = 0 });
        bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 3);
        bot.ExecuteMarketOrder(TradeType.Sell, Desk.Symbol, 1);

        Assert.Equal(expected, bot.Account.Margin, tolerance: 1e-9);
    }

    [Theory]
    [InlineData(0.127, RoundingMode.Down, 0.12)]
    [InlineData(0.121, RoundingMode.Up, 0.13)]
    [InlineData(0.126, RoundingMode.ToNearest, 0.13)]
    [InlineData(0.29, RoundingMode.Down, 0.29)]
    [InlineData(0.57, RoundingMode.Up, 0.57)]
    [InlineData(0.001, RoundingMode.Down, 0.01)]
    [InlineData(1e9, RoundingMode.Up, 100)]
    public void NormalizeVolumeInUnits_AnyVolume_IsAWholeNumberOfSteps(
        double volume, RoundingMode rounding, double expected) =>
        Assert.Equal(expected, Open().Bot.Symbol.NormalizeVolumeInUnits(volume, rounding));

    [Fact]
    public void PipValue_PriceMoves_IsFrozenAtTheStart()
    {
        Desk desk = new(
            Recordings.OfCloses(100, 100),
            options: new TerminalOptions { Account = new AccountOptions { Currency = "BTC", Balance = 10 } },
            specification: Bitcoin with { Spread = 0 });
        Symbol symbol = desk.Chart.Chart.Symbol;

        desk.Tick(200);

        Assert.Equal(1 / 100.0, symbol.PipValue, tolerance: 1e-12);
        Assert.Equal(0.01 / 200, symbol.TickValue, tolerance: 1e-12);
    }

    [Theory]
    [InlineData("2025-01-06T10:00", true, 360)]
    [InlineData("2025-01-06T16:00", false, 0)]
    [InlineData("2025-01-06T07:59", false, 0)]
    [InlineData("2025-01-11T23:00", true, 120)]
    [InlineData("2025-01-12T01:00", false, 0)]
    public void MarketHours_Sessions_AreOpenBetweenTheirEdges(string time, bool isOpen, double minutesLeft)
    {
        DateTime at = DateTime.Parse(
            time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        HeadlessTerminal terminal = new(new TerminalOptions { StartUtc = at });
        Symbol symbol = terminal.AddSymbol(
            Bitcoin with
            {
                Sessions =
                [
                    new(DayOfWeek.Monday, TimeSpan.FromHours(8), DayOfWeek.Monday, TimeSpan.FromHours(16)),
                    new(DayOfWeek.Saturday, TimeSpan.FromHours(22), DayOfWeek.Sunday, TimeSpan.FromHours(1)),
                ],
            },
            []);

        Assert.Equal(isOpen, symbol.MarketHours.IsOpened());
        Assert.Equal(minutesLeft, symbol.MarketHours.TimeTillClose().TotalMinutes);
        Assert.Equal(isOpen, symbol.MarketHours.TimeTillOpen() == TimeSpan.Zero);
    }

    [Fact]
    public void ExecuteMarketOrder_MarketClosed_IsRefused()
    {
        (_, TradingBot bot) = Open(specification: Bitcoin with
        {
            Sessions = [new(DayOfWeek.Friday, TimeSpan.Zero, DayOfWeek.Friday, TimeSpan.FromHours(1))],
        });

        Assert.Equal(ErrorCode.MarketClosed, bot.ExecuteMarketOrder(TradeType.Buy, Desk.Symbol, 1).Error);
    }

    private static (Desk Desk, TradingBot Bot) Open(
        AccountOptions? account = null, SymbolSpecification? specification = null)
    {
        Desk desk = new(
            Recordings.OfCloses(100, 100),
            options: new TerminalOptions { Account = account ?? new AccountOptions() },
            specification: specification ?? Bitcoin);
        return (desk, desk.Terminal.Attach<TradingBot>(desk.Chart).Instance);
    }
}
