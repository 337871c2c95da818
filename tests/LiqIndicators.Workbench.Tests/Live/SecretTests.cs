using System.Text;
using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Hosting;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Tests.Scoring;
using LiqIndicators.Workbench.Transports;

namespace LiqIndicators.Workbench.Tests.Live;

/// <summary>A key is sent to its vendor and shows nowhere else.</summary>
public sealed class SecretTests
{
    private const string Key = "planted-5e1f0c9a7b-key";

    [Theory]
    [InlineData("live", VenueId.Coinalyze, null)]
    [InlineData("live", VenueId.Coinalyze, FaultKind.EchoesKey)]
    [InlineData("record", VenueId.Coinalyze, null)]
    [InlineData("record", VenueId.Coinalyze, FaultKind.EchoesKey)]
    [InlineData("check", VenueId.Coinalyze, FaultKind.EchoesKey)]
    [InlineData("live", VenueId.CoinGlass, null)]
    [InlineData("record", VenueId.CoinGlass, FaultKind.EchoesKey)]
    [InlineData("check", VenueId.CoinGlass, null)]
    public async Task Key_OfAVendor_ShowsNowhere(string command, VenueId vendor, FaultKind? fault)
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        using TemporaryFolder folder = new();
        host.Of(vendor).Fault = _ => fault;
        // The vendor that is checked refuses the key, and repeats it.
        ((FakeCoinGlass)host.Venue(VenueId.CoinGlass)).Key = command == "check" ? "another" : Key;
        string[] options = command switch
        {
            "live" => ["--once", "--json", "--days", "1", "--timeout", "6", "--cache", folder.PathOf("cache")],
            "record" => ["--once", "--days", "1", "--store", folder.PathOf("market.db")],
            _ => ["--timeout", "5"],
        };

        using LiqProcess process = LiqProcess.Start(
            new Dictionary<string, string> { [VendorKeys.VariableOf(vendor)] = Key },
            [command, .. options, .. Loopback.Options(host, VenueId.Bybit, vendor)]);
        (int code, string output, string error) = process.End();

        Assert.True(code is ExitCode.Done or ExitCode.Incomplete, error);
        Assert.Contains(host.Requests, request => request.Venue == vendor && request.Request.Key == Key);
        Assert.DoesNotContain(host.Requests, request => request.Venue == VenueId.Bybit && request.Headers.Values.Contains(Key));
        Assert.DoesNotContain(Key, output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Key, error, StringComparison.OrdinalIgnoreCase);
        string[] files = Directory.GetFiles(folder.PathOf("."), "*", SearchOption.AllDirectories);
        Assert.True(command != "live" || fault is not null || files.Any(file => PackedBytes.In(File.ReadAllText(file, Encoding.Latin1)).Count > 0), "No blob was cached.");
        foreach (string file in files)
        {
            string text = File.ReadAllText(file, Encoding.Latin1);
            Assert.All(PackedBytes.In(text).Select(Encoding.Latin1.GetString).Append(text), part => Assert.False(part.Contains(Key, StringComparison.OrdinalIgnoreCase), $"{file} holds the key."));
        }
    }

    [Fact]
    public async Task KeyFile_ThatHoldsSomethingElse_IsRefusedWithoutShowingIt()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        using TemporaryFolder folder = new();
        string file = folder.PathOf("key.txt");
        File.WriteAllText(file, $"{Key} and more\n");

        CommandException refused = Assert.Throws<CommandException>(() => CommandRun.Result(
            ["check", "--key-file", $"coinalyze={file}", .. Loopback.Options(host, VenueId.Coinalyze)]));

        Assert.Contains("holds no key; expected one line", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("live", "--symbol", "BTCUSDT", "--venues", Key)]
    [InlineData("check", "--symbol", "BTCUSDT", "--venues", "bybit," + Key)]
    [InlineData("record", "--symbol", "BTCUSDT", "--store", "x.db", "--venues", Key + "*2")]
    [InlineData("export", "--store", "x.db", "--out", "x.csv", "--venues", Key)]
    public void Key_PastedIntoVenues_IsNotReadOut(params string[] arguments)
    {
        string[] errors = [.. CommandRun.Errors(arguments)];

        Assert.Contains(errors, error => error.StartsWith("--venues: \"plan...\" is no venue", StringComparison.Ordinal));
        Assert.All(errors, error => Assert.DoesNotContain(Key, error, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(Key + "-of-a-vendor")]
    [InlineData("bybit:" + Key + "-of-a-vendor")]
    public void Key_PastedIntoSymbol_IsNotReadOut(string symbol)
    {
        CommandException refused = Assert.Throws<CommandException>(() => CommandRun.Result("live", "--once", "--symbol", symbol, "--venues", "bybit"));

        Assert.StartsWith($"--symbol is '{symbol[..4]}...'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, refused.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Store_WhosePasswordIsInTheString_IsRefusedWithoutShowingIt()
    {
        CommandException refused = Assert.Throws<CommandException>(() => CommandRun.Result(
            "export", "--store", $"Host=127.0.0.1;Port=1;Database=liq;Username=me;Password={Key};Timeout=2", "--out", "x.csv"));
        CommandException unreadable = Assert.Throws<CommandException>(() => CommandRun.Result(
            "export", "--store", $"Host=127.0.0.1;Pasword={Key}", "--out", "x.csv"));

        Assert.StartsWith("store 127.0.0.1/liq: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, refused.ToString() + unreadable, StringComparison.Ordinal);
    }
}
