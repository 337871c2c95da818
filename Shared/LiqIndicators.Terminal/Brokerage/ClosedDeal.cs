using cAlgo.API;

namespace LiqIndicators.Terminal.Brokerage;

/// <summary>A closed position, or the closed part of one.</summary>
/// <param name="Id">Number of the closing deal.</param>
/// <param name="PositionId">Number of the position.</param>
/// <param name="Symbol">Its symbol.</param>
/// <param name="TradeType">Side of the position.</param>
/// <param name="Volume">Units closed.</param>
/// <param name="EntryUtc">Time of entry; UTC.</param>
/// <param name="EntryPrice">Quote currency per unit.</param>
/// <param name="ClosingUtc">Time of the close; UTC.</param>
/// <param name="ClosingPrice">Quote currency per unit.</param>
/// <param name="GrossProfit">Before commission; account currency.</param>
/// <param name="Commissions">For opening and closing this volume; account currency, at most 0.</param>
/// <param name="Balance">Balance after it; account currency.</param>
/// <param name="Reason">Who or what closed it.</param>
/// <param name="Label">Label of the position.</param>
/// <param name="Comment">Comment of the position.</param>
public sealed record ClosedDeal(
    int Id,
    int PositionId,
    BrokerSymbol Symbol,
    TradeType TradeType,
    double Volume,
    DateTime EntryUtc,
    double EntryPrice,
    DateTime ClosingUtc,
    double ClosingPrice,
    double GrossProfit,
    double Commissions,
    double Balance,
    PositionCloseReason Reason,
    string? Label,
    string? Comment)
{
    /// <summary>Profit after commission; account currency.</summary>
    public double NetProfit => GrossProfit + Commissions;
}
