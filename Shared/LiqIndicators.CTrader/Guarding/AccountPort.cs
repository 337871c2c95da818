using cAlgo.API;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>The platform's account, to read and to reduce. No call waits for an answer: a guard that stands still protects nothing.</summary>
internal sealed class AccountPort : ITradingPort
{
    private readonly Robot _robot;
    private readonly AccountReader _reader;

    internal AccountPort(Robot robot)
    {
        _robot = robot;
        _reader = new AccountReader(robot);
    }

    /// <inheritdoc/>
    public bool TryRead(GuardSnapshot snapshot)
    {
        if (!_robot.Server.IsConnected)
        {
            return false;
        }

        _reader.Read(snapshot);
        return true;
    }

    /// <inheritdoc/>
    public double ClosedVolume(int positionId, DateTime sinceUtc)
    {
        if (!_robot.Server.IsConnected)
        {
            return double.NaN;
        }

        double volume = 0;
        foreach (HistoricalTrade trade in _robot.History.FindByPositionId(positionId))
        {
            volume += ChartTime.Utc(trade.ClosingTime) >= sinceUtc ? trade.VolumeInUnits : 0;
        }

        return volume;
    }

    /// <inheritdoc/>
    public void Close(int positionId, double volume, Action<TradeReply> reply)
    {
        if (_robot.Positions.FindById(positionId) is not { } position)
        {
            reply(new TradeReply(TradeOutcome.EntityNotFound));
            return;
        }

        DateTime sentUtc = ChartTime.NowUtc(_robot);
        _robot.ClosePositionAsync(position, volume, result =>
        {
            TradeOutcome outcome = TradeOutcomes.OfResult(result);
            reply(new TradeReply(outcome, outcome == TradeOutcome.Done ? FillPrice(positionId, sentUtc) : double.NaN));
        });
    }

    /// <inheritdoc/>
    public void MoveStop(int positionId, double stopPrice, Action<TradeReply> reply)
    {
        if (_robot.Positions.FindById(positionId) is not { } position)
        {
            reply(new TradeReply(TradeOutcome.EntityNotFound));
            return;
        }

        // All that the position has is named: a trailing stop that is left out may end, and the stop would stay behind.
        _robot.ModifyPositionAsync(
            position,
            stopPrice,
            position.TakeProfit,
            ProtectionType.Absolute,
            position.HasTrailingStop,
            position.StopLossTriggerMethod,
            result => reply(new TradeReply(TradeOutcomes.OfResult(result))));
    }

    /// <inheritdoc/>
    public void Cancel(int orderId, Action<TradeReply> reply)
    {
        if (_robot.PendingOrders.FindById(orderId) is not { } order)
        {
            reply(new TradeReply(TradeOutcome.EntityNotFound));
            return;
        }

        _robot.CancelPendingOrderAsync(order, result => reply(new TradeReply(TradeOutcomes.OfResult(result))));
    }

    /// <summary>The answer tells no price of a close; the history does, unless it is late.</summary>
    private double FillPrice(int positionId, DateTime sentUtc)
    {
        double price = double.NaN;
        foreach (HistoricalTrade trade in _robot.History.FindByPositionId(positionId))
        {
            price = ChartTime.Utc(trade.ClosingTime) >= sentUtc ? trade.ClosingPrice : price;
        }

        return price;
    }
}
