using System.Globalization;
using System.Text.RegularExpressions;
using cAlgo.API;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Platform;

namespace LiqIndicators.Indicators.Tests.Live;

/// <summary>What a network does to a chart: faults, silence, and the two things about the platform that are not documented.</summary>
public sealed partial class LiveNetworkTests
{
    [Fact]
    public void Faults_OfAnHour_LeaveNoTraceInTheOutputsAndNoException()
    {
        RunningAlgo<OpenInterestDivergence> clean = Run(new LiveTerminal());
        LiveTerminal live = new();
        Random random = new(5);
        DateTime endUtc = LiveTerminal.StartUtc.AddHours(1);
        FaultKind[] kinds = [.. Enum.GetValues<FaultKind>().Where(kind => kind is not (FaultKind.GeoBlocked or FaultKind.CountryPage or FaultKind.EchoesKey))];
        int faults = 0;
        live.Exchange.Fault = call =>
        {
            if (call.WorldTimeUtc >= endUtc || random.NextDouble() > 0.25)
            {
                return null;
            }

            faults++;
            FaultKind kind = kinds[random.Next(kinds.Length)];
            TransportReply wrong = FaultReply.Of(kind, live.Exchange.Venues.At(call.Uri).Id, live.Exchange.Right(call).Body, random);
            return wrong.Failure is { } failure ? HttpReply.Fail(failure) : HttpReply.Status(wrong.Status, wrong.Body);
        };

        RunningAlgo<OpenInterestDivergence> faulty = Run(live);

        Assert.True(faults > 10, $"Only {faults} faults.");
        Assert.Empty(live.Terminal.Errors);
        foreach (string output in new[] { "Divergence %", "Regime" })
        {
            int count = clean.Chart.Bars.Count;
            Assert.All(Enumerable.Range(count - 200, 199), i => Assert.Equal(clean.Outputs[output][i], faulty.Outputs[output][i]));
        }

        static RunningAlgo<OpenInterestDivergence> Run(LiveTerminal live)
        {
            RunningAlgo<OpenInterestDivergence> algo = live.Terminal.Attach<OpenInterestDivergence>(live.Open(), LiveTerminal.TwoVenues);

            // A venue that refuses in the last minute is asked again after an hour, and counts again once it has told what it left out.
            live.Run(TimeSpan.FromHours(2.5), TimeSpan.FromSeconds(10));
            return algo;
        }
    }

