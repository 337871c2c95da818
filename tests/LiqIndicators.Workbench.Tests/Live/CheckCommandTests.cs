using System.Text.Json;
using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Hosting;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Live;

/// <summary><c>liq check</c> against venues on loopback.</summary>
public sealed class CheckCommandTests
{
    private static readonly VenueId[] Five = [VenueId.Binance, VenueId.Bybit, VenueId.Okx, VenueId.Hyperliquid, VenueId.BitMex];

    [Fact]
    public async Task Check_VenuesThatAnswer_AreOkByRequestAndStream()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();

        (int code, string output) = CommandRun.Result(["check", "--json", .. Loopback.Options(host, Five)]);

        Assert.Equal(ExitCode.Done, code);
        JsonElement[] answers = [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
        Assert.Equal(Five.Length, answers.Length);
        Assert.All(answers, answer => Assert.Equal("ok", answer.GetProperty("kind").GetString()));
        Assert.All(answers, answer => Assert.StartsWith("data after", answer.GetProperty("stream").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_CoinMarginedContracts_AreNamedWithADashOrWithoutAndHaveNoStream()
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();

        (int code, string output) = CommandRun.Result(
            "check", "--symbol", "BTCUSDT", "--venues", "binance-coinm", "--base-url", $"binance-coinm={host.AddressOf(VenueId.BinanceCoinM)}");

        Assert.Equal(ExitCode.Done, code);
        Assert.StartsWith("BinanceCoinM BTCUSD_PERP", output, StringComparison.Ordinal);
        Assert.Contains("requests: ok in", output, StringComparison.Ordinal);
        Assert.EndsWith("stream: none", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.GeoBlocked, "GeoBlocked")]
    [InlineData(FaultKind.CountryPage, "GeoBlocked")]
    [InlineData(FaultKind.TooManyRequests, "RateLimited")]
    [InlineData(FaultKind.Banned, "Banned")]
    [InlineData(FaultKind.ServerError, "ServerError")]
    [InlineData(FaultKind.WebPage, "Unreadable")]
    [InlineData(FaultKind.Malformed, "Unreadable")]
    [InlineData(FaultKind.SchemaDrift, "Malformed")]
    [InlineData(FaultKind.Dropped, "Network")]
    [InlineData(FaultKind.Oversized, "Network")]
    public async Task Check_AVenueThatDoesNotAnswer_GivesTheReason(FaultKind fault, string kind)
    {
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        host.Of(VenueId.Bybit).Fault = _ => fault;

        (int code, string output) = CommandRun.Result(["check", "--json", "--timeout", "5", .. Loopback.Options(host, VenueId.Bybit)]);

        Assert.Equal(ExitCode.Incomplete, code);
        JsonElement answer = JsonDocument.Parse(output).RootElement[0];
        Assert.Equal(kind, answer.GetProperty("kind").GetString());
        Assert.StartsWith(kind + ": ", answer.GetProperty("requests").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_APortThatNobodyListensOn_IsRefusedAndNoTrace()
    {
        (int code, string output) = CommandRun.Result(
            "check", "--symbol", "BTCUSDT", "--venues", "bybit", "--base-url", "bybit=http://127.0.0.1:1", "--timeout", "5");

        Assert.Equal(ExitCode.Incomplete, code);
        Assert.Contains("Network: Bybit: ", output, StringComparison.Ordinal);
        Assert.Contains("refused", output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }
}
