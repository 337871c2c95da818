namespace cAlgo.API;

public interface History : IEnumerable<HistoricalTrade>
{
    HistoricalTrade this[int index] { get; }
    int Count { get; }

    HistoricalTrade FindLast(string label);
    HistoricalTrade FindLast(string label, string symbolName);
    HistoricalTrade FindLast(string label, string symbolName, TradeType tradeType);
    HistoricalTrade[] FindAll(string label);
    HistoricalTrade[] FindAll(string label, string symbolName);
    HistoricalTrade[] FindAll(string label, string symbolName, TradeType tradeType);
    HistoricalTrade[] FindByPositionId(int positionId);
    HistoricalTrade FindByClosingDealId(int closingDealId);
}
