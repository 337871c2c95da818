using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.CTrader.Feeds;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>Reads the whole account into a snapshot: positions and orders of all tools, and their symbols.</summary>
internal sealed class AccountReader
{
    private readonly Robot _robot;
    private readonly SymbolReader _symbols;
    private int _transactionCount = -1;
    private DateTime _transfersDayUtc;
    private double _transfersTotal;

    internal AccountReader(Robot robot)
    {
        _robot = robot;
        _symbols = new SymbolReader(robot);
    }

    internal void Read(GuardSnapshot snapshot)
    {
        IAccount account = _robot.Account;
        snapshot.Account = StateOf(account, TransfersOfToday());
        _symbols.Begin(account.Asset);

        // The chart's own symbol first: its risk is worth seeing before anything is open.
        _symbols.Add(snapshot, _robot.SymbolName);
        Positions positions = _robot.Positions;
        for (int i = 0; i < positions.Count; i++)
        {
            Add(snapshot, positions[i]);
        }

        PendingOrders orders = _robot.PendingOrders;
        for (int i = 0; i < orders.Count; i++)
        {
            Add(snapshot, orders[i]);
        }
    }

    /// <summary>The account alone.</summary>
    internal static AccountState StateOf(IAccount account, double transfersTotal) => new(
        account.Balance,
        account.Equity,
        account.Margin,
        account.MarginLevel ?? double.NaN,
        account.StopOutLevel,
        account.PreciseLeverage,
        account.AccountType == AccountType.Netted ? AccountKind.Netted : AccountKind.Hedged,
        CalculationOf(account.TotalMarginCalculationType),
        account.IsLive,
        transfersTotal);

    /// <summary>A position alone.</summary>
    internal static PositionState StateOf(Position position) => new(
        position.Id,
        position.SymbolName,
        SideOf(position.TradeType),
        position.VolumeInUnits,
        position.EntryPrice,
        position.Margin,
        position.NetProfit,
        position.StopLoss ?? double.NaN,
        ChartTime.Utc(position.EntryTime),
        position.Label ?? string.Empty);

    private static MarginCalculation CalculationOf(TotalMarginCalculationType type) => type switch
    {
        TotalMarginCalculationType.Max => MarginCalculation.Max,
        TotalMarginCalculationType.Net => MarginCalculation.Net,
        _ => MarginCalculation.Sum,
    };

    private static PositionSide SideOf(TradeType type) => type == TradeType.Buy ? PositionSide.Long : PositionSide.Short;

    private void Add(GuardSnapshot snapshot, Position position)
    {
        _symbols.Add(snapshot, position.SymbolName);
        snapshot.Positions.Add(StateOf(position));
    }

    private void Add(GuardSnapshot snapshot, PendingOrder order)
    {
        _symbols.Add(snapshot, order.SymbolName);
        snapshot.Orders.Add(new PendingOrderState(
            order.Id, order.SymbolName, SideOf(order.TradeType), order.VolumeInUnits, order.TargetPrice, order.Label ?? string.Empty));
    }

    /// <summary>
    /// Deposits less withdrawals since midnight. Only today's count, so that old ones which the platform loads late cannot look like a deposit
    /// of today; the total starts anew with the trading day, as the baseline of the daily loss does.
    /// </summary>
    private double TransfersOfToday()
    {
        Transactions transactions = _robot.Transactions;
        DateTime todayUtc = ChartTime.NowUtc(_robot).Date;
        if (transactions.Count != _transactionCount || todayUtc != _transfersDayUtc)
        {
            _transactionCount = transactions.Count;
            _transfersDayUtc = todayUtc;
            _transfersTotal = 0;
            for (int i = 0; i < _transactionCount; i++)
            {
                Transaction transaction = transactions[i];
                if (ChartTime.Utc(transaction.Time) >= todayUtc)
                {
                    double amount = Math.Abs(transaction.Amount);
                    _transfersTotal += transaction.Type == TransactionType.Withdrawal ? -amount : amount;
                }
            }
        }

        return _transfersTotal;
    }
}
