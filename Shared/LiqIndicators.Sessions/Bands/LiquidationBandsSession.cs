using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Follows one derivatives market and says which liquidation bands to draw, independent of any chart.</summary>
/// <remarks>
/// The map is built from the venue's own bars and open interest, so charts of any time frame or type show the same bands,
/// and it goes on while the broker is closed. All methods run on the algo's thread.
/// </remarks>
public sealed class LiquidationBandsSession
{
    private readonly LiquidationBandsOptions _options;
    private readonly IMarketFeed _feed;
    private readonly LiquidationClusters _clusters;
    private readonly LiquidationCluster[] _found;
    private readonly BandReadingsLog _readings = new();
    private int _generation;
    private LiquidationForecast? _forecast;
    private ClusterTracker _tracker = new();

    /// <summary>Starts before the first bar of a feed.</summary>
    /// <param name="options">Choices.</param>
    /// <param name="feed">The market to follow.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is NaN or outside its range.</exception>
    public LiquidationBandsSession(LiquidationBandsOptions options, IMarketFeed feed)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(feed);
        _options = options.Checked();
        _feed = feed;
        _generation = feed.Generation;
        _clusters = new LiquidationClusters(_options.Clusters);
        _found = new LiquidationCluster[_options.Clusters.MaximumCount];
    }

    /// <summary>The map; null before the first bar.</summary>
    public LiquidationMap? Map => _forecast?.Map;

    /// <summary>The map with what its dollars mean; null before the first bar.</summary>
    public LiquidationForecast? Forecast => _forecast;

    /// <summary>The clusters through time.</summary>
    public ClusterTracker Tracker => _tracker;

    /// <summary>Takes every bar published by a time.</summary>
    /// <param name="asOfUtc">The time the algo lives in; UTC. Going back takes nothing and forgets nothing.</param>
    /// <returns>Whether there is anything new to draw.</returns>
    public bool Advance(DateTime asOfUtc)
    {
        bool isNew = false;
        while (_feed.TryTake(asOfUtc, out MarketBar bar))
        {
            if (_feed.Generation != _generation)
            {
                StartAgain();
            }

            Take(bar);
            isNew = true;
        }

        return isNew;
    }

    /// <summary>What was known at a time; only bars published by then have a part in it.</summary>
    /// <param name="asOfUtc">UTC.</param>
    public BandReadings ReadingsAsOf(DateTime asOfUtc) => _readings.AsOf(asOfUtc);

    /// <summary>The bands to draw now, largest first within standing ones and within traces; within the budget of objects.</summary>
    /// <param name="shapes">Cleared and filled.</param>
    public void Draw(List<BandShape> shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        shapes.Clear();
        if (_forecast is not null)
        {
            BandSelection.Fill(shapes, _tracker, _forecast, _options);
        }
    }

    /// <summary>The text of the card at a time.</summary>
    /// <param name="asOfUtc">The time the algo lives in; UTC.</param>
    public HudCard Card(DateTime asOfUtc) => BandsCard.Write(_feed.StatusAt(asOfUtc), asOfUtc, _forecast, _tracker, _options);

    private void StartAgain()
    {
        _generation = _feed.Generation;
        _forecast = null;
        _tracker = new ClusterTracker();
        _readings.Clear();
    }

    private void Take(in MarketBar bar)
    {
        TimeSpan barLength = _feed.StatusAt(bar.TimeUtc).BarLength;
        _forecast ??= new LiquidationForecast(
            LiquidationModel.CreateMap(barLength, _options.Kernel, _options.TurnoverPerHour), barLength);
        _forecast.Update(bar);
        LiquidationMap map = _forecast.Map;
        ReadOnlySpan<LiquidationCluster> clusters = _found.AsSpan(0, _clusters.Find(map.View(), _found));
        _tracker.Update(bar, clusters);

        bool hasLongs = LiquidationReadings.TryNearest(clusters, PositionSide.Long, out LiquidationCluster longs);
        bool hasShorts = LiquidationReadings.TryNearest(clusters, PositionSide.Short, out LiquidationCluster shorts);
        _readings.Add(new BandReadings(
            bar.TimeUtc + barLength,
            hasLongs ? longs.HighPrice : double.NaN,
            hasLongs ? _forecast.Scale(PositionSide.Long) * longs.Notional : double.NaN,
            hasShorts ? shorts.LowPrice : double.NaN,
            hasShorts ? _forecast.Scale(PositionSide.Short) * shorts.Notional : double.NaN,
            LiquidationReadings.Imbalance(map.View(), BandsCard.ImbalanceRange)));
    }
}
