using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Writes the card of the bands: what, from where, how old, how sure.</summary>
internal static class BandsCard
{
    /// <summary>Distance within which the two sides are compared; fraction of the price.</summary>
    internal const double ImbalanceRange = 0.05;

    private static readonly double[] Ranges = [0.02, ImbalanceRange];

    // Less of the map than this is not worth a line.
    private const double SeededWorthSaying = 0.01;

    private const string Title = "Liquidation bands";

    private static readonly (FeedQuality Flag, string Text)[] Words =
    [
        (FeedQuality.Gap, "bars missing"),
        (FeedQuality.Throttled, "throttled"),
        (FeedQuality.Estimated, "estimated"),
        (FeedQuality.Revised, "revised by vendor"),
        (FeedQuality.NoOpenInterest, "no open interest"),
    ];

    private static readonly (MapLacks Flag, string Text)[] Lacks =
    [
        (MapLacks.LatestOpenInterest, "open interest missing now"),
        (MapLacks.VenueOpenInterest, "venues silent"),
        (MapLacks.Bars, "bars missing"),
        (MapLacks.SteadyOpenInterest, "open interest jumped"),
        (MapLacks.SteadyUnit, "price unit changed"),
    ];

    internal static HudCard Write(
        FeedStatus status,
        DateTime asOfUtc,
        LiquidationForecast? forecast,
        ClusterTracker tracker,
        double range,
        BandsRegime? regime,
        double ownStopOutPrice,
        PriceText prices,
        PriceOffset offset)
    {
        List<HudLine> lines = [];
        bool isStale = status.Quality.HasFlag(FeedQuality.Stale);
        if (forecast is null || !forecast.Map.IsReady)
        {
            string missing = forecast is null ? "waiting for market data" : "waiting for open interest";
            lines.Add(new("source", status.Source, HudTone.Quiet));
            HudLine waiting = new("", status.Notice.Length > 0 ? status.Notice : missing, HudTone.Warning);
            lines.Add(waiting);
            return new HudCard(Title, lines, isStale) { Brief = waiting };
        }

        LiquidationMap map = forecast.Map;
        AddAge(lines, status, asOfUtc, isStale);
        AddQuality(lines, status, forecast.Health);
        if (offset.Text.Length > 0)
        {
            lines.Add(new("levels", offset.Text, offset.Tone) { IsDetail = offset.Tone != HudTone.Warning });
        }

        if (status.Notice.Length > 0)
        {
            lines.Add(new("", status.Notice, HudTone.Warning));
        }

        double seeded = (map.SeededShare(PositionSide.Long) + map.SeededShare(PositionSide.Short)) / 2;
        if (seeded >= SeededWorthSaying)
        {
            lines.Add(new("seeded", NumberText.Share(seeded) + " of the map is older than the data", seeded > 0.5 ? HudTone.Warning : HudTone.Quiet) { IsDetail = seeded <= 0.5 });
        }

        AddClusters(lines, PositionSide.Short, "above", tracker, forecast, prices);
        AddClusters(lines, PositionSide.Long, "below", tracker, forecast, prices);
        AddLatest(lines, tracker, prices);
        AddTotals(lines, forecast);
        AddProfile(lines, MapProfile.Of(forecast, tracker, range), prices);
        regime?.AddLines(lines);
        if (!double.IsNaN(ownStopOutPrice))
        {
            lines.Add(OwnStopOut.Line(ownStopOutPrice, tracker.Live, forecast, prices));
        }

        HudLine score = Score(forecast) with { IsDetail = true };
        lines.Add(score);
        return new HudCard(Title, lines, isStale)
        {
            // As quiet as the score while the map has not been better than distance alone.
            Badge = new("", "model estimate, 80% range", score.Tone),
            Brief = isStale ? Stale(status, asOfUtc) : BriefOf(tracker, forecast),
        };
    }

