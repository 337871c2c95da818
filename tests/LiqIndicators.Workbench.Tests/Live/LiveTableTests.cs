using LiqIndicators.Workbench.Live;
using Spectre.Console;
using Spectre.Console.Testing;

namespace LiqIndicators.Workbench.Tests.Live;

/// <summary>The table of <c>liq live</c>: what it says, and that each picture takes the place of the one before.</summary>
public sealed class LiveTableTests
{
    [Fact]
    public void Page_EverythingThere_SaysWhatTheMapSays()
    {
        string page = Page(LivePictures.Of(LivePictures.Up("Binance"), LivePictures.Up("Bybit")));

        Assert.Contains("BTCUSDT at 2026-05-04 12:07:40 UTC", page, StringComparison.Ordinal);
        Assert.Equal("$8.0B open at 60,000.0, Binance BTCUSDT + Bybit BTCUSDT", LineOf(page, "sum"));
        Assert.Equal("+0.25 within 5%, -0.12 within 25%: longs $3.0B, shorts $2.4B open", LineOf(page, "imbalance"));
        Assert.Equal("87%, lacks liquidations", LineOf(page, "inputs"));
        Assert.Equal("$45M of shorts at 61,200.0, +2.0%", LineOf(page, "magnet"));
        Assert.Equal("$67M of longs at 57,000.0, -5.0%", LineOf(page, "max pain"));
        Assert.Equal("60,100.0 - 60,700.0 (+0.2%)", LineOf(page, "empty"));
        Assert.Equal("0x-3x 10%/20%, 3x+ 90%/80%", LineOf(page, "leverage"));
        Assert.Equal("$1.0M  $2.0M  $3.0M  $4.0M  $5.0M  $6.0M  $7.0M  $8.0M  $9.0M  $10M", LineOf(page, "longs by 1%"));
        Assert.Equal("$11M  $12M  $13M  $14M  $15M  $16M  $17M  $18M  $19M  $20M", LineOf(page, "shorts by 1%"));
        Assert.DoesNotContain("loading", page, StringComparison.Ordinal);
        Assert.DoesNotContain("missing:", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_Venues_TellStateAgeAndFlags()
    {
        VenuePicture stale = LivePictures.Up("Bybit") with { Flags = ["stale", "gap"], LastBarAgeSeconds = 7_500, IsStreaming = false };
        VenuePicture refused = LivePictures.Up("Okx") with { State = "notAvailable", LastPrice = null, LastBarAgeSeconds = null, OpenInterestNotional = null };

        string page = Page(LivePictures.Of(LivePictures.Up("Binance"), stale, refused) with { Missing = ["Okx: not available here: HTTP 451"] });

        Assert.Equal(["Binance BTCUSDT", "up, streaming", "60,012.5", "3 min", "60,010.2", "$4.8B", "0.0100%", "-0.0025% per 4 h"], Cells(page, "Binance"));
        Assert.Equal(["Bybit BTCUSDT", "up", "60,012.5", "2 h", "60,010.2", "$4.8B", "0.0100%", "-0.0025% per 4 h", "stale, gap"], Cells(page, "Bybit"));
        Assert.Equal(["Okx BTCUSDT", "not available", "n/a", "n/a", "60,010.2", "n/a", "0.0100%", "-0.0025% per 4 h"], Cells(page, "Okx"));
        Assert.Contains("missing: Okx: not available here: HTTP 451", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_VenueThatCountsHalf_IsShownWithItsWeight()
    {
        string page = Page(LivePictures.Of(LivePictures.Up("Binance"), LivePictures.Up("Bybit") with { Weight = 0.5 }));

        Assert.Equal(["Binance BTCUSDT", "Bybit*0.5 BTCUSDT"], [Cells(page, "Binance")[0], Cells(page, "Bybit*0.5")[0]]);
    }

    [Fact]
    public void Page_WhileHistoryLoads_ShowsHowFarItIsByVenueAndInAll()
    {
        string page = Page(LivePictures.Of(LivePictures.Loading("Binance", 60), LivePictures.Loading("Bybit", 40)));

        Assert.Equal("loading 60%", Cells(page, "Binance")[1]);
        Assert.Equal("loading 40%", Cells(page, "Bybit")[1]);
        Assert.Equal(new string('#', 20) + new string('.', 20) + " 50%", LineOf(page, "loading"));
    }

    [Fact]
    public void Page_BeforeTheMap_IsShownWithoutIt()
    {
        LivePicture picture = LivePictures.Of(LivePictures.Loading("Binance", 0));
        string page = Page(picture with { Sum = picture.Sum with { Map = null, Clusters = [], Price = null, Imbalance = null } });

        Assert.Equal("n/a within 5%", LineOf(page, "imbalance"));
        Assert.DoesNotContain("magnet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("cluster", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_EachPicture_TakesThePlaceOfTheOneBefore()
    {
        using TestConsole console = Terminal();
        console.EmitAnsiSequences = true;
        List<int> lengths = [];

        LiveTable.Show(console, show =>
        {
            lengths.Add(console.Output.Length);
            show(LivePictures.Of(LivePictures.Loading("Binance", 40)));
            lengths.Add(console.Output.Length);
            show(LivePictures.Of(LivePictures.Up("Binance")));
            lengths.Add(console.Output.Length);
        });

        string first = console.Output[lengths[0]..lengths[1]];
        string second = console.Output[lengths[1]..lengths[2]];
        Assert.Contains(LiveTable.Waiting, console.Output[..lengths[0]], StringComparison.Ordinal);
        Assert.Contains("loading 40%", first, StringComparison.Ordinal);
        Assert.DoesNotContain("up, streaming", first, StringComparison.Ordinal);
        Assert.Contains("up, streaming", second, StringComparison.Ordinal);
        Assert.DoesNotContain("loading", second, StringComparison.Ordinal);

        // The cursor goes up to the first line of the picture before, and what comes is written over it.
        Assert.StartsWith($"\u001b[{first.Count(letter => letter == '\n')}A", second.TrimStart('\r'), StringComparison.Ordinal);
    }

    private static TestConsole Terminal() => new TestConsole().Width(180).Interactive();

    private static string Page(LivePicture picture)
    {
        using TestConsole console = Terminal();
        console.Write(LivePage.Of(picture));
        return console.Output;
    }

    private static string LineOf(string page, string name) =>
        page.Split('\n').Single(line => line.StartsWith(name + " ", StringComparison.Ordinal) && line.Length > 12)[12..].Trim();

    private static string[] Cells(string page, string venue) =>
        [.. page.Split('\n').Single(line => line.TrimStart().StartsWith(venue + " ", StringComparison.Ordinal))
            .Split("  ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
