using cAlgo.API;
using cAlgo.API.Internals;

namespace LiqIndicators.Terminal.Brokerage;

/// <content>Orders of whoever holds the account.</content>
public sealed partial class Broker
{
    /// <summary>Buys or sells at the market. On a netted account it adds to, takes from or turns the one position of the symbol.</summary>
    /// <param name="tradeType">Buy or sell.</param>
    /// <param name="symbol">A symbol of this broker.</param>
    /// <param name="volume">Units.</param>
    /// <param name="label">Label of the position.</param>
    /// <param name="comment">Comment of the position.</param>
    /// <param name="protection">Stop loss and take profit of a position that is opened by it.</param>
    public BrokerReply Trade(
        TradeType tradeType,
        BrokerSymbol symbol,
        double volume,
        string? label = null,
        string? comment = null,
        Protection protection = default)
    {
        if (!symbol.IsOpenAt(_nowUtc()) || double.IsNaN(symbol.Bid))
        {
            return new BrokerReply(ErrorCode.MarketClosed);
        }

        return symbol.Accepts(volume)
            ? Enter(tradeType, symbol, volume, symbol.FillPrice(tradeType), label, comment, protection)
            : new BrokerReply(ErrorCode.BadVolume);
    }

    /// <summary>Closes a position in part or whole. What stays must be nothing or a volume that the symbol accepts.</summary>
    /// <param name="position">The position.</param>
    /// <param name="volume">Units.</param>
    public BrokerReply Close(BrokerPosition position, double volume)
    {
        if (Refuse(position) is { } refused)
        {
            return refused;
        }

        BrokerSymbol symbol = position.Symbol;
        double left = position.Volume - volume;
        bool isWhole = Math.Abs(left) < StepTolerance * symbol.Specification.VolumeStep;
        if (!isWhole && (!symbol.Accepts(volume) || !symbol.Accepts(left)))
        {
            return new BrokerReply(ErrorCode.BadVolume, position);
        }

        Reduce(position, isWhole ? position.Volume : volume, PositionCloseReason.Closed);
        StopOut();
        return new BrokerReply(null, position);
    }

    /// <summary>Brings a position to another volume: less is a partial close, more is averaged into its entry price.</summary>
    /// <param name="position">The position.</param>
    /// <param name="volume">Units that it is to have.</param>
    public BrokerReply ChangeVolume(BrokerPosition position, double volume)
    {
        if (Refuse(position) is { } refused)
        {
            return refused;
        }

        if (!position.Symbol.Accepts(volume))
        {
            return new BrokerReply(ErrorCode.BadVolume, position);
        }

        return volume <= position.Volume
            ? Close(position, position.Volume - volume)
            : Increase(position, volume - position.Volume, position.Symbol.FillPrice(position.TradeType));
    }

    /// <summary>Sets the protection of a position; null takes it away.</summary>
    /// <param name="position">The position.</param>
    /// <param name="stopLoss">Quote currency per unit, on the losing side of the market.</param>
    /// <param name="takeProfit">Quote currency per unit, on the winning side of the market.</param>
    public BrokerReply Protect(BrokerPosition position, double? stopLoss, double? takeProfit)
    {
        if (Refuse(position) is { } refused)
        {
            return refused;
        }

        double price = position.CurrentPrice;
        double least = position.Symbol.Specification.MinStopLossDistance * position.Symbol.Specification.PipSize;
        double? distance = position.Direction * (price - stopLoss);
        if (distance <= 0 || distance < least - (least * StepTolerance) || position.Direction * (price - takeProfit) >= 0)
        {
            return new BrokerReply(ErrorCode.InvalidStopLossTakeProfit, position);
        }

        position.StopLoss = stopLoss;
        position.TakeProfit = takeProfit;
        PositionChanged?.Invoke(position);
        return new BrokerReply(null, position);
    }

    /// <summary>Places a limit or stop order.</summary>
    /// <param name="tradeType">Buy or sell.</param>
    /// <param name="symbol">A symbol of this broker.</param>
    /// <param name="volume">Units.</param>
    /// <param name="orderType">Limit or stop; other kinds are not played and refused as an invalid request.</param>
    /// <param name="targetPrice">Quote currency per unit; &gt; 0.</param>
    /// <param name="label">Label of the position to be.</param>
    /// <param name="expirationUtc">When it ends by itself; UTC; null for never.</param>
    public BrokerReply Place(
        TradeType tradeType,
        BrokerSymbol symbol,
        double volume,
        PendingOrderType orderType,
        double targetPrice,
        string? label = null,
        DateTime? expirationUtc = null)
    {
        if (orderType == PendingOrderType.StopLimit || !(targetPrice > 0))
        {
            return new BrokerReply(ErrorCode.InvalidRequest);
        }

        if (!symbol.Accepts(volume))
        {
            return new BrokerReply(ErrorCode.BadVolume);
        }

        BrokerOrder order = new(++_lastId, symbol, tradeType, volume, orderType, targetPrice, _nowUtc(), label)
        {
            ExpirationUtc = expirationUtc,
        };
        _orders.Add(order);
        OrderPlaced?.Invoke(order);
        return new BrokerReply(null, null, order);
    }

    /// <summary>Changes a pending order.</summary>
    internal BrokerReply Change(BrokerOrder order, Action<BrokerOrder> change)
    {
        if (!_orders.Contains(order))
        {
            return new BrokerReply(ErrorCode.EntityNotFound);
        }

        change(order);
        OrderChanged?.Invoke(order);
        return new BrokerReply(null, null, order);
    }