    private static void AddAge(List<HudLine> lines, FeedStatus status, DateTime asOfUtc, bool isStale)
    {
        if (isStale)
        {
            lines.Add(Stale(status, asOfUtc));
            lines.Add(new("source", status.Source, HudTone.Quiet));
        }
        else
        {
            lines.Add(new("data", $"{NumberText.Age(status.AgeAt(asOfUtc))} old, {status.Source}", HudTone.Quiet));
        }

        lines.Add(new("history", FormattableString.Invariant($"from {status.HistoryStartUtc:yyyy-MM-dd}"), HudTone.Quiet) { IsDetail = true });
    }

    private static HudLine Stale(FeedStatus status, DateTime asOfUtc) => new(
        "data", FormattableString.Invariant($"STALE since {status.LastPublishedUtc:MM-dd HH:mm} UTC, {NumberText.Age(status.AgeAt(asOfUtc))} old"), HudTone.Warning);

    private static HudLine BriefOf(ClusterTracker tracker, LiquidationForecast forecast)
    {
        double price = forecast.Map.LastPrice;
        string Of(PositionSide side, string name) => Nearest(tracker.Live, side, price) is TrackedCluster found
            ? $"{name} {NumberText.SignedPercent((found.NearPrice / price) - 1)} {NumberText.Money(forecast.Scale(side) * found.Notional)}"
            : $"{name} none";
        return new("", $"{Of(PositionSide.Short, "above")}   {Of(PositionSide.Long, "below")}");
    }

    private static void AddTotals(List<HudLine> lines, LiquidationForecast forecast)
    {
        LiquidationView view = forecast.Map.View();
        string Within(PositionSide side) => string.Join(
            " / ", Ranges.Select(range => NumberText.Money(forecast.Scale(side) * view.NotionalWithin(side, range))));
        string ranges = string.Join(" / ", Ranges.Select(NumberText.Share));
        lines.Add(new("in " + ranges, $"longs {Within(PositionSide.Long)}   shorts {Within(PositionSide.Short)}") { IsDetail = true });

        // Of open mass, which is what the sides hold; the dollars above are what would be printed of it.
        double openLongs = view.NotionalWithin(PositionSide.Long, ImbalanceRange);
        double openShorts = view.NotionalWithin(PositionSide.Short, ImbalanceRange);
        string open = $"   open {NumberText.Money(openLongs)} / {NumberText.Money(openShorts)}";
        lines.Add(openLongs >= openShorts
            ? new("imbalance", $"longs {NumberText.Ratio(openLongs, openShorts)}{open}", HudTone.Longs)
            : new("imbalance", $"shorts {NumberText.Ratio(openShorts, openLongs)}{open}", HudTone.Shorts));
    }

    private static HudLine Score(LiquidationForecast forecast)
    {
        DistanceComparison longs = forecast.AgainstDistance(PositionSide.Long);
        DistanceComparison shorts = forecast.AgainstDistance(PositionSide.Short);
        if (forecast.LearntBars == 0)
        {
            return new("score", "no liquidations published", HudTone.Quiet);
        }

        if (double.IsNaN(longs.Gain) || double.IsNaN(shorts.Gain))
        {
            return new("score", "too few hours for a score", HudTone.Quiet);
        }

        string text = $"vs distance {NumberText.SignedShare(longs.Gain)} longs, {NumberText.SignedShare(shorts.Gain)} shorts";
        return new("score", text, longs.IsBetter && shorts.IsBetter ? HudTone.Plain : HudTone.Quiet);
    }

    private static void AddQuality(List<HudLine> lines, FeedStatus status, MapHealth health)
    {
        FeedQuality shown = status.Quality & ~(FeedQuality.Stale | FeedQuality.NoLiquidations);
        string[] words =
        [
            .. Words.Where(word => shown.HasFlag(word.Flag)).Select(word => word.Text),
            .. Lacks.Where(word => health.Lacks.HasFlag(word.Flag)).Select(word => word.Text),
            .. status.NotCounted is { Count: > 0 } absent ? ["without " + string.Join(", ", absent)] : Array.Empty<string>(),
        ];
        if (words.Length > 0)
        {
            lines.Add(new("quality", string.Join(", ", words.Distinct()), HudTone.Warning));
        }

        double confidence = MapTrust.Confidence(health, status);
        lines.Add(new("inputs", NumberText.Share(confidence), confidence < 0.5 ? HudTone.Warning : HudTone.Quiet) { IsDetail = confidence >= 0.5 });
    }

