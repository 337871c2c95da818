using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Bands;

/// <summary>An amount of either side.</summary>
/// <param name="Longs">Longs below the price; quote currency.</param>
/// <param name="Shorts">Shorts above the price; quote currency.</param>
public readonly record struct SideAmounts(double Longs, double Shorts)
{
    /// <summary>Shorts less longs over their sum; in [-1, 1]; NaN when both are 0.</summary>
    public double Imbalance => LiquidationReadings.Imbalance(Longs, Shorts);
}

/// <summary>A price that stands out.</summary>
/// <param name="Side">Side of the positions there.</param>
/// <param name="Price">Quote currency per base unit.</param>
/// <param name="Distance">From the last price, signed; fraction of it.</param>
/// <param name="Notional">Liquidations to expect there; quote currency.</param>
public readonly record struct MagnetReading(PositionSide Side, double Price, double Distance, double Notional);

/// <summary>What the map says at a glance, in liquidations to expect unless it says open mass.</summary>
/// <param name="Near">Within 1% of the price.</param>
/// <param name="Around">Within 5% of the price.</param>
/// <param name="OpenAround">Open mass within 5% of the price.</param>
/// <param name="OpenInRange">Open mass within the range that bands are looked for in.</param>
/// <param name="Range">How far bands are looked for; fraction of the price.</param>
/// <param name="Magnet">The nearest of the large bands; null without bands.</param>
/// <param name="MaximumPain">The percent of price within range that holds most; null without mass.</param>
/// <param name="EmptyZones">Stretches within range where nearly nothing stands, nearest first.</param>
/// <param name="LongsPerPercent">Longs in each of the first ten percent below the price; quote currency.</param>
/// <param name="ShortsPerPercent">Shorts in each of the first ten percent above the price; quote currency.</param>
/// <param name="LongLeverages">Share of new longs by the leverage that the kernel implies; see <see cref="LeverageEdges"/>.</param>
/// <param name="ShortLeverages">Share of new shorts by the leverage that the kernel implies.</param>
public readonly record struct MapProfile(
    SideAmounts Near,
    SideAmounts Around,
    SideAmounts OpenAround,
    SideAmounts OpenInRange,
    double Range,
    MagnetReading? Magnet,
    MagnetReading? MaximumPain,
    IReadOnlyList<EmptyZone> EmptyZones,
    IReadOnlyList<double> LongsPerPercent,
    IReadOnlyList<double> ShortsPerPercent,
    IReadOnlyList<double> LongLeverages,
    IReadOnlyList<double> ShortLeverages)
{
    /// <summary>Leverages that part the shares: below 3x, 3x to 5x, and so on; 50x and above last.</summary>
    public static IReadOnlyList<double> LeverageEdges => Edges;

    private const int Percents = 10;

    // Of either side; stretches beyond them are of no use to anybody.
    private const int MostZones = 8;

    private static readonly double[] Edges = [3, 5, 10, 20, 50];

    /// <summary>The nearest stretch within range where nearly nothing stands; null where there is none.</summary>
    public EmptyZone? EmptyZone => EmptyZones.Count > 0 ? EmptyZones[0] : null;

    /// <summary>Reads a map that holds mass.</summary>
    /// <param name="forecast">The map with what its dollars mean.</param>
    /// <param name="tracker">Its clusters.</param>
    /// <param name="range">How far bands are looked for; fraction of the price; in (0, 0.9].</param>
    internal static MapProfile Of(LiquidationForecast forecast, ClusterTracker tracker, double range)
    {
        LiquidationView view = forecast.Map.View();
        double longScale = forecast.Scale(PositionSide.Long);
        double shortScale = forecast.Scale(PositionSide.Short);
        SideAmounts openNear = Open(view, 0.01);
        SideAmounts openAround = Open(view, BandsCard.ImbalanceRange);
        LeverageKernel kernel = forecast.Kernel;
        return new MapProfile(
            Scaled(openNear),
            Scaled(openAround),
            openAround,
            Open(view, range),
            range,
            MagnetOf(tracker, forecast),
            PainOf(view, forecast, range),
            EmptyOf(view, range),
            Density(view, PositionSide.Long, longScale),
            Density(view, PositionSide.Short, shortScale),
            Leverages(kernel, PositionSide.Long),
            Leverages(kernel, PositionSide.Short));

        SideAmounts Scaled(SideAmounts open) => new(longScale * open.Longs, shortScale * open.Shorts);
    }

    private static SideAmounts Open(in LiquidationView view, double fraction) => new(
        view.NotionalWithin(PositionSide.Long, fraction), view.NotionalWithin(PositionSide.Short, fraction));

    private static MagnetReading? MagnetOf(ClusterTracker tracker, LiquidationForecast forecast)
    {
        double price = forecast.Map.LastPrice;
        ReadOnlySpan<TrackedCluster> live = tracker.Live;
        LiquidationCluster[] clusters = new LiquidationCluster[live.Length];
        for (int i = 0; i < clusters.Length; i++)
        {
            TrackedCluster cluster = live[i];
            clusters[i] = new LiquidationCluster(
                cluster.Side,
                cluster.LowPrice,
                cluster.HighPrice,
                cluster.PeakPrice,
                cluster.Notional / cluster.PeakPrice,
                forecast.Scale(cluster.Side) * cluster.Notional,
                double.NaN,
                double.NaN,
                Math.Abs((cluster.NearPrice / price) - 1));
        }

        return LiquidationProfile.TryMagnet(clusters, out LiquidationCluster magnet)
            ? new MagnetReading(magnet.Side, magnet.PeakPrice, (magnet.PeakPrice / price) - 1, magnet.Notional)
            : null;
    }

    private static MagnetReading? PainOf(in LiquidationView view, LiquidationForecast forecast, double range) =>
        LiquidationProfile.TryMaximumPain(view, range, out MaximumPain pain)
            ? new MagnetReading(pain.Side, pain.Price, (pain.Price / view.Price) - 1, forecast.Scale(pain.Side) * pain.Notional)
            : null;

    private static EmptyZone[] EmptyOf(in LiquidationView view, double range)
    {
        Span<EmptyZone> zones = stackalloc EmptyZone[2 * MostZones];
        int count = LiquidationProfile.FindEmptyZones(view, PositionSide.Long, range, zones[..MostZones]);
        count += LiquidationProfile.FindEmptyZones(view, PositionSide.Short, range, zones.Slice(count, MostZones));
        double price = view.Price;
        return [.. zones[..count].ToArray().OrderBy(zone => Distance(zone, price))];
    }

    private static double Distance(in EmptyZone zone, double price) =>
        Math.Min(Math.Abs(zone.LowPrice - price), Math.Abs(zone.HighPrice - price));

    private static double[] Density(in LiquidationView view, PositionSide side, double scale)
    {
        double[] notionals = new double[Percents];
        LiquidationProfile.DensityPerPercent(view, side, notionals);
        return Array.ConvertAll(notionals, notional => scale * notional);
    }

    private static double[] Leverages(LeverageKernel kernel, PositionSide side)
    {
        double[] shares = new double[Edges.Length + 1];
        LiquidationProfile.LeverageShares(kernel, side, VenueKernels.ReferenceRate, Edges, shares);
        return shares;
    }
}
