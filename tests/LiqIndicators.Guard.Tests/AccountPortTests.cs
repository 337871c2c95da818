using cAlgo.API;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.CTrader.Guarding;
using LiqIndicators.Sessions.Guarding;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Trading;
using LiqIndicators.TestKit;

namespace LiqIndicators.Guard.Tests;

/// <summary>Every error of the platform goes its own way through the real adapter, from the platform's answer to what the guard does next.</summary>
public sealed class AccountPortTests
{
    // The order is filled although nobody said so: the account shows it, and nothing is sent again.
    [Theory]
    [InlineData(ErrorCode.Timeout)]
    [InlineData(ErrorCode.TechnicalError)]
    public void UnknownResult_Filled_IsBelievedToTheAccount(ErrorCode error)
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.FailNextTrade(error, isCarriedOut: true);
        desk.Run(60);

        Assert.Single(desk.Requests);
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
        Assert.True(desk.Said($"{error}; the account will tell"));
    }

    // 10 s are given to show up; then the back-off of 2 s; then once more.
    [Theory]
    [InlineData(ErrorCode.Timeout)]
    [InlineData(ErrorCode.TechnicalError)]
    public void UnknownResult_NotFilled_IsTriedAgainAfterItsPatience(ErrorCode error)
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.FailNextTrade(error);
        desk.Run(11);
        Assert.Single(desk.Requests);

        desk.Run(4);
        Assert.Equal(2, desk.Requests.Count);
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
    }

    [Fact]
    public void Timeout_FilledLate_IsNotSentTwice()
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.PlanNextTrade(OrderFate.Refused(ErrorCode.Timeout) with { FillShare = 1, FillAfter = TimeSpan.FromSeconds(8) });
        desk.Run(60);

        Assert.Single(desk.Requests);
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
    }

    [Fact]
    public void NoReplyEver_Filled_IsFoundAfterTheReplyTimeout()
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.PlanNextTrade(new OrderFate { IsAnswered = false, FillAfter = TimeSpan.FromSeconds(2) });
        desk.Run(29);
        Assert.False(desk.Said("Done: "));

        desk.Run(5);
        Assert.Single(desk.Requests);
        Assert.True(desk.Said("Done: "));
    }

    // A quarter of 0.5 is filled: 0.12 by steps. What is missing is decided anew.
    [Fact]
    public void PartialFill_TheRest_IsDecidedAnew()
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.PlanNextTrade(new OrderFate { FillShare = 0.25 });
        desk.Run(10);

        Assert.Equal([0.5, 0.38], desk.Requests.Select(request => request.Volume));
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
        Assert.True(desk.Said("Partly done: "));
    }

    [Fact]
    public void Disconnected_OnSending_WaitsForTheConnectionAndGoesOn()
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.FailNextTrade(ErrorCode.Disconnected);
        desk.Run(3);
        Assert.True(desk.Said("Disconnected; the account will tell"));

        desk.Run(30);
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
    }

    [Fact]
    public void Offline_TheAccount_IsNeitherReadNorTraded()
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.ChangeConnection(false);
        desk.Run(60);
        Assert.Empty(desk.Requests);
        Assert.True(desk.Said("No orders: Offline"));

        desk.Terminal.ChangeConnection(true);
        desk.Run(20);
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
    }

    // The platform says the position is gone, and it is: somebody else closed it.
    [Fact]
    public void EntityNotFound_ClosedByAnother_IsFine()
    {
        using GuardedTerminal desk = Endangered();
        int id = desk.Broker.Positions[0].Id;
        desk.Terminal.PlanNextTrade(new OrderFate { FillAfter = TimeSpan.FromSeconds(1), ReplyAfter = TimeSpan.FromSeconds(1) });
        desk.Run(2);
        desk.Terminal.ClosePosition(id);
        desk.Run(10);

        Assert.Single(desk.Requests);
        Assert.True(desk.Said("EntityNotFound; the account will tell"));
        Assert.True(desk.Said("Done: "));
    }

    [Fact]
    public void EntityNotFound_StillThere_IsAFailureAfterThreeSeconds()
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.FailNextTrade(ErrorCode.EntityNotFound);
        desk.Run(3);
        Assert.Single(desk.Requests);

        desk.Run(5);
        Assert.True(desk.Said("Not done (EntityNotFound)"));
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
    }

    [Fact]
    public void BadVolume_Repeated_AsksForHalfEachTime()
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.FailNextTrade(ErrorCode.BadVolume);
        desk.Terminal.FailNextTrade(ErrorCode.BadVolume);
        desk.Run(3);

        Assert.Equal([0.5, 0.25, 0.12], desk.Requests.Take(3).Select(request => request.Volume));
    }

    [Fact]
    public void MarketClosed_OnSending_IsTriedAgainAfterItsProbe()
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.FailNextTrade(ErrorCode.MarketClosed);
        desk.Run(10);
        Assert.Single(desk.Requests);

        desk.Run(10);
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
    }

    [Fact]
    public void MarketClosed_ByItsHours_WaitsUntilItOpens()
    {
        using GuardedTerminal desk = new(
            null,
            new SymbolSpecification
            {
                Name = GuardedTerminal.Btc,
                Sessions =
                [
                    new(DayOfWeek.Monday, TimeSpan.FromHours(8), DayOfWeek.Monday, new TimeSpan(12, 0, 10)),
                    new(DayOfWeek.Monday, new TimeSpan(12, 1, 0), DayOfWeek.Monday, TimeSpan.FromHours(16)),
                ],
            },
            ("Mode", GuardMode.Armed));
        desk.Buy(1);
        desk.SetRisk(0);
        desk.Ready();
        desk.Run(20);
        desk.SetRisk(50);
        desk.Run(30);
        Assert.Empty(desk.Requests);

        desk.Run(12);
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
    }

    [Theory]
    [InlineData(ErrorCode.NoMoney)]
    [InlineData(ErrorCode.InvalidRequest)]
    public void Refusal_OfOnePosition_BacksOffAndCutsAnother(ErrorCode error)
    {
        using GuardedTerminal desk = new(inputs: ("Mode", GuardMode.Armed));
        int first = desk.Buy(0.6);
        int second = desk.Buy(0.4);
        desk.SetRisk(50);
        desk.Attach();
        desk.Terminal.FailNextTrade(error);
        desk.Run(3);

        Assert.Equal([first, second], desk.Requests.Take(2).Select(request => request.Id));
        Assert.True(desk.Said($"Refused ({error})"));
    }

    // The stop cannot be moved, so the volume is cut instead.
    [Fact]
    public void InvalidStop_OnMoving_CutsThatPosition()
    {
        using GuardedTerminal desk = new(
            inputs: [("Mode", GuardMode.Armed), ("Response", LadderResponse.TightenStop)]);
        desk.Buy(1);
        desk.SetRisk(50);
        desk.Attach();
        desk.Terminal.FailNextTrade(ErrorCode.InvalidStopLossTakeProfit);
        desk.Run(5);

        Assert.Equal([TradeRequestKind.Protect, TradeRequestKind.Close], desk.Requests.Select(request => request.Kind));
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
    }

    [Fact]
    public void MoveStop_TrailingStop_GoesOnTrailing()
    {
        using GuardedTerminal desk = new(
            inputs: [("Mode", GuardMode.Armed), ("Response", LadderResponse.TightenStop)]);
        desk.Buy(1);
        Position position = Assert.Single(desk.Terminal.Positions);
        position.ModifyStopLossPrice(90_000);
        position.ModifyTrailingStop(true);
        desk.SetRisk(50);
        desk.Ready();
        desk.Run(1);

        Assert.True(position.StopLoss > 90_000);
        Assert.True(position.HasTrailingStop);
    }

    // After a lost connection a symbol may come late, and a tier of no leverage says nothing: neither may end the guarding.
    [Fact]
    public void Add_SymbolThatComesLate_IsFoundWithTheTiersThatSaySomething()
    {
        using GuardedTerminal desk = new();
        Robot robot = desk.Attach().Instance;
        SymbolReader reader = new(robot);
        GuardSnapshot snapshot = new();
        reader.Begin(robot.Account.Asset);
        reader.Add(snapshot, "LTCUSD");
        Assert.Empty(snapshot.Symbols);

        desk.Terminal.AddSymbol(
            new SymbolSpecification { Name = "LTCUSD", BaseAsset = "LTC", DynamicLeverage = [new(10_000, 10), new(20_000, 0)] },
            [],
            TimeSpan.FromMinutes(1));
        reader.Add(snapshot, "LTCUSD");
        Assert.Equal(10, Assert.Single(Assert.Single(snapshot.Symbols).Tiers).Leverage);
    }

    [Fact]
    public void UnknownSymbol_TheSymbol_IsLeftAloneForAnHour()
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.FailNextTrade(ErrorCode.UnknownSymbol);
        desk.Run(3_590);
        Assert.Single(desk.Requests);

        desk.Run(20);
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
    }

    [Fact]
    public void NoTradingPermission_Everything_WaitsAQuarterOfAnHourLoudly()
    {
        using GuardedTerminal desk = Endangered();
        desk.Terminal.FailNextTrade(ErrorCode.NoTradingPermission);
        desk.Run(890);
        Assert.Single(desk.Requests);
        Assert.True(desk.Said("NoPermission"));

        desk.Run(20);
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
    }

    /// <summary>The look that nearly every second is: 50 positions are read and nothing is to be done. It leaves nothing to collect.</summary>
    [Fact]
    public void TryRead_FiftyPositions_AllocatesNothing()
    {
        using GuardedTerminal desk = new(new TerminalOptions { Account = GuardedTerminal.Account with { Balance = 100_000 } });
        for (int i = 0; i < 50; i++)
        {
            desk.Buy(i % 2 == 0 ? 0.05 : 0.5, i % 2 == 0 ? GuardedTerminal.Btc : GuardedTerminal.Eth);
        }

        AccountPort port = new(desk.Attach().Instance);
        GuardSnapshot snapshot = new();
        Read(10);

        Assert.Equal(0, Allocations.Of(() => Read(100)));
        Assert.Equal(50, snapshot.Positions.Count);

        void Read(int times)
        {
            for (int i = 0; i < times; i++)
            {
                snapshot.Clear();
                port.TryRead(snapshot);
            }
        }
    }

    /// <summary>No error may be forgotten: whoever adds one to the platform's list finds its path here.</summary>
    [Fact]
    public void ErrorCodes_All_HaveAnOutcomeOfTheirOwn()
    {
        TradeOutcome[] outcomes = [.. Enum.GetValues<ErrorCode>().Select(error => TradeOutcomes.Of(error))];

        Assert.Equal(Enum.GetNames<ErrorCode>(), outcomes.Select(outcome => outcome.ToString()));
        Assert.Equal(TradeOutcome.Done, TradeOutcomes.Of(null));
        Assert.Equal(TradeOutcome.TechnicalError, TradeOutcomes.Of((ErrorCode)99));
    }

    private static GuardedTerminal Endangered()
    {
        GuardedTerminal desk = new(inputs: ("Mode", GuardMode.Armed));
        desk.Buy(1);
        desk.SetRisk(50);
        desk.Attach();
        return desk;
    }
}