    private static void AddProfile(List<HudLine> lines, in MapProfile profile, PriceText prices)
    {
        if (profile.MaximumPain is MagnetReading pain)
        {
            string text = $"{NumberText.SignedPercent(pain.Distance)}  {NumberText.Money(pain.Notional)} at {prices.Of(pain.Price)}";
            lines.Add(new("max pain", text, pain.Side == PositionSide.Long ? HudTone.Longs : HudTone.Shorts) { IsDetail = true });
        }

        if (profile.EmptyZone is EmptyZone empty)
        {
            lines.Add(new("empty", $"{prices.Of(empty.LowPrice)}-{prices.Of(empty.HighPrice)}", HudTone.Quiet) { IsDetail = true });
        }
    }

    /// <summary>The nearest cluster of a side and, where it is another one, the largest.</summary>
    private static void AddClusters(
        List<HudLine> lines, PositionSide side, string name, ClusterTracker tracker, LiquidationForecast forecast, PriceText prices)
    {
        double price = forecast.Map.LastPrice;
        HudTone tone = side == PositionSide.Long ? HudTone.Longs : HudTone.Shorts;
        if (Nearest(tracker.Live, side, price) is not TrackedCluster nearest)
        {
            lines.Add(new(name, "none within range", HudTone.Quiet));
            return;
        }

        lines.Add(new(name, TextOf(nearest), tone));
        TrackedCluster largest = nearest;
        foreach (TrackedCluster cluster in tracker.Live)
        {
            largest = cluster.Side == side && cluster.Notional > largest.Notional ? cluster : largest;
        }

        if (largest.Id != nearest.Id)
        {
            lines.Add(new("  largest", TextOf(largest), tone) { IsDetail = true });
        }

        string TextOf(in TrackedCluster cluster)
        {
            LiquidationEstimate estimate = forecast.Expect(side, cluster.Notional);
            string money = NumberText.MoneyRange(estimate.Notional, estimate.LowNotional, estimate.HighNotional);
            return $"{NumberText.SignedPercent((cluster.NearPrice / price) - 1)}  {money} at {prices.Of(cluster.NearPrice)}";
        }
    }

    private static TrackedCluster? Nearest(ReadOnlySpan<TrackedCluster> clusters, PositionSide side, double price)
    {
        TrackedCluster? nearest = null;
        foreach (TrackedCluster cluster in clusters)
        {
            if (cluster.Side == side && (nearest is null || Math.Abs(cluster.NearPrice - price) < Math.Abs(nearest.Value.NearPrice - price)))
            {
                nearest = cluster;
            }
        }

        return nearest;
    }

    /// <summary>The last thing that happened to a cluster which price reached.</summary>
    private static void AddLatest(List<HudLine> lines, ClusterTracker tracker, PriceText prices)
    {
        TrackedCluster? latest = null;
        foreach (TrackedCluster cluster in tracker.Live)
        {
            Look(cluster);
        }

        for (int age = 0; age < tracker.EndedCount; age++)
        {
            Look(tracker.Ended(age));
        }

        if (latest is TrackedCluster found)
        {
            string side = found.Side == PositionSide.Long ? "longs" : "shorts";
            string text = $"{side} {prices.Of(found.PeakPrice)} {ClusterWords.Since(found.State, found.StateSinceUtc)}";
            lines.Add(new("latest", text, found.Side == PositionSide.Long ? HudTone.Longs : HudTone.Shorts) { IsDetail = true });
        }

        void Look(in TrackedCluster cluster)
        {
            bool wasReached = cluster.State is not (ClusterState.Armed or ClusterState.Faded);
            if (wasReached && (latest is null || cluster.StateSinceUtc > latest.Value.StateSinceUtc))
            {
                latest = cluster;
            }
        }
    }
}
