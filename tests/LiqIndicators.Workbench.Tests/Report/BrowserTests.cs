using System.Collections.Concurrent;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Recordings;
using LiqIndicators.Workbench.Report;
using LiqIndicators.Workbench.Tests.Scoring;
using Microsoft.Playwright;

namespace LiqIndicators.Workbench.Tests.Report;

/// <summary>The page in a real browser, without a network. Skipped where there is no Chromium.</summary>
[Collection(ScoreRuns.Name)]
public sealed class BrowserTests
{
    private const string NoBrowser = "There is no Chromium on this machine (/usr/bin/chromium or CHROME_PATH).";
    private const int MostBytes = 5_000_000;

    private static readonly string? Chromium = new[] { Environment.GetEnvironmentVariable("CHROME_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    [SkippableFact]
    public async Task Page_OfAMadeUpMarket_ShowsItsNumbersUnderThePointer()
    {
        Skip.If(Chromium is null, NoBrowser);
        ReplayReport report = ReplayReport.Of(ReportMarkets.Made(), [new ReportAction(ReportMarkets.Made().Bars[850].TimeUtc, "reduced 20%")]);
        await ShowAsync(report, "dark", async page =>
        {
            Assert.Contains("900 bars of 60 minutes", await page.InnerTextAsync("#span"), StringComparison.Ordinal);
            Assert.Equal(5, await page.Locator(".legend").CountAsync());

            ILocator price = page.Locator(".legend").First;
            await page.Mouse.MoveAsync(500, 250);
            string left = await price.InnerTextAsync();
            await page.Mouse.MoveAsync(800, 250);
            Assert.Matches(@"^2026-\d\d-\d\d \d\d:00 UTC\s*O [\d,.]+\s*H [\d,.]+\s*L [\d,.]+\s*C [\d,.]+", left);
            Assert.NotEqual(left, await price.InnerTextAsync());
            Assert.DoesNotContain("n/a", await page.Locator(".legend").Nth(1).InnerTextAsync(), StringComparison.Ordinal);
        });
    }

    [SkippableFact]
    public async Task Page_PointerOverABand_SaysWhoseAndHowMuch()
    {
        Skip.If(Chromium is null, NoBrowser);
        await ShowAsync(ReplayReport.Of(ReportMarkets.Made()), "light", async page =>
        {
            ILocator card = page.Locator("#band");
            for (int y = 90; y < 420 && !await card.IsVisibleAsync(); y += 4)
            {
                await page.Mouse.MoveAsync(700, y);
            }

            Assert.Matches(@"^\$[\d.]+[kMB]? of (longs|shorts)\s+[\d,.]+ - [\d,.]+, [+-]?[\d.]+% from the close\s+known since 2026-", await card.InnerTextAsync());
        });
    }

    [SkippableFact]
    public async Task Page_ThemeButton_ChangesTheThemeAndBack()
    {
        Skip.If(Chromium is null, NoBrowser);
        await ShowAsync(ReplayReport.Of(ReportMarkets.Made()), "light", async page =>
        {
            byte[] light = await page.ScreenshotAsync();
            await page.ClickAsync("#theme");
            Assert.Equal("dark", await page.GetAttributeAsync("html", "data-theme"));
            Assert.NotEqual(light, await page.ScreenshotAsync());
        });
    }

    [SkippableFact]
    public async Task Page_OfFourMonthsOfBitcoin_IsSmallAndSilent()
    {
        Skip.If(Chromium is null, NoBrowser);
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        ReplayReport report = ReplayReport.Of(RecordedMarket.Load(SharedMaterial.PathOf("data/btc-2025-12_2026-03/market.csv")));

        Assert.InRange(ReportPage.Write(report, "dark").Length, 100_000, MostBytes);
        await ShowAsync(report, "dark", async page =>
        {
            await page.ClickAsync("text=All");
            await page.ClickAsync("text=Before the fall");
            Assert.Contains("2,821 bars", await page.InnerTextAsync("#span"), StringComparison.Ordinal);
        });
    }

    /// <summary>Opens the page as a file and fails on any request, any word on the console and any error.</summary>
    private static async Task ShowAsync(ReplayReport report, string theme, Func<IPage, Task> look)
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("page.html");
        await File.WriteAllTextAsync(path, ReportPage.Write(report, theme));
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
        IPage page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } });
        ConcurrentQueue<string> noise = [];
        page.Console += (_, message) => noise.Enqueue($"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => noise.Enqueue($"error: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                noise.Enqueue($"request: {request.Url}");
            }
        };
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        await page.WaitForSelectorAsync("html[data-ready=true]");
        await look(page);

        Assert.Empty(noise);
    }
}
