using System.Text.Json;
using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Hosting;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Live;

/// <summary><c>liq live --once</c> against venues on loopback.</summary>
public sealed class LiveCommandTests
{
    private static readonly VenueId[] Five = [VenueId.Binance, VenueId.Bybit, VenueId.Okx, VenueId.Hyperliquid, VenueId.BitMex];

    [Fact]
    public async Task Once_FiveVenues_ShowsEachAndTheirSum()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();

        (int code, JsonElement picture) = Once(host, "--days", "3", Five);

        Assert.Equal(ExitCode.Done, code);
        Assert.True(picture.GetProperty("isComplete").GetBoolean());
        JsonElement[] venues = [.. picture.GetProperty("venues").EnumerateArray()];
        Assert.Equal(Five.Select(venue => venue.ToString()), venues.Select(venue => venue.GetProperty("venue").GetString()));
        double sum = 0;
        double expected = 0;
        foreach ((VenueId id, JsonElement venue) in Five.Zip(venues))
        {
            DateTime lastBarUtc = venue.GetProperty("lastBarUtc").GetDateTime();
            long bar = FakeMarket.NumberOf(lastBarUtc);
            decimal close = host.Market.Candle(id, bar).Close;
            expected += (double)(host.Market.OpenInterest(id, bar + 1) * close);
            Assert.Equal((double)close, venue.GetProperty("lastPrice").GetDouble());
            Assert.True(venue.GetProperty("isStreaming").GetBoolean(), $"{id} does not stream.");
            sum += venue.GetProperty("openInterestNotional").GetDouble();
            Assert.Empty(venue.GetProperty("series").GetProperty("candles").EnumerateArray());
        }

        Assert.Equal("throttled", venues[0].GetProperty("series").GetProperty("liquidations")[0].GetString());

