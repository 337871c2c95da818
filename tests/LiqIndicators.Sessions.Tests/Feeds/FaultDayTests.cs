using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;
using LiqIndicators.TestKit;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>A day of every venue on the simulated market, in peace and with everything going wrong that can.</summary>
public sealed class FaultDayTests
{
    internal const string Key = "planted-77c0ffee-key";

    private static readonly TimeSpan Faulty = TimeSpan.FromHours(23);
    private static readonly TimeSpan Whole = TimeSpan.FromHours(25);

    private static readonly FaultKind[] Rare = [FaultKind.GeoBlocked, FaultKind.CountryPage, FaultKind.Oversized, FaultKind.SchemaDrift];

    /// <summary>What stands beside the exchanges: a vendor's sums take the place of the venues' own liquidations.</summary>
    private static readonly VenueId?[] Vendors = [null, VenueId.CoinGlass, VenueId.Coinalyze];

    [Fact]
    public void Day_WithRandomFaultsOnEveryVenue_EndsAsTheDayWithout()
    {
        Dictionary<DateTime, (MarketBar Bar, VenueBar[] Venues)>?[] clean = new Dictionary<DateTime, (MarketBar, VenueBar[])>?[Vendors.Length];
        Dictionary<FaultKind, int> seen = [];
        for (int seed = 1; seed <= DeepRun.Count(2, 100); seed++)
        {
            VenueId? vendor = VendorOf(seed);
            Dictionary<DateTime, (MarketBar, VenueBar[])> expected = clean[(seed - 1) % Vendors.Length] ??= Run(vendor, 0, TimeSpan.Zero).Bars;

            Day day = Run(vendor, seed, Faulty);

            Assert.True(day.Faults!.Count > 200, $"seed {seed}: only {day.Faults.Count} faults.");
            foreach (FaultKind kind in Rare)
            {
                seen[kind] = seen.GetValueOrDefault(kind) + day.Faults.CountOf(kind);
            }

            AssertSame(expected, day, seed);
        }

        // One day alone may be without one: nobody asks a venue in the half hour that it is shut.
        Assert.All(Rare, kind => Assert.True(seen[kind] > 0, $"No {kind} on any day."));
    }

