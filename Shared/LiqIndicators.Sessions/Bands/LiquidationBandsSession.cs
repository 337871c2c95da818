using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Alerts;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Follows one derivatives market and says which liquidation bands to draw, independent of any chart.</summary>
/// <remarks>
/// The map is built from the venue's own bars and open interest, so charts of any time frame or type show the same bands,
/// and it goes on while the broker is closed. All methods run on the algo's thread.
/// </remarks>
public sealed class LiquidationBandsSession : MarketSession<BandReadings>
{
    private readonly LiquidationBandsOptions _options;
    private readonly LiquidationClusters _clusters;
    private readonly LiquidationCluster[] _found;
    private LiquidationForecast? _forecast;
    private LiquidationEnsemble? _ensemble;
    private VenueLiquidationBook? _venues;
    private ClusterTracker _tracker = new();
    private HeatHistory _heat;
    private BandsRegime? _regime;
    private TimeSpan _barLength;
    private IReadOnlyList<(string Venue, VenueTerms? Terms)> _terms = [];

    /// <summary>Starts before the first bar of a feed.</summary>
    /// <param name="options">Choices.</param>
    /// <param name="feed">The market to follow.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is NaN or outside its range.</exception>
    public LiquidationBandsSession(LiquidationBandsOptions options, IMarketFeed feed)
        : base(feed, BandReadings.None)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Checked();
        _clusters = new LiquidationClusters(_options.Clusters);
        _found = new LiquidationCluster[_options.Clusters.MaximumCount];
        _heat = NewHeat();
    }

    /// <summary>The map; null before the first bar.</summary>
    public LiquidationMap? Map => _forecast?.Map;

    /// <summary>The map with what its dollars mean; null before the first bar.</summary>
    public LiquidationForecast? Forecast => _forecast;

    /// <summary>Name of the margin table on which the map places a venue's positions; null where the kernel is taken as it is.</summary>
    /// <param name="venue">Venue and instrument, such as <c>Bybit ETHUSDT</c>.</param>
    public string? TiersOf(string venue) => _terms.FirstOrDefault(one => one.Venue == venue).Terms?.Tiers.Name;

    /// <summary>What the map says at a glance, in prices of the market; null before it holds mass. Made anew at each call.</summary>
    public MapProfile? Profile =>
        _forecast is { Map.IsReady: true } ? MapProfile.Of(_forecast, _tracker, _options.Clusters.Range) : null;

    /// <summary>The clusters through time.</summary>
    public ClusterTracker Tracker => _tracker;

    /// <summary>Estimated price at which the broker would close the account's own positions, on the broker's chart; NaN while there are none.</summary>
    public double OwnStopOutPrice { get; set; } = double.NaN;

    /// <inheritdoc/>
    public override IReadOnlyList<AlertWatch<BandReadings>> Watches { get; } =
    [
        AlertWatch.When<BandReadings>(
            (readings, price) => price <= readings.LongPrice,
            readings => $"Liquidation band of longs touched: {NumberText.Money(readings.LongNotional)}"),
        AlertWatch.When<BandReadings>(
            (readings, price) => price >= readings.ShortPrice,
            readings => $"Liquidation band of shorts touched: {NumberText.Money(readings.ShortNotional)}"),
    ];

    /// <summary>The bands to draw now, largest first within standing ones and within traces; within the budget of objects.</summary>
    /// <param name="shapes">Cleared and filled.</param>
    public void Draw(List<BandShape> shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        shapes.Clear();
        if (_forecast is not null)
        {
            BandSelection.Fill(shapes, _tracker, _forecast, _ensemble, _options, Prices);
            for (int i = 0; i < shapes.Count; i++)
            {
                shapes[i] = shapes[i].OnChart(Offset.Ratio);
            }
        }
    }

    /// <summary>The map through time at the prices in sight, strongest cells first; within the budget of objects.</summary>
    /// <param name="cells">Cleared and filled.</param>
    /// <param name="asOfUtc">Where the last cells end: the time the algo lives in; UTC.</param>
    /// <param name="lowPrice">Lowest price in sight; quote currency per base unit.</param>
    /// <param name="highPrice">Highest price in sight; nothing is drawn unless it is above 0 and above the lowest.</param>
    public void DrawHeat(List<HeatCell> cells, DateTime asOfUtc, double lowPrice, double highPrice)
    {
        ArgumentNullException.ThrowIfNull(cells);
        cells.Clear();
        if (_forecast is { Map.IsReady: true } && highPrice > 0 && highPrice > lowPrice)
        {
            (double low, double high) = InMarket(lowPrice, highPrice);
            HeatTiling.Fill(cells, _heat, low, high, asOfUtc, _options.ShapeRoom);
            for (int i = 0; i < cells.Count; i++)
            {
                cells[i] = cells[i] with { LowPrice = Offset.Ratio * cells[i].LowPrice, HighPrice = Offset.Ratio * cells[i].HighPrice };
            }
        }
    }

    /// <summary>The map as it stands, in rows of one height; within the budget of objects.</summary>
    /// <param name="rows">Cleared and filled.</param>
    /// <param name="lowPrice">Lowest price in sight; quote currency per base unit.</param>
    /// <param name="highPrice">Highest price in sight; nothing is drawn unless it is above 0 and above the lowest.</param>
    public void DrawHistogram(List<HistogramRow> rows, double lowPrice, double highPrice)
    {
        ArgumentNullException.ThrowIfNull(rows);
        rows.Clear();
        if (_forecast is { Map.IsReady: true } && highPrice > 0 && highPrice > lowPrice)
        {
            (double low, double high) = InMarket(lowPrice, highPrice);
            BandHistogram.Fill(rows, _forecast, low, high, _options.ShapeRoom);
            for (int i = 0; i < rows.Count; i++)
            {
                rows[i] = rows[i] with { LowPrice = Offset.Ratio * rows[i].LowPrice, HighPrice = Offset.Ratio * rows[i].HighPrice };
            }
        }
    }

    /// <inheritdoc/>
    public override HudCard Card(DateTime asOfUtc) => BandsCard.Write(
        Feed.StatusAt(asOfUtc),
        asOfUtc,
        _forecast,
        _tracker,
        _options.Clusters.Range,
        _regime,
        OwnStopOutPrice / Offset.Ratio,
        Prices,
        Offset);

    // A chart may reach below zero; the map does not, and is not looked at beyond its range.
    private (double Low, double High) InMarket(double lowPrice, double highPrice)
    {
        double high = highPrice / Offset.Ratio;
        double low = Math.Max(lowPrice / Offset.Ratio, _forecast!.Map.LastPrice * (1 - _options.Clusters.Range));
        return (Math.Min(low, high), high);
    }

    private PriceText Prices => new(_options.PriceDigits, Offset.Ratio);

    private protected override BandReadings OnChart(in BandReadings readings, double ratio) =>
        readings with { LongPrice = ratio * readings.LongPrice, ShortPrice = ratio * readings.ShortPrice };

    private protected override void Begin(TimeSpan barLength)
    {
        _barLength = barLength;
        _terms = BandBooks.TermsOf(_options.Kernel, Feed.Venues, Feed.TermsOf);
        ILiquidationBook book = BandBooks.Make(_options.Kernel, barLength, _options.TurnoverPerHour, _terms);
        _venues = book as VenueLiquidationBook;
        _ensemble = _options.HasSpread ? new LiquidationEnsemble(barLength, book, _options.TurnoverPerHour) : null;
        _forecast = new LiquidationForecast(_ensemble is null ? book : _ensemble, barLength);
        _tracker = new ClusterTracker();
        _heat = NewHeat();
        _regime = new BandsRegime(barLength);
    }

    private protected override BandReadings Take(in MarketBar bar, DateTime publishedUtc)
    {
        if (_venues is not null && !_venues.Knows(Feed.Venues))
        {
            // Of venues that the map does not know it could place nothing, and what those that left held would stand for ever.
            Begin(_barLength);
        }

        LiquidationForecast forecast = _forecast!;
        _venues?.Tell(Feed.Venues);
        forecast.Update(bar);
        LiquidationMap map = forecast.Map;
        if (map.LastNotes.HasFlag(LiquidationMapNotes.PriceUnitChanged))
        {
            // Clusters, traces and cells are in the old unit.
            _tracker = new ClusterTracker();
            _heat = NewHeat();
        }

        ReadOnlySpan<LiquidationCluster> clusters = _found.AsSpan(0, _clusters.Find(map.View(), _found));
        _tracker.Update(bar, clusters);
        _heat.Take(forecast, publishedUtc);
        _regime!.Update(bar, Feed, publishedUtc, map);

        bool hasLongs = LiquidationReadings.TryNearest(clusters, PositionSide.Long, out LiquidationCluster longs);
        bool hasShorts = LiquidationReadings.TryNearest(clusters, PositionSide.Short, out LiquidationCluster shorts);
        return new BandReadings(
            publishedUtc,
            hasLongs ? longs.HighPrice : double.NaN,
            hasLongs ? forecast.Scale(PositionSide.Long) * longs.Notional : double.NaN,
            hasShorts ? shorts.LowPrice : double.NaN,
            hasShorts ? forecast.Scale(PositionSide.Short) * shorts.Notional : double.NaN,
            LiquidationReadings.Imbalance(map.View(), BandsCard.ImbalanceRange));
    }

    private HeatHistory NewHeat() => new(
        _options.Clusters.Range, _options.TraceTime > TimeSpan.FromDays(1) ? _options.TraceTime : TimeSpan.FromDays(1));
}
