using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Chooses which clusters become bands, how strong each looks, and which get a label.</summary>
internal static class BandSelection
{
    // Shares of the largest band from which the next stronger step is used.
    private static readonly double[] Steps = [0.12, 0.25, 0.45, 0.7];

    internal static void Fill(
        List<BandShape> shapes, ClusterTracker tracker, LiquidationForecast forecast, LiquidationBandsOptions options)
    {
        double price = forecast.Map.LastPrice;
        int room = options.MaximumObjects - options.MaximumLabels;
        foreach (TrackedCluster cluster in tracker.Live)
        {
            shapes.Add(Shape(cluster, 0, forecast));
        }

        shapes.Sort(LargestFirst);
        Trim(shapes, room);
        double largest = shapes.Count > 0 ? shapes[0].Notional : 0;
        for (int i = 0; i < shapes.Count; i++)
        {
            shapes[i] = shapes[i] with
            {
                Strength = StrengthOf(shapes[i].Notional / largest),
                Label = i < options.MaximumLabels ? LabelOf(shapes[i], price, forecast, options.PriceDigits) : "",
            };
        }

        int standing = shapes.Count;
        for (int age = 0; age < tracker.EndedCount; age++)
        {
            TrackedCluster cluster = tracker.Ended(age);
            if (cluster.State != ClusterState.Faded && cluster.EndedUtc + options.TraceTime > forecast.Map.AsOfUtc)
            {
                shapes.Add(Shape(cluster, BandShape.Trace, forecast));
            }
        }

        shapes.Sort(standing, shapes.Count - standing, Comparer<BandShape>.Create(LargestFirst));
        Trim(shapes, room);
    }

    private static BandShape Shape(in TrackedCluster cluster, int strength, LiquidationForecast forecast) => new(
        cluster.Id,
        cluster.Side,
        cluster.FormedUtc,
        cluster.EndedUtc,
        cluster.LowPrice,
        cluster.HighPrice,
        strength,
        forecast.Scale(cluster.Side) * cluster.Notional,
        "");

    private static void Trim(List<BandShape> shapes, int room)
    {
        if (shapes.Count > room)
        {
            shapes.RemoveRange(room, shapes.Count - room);
        }
    }

    private static int LargestFirst(BandShape a, BandShape b)
    {
        int byNotional = b.Notional.CompareTo(a.Notional);
        return byNotional != 0 ? byNotional : a.Id.CompareTo(b.Id);
    }

    private static int StrengthOf(double share)
    {
        int strength = 0;
        while (strength < Steps.Length && share >= Steps[strength])
        {
            strength++;
        }

        return strength;
    }

    private static string LabelOf(in BandShape band, double price, LiquidationForecast forecast, int digits)
    {
        double near = band.Side == PositionSide.Long ? band.HighPrice : band.LowPrice;
        LiquidationEstimate estimate = forecast.Around(band.Side, band.Notional);
        string money = NumberText.MoneyRange(estimate.Notional, estimate.LowNotional, estimate.HighNotional);
        return $"{money}  {NumberText.Price(band.LowPrice, digits)}-{NumberText.Price(band.HighPrice, digits)}  {NumberText.SignedPercent((near / price) - 1)}";
    }
}
