using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Tests.Following;
using LiqIndicators.Sessions.Presentation;
using LiqIndicators.Simulation;

namespace LiqIndicators.Sessions.Tests.Bands;

public sealed class LiquidationBandsSessionTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly IReadOnlyList<MarketBar> Market = MarketSimulation.Run(
        new SimulationOptions { Seed = 1001, Scenario = SimulationScenario.Cascade, Days = 20, TruthIntervalHours = 168 }).Bars;

    private static readonly DateTime EndUtc = Market[^1].TimeUtc + Hour;

    [Fact]
    public void ReadingsAsOf_AnyTime_AreWhatAnEarlierSessionKnewThen()
    {
        LiquidationBandsSession whole = Session(Market);
        whole.Advance(EndUtc);
        DateTime middleUtc = Market[Market.Count / 2].TimeUtc.AddMinutes(30);
        LiquidationBandsSession half = Session(Market);
        half.Advance(middleUtc);

        Assert.Equal(half.ReadingsAsOf(middleUtc), whole.ReadingsAsOf(middleUtc));
        Assert.NotEqual(whole.ReadingsAsOf(EndUtc), whole.ReadingsAsOf(middleUtc));
        Assert.True(whole.ReadingsAsOf(middleUtc).PublishedUtc <= middleUtc);
        Assert.Equal(BandReadings.None, whole.ReadingsAsOf(Market[0].TimeUtc));
    }

    [Fact]
    public void Advance_InAnySteps_ComesToTheSameBands()
    {
        LiquidationBandsSession atOnce = Session(Market);
        atOnce.Advance(EndUtc);
        LiquidationBandsSession slowly = Session(Market);
        for (DateTime timeUtc = Market[0].TimeUtc; timeUtc <= EndUtc; timeUtc += TimeSpan.FromMinutes(37))
        {
            slowly.Advance(timeUtc);
        }

        slowly.Advance(EndUtc);

        Assert.Equal(Shapes(atOnce), Shapes(slowly));
    }

    [Fact]
    public void Advance_BackInTime_ForgetsNothing()
    {
        LiquidationBandsSession session = Session(Market);
        Assert.True(session.Advance(EndUtc));
        List<BandShape> before = Shapes(session);

        Assert.False(session.Advance(Market[0].TimeUtc));
        Assert.Equal(before, Shapes(session));
    }

    [Fact]
    public void Draw_CascadeMarket_StandingBandsLieAheadAndEatenOnesEnd()
    {
        LiquidationBandsSession session = Session(Market);
        session.Advance(EndUtc);
        List<BandShape> shapes = Shapes(session);
        double price = Market[^1].Close;

        Assert.Contains(shapes, shape => shape.Strength == BandShape.Trace && shape.Side == PositionSide.Long);
        Assert.All(shapes, shape => Assert.True(shape.LowPrice < shape.HighPrice));
        Assert.All(shapes.Where(shape => shape.Strength != BandShape.Trace), shape =>
        {
            Assert.Null(shape.EndUtc);
            Assert.True(shape.Side == PositionSide.Long ? shape.HighPrice <= price : shape.LowPrice >= price);
        });
        Assert.All(shapes.Where(shape => shape.Strength == BandShape.Trace), shape => Assert.True(shape.EndUtc >= shape.StartUtc));
        Assert.Equal(4, shapes[0].Strength);
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 0)]
    [InlineData(2, 6)]
    [InlineData(3, 20)]
    [InlineData(10, 6)]
    [InlineData(300, 20)]
    public void Draw_AnyBudget_NeverPassesIt(int objects, int labels)
    {
        LiquidationBandsSession session = new(
            new LiquidationBandsOptions { MaximumObjects = objects, MaximumLabels = labels }, new RecordedFeed("test", Market, Hour));
        session.Advance(EndUtc);
        List<BandShape> shapes = Shapes(session);

        Assert.InRange(
            shapes.Count + shapes.Count(shape => shape.Label.Length > 0) + shapes.Count(shape => shape.Spread.IsKnown), 1, objects);
        Assert.Equal(shapes.Count, shapes.Select(shape => shape.Id).Distinct().Count());
    }

    [Fact]
    public void Draw_StandingBands_CarryTheRangeOverFiveKernelsInScaledDollars()
    {
        LiquidationBandsSession session = Session(Market);
        session.Advance(EndUtc);
        LiquidationMap[] maps =
        [
            .. new[]
            {
                LeverageKernels.Wide(),
                LeverageKernels.Textbook(),
                LeverageKernels.Hyperliquid(),
                LeverageKernels.LogNormalGraded(0.06, 1.0, 0.001, 1600, 12, 0.25),
                LeverageKernels.LogNormalGraded(0.16, 1.4, 0.001, 1600, 12, 0.25),
            }.Select(kernel => LiquidationModel.CreateMap(Hour, kernel)),
        ];
        foreach (MarketBar bar in Market)
        {
            Array.ForEach(maps, map => map.Update(bar));
        }

        BandShape[] standing = [.. Shapes(session).Where(shape => shape.Strength != BandShape.Trace)];
        Assert.NotEmpty(standing);
        foreach (BandShape band in standing)
        {
            double scale = session.Forecast!.Scale(band.Side);
            double[] masses = [.. maps.Select(map => scale * map.NotionalBetween(band.Side, band.LowPrice, band.HighPrice))];
            Assert.Equal(masses.Min(), band.Spread.LowNotional, tolerance: 1e-9 * masses.Max());
            Assert.Equal(masses.Max(), band.Spread.HighNotional, tolerance: 1e-9 * masses.Max());
            Assert.True(band.Spread.OuterLowPrice <= band.LowPrice && band.Spread.OuterHighPrice >= band.HighPrice);
        }

        Assert.Contains(standing, band => band.Spread.OuterHighPrice - band.Spread.OuterLowPrice > band.HighPrice - band.LowPrice);
    }

    [Fact]
    public void Label_ReachedBand_SaysWhatBecameOfItAndWhen()
    {
        LiquidationBandsSession session = new(
            new LiquidationBandsOptions { MaximumLabels = 20 }, new RecordedFeed("test", Market, Hour));
        BandShape? reached = null;
        string card = "";
        for (int hours = 48; hours < Market.Count && reached is null; hours++)
        {
            session.Advance(Market[hours].TimeUtc);
            foreach (BandShape shape in Shapes(session).Where(shape => shape.Label.Length > 0 && shape.State != ClusterState.Armed))
            {
                reached = shape;
                card = session.Card(Market[hours].TimeUtc).Lines.Single(line => line.Name == "latest").Value;
            }
        }

        Assert.NotNull(reached);
        string word = reached.Value.State == ClusterState.Touched ? "touched" : "partly eaten";
        Assert.EndsWith(FormattableString.Invariant($"  {word} {reached.Value.StateSinceUtc:MM-dd HH:mm}"), reached.Value.Label, StringComparison.Ordinal);
        Assert.Matches(@"^(longs|shorts) [\d,.]+ (touched|partly eaten|eaten|absorbed|accelerated) \d\d-\d\d \d\d:\d\d$", card);
    }

    [Fact]
    public void Card_NoData_SaysWhatItWaitsFor()
    {
        HudCard card = Session([]).Card(EndUtc);

        Assert.Contains(card.Lines, line => line.Value == "waiting for market data" && line.Tone == HudTone.Warning);
    }

    [Fact]
    public void Card_BarsWithoutOpenInterest_SaysSoAndDrawsNothing()
    {
        LiquidationBandsSession session = Session([.. Market.Take(50).Select(bar => bar with { OpenInterestQuantity = double.NaN })]);
        session.Advance(EndUtc);

        Assert.Contains(session.Card(EndUtc).Lines, line => line.Value == "waiting for open interest");
        Assert.Empty(Shapes(session));
    }

    [Fact]
    public void Card_OldData_IsStaleAndSaysHowOld()
    {
        LiquidationBandsSession session = Session(Market);
        session.Advance(EndUtc);

        HudCard fresh = session.Card(EndUtc.AddMinutes(12));
        HudCard old = session.Card(EndUtc.AddHours(5));

        Assert.False(fresh.IsStale);
        Assert.Contains(fresh.Lines, line => line.Name == "data" && line.Value == "12 min old, test");
        Assert.True(old.IsStale);
        Assert.Contains(old.Lines, line =>
            line.Name == "data" && line.Tone == HudTone.Warning
            && line.Value == FormattableString.Invariant($"STALE since {EndUtc:MM-dd HH:mm} UTC, 5 h old"));
        Assert.Contains("STALE", old.Brief.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_WithMap_TellsSourceSeedClustersTotalsAndRegime()
    {
        LiquidationBandsSession session = Session(Market);
        session.Advance(EndUtc);

        string[] names = [.. session.Card(EndUtc).Lines.Select(line => line.Name)];

        Assert.Equal("0 s old, test", session.Card(EndUtc).Lines[0].Value);
        Assert.All(["data", "history", "above", "below", "in 2% / 5%", "imbalance", "inputs", "max pain", "latest", "regime", "risk", "score"], name => Assert.Contains(name, names));
        Assert.DoesNotContain("seeded", names);
        Assert.DoesNotContain("stop-out", names);
        LiquidationBandsSession young = Session([.. Market.Take(10)]);
        young.Advance(EndUtc);
        Assert.Contains(young.Card(EndUtc).Lines, line => line.Name == "seeded" && line.Tone == HudTone.Warning);
    }

    [Fact]
    public void Card_OwnStopOut_SaysWhichClusterItIsInOrHowFarTheNearestIs()
    {
        LiquidationBandsSession session = Session(Market);
        session.Advance(EndUtc);
        TrackedCluster largest = session.Tracker.Live.ToArray().MaxBy(cluster => cluster.Notional);

        session.OwnStopOutPrice = (largest.LowPrice + largest.HighPrice) / 2;
        HudLine inside = session.Card(EndUtc).Lines.Single(line => line.Name == "stop-out");
        session.OwnStopOutPrice = 2 * session.Tracker.Live.ToArray().Max(cluster => cluster.HighPrice);
        HudLine far = session.Card(EndUtc).Lines.Single(line => line.Name == "stop-out");

        string money = NumberText.Money(session.Forecast!.Scale(largest.Side) * largest.Notional);
        Assert.Equal(HudTone.Warning, inside.Tone);
        Assert.Contains(
            FormattableString.Invariant($"inside {money} {(largest.Side == PositionSide.Long ? "longs" : "shorts")} {largest.LowPrice:N2}-{largest.HighPrice:N2}"),
            inside.Value,
            StringComparison.Ordinal);
        double gap = session.OwnStopOutPrice / 2 / Market[^1].Close;
        Assert.Matches(FormattableString.Invariant($"  {100 * gap:0.0}% from \\$[0-9.]+[KMB]? shorts "), far.Value);
        Assert.Equal(HudTone.Plain, far.Tone);
    }

    // The outermost band of longs, so that the nearest one below it is itself.
    [Theory]
    [InlineData(0.0004, "  at the edge of $", HudTone.Warning)]
    [InlineData(0.0012, "  0.1% from $", HudTone.Warning)]
    [InlineData(0.0024, "  0.2% from $", HudTone.Warning)]
    [InlineData(0.0031, "  0.3% from $", HudTone.Plain)]
    public void Card_OwnStopOutNearABand_WarnsWithinAQuarterOfAPercent(double distance, string expected, HudTone tone)
    {
        LiquidationBandsSession session = Session(Market);
        session.Advance(EndUtc);
        double edge = session.Tracker.Live.ToArray().Where(cluster => cluster.Side == PositionSide.Long).Min(cluster => cluster.LowPrice);

        session.OwnStopOutPrice = edge - (distance * Market[^1].Close);
        HudLine line = session.Card(EndUtc).Lines.Single(line => line.Name == "stop-out");

        Assert.Contains(expected, line.Value, StringComparison.Ordinal);
        Assert.Equal(tone, line.Tone);
    }

    [Fact]
    public void Outputs_NearestCluster_IsScaledOpenMass()
    {
        LiquidationBandsSession session = Session(Market);
        session.Advance(EndUtc);
        TrackedCluster nearest = session.Tracker.Live.ToArray()
            .Where(cluster => cluster.Side == PositionSide.Short).MinBy(cluster => cluster.NearPrice);
        double expected = session.Forecast!.Scale(PositionSide.Short) * nearest.Notional;

        Assert.Equal(expected, session.ReadingsAsOf(EndUtc).ShortNotional, tolerance: 1e-9 * expected);
        Assert.Equal(expected, Shapes(session).Single(shape => shape.Id == nearest.Id).Notional, tolerance: 1e-9 * expected);
        Assert.True(expected < 0.5 * nearest.Notional);
        Assert.Matches(@"^\$[\d.]+[KMB] \([^)]+-[^)]+\)  ", Shapes(session)[0].Label);
    }

    [Fact]
    public void Card_Score_SaysWhatItLacksOrHowTheMapDid()
    {
        string Score(IReadOnlyList<MarketBar> bars)
        {
            LiquidationBandsSession session = Session(bars);
            session.Advance(EndUtc);
            return session.Card(EndUtc).Lines.Single(line => line.Name == "score").Value;
        }

        MarketBar[] silent =
            [.. Market.Select(bar => bar with { LiquidatedLongNotional = double.NaN, LiquidatedShortNotional = double.NaN })];
        Assert.Equal("no liquidations published", Score(silent));
        Assert.Equal("too few hours for a score", Score([.. Market.Take(60)]));
        Assert.Matches(@"^vs distance [+-]?0\.\d\d longs, [+-]?0\.\d\d shorts$", Score(Market));
    }

    [Fact]
    public void Options_EachKernel_ReachesTheMap()
    {
        Dictionary<BandKernel, string> names = [];
        foreach (BandKernel kernel in Enum.GetValues<BandKernel>())
        {
            LiquidationBandsOptions options = LiquidationBandsInputs.Options(4, 25, 24, 1, 10, 120, 6, kernel);
            LiquidationBandsSession session = new(options, new RecordedFeed("test", Market, Hour));
            session.Advance(Market[3].TimeUtc);
            names[kernel] = session.Forecast!.Kernel.Name;
        }

        Assert.Equal("textbook", names[BandKernel.Textbook]);
        Assert.Equal("measured", names[BandKernel.Measured]);
        Assert.StartsWith("log-normal graded median 0.06 sigma 1 ", names[BandKernel.LogNormal], StringComparison.Ordinal);
        Assert.Equal("fitted online", names[BandKernel.Fitted]);
        Assert.Equal(LiquidationModel.CreateMap(Hour).Kernel.Name, names[BandKernel.Model]);
        Assert.Throws<ArgumentOutOfRangeException>(() => BandBooks.Make((BandKernel)5, Hour, 0.025));
    }

    [Fact]
    public void Profile_AnyMap_AddsUpAndIsInScaledDollars()
    {
        LiquidationBandsSession session = Session(Market);
        Assert.Null(session.Profile);
        session.Advance(EndUtc);
        MapProfile profile = session.Profile!.Value;
        double scale = session.Forecast!.Scale(PositionSide.Long);

        Assert.Equal(profile.Near.Longs, profile.LongsPerPercent[0], tolerance: 1e-6 * profile.Near.Longs);
        Assert.Equal(profile.Around.Shorts, profile.ShortsPerPercent.Take(5).Sum(), tolerance: 1e-6 * profile.Around.Shorts);
        Assert.Equal(scale * profile.OpenAround.Longs, profile.Around.Longs, tolerance: 1e-9 * profile.Around.Longs);
        Assert.Equal(session.ReadingsAsOf(EndUtc).Imbalance, profile.OpenAround.Imbalance, tolerance: 1e-12);
        Assert.True(profile.OpenInRange.Longs > profile.OpenAround.Longs);
        Assert.Equal(1, profile.LongLeverages.Sum(), tolerance: 1e-9);
        Assert.Equal(1, profile.ShortLeverages.Sum(), tolerance: 1e-9);

        double price = Market[^1].Close;
        double largest = session.Tracker.Live.ToArray().Max(cluster => session.Forecast.Scale(cluster.Side) * cluster.Notional);
        MagnetReading magnet = profile.Magnet!.Value;
        Assert.InRange(magnet.Notional, largest / 2, largest);
        Assert.Equal(magnet.Price / price, 1 + magnet.Distance, tolerance: 1e-12);
        Assert.True(magnet.Side == PositionSide.Long ? magnet.Price < price : magnet.Price > price);
        Assert.True(profile.MaximumPain!.Value.Notional > 0);
    }

    [Fact]
    public void Advance_SeveralVenues_EachOnItsOwnTermsAndOneAddedLaterIsSaid()
    {
        MarketBar[] bars = [.. Market.Take(300)];
        VenueFeed feed = new(bars, i => i < 250 ? [0.7, double.NaN] : [0.7, 0.3]);
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), feed);
        session.Advance(bars[240].TimeUtc);
        double before = session.Forecast!.Health.Confidence;
        Assert.Equal(MapLacks.None, session.Forecast.Health.Lacks & MapLacks.SteadyOpenInterest);

        session.Advance(bars[260].TimeUtc);
        Assert.Equal(bars[259].OpenInterestQuantity, session.Map!.OpenQuantity(PositionSide.Long), tolerance: 1e-6 * bars[259].OpenInterestQuantity);
        Assert.Equal(MapLacks.SteadyOpenInterest, session.Forecast.Health.Lacks & MapLacks.SteadyOpenInterest);
        Assert.True(session.Forecast.Health.Confidence < before);
        Assert.Contains(session.Card(bars[260].TimeUtc).Lines, line => line.Name == "quality" && line.Value.Contains("open interest jumped", StringComparison.Ordinal));

        // Hyperliquid admits 40x: nothing of its kernel is nearer than that.
        LeverageKernel kernel = session.Forecast.Kernel;
        Assert.Equal("Binance BTCUSDT, Hyperliquid BTC", kernel.Venue);
    }

    // Bar 250 is the last with both venues: 24 hours later the silent 30% count half.
    [Fact]
    public void Card_VenueThatFallsSilent_SaysSoAndIsLessSure()
    {
        MarketBar[] bars = [.. Market.Take(300)];
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), new VenueFeed(bars, i => i <= 250 ? [0.7, 0.3] : [0.7, double.NaN]));
        session.Advance(bars[251].TimeUtc);
        Assert.DoesNotContain("venues silent", Quality(session, bars[275].TimeUtc), StringComparison.Ordinal);

        session.Advance(bars[275].TimeUtc);
        Assert.Contains("venues silent", Quality(session, bars[275].TimeUtc), StringComparison.Ordinal);
        Assert.Equal(0.85, session.Forecast!.Health.Confidence / (1 - Seeded(session)), tolerance: 0.01);
    }

    // Bar 250 is the last of the old list. What was placed for venues that left would stand for ever, so the map starts anew: all of it
    // seeded, and surer with every bar.
    [Fact]
    public void Advance_ListOfVenuesChangesInBetween_StartsTheMapAnewAndGetsSurer()
    {
        MarketBar[] bars = [.. Market.Take(300)];
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), new VenueFeed(bars, _ => [0.7, 0.3]) { RenamesAfter = 250 });
        session.Advance(bars[251].TimeUtc);
        double before = session.Forecast!.Health.Confidence;

        session.Advance(bars[253].TimeUtc);
        double after = session.Forecast.Health.Confidence;
        Assert.Equal("Binance BTCUSDT, OKX BTC-USDT-SWAP", session.Forecast.Kernel.Venue);
        Assert.True(after < before / 2, $"{after} after {before}");

        session.Advance(bars[299].TimeUtc);
        Assert.True(session.Forecast.Health.Confidence > 3 * after, $"{session.Forecast.Health.Confidence} after {after}");
        Assert.Equal(1 - Seeded(session), session.Forecast.Health.Confidence, tolerance: 1e-9);
        Assert.DoesNotContain("venues silent", Quality(session, bars[299].TimeUtc), StringComparison.Ordinal);
        Assert.Equal(1, session.Map!.OpenQuantity(PositionSide.Short) / bars[298].OpenInterestQuantity, tolerance: 1e-6);

        // What was known before the change is not taken back.
        Assert.Equal(bars[240].TimeUtc, session.ReadingsAsOf(bars[240].TimeUtc).PublishedUtc);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(150)]
    public void Advance_InPortions_EndsWhereAllAtOnceDoes(int mostBars)
    {
        LiquidationBandsSession whole = Session(Market);
        whole.Advance(EndUtc);
        LiquidationBandsSession portions = Session(Market);
        int calls = 0;
        int before = 0;
        do
        {
            portions.Advance(EndUtc, mostBars);
            calls++;
            Assert.InRange(portions.RememberedReadings - before, 0, mostBars);
            before = portions.RememberedReadings;
        }
        while (portions.IsBehind);

        Assert.Equal((Market.Count / mostBars) + 1, calls);
        Assert.Equal(Shapes(whole), Shapes(portions));
        Assert.Equal(Heat(whole), Heat(portions));
        Assert.Equal(whole.Card(EndUtc).Lines, portions.Card(EndUtc).Lines);
        Assert.All(Market, bar => Assert.Equal(whole.ReadingsAsOf(bar.TimeUtc), portions.ReadingsAsOf(bar.TimeUtc)));
        Assert.False(whole.IsBehind);
    }

    [Fact]
    public void Advance_FeedThatStartsAgain_ForgetsWhatNoLongerHolds()
    {
        RestartingFeed feed = new(Market);
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), feed);
        session.Advance(EndUtc);
        feed.Restart();
        session.Advance(EndUtc);
        LiquidationBandsSession once = Session(Market);
        once.Advance(EndUtc);

        Assert.Equal(Shapes(once), Shapes(session));
        Assert.Equal(once.ReadingsAsOf(EndUtc), session.ReadingsAsOf(EndUtc));
    }

    [Fact]
    public void Card_LiquidationsMissedWhileAStreamWasDown_SaysSoAndIsLessSure()
    {
        VenuesFeed feed = new(new RecordedFeed("test", Market, Hour));
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), feed);
        session.Advance(EndUtc);
        double sure = Inputs();

        feed.Besides = FeedQuality.Gap;

        Assert.Equal(0.9 * sure, Inputs(), tolerance: 1);
        Assert.InRange(sure, 20, 100);
        Assert.Contains(session.Card(EndUtc).Lines, line => line.Name == "quality" && line.Value.Contains("bars missing", StringComparison.Ordinal));

        double Inputs() => double.Parse(
            session.Card(EndUtc).Lines.Single(line => line.Name == "inputs").Value.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static LiquidationBandsSession Session(IReadOnlyList<MarketBar> bars) =>
        new(new LiquidationBandsOptions(), new RecordedFeed("test", bars, Hour));

    private static List<HeatCell> Heat(LiquidationBandsSession session)
    {
        List<HeatCell> cells = [];
        session.DrawHeat(cells, EndUtc, 0.8 * session.Map!.LastPrice, 1.2 * session.Map.LastPrice);
        Assert.NotEmpty(cells);
        return cells;
    }

    private static string Quality(LiquidationBandsSession session, DateTime asOfUtc) =>
        string.Concat(session.Card(asOfUtc).Lines.Where(line => line.Name == "quality").Select(line => line.Value));

    private static double Seeded(LiquidationBandsSession session) =>
        (session.Map!.SeededShare(PositionSide.Long) + session.Map.SeededShare(PositionSide.Short)) / 2;

    private static List<BandShape> Shapes(LiquidationBandsSession session)
    {
        List<BandShape> shapes = [];
        session.Draw(shapes);
        return shapes;
    }

    /// <summary>A feed of two venues with given shares of the open interest.</summary>
    private sealed class VenueFeed(IReadOnlyList<MarketBar> bars, Func<int, double[]> shares) : IMarketFeed
    {
        private static readonly string[] Names = ["Binance BTCUSDT", "Hyperliquid BTC"];

        private readonly VenueBar[] _venues = new VenueBar[2];
        private int _next;

        /// <summary>Index of the last bar before the second venue is replaced by another.</summary>
        public int RenamesAfter { get; init; } = int.MaxValue;

        public int Generation => 0;

        public ReadOnlySpan<VenueBar> Venues => _venues;

        public bool TryTake(DateTime asOfUtc, out MarketBar bar)
        {
            bar = default;
            if (_next == bars.Count || bars[_next].TimeUtc + Hour > asOfUtc)
            {
                return false;
            }

            bar = bars[_next];
            string second = _next > RenamesAfter ? "OKX BTC-USDT-SWAP" : Names[1];
            double[] share = shares(_next++);
            for (int i = 0; i < 2; i++)
            {
                _venues[i] = new VenueBar(
                    i == 0 ? Names[0] : second, double.NaN, share[i] * bar.OpenInterestQuantity, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, false);
            }

            return true;
        }

        public MarginTerms? TermsOf(string venue) => null;

        public BookDepth? BookNow() => null;

        public FeedStatus StatusAt(DateTime asOfUtc) =>
            new("two venues", Hour, bars[0].TimeUtc, _next == 0 ? null : bars[_next - 1].TimeUtc + Hour, FeedQuality.Good);
    }
}
