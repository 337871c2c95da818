using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Hosting;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Record;
using LiqIndicators.Workbench.Recordings;
using LiqIndicators.Workbench.Tests.Live;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Record;

/// <summary><c>liq record</c> and <c>liq export</c> against venues on loopback.</summary>
public sealed class RecordCommandTests
{
    private const int Day = 288;

    private static readonly VenueId[] Two = [VenueId.Binance, VenueId.Bybit];

    [Fact]
    public async Task Once_ThenExport_GivesTheBarsOfAllVenues()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        using TemporaryFolder folder = new();
        string store = folder.PathOf("market.db");
        string csv = folder.PathOf("market.csv");

        string recorded = CommandRun.Output(["record", "--once", "--days", "2", "--store", store, .. Loopback.Options(host, Two)]);
        string exported = CommandRun.Output("export", "--store", store, "--out", csv);

        Assert.Contains("gaps 0", recorded, StringComparison.Ordinal);
        Assert.Contains("of BTC from", exported, StringComparison.Ordinal);
        using (RecordStore opened = RecordStore.Open(store))
        {
            Assert.All(Two, venue => StoreCheck.HistoryIsWhole(opened, venue, (2 * Day) - 1));
        }

        RecordedMarket market = RecordedMarket.Load(csv);
        Assert.Equal(TimeSpan.FromMinutes(5), market.BarLength);
        Assert.InRange(market.Bars.Count, (2 * Day) - 1, (2 * Day) + 1);
        foreach (MarketBar bar in market.Bars.Take(market.Bars.Count - 1))
        {
            long number = FakeMarket.NumberOf(bar.TimeUtc);
            decimal close = SimulatedVenues.Present.Candle(VenueId.Binance, number).Close;
            decimal notional = (SimulatedVenues.Present.OpenInterest(VenueId.Binance, number + 1) * close)
                + (SimulatedVenues.Present.OpenInterest(VenueId.Bybit, number + 1) * SimulatedVenues.Present.Candle(VenueId.Bybit, number).Close);
            Assert.Equal((double)close, bar.Close);
            Assert.Equal(1, bar.OpenInterestNotional / (double)notional, tolerance: 1e-9);
            Assert.True(double.IsNaN(bar.LiquidatedLongNotional));
        }
    }

    [Fact]
    public async Task Export_SomeVenuesWithWeights_CountsThemSoAndTakesThePricesOfTheFirst()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        using TemporaryFolder folder = new();
        string store = folder.PathOf("market.db");
        string csv = folder.PathOf("market.csv");
        CommandRun.Output(["record", "--once", "--days", "1", "--store", store, .. Loopback.Options(host, VenueId.Binance, VenueId.Bybit, VenueId.Okx)]);

        CommandRun.Output("export", "--store", store, "--out", csv, "--venues", "bybit,binance*0.5");

        MarketBar bar = RecordedMarket.Load(csv).Bars[10];
        long number = FakeMarket.NumberOf(bar.TimeUtc);
        decimal NotionalOf(VenueId venue) =>
            SimulatedVenues.Present.OpenInterest(venue, number + 1) * SimulatedVenues.Present.Candle(venue, number).Close;
        Assert.Equal((double)SimulatedVenues.Present.Candle(VenueId.Bybit, number).Close, bar.Close);
        Assert.Equal((double)(NotionalOf(VenueId.Bybit) + (NotionalOf(VenueId.Binance) / 2)), bar.OpenInterestNotional, tolerance: 1);
        CommandException none = Assert.Throws<CommandException>(() => CommandRun.Result("export", "--store", store, "--out", csv, "--venues", "bybit,bitmex"));
        Assert.Contains("--venues names BitMex, of which store", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Record_WithAWeight_IsRefused()
    {
        CommandException refused = Assert.Throws<CommandException>(() => CommandRun.Result("record", "--symbol", "BTC", "--store", "x.db", "--venues", "bybit*0.5"));

        Assert.StartsWith("--venues gives a venue a weight; expected none", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_LongerBars_AreThoseOfTheRecordingAddedUp()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        using TemporaryFolder folder = new();
        string store = folder.PathOf("market.db");
        CommandRun.Output(["record", "--once", "--days", "1", "--store", store, .. Loopback.Options(host, VenueId.Bybit)]);
        CommandRun.Output("export", "--store", store, "--out", folder.PathOf("five.csv"));

        CommandRun.Output("export", "--store", store, "--out", folder.PathOf("hours.csv"), "--period", "1h");

        ILookup<DateTime, MarketBar> five = RecordedMarket.Load(folder.PathOf("five.csv")).Bars.ToLookup(bar => bar.TimeUtc.AddMinutes(-bar.TimeUtc.Minute));
        RecordedMarket hours = RecordedMarket.Load(folder.PathOf("hours.csv"));
        Assert.Equal(TimeSpan.FromHours(1), hours.BarLength);
        Assert.InRange(hours.Bars.Count, 22, 24);
        foreach (MarketBar hour in hours.Bars)
        {
            MarketBar[] parts = [.. five[hour.TimeUtc]];
            Assert.Equal(12, parts.Length);
            Assert.Equal((parts[0].Open, parts.Max(part => part.High), parts.Min(part => part.Low), parts[^1].Close), (hour.Open, hour.High, hour.Low, hour.Close));
            Assert.Equal(parts.Sum(part => part.VolumeQuantity), hour.VolumeQuantity, tolerance: 1e-6);
            Assert.Equal(parts[^1].OpenInterestQuantity, hour.OpenInterestQuantity, tolerance: 1e-6);
        }

        Assert.Contains(
            CommandRun.Errors("export", "--store", store, "--out", "x.csv", "--period", "2h"),
            error => error == "--period is '2h'; expected one of 5m, 15m, 1h, 4h.");
    }

    [Fact]
    public async Task Once_Again_AsksOnlyForTheTail()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        using TemporaryFolder folder = new();
        string[] command = ["record", "--once", "--days", "30", "--store", folder.PathOf("market.db"), .. Loopback.Options(host, Two)];
        CommandRun.Output(command);
        int first = host.Requests.Count;

        CommandRun.Output(command);

        // 8,640 rows in pages of 1500, 500, 1000 and 200, and funding.
        Assert.InRange(first, 77, 90);
        Assert.InRange(host.Requests.Count - first, 0, 6);
    }

    [Fact]
    public async Task Once_WithFaultsThatPass_StoresTheWholeHistory()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync(seed: 5);
        using TemporaryFolder folder = new();
        string store = folder.PathOf("market.db");
        foreach (VenueId venue in Two)
        {
            host.Of(venue).FailAtRandom(5, 0.25, FaultKind.ServerError, FaultKind.Truncated, FaultKind.Malformed, FaultKind.WebPage, FaultKind.Dropped);
        }

        CommandRun.Output(["record", "--once", "--days", "3", "--store", store, .. Loopback.Options(host, Two)]);

        using RecordStore opened = RecordStore.Open(store);
        Assert.All(Two, venue => StoreCheck.HistoryIsWhole(opened, venue, (3 * Day) - 1));
    }

    [SkippableFact]
    public async Task Record_KilledAtRandomMoments_LosesAndDoublesNothing()
    {
        using TemporaryFolder folder = new();

        await KilledRecording.Run(folder.PathOf("market.db"), DeepRun.Count(3, 50), seed: 11);
    }

    [Fact]
    public async Task Store_OfAnotherMarket_IsRefused()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        using TemporaryFolder folder = new();
        string store = folder.PathOf("market.db");
        CommandRun.Output(["record", "--once", "--days", "1", "--store", store, .. Loopback.Options(host, VenueId.Bybit)]);

        CommandException refused = Assert.Throws<CommandException>(
            () => CommandRun.Result("record", "--once", "--store", store, "--symbol", "ETHUSDT", "--venues", "bybit"));

        Assert.Contains("its market is BTC; expected ETH", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Store_ThatIsNone_IsRefusedWithItsName()
    {
        using TemporaryFolder folder = new();
        string file = folder.PathOf("notes.txt");
        File.WriteAllText(file, "these are notes and no database at all");

        CommandException missing = Assert.Throws<CommandException>(() => CommandRun.Result("export", "--store", folder.PathOf("no.db"), "--out", "x.csv"));
        CommandException other = Assert.Throws<CommandException>(() => CommandRun.Result("export", "--store", file, "--out", "x.csv"));

        Assert.Contains("there is no such file", missing.Message, StringComparison.Ordinal);
        Assert.Contains(file, other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Holes_BetweenRows_AreFromTheFirstMissingToTheNextThatIsThere() =>
        Assert.Equal([(30L, 50L), (70L, 90L)], GapBook.Holes([10, 20, 50, 60, 90], 10));
}
