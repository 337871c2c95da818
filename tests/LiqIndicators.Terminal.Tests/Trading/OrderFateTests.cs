using cAlgo.API;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Tests.Trading;

public sealed class OrderFateTests
{
    private readonly Desk _desk = new(Recordings.OfCloses(100, 100));
    private readonly RunningAlgo<TradingBot> _algo;
    private readonly Position _position;
    private TradeResult? _answer;

    public OrderFateTests()
    {
        _algo = _desk.Terminal.Attach<TradingBot>(_desk.Chart);
        _position = _desk.Terminal.OpenPosition(TradeType.Buy, Desk.Symbol, 1).Position;
    }

    [Fact]
    public void ClosePositionAsync_LateFillAndLaterReply_HappenInTheirOrder()
    {
        Close(0.4, new OrderFate { FillAfter = TimeSpan.FromSeconds(2), ReplyAfter = TimeSpan.FromSeconds(5) });

        Run(1.9);
        Assert.Equal((1.0, true), (_position.VolumeInUnits, _answer is null));
        Run(0.2);
        Assert.Equal((0.6, true), (_position.VolumeInUnits, _answer is null));
        Run(3);
        Assert.True(_answer!.IsSuccessful);
    }

    [Fact]
    public void ClosePositionAsync_ReplyBeforeTheFill_SaysDoneTooEarly()
    {
        Close(0.4, new OrderFate { FillAfter = TimeSpan.FromSeconds(5) });

        Run(1);
        Assert.True(_answer!.IsSuccessful);
        Assert.Equal(1, _position.VolumeInUnits);
        Run(5);
        Assert.Equal(0.6, _position.VolumeInUnits);
    }