    /// <summary>All venues, and a vendor if there is one.</summary>
    internal static IReadOnlyList<FeedSource> Sources(VenueId? vendor)
    {
        VenueId[] exchanges = [VenueId.Binance, VenueId.Bybit, VenueId.Okx, VenueId.Hyperliquid, VenueId.BitMex, VenueId.BinanceCoinM];
        FeedSource inverse = Source(VenueId.Bybit, "bybit:BTCUSD");
        return [.. exchanges.Select(venue => Source(venue)), inverse, .. vendor is { } id ? new[] { Source(id) } : []];

        static FeedSource Source(VenueId venue, string instrument = "") =>
            VenueSymbols.SourceOf(VenueCatalog.Create(venue, Key), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"), instrument))!;
    }

    private static VenueId? VendorOf(int seed) => Vendors[(seed - 1) % Vendors.Length];

    private static Day Run(VenueId? vendor, int seed, TimeSpan faulty)
    {
        Market market = new(Market.TwoDays with { Seed = seed }, sources: Sources(vendor));
        market.Streams.Beat = TimeSpan.FromSeconds(5);
        RandomFaults? faults = faulty > TimeSpan.Zero
            ? new RandomFaults(market.Time, market.Venues, market.Streams, seed, Market.StartUtc + faulty)
            : null;
        Day day = new(market, faults);
        day.Run(Whole);
        return day;
    }

    // What nobody can give back is not known, and nothing else may differ: what streams told while they were down, and what is told
    // of now only.
    private static void AssertSame(Dictionary<DateTime, (MarketBar Bar, VenueBar[] Venues)> clean, Day day, int seed)
    {
        Assert.InRange(day.Bars.Count, 570, clean.Count);
        bool isMissing = false;
        foreach ((DateTime timeUtc, (MarketBar bar, VenueBar[] venues)) in day.Bars)
        {
            (MarketBar expected, VenueBar[] told) = clean[timeUtc];
            string where = $"seed {seed}, {timeUtc:O}";
            Assert.True(WithoutLiquidations(expected) == WithoutLiquidations(bar), $"{where}: {expected} became {bar}.");
            Assert.True(
                told.Select(venue => venue.Venue).SequenceEqual(venues.Select(venue => venue.Venue)),
                $"{where}: only {string.Join(", ", venues.Select(venue => venue.Venue))}. {string.Join('\n', day.Market.Feed.Report())}");
            for (int i = 0; i < venues.Length; i++)
            {
                Assert.True(WithoutWhatPasses(told[i]) == WithoutWhatPasses(venues[i]), $"{where}: {told[i]} became {venues[i]}.");
                // A vendor's history can be had again.
                bool isKept = venues[i].Venue.StartsWith("Coin", StringComparison.Ordinal);
                Assert.True(isKept ? told[i] == venues[i] : IsSameOrUnknown(told[i], venues[i]), $"{where}: {told[i]} became {venues[i]}.");
                isMissing |= double.IsNaN(venues[i].LiquidatedLongNotional) && !double.IsNaN(told[i].LiquidatedLongNotional);
            }
        }

        Assert.All(day.Market.Feed.Report(), report => Assert.True(
            report.State == FeedSourceState.Up && !report.Quality.HasFlag(FeedQuality.Stale), $"seed {seed}: {report}"));
        FeedStatus status = day.Market.Feed.StatusAt(day.Market.Time.NowUtc);
        Assert.False(status.Quality.HasFlag(FeedQuality.Stale), $"seed {seed}: {status}");
        // A vendor's sums have no hole; that streams had one is said all the same.
        Assert.True(isMissing || VendorOf(seed) is not null, $"seed {seed}: no liquidation was missed.");
        Assert.True(status.Quality.HasFlag(FeedQuality.Gap), $"seed {seed}: {status}");
    }

    private static bool IsSameOrUnknown(in VenueBar told, in VenueBar bar) =>
        IsOrUnknown(told.LiquidatedLongNotional, bar.LiquidatedLongNotional)
        && IsOrUnknown(told.LiquidatedShortNotional, bar.LiquidatedShortNotional)
        && IsOrUnknown(told.LongPrints, bar.LongPrints)
        && IsOrUnknown(told.ShortPrints, bar.ShortPrints)
        && IsOrUnknown(told.RunningFundingRate, bar.RunningFundingRate)
        && IsOrUnknown(told.FundingCap, bar.FundingCap);

    // What the day without faults did not hear the other cannot have heard either, but for the minutes at its beginning.
    private static bool IsOrUnknown(double told, double value) => double.IsNaN(value) || double.IsNaN(told) || Math.Abs(told - value) <= 1e-9 * Math.Abs(told);

    private static MarketBar WithoutLiquidations(in MarketBar bar) => bar with { LiquidatedLongNotional = 0, LiquidatedShortNotional = 0 };

    private static VenueBar WithoutWhatPasses(in VenueBar bar) => bar with
    {
        LiquidatedLongNotional = 0, LiquidatedShortNotional = 0, LongPrints = 0, ShortPrints = 0, RunningFundingRate = 0, FundingCap = 0,
    };

    /// <summary>A feed followed through a day; staleness is checked every second, by the bars alone.</summary>
    private sealed class Day(Market market, RandomFaults? faults)
    {
        private static readonly TimeSpan Notice = TimeSpan.FromMinutes(1);

        private int _generation;

        public Market Market => market;

        public RandomFaults? Faults => faults;

        public Dictionary<DateTime, (MarketBar Bar, VenueBar[] Venues)> Bars { get; } = [];

        public int StaleSeconds { get; private set; }

        public void Run(TimeSpan span) => market.Time.RunUntil(market.Time.NowUtc + span, () =>
        {
            market.Pump(Take);
            CheckStaleness();
        });

        private void Take(MarketBar bar)
        {
            if (market.Feed.Generation != _generation)
            {
                _generation = market.Feed.Generation;
                Bars.Clear();
            }

            Bars[bar.TimeUtc] = (bar, market.Feed.Venues.ToArray());
        }

        private void CheckStaleness()
        {
            DateTime nowUtc = market.Time.NowUtc;
            TimeSpan age = nowUtc - (market.Bars.Count > 0 ? market.Bars[^1].TimeUtc + FakeMarket.Bar : Market.StartUtc);
            bool isShown = market.Feed.StatusAt(nowUtc).Quality.HasFlag(FeedQuality.Stale);
            StaleSeconds += isShown ? 1 : 0;
            // A bar may come two and a half minutes after its close.
            TimeSpan longest = FakeMarket.Bar + TimeSpan.FromSeconds(150);
            Assert.True(isShown || age <= longest + Notice, $"{nowUtc:O}: data are {age} old, and nothing says so.");
            Assert.True(!isShown || age > longest, $"{nowUtc:O}: data are {age} old and called stale.");
        }
    }
}
