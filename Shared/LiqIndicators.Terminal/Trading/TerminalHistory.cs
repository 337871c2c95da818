using System.Collections;
using cAlgo.API;

namespace LiqIndicators.Terminal.Trading;

/// <summary>Closed trades of the account, in the order of their closing.</summary>
internal sealed class TerminalHistory : History
{
    private readonly List<ClosedTrade> _trades = [];

    public int Count => _trades.Count;

    public HistoricalTrade this[int index] => _trades[index];

    public HistoricalTrade? FindLast(string label) => FindAll(label).LastOrDefault();

    public HistoricalTrade? FindLast(string label, string symbolName) => FindAll(label, symbolName).LastOrDefault();

    public HistoricalTrade? FindLast(string label, string symbolName, TradeType tradeType) =>
        FindAll(label, symbolName, tradeType).LastOrDefault();

    public HistoricalTrade[] FindAll(string label) => Where(trade => trade.Label == label);

    public HistoricalTrade[] FindAll(string label, string symbolName) =>
        Where(trade => trade.Label == label && trade.SymbolName == symbolName);

    public HistoricalTrade[] FindAll(string label, string symbolName, TradeType tradeType) => Where(
        trade => trade.Label == label && trade.SymbolName == symbolName && trade.TradeType == tradeType);

    public HistoricalTrade[] FindByPositionId(int positionId) => Where(trade => trade.PositionId == positionId);

    public HistoricalTrade? FindByClosingDealId(int closingDealId) =>
        _trades.Find(trade => trade.ClosingDealId == closingDealId);

    public IEnumerator<HistoricalTrade> GetEnumerator() => _trades.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(ClosedTrade trade) => _trades.Add(trade);

    private HistoricalTrade[] Where(Func<ClosedTrade, bool> condition) =>
        _trades.Where(condition).ToArray<HistoricalTrade>();
}