    // 0.35 of 0.5 is 0.175, of which 0.17 are whole steps.
    [Fact]
    public void ClosePositionAsync_PartialFill_FillsWholeStepsOfIt()
    {
        Close(0.5, new OrderFate { FillShare = 0.35 });

        Run(1);
        Assert.Equal(0.83, _position.VolumeInUnits);
    }

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(1, 0.5)]
    public void ClosePositionAsync_Timeout_MayHaveBeenCarriedOut(double share, double left)
    {
        Close(0.5, OrderFate.Refused(ErrorCode.Timeout) with { FillShare = share, ReplyAfter = TimeSpan.FromSeconds(1) });

        Run(2);
        Assert.Equal((ErrorCode.Timeout, left), (_answer!.Error, _position.VolumeInUnits));
    }

    [Fact]
    public void ClosePositionAsync_NeverAnswered_IsStillFilled()
    {
        Close(0.5, new OrderFate { IsAnswered = false });

        Run(100);
        Assert.Equal((0.5, true), (_position.VolumeInUnits, _answer is null));
    }

    [Fact]
    public void ClosePosition_SlowReply_BlocksTheClock()
    {
        DateTime before = _desk.Terminal.NowUtc;
        _desk.Terminal.PlanNextTrade(new OrderFate { FillAfter = TimeSpan.FromSeconds(1), ReplyAfter = TimeSpan.FromSeconds(3) });
        _algo.Instance.ClosePosition(_position, 0.5);

        Assert.Equal(before.AddSeconds(3), _desk.Terminal.NowUtc);
        Assert.Equal(before.AddSeconds(1), _desk.Terminal.Broker.Deals[0].ClosingUtc);
    }

    [Fact]
    public void ClosePosition_NeverAnswered_EndsAsATimeout()
    {
        _desk.Terminal.PlanNextTrade(new OrderFate { IsAnswered = false });

        Assert.Equal(ErrorCode.Timeout, _algo.Instance.ClosePosition(_position, 0.5).Error);
    }

    [Fact]
    public void Fates_EachRequest_AreAskedWithWhatTheAlgoAskedFor()
    {
        List<TradeRequest> seen = [];
        Desk desk = new(Recordings.OfCloses(100, 100), options: new TerminalOptions
        {
            Fates = request =>
            {
                seen.Add(request);
                return OrderFate.Refused(ErrorCode.BadVolume);
            },
        });
        RunningAlgo<TradingBot> algo = desk.Terminal.Attach<TradingBot>(desk.Chart, instanceId: "bot");
        Position position = desk.Terminal.OpenPosition(TradeType.Buy, Desk.Symbol, 1).Position;

        Assert.Equal(ErrorCode.BadVolume, algo.Instance.ClosePosition(position, 0.25).Error);
        Assert.Equal(new TradeRequest(0, desk.Terminal.NowUtc, "bot", TradeRequestKind.Close, position.Id, Desk.Symbol, 0.25, null), Assert.Single(seen));
        Assert.Equal(seen, desk.Terminal.Requests);
    }

    [Fact]
    public void Crash_OrderOnItsWay_IsFilledAndHeardByNobody()
    {
        Close(0.5, new OrderFate { FillAfter = TimeSpan.FromSeconds(1), ReplyAfter = TimeSpan.FromSeconds(1) });
        _algo.Crash();
        Run(2);
        Assert.Equal((0.5, true), (_position.VolumeInUnits, _answer is null));

        TradingBot before = _algo.Instance;
        _algo.Revive();
        Assert.NotSame(before, _algo.Instance);
        Assert.True(_algo.IsRunning);
    }

    [Fact]
    public void Crash_LocalStorage_KeepsOnlyWhatWasWrittenOut()
    {
        _algo.Instance.LocalStorage.SetString("kept", "1", LocalStorageScope.Type);
        _algo.Instance.LocalStorage.Flush(LocalStorageScope.Type);
        _algo.Instance.LocalStorage.SetString("lost", "1", LocalStorageScope.Type);
        _algo.Crash();
        _algo.Revive();

        Assert.Equal("1", _algo.Instance.LocalStorage.GetString("kept", LocalStorageScope.Type));
        Assert.Null(_algo.Instance.LocalStorage.GetString("lost", LocalStorageScope.Type));
    }

    [Fact]
    public void ByHand_Disconnected_StillTrades()
    {
        _desk.Terminal.ChangeConnection(false);
        _desk.Terminal.FailNextTrade(ErrorCode.NoMoney);

        Assert.True(_desk.Terminal.ClosePosition(_position.Id, 0.5).IsSuccessful);
        Assert.Equal(0.5, _position.VolumeInUnits);
    }

    [Fact]
    public void PlaceOrder_ByHand_IsSeenAndCancelledByTheRobot()
    {
        _desk.Terminal.PlaceOrder(TradeType.Buy, Desk.Symbol, 0.5, PendingOrderType.Limit, 90, "later");
        PendingOrder order = Assert.Single(_algo.Instance.PendingOrders);
        Assert.Equal((0.5, 90.0, "later"), (order.VolumeInUnits, order.TargetPrice, order.Label));

        Assert.True(_algo.Instance.CancelPendingOrder(order).IsSuccessful);
        Assert.Equal(0, _desk.Terminal.PendingOrders.Count);
        Assert.Equal(ErrorCode.EntityNotFound, _algo.Instance.CancelPendingOrder(order).Error);
    }

    [Fact]
    public void PendingOrder_Filled_BecomesAPositionOfTheAccount()
    {
        _desk.Terminal.PlaceOrder(TradeType.Buy, Desk.Symbol, 0.5, PendingOrderType.Limit, 90, "later");
        _desk.Tick(89);

        Assert.Equal(0.5, _algo.Instance.Positions.Find("later")!.VolumeInUnits);
        Assert.Equal(0, _algo.Instance.PendingOrders.Count);
    }

    [Fact]
    public void Transactions_Withdrawal_IsToldWithItsSign()
    {
        _desk.Terminal.Broker.Transfer(500);
        _desk.Terminal.Broker.Transfer(-200);

        Assert.Equal([(TransactionType.Deposit, 500.0), (TransactionType.Withdrawal, 200.0)], _algo.Instance.Transactions.Select(t => (t.Type, t.Amount)));
        Assert.Equal(10_300, _algo.Instance.Account.Balance);
    }

    private void Close(double volume, OrderFate fate)
    {
        _desk.Terminal.PlanNextTrade(fate);
        _algo.Instance.ClosePositionAsync(_position, volume, result => _answer = result);
        _desk.Terminal.RunPosted();
    }

    private void Run(double seconds) => _desk.Terminal.RunTo(_desk.Terminal.NowUtc.AddSeconds(seconds));
}
