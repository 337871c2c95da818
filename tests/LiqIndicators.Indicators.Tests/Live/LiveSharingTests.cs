using System.Text;
using cAlgo.API;
using LiqIndicators.Sessions.Feeds.Cache;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Charting;
using LiqIndicators.Terminal.Charting.Pictures;
using LiqIndicators.Terminal.Platform;
using LiqIndicators.TestKit;
using Newtonsoft.Json;

namespace LiqIndicators.Indicators.Tests.Live;

/// <summary>Several charts of one market, and what none of them may tell.</summary>
public sealed class LiveSharingTests
{
    private const string Secret = "planted-k3y-9917";

    [Fact]
    public void Charts_OfOneSymbol_WarmStartFromTheFirstOnesCache()
    {
        LiveTerminal live = new();
        List<int> asked = [];
        foreach (Type indicator in new[] { typeof(LiquidationBands), typeof(OpenInterestDivergence), typeof(CascadeRisk), typeof(FundingPressure) })
        {
            int before = live.Exchange.Calls.Count;
            live.Terminal.Attach(live.Open(TimeFrame.Minute5), indicator, LiveTerminal.TwoVenues);
            live.Run(TimeSpan.FromSeconds(10));
            asked.Add(live.Exchange.Calls.Count - before);
        }

        Assert.Empty(live.Terminal.Errors);
        Assert.InRange(asked[0], 77, 90);
        Assert.All(asked.Skip(1), count => Assert.InRange(count, 0, 6));
    }

    [Fact]
    public void Charts_FourColdAtOnce_StayBelowHalfOfEveryBudget()
    {
        LiveTerminal live = new();
        foreach (Type indicator in new[] { typeof(LiquidationBands), typeof(OpenInterestDivergence), typeof(CascadeRisk), typeof(FundingPressure) })
        {
            live.Terminal.Attach(live.Open(TimeFrame.Minute5), indicator, LiveTerminal.TwoVenues);
        }

        live.Run(TimeSpan.FromMinutes(12), TimeSpan.FromSeconds(5));

        Assert.Empty(live.Terminal.Errors);
        Assert.True(live.Exchange.Calls.Count > 4 * 77, $"Only {live.Exchange.Calls.Count} requests.");
        Assert.All(live.Exchange.Budgets.MostUsed, used => Assert.True(used.Value < 0.5, $"{used.Key}: {used.Value}"));
    }

    [Fact]
    public void Key_OfAVendor_IsSentToItAndShownNowhere()
    {
        LiveTerminal live = new();
        int count = 0;
        live.Exchange.Fault = call => !call.Uri.Host.Contains("coinglass", StringComparison.Ordinal) ? null : (count++ % 6) switch
        {
            0 => HttpReply.Ok($"{{\"code\":\"500\",\"msg\":\"no answer for {Secret}\"}}"),
            1 => HttpReply.Status(502, $"bad gateway for {Secret}"),
            2 => HttpReply.Fail($"connection with key {Secret} reset"),
            3 => HttpReply.Fail(RefusalOf(call)),
            4 => throw new InvalidOperationException($"The header {string.Join(' ', call.Headers)} is not accepted."),
            _ => HttpReply.Ok($"{{\"code\":\"400\",\"msg\":\"{Secret} is wrong\"}}"),
        };
        foreach (Type indicator in new[] { typeof(LiquidationBands), typeof(LiquidationTape) })
        {
            TerminalChart chart = live.Open();
            RunningAlgo algo = live.Terminal.Attach(
                chart, indicator, new Dictionary<string, object?> { ["Venues"] = "binance,bybit,coinglass", ["API key"] = Secret });
            live.Run(TimeSpan.FromMinutes(20));
            AssertHidden([LiveTerminal.TextOn(chart)]);
            AssertHiddenInPicture(chart, (Indicator)algo.Instance);
            algo.Detach();
        }

        Assert.True(count >= 12, $"The vendor was asked {count} times only.");
        Assert.Contains(live.Terminal.Log, line => line.Text.Contains("refused", StringComparison.Ordinal));

        Assert.Contains(live.Exchange.Calls, call => call.Headers.Values.Contains(Secret));
        Assert.Contains(live.Terminal.Log, line => line.Text.Contains("CoinGlass", StringComparison.Ordinal));
        AssertHidden(live.Terminal.Log.Select(line => line.Text));
        AssertHidden(live.Terminal.Errors.Select(error => error.Exception.ToString()));
        AssertHidden(live.Disk.Files.SelectMany(file => live.Disk.Read(file)).SelectMany(pair => new[] { pair.Key, pair.Value }));
        AssertHidden(live.Exchange.Calls.Select(call => call.Uri + call.Body));
        AssertHiddenInBlobs(live.Disk.Files.SelectMany(file => live.Disk.Read(file)).Select(pair => pair.Value));
    }

