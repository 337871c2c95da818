using LiqIndicators.Analytics.Market;

namespace LiqIndicators.MarketData.Rows;

/// <summary>The resting orders of an instrument at one time.</summary>
/// <param name="TimeUtc">Time of the snapshot, or of its arrival when the venue gives none; UTC.</param>
/// <param name="Bids">Buy orders, highest price first.</param>
/// <param name="Asks">Sell orders, lowest price first.</param>
public sealed record DepthSnapshot(DateTime TimeUtc, IReadOnlyList<DepthLevel> Bids, IReadOnlyList<DepthLevel> Asks)
{
    private const double Near = 0.01;

    // A few levels next to the price say nothing about one percent.
    private const double ShortestReach = 0.0002;

    /// <summary>What rests within one percent of the middle price; null when a side is empty or was seen over less than 0.02%.</summary>
    public BookDepth? NearPrice()
    {
        if (Bids.Count == 0 || Asks.Count == 0)
        {
            return null;
        }

        double middle = (double)(Bids[0].Price + Asks[0].Price) / 2;
        double bidReach = Distance(Bids[^1], middle);
        double askReach = Distance(Asks[^1], middle);
        double reach = Math.Min(bidReach, askReach);
        return reach < ShortestReach
            ? null
            : new BookDepth(TimeUtc, 1, 100 * reach, Within(Bids, middle, bidReach), Within(Asks, middle, askReach));
    }

    private static double Within(IReadOnlyList<DepthLevel> levels, double middle, double reach)
    {
        double notional = 0;
        foreach (DepthLevel level in levels)
        {
            notional += Distance(level, middle) <= Near ? (double)(level.Price * level.Quantity) : 0;
        }

        return notional * Math.Max(1, Near / reach);
    }

    private static double Distance(DepthLevel level, double middle) => Math.Abs(((double)level.Price / middle) - 1);
}