    [Fact]
    public void Silence_OfAllVenues_IsOnTheCardWithinAMinute()
    {
        LiveTerminal live = new();
        TerminalChart chart = live.Open();
        live.Terminal.Attach<LiquidationBands>(chart, LiveTerminal.TwoVenues);
        live.Run(TimeSpan.FromMinutes(4));
        live.Exchange.Fault = _ => HttpReply.Fail("timed out");
        live.Exchange.IsSilent = true;
        // The last bar that came closed at 12:05: from 12:12:30 on the next one is overdue.
        live.Terminal.RunTo(new DateTime(2026, 5, 4, 12, 12, 30, DateTimeKind.Utc));
        Assert.DoesNotContain("STALE", LiveTerminal.TextOn(chart), StringComparison.Ordinal);

        live.Terminal.RunTo(live.Terminal.NowUtc.AddMinutes(1));

        Assert.Contains("STALE", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
    }

    // Rounding takes half a unit, the timer a second; no tick of the broker is needed for either.
    [Fact]
    public void Age_OnTheCard_IsNeverOffByMoreThanItsUnitAndTurnsStaleAtOnce()
    {
        LiveTerminal live = new();
        TerminalChart chart = live.Open();
        live.Terminal.Attach<LiquidationBands>(chart, LiveTerminal.TwoVenues);
        live.Run(TimeSpan.FromMinutes(3));
        DateTime closedUtc = new(2026, 5, 4, 12, 5, 0, DateTimeKind.Utc);
        live.Exchange.Fault = _ => HttpReply.Fail("timed out");
        live.Exchange.IsSilent = true;
        HashSet<string> units = [];
        while (live.Terminal.NowUtc < closedUtc.AddSeconds(450))
        {
            live.Terminal.RunTo(live.Terminal.NowUtc.AddMilliseconds(700));
            Match shown = AgeOnCard().Match(LiveTerminal.TextOn(chart));
            Assert.True(shown.Success, LiveTerminal.TextOn(chart));
            TimeSpan unit = shown.Groups[2].Value == "s" ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1);
            TimeSpan off = (unit * int.Parse(shown.Groups[1].Value, CultureInfo.InvariantCulture)) - (live.Terminal.NowUtc - closedUtc);
            Assert.True(off.Duration() <= unit + TimeSpan.FromSeconds(0.5), $"{shown.Value} at {live.Terminal.NowUtc:HH:mm:ss.f}");
            units.Add(shown.Groups[2].Value);
        }

        Assert.Equal(["min", "s"], units.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("STALE", LiveTerminal.TextOn(chart), StringComparison.Ordinal);

        live.Terminal.RunTo(closedUtc.AddSeconds(453));

        Assert.Contains("STALE", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
        Color grey = ChartPalette.For(ColorTheme.Dark).Stale;
        Assert.All(
            chart.Recording.DrawnObjects.OfType<ChartRectangle>(), band => Assert.Equal((grey.R, grey.G, grey.B), (band.Color.R, band.Color.G, band.Color.B)));
    }

    [Fact]
    public void OpenInterest_UnchangedForFourHours_IsStaleOnTheCard()
    {
        LiveTerminal live = new(future: TimeSpan.FromHours(8));
        live.Exchange.Venues.Of(VenueId.Binance).FrozenFrom = FakeMarket.NumberOf(LiveTerminal.StartUtc.AddMinutes(10));
        TerminalChart chart = live.Open();
        live.Terminal.Attach<LiquidationBands>(chart, LiveTerminal.TwoVenues);

        live.Run(TimeSpan.FromHours(3.5), TimeSpan.FromSeconds(15));
        bool isStaleTooSoon = LiveTerminal.TextOn(chart).Contains("STALE", StringComparison.Ordinal);
        live.Run(TimeSpan.FromHours(1), TimeSpan.FromSeconds(15));

        Assert.False(isStaleTooSoon);
        Assert.Contains("STALE", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Post_WhateverThePlatformMakesOfItsContentType_GetsThrough(bool isNamed)
    {
        LiveTerminal live = new();
        live.Exchange.Fault = call => call.Method == "POST" && call.Headers.ContainsKey("Content-Type") != isNamed ? HttpReply.Status(415, "") : null;
        TerminalChart chart = live.Open();
        live.Terminal.Attach<LiquidationBands>(chart, new Dictionary<string, object?> { ["Venues"] = "hyperliquid" });
        live.Run(TimeSpan.FromSeconds(20));

        Assert.Empty(live.Terminal.Errors);
        Assert.Contains("Hyperliquid BTC", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
        // Prices came; of open interest this venue has no history.
        Assert.DoesNotContain("waiting for market data", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
        // What was refused once is not tried for every request.
        int refused = live.Exchange.Calls.Count(call => call.Method == "POST" && call.Headers.ContainsKey("Content-Type") != isNamed);
        Assert.InRange(refused, isNamed ? 0 : 1, 4);
    }

    [Theory]
    [InlineData(8443)]
    [InlineData(443)]
    public void Stream_WhateverPortThePlatformReaches_Opens(int port)
    {
        LiveTerminal live = new();
        live.Exchange.Accepts = address => address.Port == port;
        live.Terminal.Attach<LiquidationTape>(live.Open(), new Dictionary<string, object?> { ["Venues"] = "okx" });
        live.Run(TimeSpan.FromMinutes(3));

        Assert.Empty(live.Terminal.Errors);
        Assert.Equal(port, live.Exchange.Connections[^1].Port);
        Assert.InRange(live.Exchange.Connections.Count, 1, 2);
    }

    [Fact]
    public void StreamMessage_OfAbsurdLength_IsDroppedAndTheStreamKept()
    {
        LiveTerminal live = new();
        TerminalChart chart = live.Open();
        live.Terminal.Attach<LiquidationBands>(chart, LiveTerminal.TwoVenues);
        live.Run(TimeSpan.FromMinutes(4));
        int opened = live.Exchange.Connections.Count;

        live.Exchange.PushText(VenueId.Bybit, new string('[', StreamLimit.MostCharacters + 1));
        live.Run(TimeSpan.FromMinutes(8));

        Assert.Empty(live.Terminal.Errors);
        Assert.Contains(
            live.Terminal.Log,
            line => line.Text.Contains("Bybit stream: a message of 1000001 characters was dropped; expected at most 1000000", StringComparison.Ordinal));
        Assert.Contains("bars missing", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
        Assert.Equal(opened, live.Exchange.Connections.Count);
    }

    [Fact]
    public void Answer_OfAbsurdLength_IsRefusedAndAskedForAgain()
    {
        LiveTerminal live = new();
        int refused = 0;
        string absurd = new('[', 8_000_001);
        live.Exchange.Fault = _ => refused++ < 3 ? HttpReply.Ok(absurd) : null;
        TerminalChart chart = live.Open();
        live.Terminal.Attach<LiquidationBands>(chart, LiveTerminal.TwoVenues);
        live.Run(TimeSpan.FromMinutes(1));

        Assert.Empty(live.Terminal.Errors);
        Assert.Contains(live.Terminal.Log, line => line.Text.Contains("8000001 characters; expected at most 8000000", StringComparison.Ordinal));
        Assert.DoesNotContain("waiting", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(\d+) (s|min) old")]
    private static partial Regex AgeOnCard();
}