    [Fact]
    public void Blob_ThatHoldsTheKey_IsFoundOut() => Assert.ThrowsAny<Xunit.Sdk.XunitException>(
        () => AssertHiddenInBlobs([BlobCodec.Encode(1, Encoding.UTF8.GetBytes($"symbol BTCUSDT, key {Secret}, and more"))]));

    [Theory]
    [InlineData("Venues", "a-long-planted-k3y-9917-of-a-vendor", "\"a-lo...\" is no venue")]
    [InlineData("Instrument", "a-long-planted-k3y-9917-of-a-vendor", "set to \"a-lo...\": no coin with perpetuals found")]
    [InlineData("Instrument", "binance:a-long-planted-k3y-9917-of-a-vendor", "\"bina...\" is not venue:instrument")]
    [InlineData("Instrument", "hyperliquid:planted-k3y-9917", "\"hype...\" names no instrument of a venue in Venues")]
    public void Key_PastedIntoTheWrongInput_IsNotReadOut(string input, string value, string expected)
    {
        LiveTerminal live = new();
        TerminalChart chart = live.Open();
        live.Terminal.Attach<LiquidationBands>(chart, new Dictionary<string, object?> { [input] = value });
        live.Run(TimeSpan.FromSeconds(5));

        Assert.Contains(expected, LiveTerminal.TextOn(chart), StringComparison.Ordinal);
        AssertHidden(live.Terminal.Log.Select(line => line.Text).Append(LiveTerminal.TextOn(chart)));
    }

    // A request that the machine itself refuses, with the key in its header, and everything that its exception tells.
    private static string RefusalOf(HttpCall call)
    {
        using HttpClient client = new();
        using HttpRequestMessage request = new(System.Net.Http.HttpMethod.Get, "http://127.0.0.1:1/");
        foreach ((string name, string value) in call.Headers)
        {
            request.Headers.Add(name, value);
        }

        HttpRequestException refused = Assert.Throws<HttpRequestException>(() => client.Send(request));
        AssertHidden([refused.ToString()]);
        return $"{refused} of {request}";
    }

    private static void AssertHiddenInPicture(TerminalChart chart, Indicator indicator)
    {
        string scene = JsonConvert.SerializeObject(ChartPicture.ToScene(chart.Recording, [ChartedIndicator.Of(indicator)]));
        Assert.Contains("\"Text\":\"", scene, StringComparison.Ordinal);
        AssertHidden([scene, Encoding.Latin1.GetString(chart.ToPng())]);
    }

    private static void AssertHiddenInBlobs(IEnumerable<string> texts)
    {
        byte[][] payloads = [.. texts.SelectMany(PackedBytes.In)];
        Assert.NotEmpty(payloads);
        AssertHidden(payloads.SelectMany(bytes => new[] { Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes) }));
    }

    private static void AssertHidden(IEnumerable<string> texts) =>
        Assert.All(texts, text => Assert.DoesNotContain(Secret, text, StringComparison.OrdinalIgnoreCase));
}
