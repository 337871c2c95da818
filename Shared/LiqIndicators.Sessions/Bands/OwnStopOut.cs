using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Says where the user's own stop-out lies among the clusters: forced selling of others is what would carry price there.</summary>
internal static class OwnStopOut
{
    /// <summary>A line of the card.</summary>
    /// <param name="stopOutPrice">Estimated price at which the account's positions are closed, as a price of the market.</param>
    /// <param name="clusters">Standing clusters.</param>
    /// <param name="price">Last price; quote currency per base unit.</param>
    /// <param name="prices">Writes prices as they stand on the chart.</param>
    internal static HudLine Line(double stopOutPrice, ReadOnlySpan<TrackedCluster> clusters, double price, PriceText prices)
    {
        string where = $"{prices.Of(stopOutPrice)}  {NumberText.SignedPercent((stopOutPrice / price) - 1)}";
        TrackedCluster? nearest = null;
        foreach (TrackedCluster cluster in clusters)
        {
            if (nearest is null || Distance(cluster, stopOutPrice) < Distance(nearest.Value, stopOutPrice))
            {
                nearest = cluster;
            }
        }

        if (nearest is not TrackedCluster found)
        {
            return new("stop-out", where + "  no band in range");
        }

        string band = $"{(found.Side == PositionSide.Long ? "longs" : "shorts")} {prices.Of(found.LowPrice)}-{prices.Of(found.HighPrice)}";
        double distance = Distance(found, stopOutPrice);
        return distance == 0
            ? new("stop-out", $"{where}  inside {band}", HudTone.Warning)
            : new("stop-out", $"{where}  {NumberText.Fine(100 * distance / price, 1)}% from {band}");
    }

    private static double Distance(in TrackedCluster cluster, double price) =>
        Math.Max(0, Math.Max(cluster.LowPrice - price, price - cluster.HighPrice));
}
