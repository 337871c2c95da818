using LiqIndicators.Analytics;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Cuts the part of the map that a chart shows into rows of one height, as a volume profile does with trades.</summary>
internal static class BandHistogram
{
    // Heights a row may have, in log price. Rows lie on one axis, so that they stay where they are while the chart moves a little.
    private static readonly double[] Heights = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

    /// <summary>Fills the rows of both sides.</summary>
    /// <param name="rows">Cleared and filled, in order of rising price; rows below the faintest share are left out.</param>
    /// <param name="forecast">The map with what its dollars mean.</param>
    /// <param name="lowPrice">Lowest price in sight; quote currency per base unit; &gt; 0.</param>
    /// <param name="highPrice">Highest price in sight; above the lowest.</param>
    /// <param name="room">Most rows; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    internal static void Fill(List<HistogramRow> rows, LiquidationForecast forecast, double lowPrice, double highPrice, int room)
    {
        Guard.Positive(lowPrice);
        Guard.InRange(highPrice, lowPrice, double.MaxValue);
        Guard.InRange(room, 1, LiquidationBandsOptions.ObjectCap);
        rows.Clear();
        double price = forecast.Map.LastPrice;

        // One row more than fit in at the edges, and one where the price cuts a row in two.
        double height = Array.Find(Heights, one => (Math.Log(highPrice / lowPrice) / one) + 3 <= room);
        if (height == 0)
        {
            return;
        }

        int last = (int)Math.Floor(Math.Log(highPrice) / height);
        double largest = 0;
        for (int row = (int)Math.Floor(Math.Log(lowPrice) / height); row <= last; row++)
        {
            double low = Math.Exp(row * height);
            double high = Math.Exp((row + 1) * height);
            Add(PositionSide.Long, 2 * row, low, Math.Min(high, price));
            Add(PositionSide.Short, (2 * row) + 1, Math.Max(low, price), high);
        }

        for (int i = rows.Count - 1; i >= 0; i--)
        {
            double share = rows[i].Share / largest;
            if (share >= BandSelection.FaintestShare)
            {
                rows[i] = rows[i] with { Share = share };
            }
            else
            {
                rows.RemoveAt(i);
            }
        }

        void Add(PositionSide side, int id, double low, double high)
        {
            if (low < high)
            {
                double notional = forecast.Scale(side) * forecast.Map.NotionalBetween(side, low, high);
                rows.Add(new HistogramRow(id, side, low, high, notional));
                largest = Math.Max(largest, notional);
            }
        }
    }
}