        JsonElement total = picture.GetProperty("sum");
        Assert.Equal(sum, total.GetProperty("openInterestNotional").GetDouble(), tolerance: 1);
        // Where a venue tells open interest of now only, a bar may close in between.
        Assert.Equal(1, sum / expected, tolerance: 0.05);
        Assert.InRange(total.GetProperty("fundingPressure").GetDouble(), -100, 100);
        Assert.NotEmpty(total.GetProperty("clusters").EnumerateArray());
        Assert.InRange(total.GetProperty("risk").GetProperty("longScore").GetDouble(), 0, 100);
    }

    // Hyperliquid pays an eighth of the rate every hour. A bar may close while the picture is made, and a rate is told from the middle of a bar on.
    [Fact]
    public async Task Once_FiveVenues_TellsPricesAndTheNextRateWithTheHoursItIsFor()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        long first = FakeMarket.NumberOf(DateTime.UtcNow);

        (int code, JsonElement picture) = Once(host, "--days", "1", Five);

        Assert.Equal(ExitCode.Done, code);
        long[] bars = [.. Enumerable.Range(0, (int)(FakeMarket.NumberOf(DateTime.UtcNow) - first) + 2).Select(i => first + i)];
        foreach ((VenueId id, JsonElement venue) in Five.Zip(picture.GetProperty("venues").EnumerateArray()))
        {
            double hours = id == VenueId.Hyperliquid ? 1 : 8;
            double[] prices = [.. bars.Select(bar => (double)host.Market.Price(id, bar))];
            double[] rates = [.. bars.Select(bar => Math.Round(100 * (double)host.Market.Funding(bar) * hours / 8, 12))];
            Assert.Contains(venue.GetProperty("markPrice").GetDouble(), prices);
            Assert.Contains(venue.GetProperty("indexPrice").GetDouble(), prices);
            Assert.Contains(Math.Round(venue.GetProperty("predictedFundingPct").GetDouble(), 12), rates);
            Assert.Equal(hours, venue.GetProperty("fundingIntervalHours").GetDouble());
        }
    }

    [Fact]
    public async Task Once_FiveVenues_NamesTheMarginTableThatEachIsPlacedOn()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        DateTime startUtc = DateTime.UtcNow;

        (int _, JsonElement picture) = Once(host, "--days", "1", Five);

        Dictionary<string, string> tiers = picture.GetProperty("venues").EnumerateArray().ToDictionary(
            venue => $"{venue.GetProperty("venue")} {venue.GetProperty("symbol")}", venue => venue.GetProperty("tiers").GetString()!);
        Assert.Equal("Binance BTCUSDT 2024-10", tiers["Binance BTCUSDT"]);
        string[] days = [$"{startUtc:yyyy-MM-dd}", $"{DateTime.UtcNow:yyyy-MM-dd}"];
        foreach (string name in new[] { "Bybit BTCUSDT", "Okx BTC-USDT-SWAP", "Hyperliquid BTC", "BitMex XBTUSD" })
        {
            Assert.Contains(tiers[name], days.Select(day => $"{name} {day}"));
        }
    }

    [Fact]
    public async Task Once_MarginTablesThatNobodyTells_AreThoseKnownOfOldOrNone()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        host.Of(VenueId.Bybit).Fault = request => request.Path.EndsWith("/risk-limit", StringComparison.Ordinal) ? FaultKind.ServerError : null;

        (int code, JsonElement two) = Once(host, "--days", "1", VenueId.Binance, VenueId.Bybit);
        (int _, JsonElement one) = Once(host, "--days", "1", VenueId.Bybit);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal("Bybit BTCUSDT, lowest bracket", two.GetProperty("venues")[1].GetProperty("tiers").GetString());
        Assert.Equal("none", one.GetProperty("venues")[0].GetProperty("tiers").GetString());
        Assert.True(one.GetProperty("sum").GetProperty("map").GetProperty("openLongs").GetDouble() > 0);
    }

    [Fact]
    public async Task Once_TheMap_IsToldUnderTheDocumentedKeysAndAddsUp()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();

        (int code, JsonElement picture) = Once(host, "--days", "3", VenueId.Binance, VenueId.Bybit);

        Assert.Equal(ExitCode.Done, code);
        JsonElement sum = picture.GetProperty("sum");
        JsonElement map = sum.GetProperty("map");
        string[] keys = ["confidence", "lacks", "imbalanceTotal", "rangePct", "openLongs", "openShorts", "magnet", "maximumPain", "emptyZones",
            "longsPerPercent", "shortsPerPercent", "longsWithinPercent", "shortsWithinPercent", "leverages"];
        Assert.Equal(keys, map.EnumerateObject().Select(property => property.Name));
        Assert.InRange(map.GetProperty("confidence").GetDouble(), 0, 1);
        (double longs, double shorts) = (map.GetProperty("openLongs").GetDouble(), map.GetProperty("openShorts").GetDouble());
        Assert.Equal((shorts - longs) / (shorts + longs), map.GetProperty("imbalanceTotal").GetDouble(), tolerance: 1e-9);
        double[] perPercent = Numbers(map, "longsPerPercent");
        Assert.Equal(10, perPercent.Length);
        Assert.Equal(perPercent.Sum(), Numbers(map, "longsWithinPercent")[^1], tolerance: 1e-6 * perPercent.Sum());
        Assert.Equal(perPercent[0], Numbers(map, "longsWithinPercent")[0]);
        Assert.Equal(10, Numbers(map, "shortsWithinPercent").Length);
        foreach (string share in new[] { "longShare", "shortShare" })
        {
            Assert.Equal(1, map.GetProperty("leverages").EnumerateArray().Sum(range => range.GetProperty(share).GetDouble()), tolerance: 1e-9);
        }

        foreach (string place in new[] { "magnet", "maximumPain" })
        {
            JsonElement found = map.GetProperty(place);
            Assert.True(found.GetProperty("notional").GetDouble() > 0);
            double away = (found.GetProperty("price").GetDouble() / sum.GetProperty("price").GetDouble()) - 1;
            Assert.Equal(away, found.GetProperty("distance").GetDouble(), tolerance: 1e-9);
            Assert.Equal(away < 0 ? "long" : "short", found.GetProperty("side").GetString());
        }
    }

    [Fact]
    public async Task Once_CoinMarginedContracts_CountWithTheirCoinsAndMissNoStream()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();

        (int code, JsonElement picture) = Once(host, "--days", "2", VenueId.Binance, VenueId.BinanceCoinM);

        Assert.Equal(ExitCode.Done, code);
        JsonElement[] venues = [.. picture.GetProperty("venues").EnumerateArray()];
        Assert.Equal(("BinanceCoinM", "BTCUSD_PERP", "up"), (Text(venues[1], "venue"), Text(venues[1], "symbol"), Text(venues[1], "state")));
        long number = FakeMarket.NumberOf(venues[1].GetProperty("lastBarUtc").GetDateTime());
        double expected = (double)(SimulatedVenues.Present.OpenInterest(VenueId.BinanceCoinM, number + 1)
            * SimulatedVenues.Present.Candle(VenueId.BinanceCoinM, number).Close);
        Assert.Equal(1, venues[1].GetProperty("openInterestNotional").GetDouble() / expected, tolerance: 1e-9);
        Assert.Equal(
            venues.Sum(venue => venue.GetProperty("openInterestNotional").GetDouble()),
            picture.GetProperty("sum").GetProperty("openInterestNotional").GetDouble(),
            tolerance: 1);

        static string? Text(JsonElement venue, string name) => venue.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("15m", 15)]
    [InlineData("1h", 60)]
    public async Task Once_LongerBars_EndWithAWholePeriodAndFollowItsClose(string period, int minutes)
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();

        (int _, string output) = CommandRun.Result(
            ["live", "--once", "--json", "--days", "3", "--period", period, .. Loopback.Options(host, VenueId.Binance)]);

        JsonElement sum = JsonDocument.Parse(output).RootElement.GetProperty("sum");
        DateTime closedUtc = sum.GetProperty("lastBarUtc").GetDateTime();
        Assert.Equal(0, closedUtc.Ticks % TimeSpan.FromMinutes(minutes).Ticks);
        Assert.Equal((double)SimulatedVenues.Present.Candle(VenueId.Binance, FakeMarket.NumberOf(closedUtc) - 1).Close, sum.GetProperty("price").GetDouble());
        Assert.True(sum.GetProperty("map").GetProperty("openLongs").GetDouble() > 0);
    }

    [Theory]
    [InlineData(FaultKind.GeoBlocked, "HTTP 451")]
    [InlineData(FaultKind.CountryPage, "HTTP 403 with a web page")]
    public async Task Once_AVenueThatRefusesThisPlace_GoesOnWithTheOthersAndSaysSo(FaultKind kind, string reason)
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        host.Of(VenueId.Binance).Fault = _ => kind;

        (int code, JsonElement picture) = Once(host, "--days", "1", VenueId.Binance, VenueId.Bybit);

        Assert.Equal(ExitCode.Incomplete, code);
        JsonElement missing = Assert.Single(picture.GetProperty("missing").EnumerateArray());
        Assert.StartsWith("Binance: not available here: ", missing.GetString(), StringComparison.Ordinal);
        Assert.Contains(reason, missing.GetString(), StringComparison.Ordinal);
        Assert.Equal("up", picture.GetProperty("venues")[1].GetProperty("state").GetString());
        Assert.True(picture.GetProperty("sum").GetProperty("openInterestNotional").GetDouble() > 0);
    }

    [Theory]
    [InlineData(FaultKind.TooManyRequests, "HTTP 429")]
    [InlineData(FaultKind.ServerError, "HTTP 500")]
    [InlineData(FaultKind.WebPage, "a web page came instead of data")]
    [InlineData(FaultKind.Truncated, "Binance")]
    [InlineData(FaultKind.Malformed, "Binance")]
    [InlineData(FaultKind.Dropped, "Binance")]
    public async Task Once_AVenueThatOnlyFails_EndsInTimeAndNamesIt(FaultKind kind, string reason)
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        host.Of(VenueId.Binance).Fault = _ => kind;

        (int code, JsonElement picture) = Once(host, "--timeout", "3", VenueId.Binance);

        Assert.Equal(ExitCode.Incomplete, code);
        Assert.False(picture.GetProperty("isComplete").GetBoolean());
        Assert.Contains(picture.GetProperty("missing").EnumerateArray(), line => line.GetString()!.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, picture.GetProperty("sum").GetProperty("openInterestNotional").ValueKind);
    }

    [Fact]
    public async Task Once_WithFaultsThatPass_StillGetsThere()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync(seed: 7);
        foreach (VenueId venue in new[] { VenueId.Binance, VenueId.Bybit })
        {
            host.Of(venue).FailAtRandom(7, 0.2, FaultKind.ServerError, FaultKind.Truncated, FaultKind.Malformed, FaultKind.WebPage, FaultKind.Dropped);
            host.Of(venue).Skew = TimeSpan.FromSeconds(-40);
        }

        (int code, JsonElement picture) = Once(host, "--days", "3", VenueId.Binance, VenueId.Bybit);

        Assert.Equal(ExitCode.Done, code);
        Assert.All(picture.GetProperty("venues").EnumerateArray(), venue => Assert.InRange(venue.GetProperty("clockSkewSeconds").GetDouble(), -41, -39));
    }

    [Fact]
    public async Task Once_AStreamThatOpensAndSaysNothing_IsNamed()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        host.Of(VenueId.Bybit).Stream = new StreamFaults { IsSilent = true };

        (int code, JsonElement picture) = Once(host, "--timeout", "4", VenueId.Bybit);

        Assert.Equal(ExitCode.Incomplete, code);
        Assert.Contains(picture.GetProperty("missing").EnumerateArray(), line => line.GetString() == "Bybit: its stream says nothing");
    }

    [Fact]
    public async Task Once_WithoutJson_IsAPageForPeople()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();

        (int code, string page) = CommandRun.Result(["live", "--once", "--days", "1", .. Loopback.Options(host, VenueId.Bybit)]);

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Bybit BTCUSDT", page, StringComparison.Ordinal);
        Assert.Contains("up, streaming", page, StringComparison.Ordinal);
        Assert.DoesNotContain("missing:", page, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Live_AsJson_PrintsALineEachTimeUntilItIsEnded()
    {
        LiqProcess.SkipWithoutTermination();
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        using LiqProcess process = LiqProcess.Start(["live", "--json", "--every", "1", "--days", "1", .. Loopback.Options(host, VenueId.Bybit)]);
        await process.Printed(3);

        (int code, string output, string _) = process.Terminate();

        Assert.Equal(ExitCode.Done, code);
        DateTime[] timesUtc = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("asOfUtc").GetDateTime())];
        Assert.True(timesUtc.Length >= 3, output);
        Assert.All(timesUtc.Zip(timesUtc.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }

    [Theory]
    [InlineData("--venues", "binance,nowhere", "--venues: \"nowhere\" is no venue; expected some of binance")]
    [InlineData("--venues", "binance,binance", "\"binance\" is named twice")]
    [InlineData("--venues", "", "--venues: it names no venue; expected some of binance")]
    [InlineData("--venues", "binance*x", "\"binance*x\" has no weight behind its star; expected a number above 0")]
    [InlineData("--base-url", "binance=ftp://x", "--base-url is 'binance=ftp://x'; expected an address like")]
    [InlineData("--base-url", "nowhere=http://x", "--base-url is 'nowhere=http://x'; expected an address like")]
    [InlineData("--period", "7m", "--period is '7m'; expected one of 5m, 15m, 1h, 4h.")]
    [InlineData("--period", "5M", "--period is '5M'; expected one of 5m, 15m, 1h, 4h.")]
    [InlineData("--timeout", "0", "--timeout is '0'; expected a whole number from 1 to 3600")]
    public void Options_OutOfRange_AreRefusedWithFieldValueAndExpectation(string option, string value, string message) =>
        Assert.Contains(
            CommandRun.Errors("live", "--symbol", "BTCUSDT", option, value), error => error.Contains(message, StringComparison.Ordinal));

    // The others of the default have nothing to follow; named by the user, each is expected to have.
    [Fact]
    public async Task Symbol_OfInstrumentsOfVenues_FollowsTheseUnlessVenuesAreNamed()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        string[] options =
        [
            "live", "--once", "--json", "--days", "1", "--symbol", "okx:BTC-USDT-SWAP,binance:BTCUSDT",
            .. Five.SelectMany(venue => new[] { "--base-url", $"{venue}={host.AddressOf(venue)}" }),
        ];

        (int code, string output) = CommandRun.Result(options);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(
            ["Okx BTC-USDT-SWAP", "Binance BTCUSDT"],
            JsonDocument.Parse(output).RootElement.GetProperty("venues").EnumerateArray().Select(venue => $"{venue.GetProperty("venue")} {venue.GetProperty("symbol")}"));
        CommandException refused = Assert.Throws<CommandException>(() => CommandRun.Result([.. options, "--venues", "okx,binance,bybit"]));
        Assert.EndsWith("it names no instrument of Bybit; expected one for each of --venues.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Symbol_OfNothing_IsRefused()
    {
        CommandException refused = Assert.Throws<CommandException>(() => CommandRun.Result("live", "--once", "--symbol", "EURUSD", "--venues", "bybit"));

        Assert.StartsWith("--symbol is 'EURUSD'", refused.Message, StringComparison.Ordinal);
    }

    private static double[] Numbers(JsonElement map, string name) => [.. map.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static (int Code, JsonElement Picture) Once(FakeExchangeHost host, string option, string value, params VenueId[] venues)
    {
        (int code, string output) = CommandRun.Result(["live", "--once", "--json", option, value, .. Loopback.Options(host, venues)]);
        return (code, JsonDocument.Parse(output).RootElement);
    }
}
