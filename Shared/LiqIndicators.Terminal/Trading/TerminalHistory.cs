using System.Collections;
using cAlgo.API;
using LiqIndicators.Terminal.Brokerage;

namespace LiqIndicators.Terminal.Trading;

/// <summary>Closed trades of the account, in the order of their closing.</summary>
internal sealed class TerminalHistory : History
{
    private readonly TradingDesk _desk;
    private readonly IReadOnlyList<ClosedDeal> _deals;
    private readonly List<ClosedTrade> _known = [];

    internal TerminalHistory(TradingDesk desk, IReadOnlyList<ClosedDeal> deals)
    {
        _desk = desk;
        _deals = deals;
    }

    public int Count => _deals.Count;

    public HistoricalTrade this[int index] => Trades[index];

    private List<ClosedTrade> Trades
    {
        get
        {
            while (_known.Count < _deals.Count)
            {
                _known.Add(new ClosedTrade(_desk, _deals[_known.Count]));
            }

            return _known;
        }
    }

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
        Trades.Find(trade => trade.ClosingDealId == closingDealId);

    public IEnumerator<HistoricalTrade> GetEnumerator() => Trades.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private HistoricalTrade[] Where(Func<ClosedTrade, bool> condition) =>
        Trades.Where(condition).ToArray<HistoricalTrade>();
}
