using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Chooses which clusters become bands, how strong each looks, and which get a label.</summary>
internal static class BandSelection
{
    /// <summary>Share of the largest below which nothing of the map through time is drawn.</summary>
    internal const double FaintestShare = 0.05;

    // Shares of the largest band from which the next stronger step is used.
    private static readonly double[] Steps = [0.12, 0.25, 0.45, 0.7];

    internal static void Fill(
        List<BandShape> shapes,
        ClusterTracker tracker,
        LiquidationForecast forecast,
        LiquidationEnsemble? ensemble,
        LiquidationBandsOptions options,
        PriceText prices)
    {
        double price = forecast.Map.LastPrice;
        int room = options.ShapeRoom;
        foreach (TrackedCluster cluster in tracker.Live)
        {
            shapes.Add(Shape(cluster, 0, forecast));
        }

        shapes.Sort(LargestFirst);

        // A band whose uncertainty is shown is two objects.
        Trim(shapes, ensemble is null ? room : Math.Max(1, room / 2));
        double largest = shapes.Count > 0 ? shapes[0].Notional : 0;
        for (int i = 0; i < shapes.Count; i++)
        {
            shapes[i] = shapes[i] with
            {
                Strength = StrengthOf(shapes[i].Notional / largest),
                Label = i < options.LabelRoom ? LabelOf(shapes[i], price, forecast, prices) : "",
                Spread = ensemble is null || room < 2 ? BandSpread.None : SpreadOf(shapes[i], price, forecast, ensemble),
            };
        }

        int standing = shapes.Count;
        room -= shapes.Count(shape => shape.Spread.IsKnown);
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
        "",
        cluster.State,
        cluster.StateSinceUtc,
        BandSpread.None);

    private static BandSpread SpreadOf(in BandShape band, double price, LiquidationForecast forecast, LiquidationEnsemble ensemble)
    {
        EnsembleEstimate mass = ensemble.NotionalBetween(band.Side, band.LowPrice, band.HighPrice);
        (double low, double high) = ensemble.OuterRange(band.Side, band.LowPrice, band.HighPrice);
        double scale = forecast.Scale(band.Side);

        // Positions of a side lie on their side of the price, whatever the kernel.
        return band.Side == PositionSide.Long
            ? new BandSpread(scale * mass.LowNotional, scale * mass.HighNotional, low, Math.Max(band.HighPrice, Math.Min(high, price)))
            : new BandSpread(scale * mass.LowNotional, scale * mass.HighNotional, Math.Min(band.LowPrice, Math.Max(low, price)), high);
    }

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

    /// <summary>Step of strength for a share of the largest: 0 to 4.</summary>
    internal static int StrengthOf(double share)
    {
        int strength = 0;
        while (strength < Steps.Length && share >= Steps[strength])
        {
            strength++;
        }

        return strength;
    }

    private static string LabelOf(in BandShape band, double price, LiquidationForecast forecast, PriceText prices)
    {
        double near = band.Side == PositionSide.Long ? band.HighPrice : band.LowPrice;
        LiquidationEstimate estimate = forecast.Around(band.Side, band.Notional);
        string money = NumberText.MoneyRange(estimate.Notional, estimate.LowNotional, estimate.HighNotional);
        string text = $"{money}  {prices.Of(band.LowPrice)}-{prices.Of(band.HighPrice)}  {NumberText.SignedPercent((near / price) - 1)}";
        return band.State == ClusterState.Armed ? text : $"{text}  {ClusterWords.Since(band.State, band.StateSinceUtc)}";
    }
}
