using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Live;

/// <summary>What the map of liquidations says; dollars are liquidations to expect, unless they are called open.</summary>
/// <param name="Confidence">How far the data behind the map go; in [0, 1].</param>
/// <param name="Lacks">What the map lacks, in words for programs.</param>
/// <param name="ImbalanceTotal">Open shorts less longs over their sum within the whole range that clusters are looked for in; in [-1, 1].</param>
/// <param name="RangePct">How far that is; percent of the price.</param>
/// <param name="OpenLongs">Open longs below the price within that range; quote currency.</param>
/// <param name="OpenShorts">Open shorts above the price within that range; quote currency.</param>
/// <param name="Magnet">The nearest of the large clusters; null without clusters.</param>
/// <param name="MaximumPain">The percent of price that holds most; null without mass.</param>
/// <param name="EmptyZones">Stretches where nearly nothing stands, nearest first.</param>
/// <param name="LongsPerPercent">Longs in each of the first ten percent below the price; quote currency.</param>
/// <param name="ShortsPerPercent">Shorts in each of the first ten percent above the price; quote currency.</param>
/// <param name="LongsWithinPercent">Longs from the price to one, two and so on to ten percent below; quote currency.</param>
/// <param name="ShortsWithinPercent">Shorts from the price to one, two and so on to ten percent above; quote currency.</param>
/// <param name="Leverages">New positions by the leverage that the kernel implies.</param>
internal sealed record MapPicture(
    double Confidence,
    IReadOnlyList<string> Lacks,
    double? ImbalanceTotal,
    double RangePct,
    double OpenLongs,
    double OpenShorts,
    PricePicture? Magnet,
    PricePicture? MaximumPain,
    IReadOnlyList<ZonePicture> EmptyZones,
    IReadOnlyList<double> LongsPerPercent,
    IReadOnlyList<double> ShortsPerPercent,
    IReadOnlyList<double> LongsWithinPercent,
    IReadOnlyList<double> ShortsWithinPercent,
    IReadOnlyList<LeveragePicture> Leverages)
{
    /// <summary>The map of a session; null before it holds mass.</summary>
    /// <param name="session">The session.</param>
    /// <param name="status">What its feed says of itself.</param>
    internal static MapPicture? Of(LiquidationBandsSession session, FeedStatus status) =>
        session is { Forecast: { } forecast, Profile: { } profile } ? Of(profile, forecast, status) : null;

    private static MapPicture Of(in MapProfile profile, LiquidationForecast forecast, FeedStatus status)
    {
        double price = forecast.Map.LastPrice;
        return new MapPicture(
            MapTrust.Confidence(forecast.Health, status),
            FlagNames.Of(forecast.Health.Lacks),
            LivePicture.Available(profile.OpenInRange.Imbalance),
            100 * profile.Range,
            profile.OpenInRange.Longs,
            profile.OpenInRange.Shorts,
            PricePicture.Of(profile.Magnet),
            PricePicture.Of(profile.MaximumPain),
            [.. profile.EmptyZones.Select(zone => ZonePicture.Of(zone, price))],
            profile.LongsPerPercent,
            profile.ShortsPerPercent,
            RunningSums(profile.LongsPerPercent),
            RunningSums(profile.ShortsPerPercent),
            LeveragePicture.Of(profile));
    }

    private static double[] RunningSums(IReadOnlyList<double> parts)
    {
        double sum = 0;
        return [.. parts.Select(part => sum += part)];
    }
}

/// <summary>A price that stands out.</summary>
/// <param name="Side">long or short: side of the positions there.</param>
/// <param name="Price">Quote currency per base unit.</param>
/// <param name="Distance">From the last price; fraction, negative below it.</param>
/// <param name="Notional">Liquidations to expect there; quote currency.</param>
internal sealed record PricePicture(string Side, double Price, double Distance, double Notional)
{
    internal static PricePicture? Of(MagnetReading? reading) => reading is { } found
        ? new PricePicture(SideNames.Of(found.Side), found.Price, found.Distance, found.Notional)
        : null;
}

/// <summary>A stretch where nearly nothing stands.</summary>
/// <param name="Side">long or short: side of the positions that are missing.</param>
/// <param name="LowPrice">Quote currency per base unit.</param>
/// <param name="HighPrice">Quote currency per base unit.</param>
/// <param name="Distance">From the last price to the nearer edge; fraction, negative below it.</param>
internal sealed record ZonePicture(string Side, double LowPrice, double HighPrice, double Distance)
{
    internal static ZonePicture Of(EmptyZone zone, double price) => new(
        SideNames.Of(zone.Side),
        zone.LowPrice,
        zone.HighPrice,
        ((zone.Side == PositionSide.Long ? zone.HighPrice : zone.LowPrice) / price) - 1);
}

/// <summary>New positions of a range of leverages.</summary>
/// <param name="From">Least leverage; 0 for the first range.</param>
/// <param name="To">Leverage at which the next range begins; null for the last range.</param>
/// <param name="LongShare">Share of new longs; in [0, 1].</param>
/// <param name="ShortShare">Share of new shorts; in [0, 1].</param>
internal sealed record LeveragePicture(double From, double? To, double LongShare, double ShortShare)
{
    internal static IReadOnlyList<LeveragePicture> Of(in MapProfile profile)
    {
        IReadOnlyList<double> edges = MapProfile.LeverageEdges;
        IReadOnlyList<double> longs = profile.LongLeverages;
        IReadOnlyList<double> shorts = profile.ShortLeverages;
        return [.. longs.Select((share, i) => new LeveragePicture(i == 0 ? 0 : edges[i - 1], i < edges.Count ? edges[i] : null, share, shorts[i]))];
    }
}
