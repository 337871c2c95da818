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

    private static readonly double[] Ranges = [0.01, 0.02, 0.05];

    private static readonly (FeedQuality Flag, string Text)[] Words =
    [
        (FeedQuality.Gap, "bars missing"),
        (FeedQuality.Throttled, "throttled"),
        (FeedQuality.Estimated, "estimated"),
        (FeedQuality.Revised, "revised by vendor"),
        (FeedQuality.NoOpenInterest, "no open interest"),
    ];

    internal static HudCard Write(
        FeedStatus status, DateTime asOfUtc, LiquidationForecast? forecast, ClusterTracker tracker, PriceText prices, PriceOffset offset)
    {
        List<HudLine> lines = [new("", status.Source, HudTone.Quiet)];
        bool isStale = status.Quality.HasFlag(FeedQuality.Stale);
        if (forecast is null || !forecast.Map.IsReady)
        {
            string missing = forecast is null ? "waiting for market data" : "waiting for open interest";
            lines.Add(new("", status.Notice.Length > 0 ? status.Notice : missing, HudTone.Warning));
            return new HudCard("Liquidation bands", lines, isStale);
        }

        LiquidationMap map = forecast.Map;
        lines.Add(new("data age", NumberText.Age(status.AgeAt(asOfUtc)) + (isStale ? "  STALE" : ""), isStale ? HudTone.Warning : HudTone.Plain));
        lines.Add(new("since", FormattableString.Invariant($"{status.HistoryStartUtc:yyyy-MM-dd HH:mm}"), HudTone.Quiet));
        AddQuality(lines, status.Quality);
        if (offset.Text.Length > 0)
        {
            lines.Add(new("levels", offset.Text, offset.Tone));
        }

        double seeded = (map.SeededShare(PositionSide.Long) + map.SeededShare(PositionSide.Short)) / 2;
        lines.Add(new("only seeded", NumberText.Share(seeded), seeded > 0.5 ? HudTone.Warning : HudTone.Quiet));
        AddNearest(lines, tracker, forecast, prices);
        AddLatest(lines, tracker, prices);

        LiquidationView view = map.View();
        foreach (double range in Ranges)
        {
            double longs = view.NotionalWithin(PositionSide.Long, range);
            double shorts = view.NotionalWithin(PositionSide.Short, range);
            string expectedLongs = NumberText.Money(forecast.Scale(PositionSide.Long) * longs);
            string expectedShorts = NumberText.Money(forecast.Scale(PositionSide.Short) * shorts);
            lines.Add(new("within " + NumberText.Share(range), $"longs {expectedLongs}   shorts {expectedShorts}"));
            if (range == ImbalanceRange)
            {
                string open = $"longs {NumberText.Money(longs)}   shorts {NumberText.Money(shorts)}   within {NumberText.Share(range)}";
                lines.Add(new("open mass", open, HudTone.Quiet));
                lines.Add(longs >= shorts
                    ? new("imbalance", "longs " + NumberText.Ratio(longs, shorts), HudTone.Longs)
                    : new("imbalance", "shorts " + NumberText.Ratio(shorts, longs), HudTone.Shorts));
            }
        }

        lines.Add(Score(forecast));
        lines.Add(new("", "model estimate, with 80% range", HudTone.Quiet));
        return new HudCard("Liquidation bands", lines, isStale);
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

    private static void AddQuality(List<HudLine> lines, FeedQuality quality)
    {
        FeedQuality shown = quality & ~(FeedQuality.Stale | FeedQuality.NoLiquidations);
        if (shown != FeedQuality.Good)
        {
            lines.Add(new("quality", string.Join(", ", Words.Where(word => shown.HasFlag(word.Flag)).Select(word => word.Text)), HudTone.Warning));
        }
    }

    private static void AddNearest(List<HudLine> lines, ClusterTracker tracker, LiquidationForecast forecast, PriceText prices)
    {
        double price = forecast.Map.LastPrice;
        Nearest(PositionSide.Short, "next above", HudTone.Shorts);
        Nearest(PositionSide.Long, "next below", HudTone.Longs);

        void Nearest(PositionSide side, string name, HudTone tone)
        {
            TrackedCluster? nearest = null;
            foreach (TrackedCluster cluster in tracker.Live)
            {
                if (cluster.Side == side
                    && (nearest is null || Math.Abs(cluster.NearPrice - price) < Math.Abs(nearest.Value.NearPrice - price)))
                {
                    nearest = cluster;
                }
            }

            string MoneyOf(in TrackedCluster cluster)
            {
                LiquidationEstimate estimate = forecast.Expect(side, cluster.Notional);
                return NumberText.MoneyRange(estimate.Notional, estimate.LowNotional, estimate.HighNotional);
            }

            lines.Add(nearest is TrackedCluster found
                ? new(name, $"{MoneyOf(found)} at {prices.Of(found.NearPrice)}  {NumberText.SignedPercent((found.NearPrice / price) - 1)}", tone)
                : new(name, "none within range", HudTone.Quiet));
        }
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
            lines.Add(new("latest", text, found.Side == PositionSide.Long ? HudTone.Longs : HudTone.Shorts));
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