    /// <summary>Cancels a pending order.</summary>
    public BrokerReply Cancel(BrokerOrder order)
    {
        if (!_orders.Contains(order))
        {
            return new BrokerReply(ErrorCode.EntityNotFound);
        }

        End(order, PendingOrderCancellationReason.Cancelled);
        return new BrokerReply(null, null, order);
    }

    private BrokerReply? Refuse(BrokerPosition position)
    {
        if (!_positions.Contains(position))
        {
            return new BrokerReply(ErrorCode.EntityNotFound, position);
        }

        return position.Symbol.IsOpenAt(_nowUtc()) ? null : new BrokerReply(ErrorCode.MarketClosed, position);
    }

    private BrokerReply Enter(
        TradeType tradeType, BrokerSymbol symbol, double volume, double price, string? label, string? comment, in Protection protection)
    {
        BrokerPosition? held = Options.AccountType == AccountType.Netted
            ? _positions.Find(position => position.Symbol == symbol)
            : null;
        if (held is null)
        {
            return Open(tradeType, symbol, volume, price, label, comment, protection);
        }

        if (held.TradeType == tradeType)
        {
            return Increase(held, volume, price);
        }

        double rest = (double)((decimal)volume - (decimal)held.Volume);
        Reduce(held, Math.Min(volume, held.Volume), PositionCloseReason.Closed, price);
        return rest > 0 ? Open(tradeType, symbol, rest, price, label, comment, protection) : new BrokerReply(null, held);
    }

    private BrokerReply Open(
        TradeType tradeType, BrokerSymbol symbol, double volume, double price, string? label, string? comment, in Protection protection)
    {
        if (!CanAfford(tradeType, symbol, volume, price))
        {
            return new BrokerReply(ErrorCode.NoMoney);
        }

        BrokerPosition position = new(++_lastId, symbol, tradeType, volume, price, _nowUtc(), label, comment)
        {
            Commissions = symbol.CommissionOf(volume, price),
        };
        protection.ApplyTo(position);
        _positions.Add(position);
        symbol.Recount(_positions);
        PositionOpened?.Invoke(position);
        return new BrokerReply(null, position);
    }

    private BrokerReply Increase(BrokerPosition position, double volume, double price)
    {
        if (!CanAfford(position.TradeType, position.Symbol, volume, price))
        {
            return new BrokerReply(ErrorCode.NoMoney, position);
        }

        double whole = (double)((decimal)position.Volume + (decimal)volume);
        position.EntryPrice = ((position.EntryPrice * position.Volume) + (price * volume)) / whole;
        position.Volume = whole;
        position.Commissions += position.Symbol.CommissionOf(volume, price);
        position.Symbol.Recount(_positions);
        PositionChanged?.Invoke(position);
        return new BrokerReply(null, position);
    }

    private bool CanAfford(TradeType tradeType, BrokerSymbol symbol, double volume, double price)
    {
        double value = volume * price;
        double marginAfter = tradeType == TradeType.Buy
            ? symbol.MarginWith(symbol.LongVolume + volume, symbol.LongValue + value, symbol.ShortVolume, symbol.ShortValue)
            : symbol.MarginWith(symbol.LongVolume, symbol.LongValue, symbol.ShortVolume + volume, symbol.ShortValue + value);
        return marginAfter - symbol.Margin <= FreeMargin;
    }

    private void Fill(BrokerOrder order)
    {
        BrokerSymbol symbol = order.Symbol;
        double market = order.TradeType == TradeType.Buy ? symbol.Ask : symbol.Bid;
        double price = order.OrderType == PendingOrderType.Limit ? market : symbol.FillPrice(order.TradeType);
        _orders.Remove(order);
        BrokerReply reply = Enter(
            order.TradeType, symbol, order.Volume, price, order.Label, null, new Protection(order.StopLoss, order.TakeProfit));
        if (!reply.IsSuccessful)
        {
            OrderCancelled?.Invoke(order, PendingOrderCancellationReason.Rejected);
            return;
        }

        OrderFilled?.Invoke(order, reply.Position);
    }

    private void End(BrokerOrder order, PendingOrderCancellationReason reason)
    {
        _orders.Remove(order);
        OrderCancelled?.Invoke(order, reason);
    }

    private void Reduce(BrokerPosition position, double volume, PositionCloseReason reason, double? atPrice = null)
    {
        BrokerSymbol symbol = position.Symbol;
        double price = atPrice ?? symbol.FillPrice(position.TradeType == TradeType.Buy ? TradeType.Sell : TradeType.Buy);
        double opening = position.Commissions * (volume / position.Volume);
        double commissions = opening + symbol.CommissionOf(volume, price);
        double profit = position.GrossProfitOf(volume, price);
        Balance += profit + commissions;
        ClosedDeal deal = new(
            ++_lastId,
            position.Id,
            symbol,
            position.TradeType,
            volume,
            position.EntryUtc,
            position.EntryPrice,
            _nowUtc(),
            price,
            profit,
            commissions,
            Balance,
            reason,
            position.Label,
            position.Comment);
        _deals.Add(deal);
        if (volume >= position.Volume)
        {
            _positions.Remove(position);
            symbol.Recount(_positions);
        }
        else
        {
            // Decimal keeps 0.3 - 0.1 at 0.2, so that what remains is still a whole number of steps.
            position.Volume = (double)((decimal)position.Volume - (decimal)volume);
            position.Commissions -= opening;
            symbol.Recount(_positions);
            PositionChanged?.Invoke(position);
        }

        PositionClosed?.Invoke(position, deal);
    }
}
