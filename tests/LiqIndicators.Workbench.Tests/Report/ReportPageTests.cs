using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Recordings;
using LiqIndicators.Workbench.Report;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Report;

/// <summary>The page of a replay holds everything it shows and says it truly.</summary>
public sealed class ReportPageTests
{
    private static readonly Lazy<ReplayReport> Made = new(() => ReplayReport.Of(ReportMarkets.Made(), [new(ReportMarkets.Made().Bars[500].TimeUtc, "reduced <b>20%</b>")]));

    [Fact]
    public void Report_Bars_ShowWhatTheRecordingHolds()
    {
        JsonElement bars = Data(Made.Value).GetProperty("bars");
        MarketBar bar = Made.Value.Market.Bars[321];

        Assert.Equal((long)(bar.TimeUtc - DateTime.UnixEpoch).TotalSeconds, bars.GetProperty("time")[321].GetInt64());
        Assert.Equal(bar.Close, bars.GetProperty("close")[321].GetDouble(), tolerance: 0.05);
        Assert.Equal(bar.OpenInterestNotional, bars.GetProperty("openInterest")[321].GetDouble(), tolerance: 0.5);
        // The rate is given per eight hours and in percent: 0.0001 is 0.01.
        Assert.Equal(bar.FundingRate * 100 * 8 / bar.FundingIntervalHours, bars.GetProperty("funding")[321].GetDouble(), tolerance: 1e-5);
        Assert.Equal(bar.LiquidatedLongNotional, bars.GetProperty("longs")[321].GetDouble(), tolerance: 0.5);
        Assert.All(bars.EnumerateObject(), column => Assert.Equal(Made.Value.Bars.Count, column.Value.GetArrayLength()));
    }

    [Fact]
    public void Report_Bands_BeginWhenKnownAndStandWhereTheirSideIs()
    {
        Assert.NotEmpty(Made.Value.Bands);
        Assert.All(Made.Value.Bands, band =>
        {
            MarketBar first = Made.Value.Market.Bars[band.FirstBar];
            Assert.True(band.LastBar is null || band.LastBar >= band.FirstBar);
            Assert.True(first.TimeUtc >= band.Cluster.FormedUtc);
            Assert.True(band.Cluster.LowPrice < band.Cluster.HighPrice);
        });
        // What still stands is where liquidation orders would be: longs below the price, shorts above.
        double price = Made.Value.Market.Bars[^1].Close;
        Assert.All(
            Made.Value.Bands.Where(band => band.LastBar is null),
            band => Assert.True(band.Cluster.Side == PositionSide.Long ? band.Cluster.LowPrice < price : band.Cluster.HighPrice > price));
    }

    [Fact]
    public void Report_Bands_BeginAndEndAtTheBarThatSaidSo()
    {
        RecordedMarket market = Made.Value.Market;
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), new RecordedFeed(market.Name, market.Bars, market.BarLength));
        Dictionary<int, int> first = [];
        Dictionary<int, int> last = [];
        for (int i = 0; i < market.Bars.Count; i++)
        {
            session.Advance(market.Bars[i].TimeUtc + market.BarLength);
            foreach (TrackedCluster cluster in session.Tracker.Live)
            {
                first.TryAdd(cluster.Id, i);
                last[cluster.Id] = i;
            }
        }

        Assert.All(Made.Value.Bands, band => Assert.Equal(first[band.Cluster.Id], band.FirstBar));
        // It stood for the last time in the bar before the one that ended it.
        Assert.All(
            Made.Value.Bands,
            band => Assert.Equal(band.LastBar ?? market.Bars.Count, last[band.Cluster.Id] + 1));
    }

    [Fact]
    public void Report_ShorterRecording_KnowsTheSameBandsByThen()
    {
        RecordedMarket whole = ReportMarkets.Made();
        const int Cut = 600;
        ReplayReport shorter = ReplayReport.Of(whole with { Bars = [.. whole.Bars.Take(Cut)] });
        IEnumerable<(int, int)> Begun(ReplayReport report) => report.Bands.Where(band => band.FirstBar < Cut).Select(band => (band.Cluster.Id, band.FirstBar)).Order();

        Assert.Equal(Begun(shorter), Begun(Made.Value));
    }

    [Fact]
    public void Page_AsksNobodyForAnything()
    {
        string page = ReportPage.Write(Made.Value, "dark");

        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("<(script|link|img|iframe)[^>]+(src|href)=\"(?!data:)", RegexOptions.IgnoreCase), page);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotContain("fetch(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("XMLHttpRequest", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_TextOfOthers_CannotBecomeMarkup()
    {
        RecordedMarket market = ReportMarkets.Made() with { Name = "</script><script>alert(1)</script>" };

        Assert.DoesNotContain("<script>alert", ReportPage.Write(Made.Value with { Market = market }, "dark"), StringComparison.Ordinal);
    }

    [Fact]
    public void Vendored_Library_IsTheFileItsNoticeNames()
    {
        string folder = Path.Combine(Repository.Root, "Shared", "LiqIndicators.Workbench", "Report", "Vendor", "lightweight-charts");
        string sum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "lightweight-charts.standalone.production.js"))));

        Assert.Contains($"SHA-256: {sum}", File.ReadAllText(Path.Combine(folder, "NOTICE.md")), StringComparison.Ordinal);
        Assert.Contains("Apache License", File.ReadAllText(Path.Combine(folder, "LICENSE")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1 is ''; expected 'time_utc,action'")]
    [InlineData("time_utc,action\nyesterday,reduced", "line 2 is 'yesterday,reduced'; expected a time")]
    [InlineData("time_utc,action\n2026-01-30T14:00:00Z", "line 2")]
    public void Actions_Malformed_NameTheLine(string file, string message)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("actions.csv"), file);

        Assert.Contains(message, Assert.Throws<CommandException>(() => ReportAction.Read(folder.PathOf("actions.csv"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_InAnyOrder_AreReadInTheOrderOfTime()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("actions.csv"), "time_utc,action\n2026-01-30T14:00:00Z,closed 20%, stage 2\n2026-01-29T14:00:00Z,closed 10%\n");

        Assert.Equal(["closed 10%", "closed 20%, stage 2"], ReportAction.Read(folder.PathOf("actions.csv")).Select(action => action.Text));
    }

    private static JsonElement Data(ReplayReport report) => JsonDocument.Parse(ReportJson.Write(report, "dark")).RootElement;
}
