using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Says where the user's own stop-out lies among the clusters: forced selling of others is what would carry price there.</summary>
internal static class OwnStopOut
{
    // Fractions of the price: nearer than this would read 0.0%, and this near a band's end is no end to rely on.
    private const double AtTheEdge = 0.0005;
    private const double TooNear = 0.0025;

    /// <summary>A line of the card.</summary>
    /// <param name="stopOutPrice">Estimated price at which the account's positions are closed, as a price of the market.</param>
    /// <param name="clusters">Standing clusters.</param>
    /// <param name="forecast">What their amounts are in dollars of liquidations; its map has a last price.</param>
    /// <param name="prices">Writes prices as they stand on the chart.</param>
    internal static HudLine Line(double stopOutPrice, ReadOnlySpan<TrackedCluster> clusters, LiquidationForecast forecast, PriceText prices)
    {
        double price = forecast.Map.LastPrice;
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

        string money = NumberText.Money(forecast.Scale(found.Side) * found.Notional);
        string band = $"{money} {(found.Side == PositionSide.Long ? "longs" : "shorts")} {prices.Of(found.LowPrice)}-{prices.Of(found.HighPrice)}";
        double distance = Distance(found, stopOutPrice) / price;
        string relation = distance switch
        {
            0 => "inside",
            < AtTheEdge => "at the edge of",
            _ => NumberText.Fine(100 * distance, 1) + "% from",
        };
        return new("stop-out", $"{where}  {relation} {band}", distance <= TooNear ? HudTone.Warning : HudTone.Plain);
    }

    private static double Distance(in TrackedCluster cluster, double price) =>
        Math.Max(0, Math.Max(cluster.LowPrice - price, price - cluster.HighPrice));
}
