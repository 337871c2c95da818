using System.Globalization;
using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues.CoinGlass;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>The feed against two virtual venues in virtual time.</summary>
public sealed class LiveMarketFeedTests
{
    private const string WebPage = "<html><body>The distribution is configured to block access from your country</body></html>";

    [Fact]
    public void ColdStart_ThirtyDaysOfTwoVenues_TakesFewRequestsAndShowsTheNewestFirst()
    {
        Market market = new(new LiveFeedOptions());

        market.Run(TimeSpan.FromSeconds(8));

        // 8,640 rows in pages of 1500, 500, 1000 and 200 are 6 + 18 + 9 + 44 = 77 requests; funding takes two more, margin tables one.
        Assert.True(market.Feed.IsComplete);
        Assert.InRange(market.Feed.RequestsSent, 77, 90);
        Assert.InRange(market.Venues.MostInFlight, 1, 4);
        Assert.True(market.FirstBarUtc < market.CompleteUtc, "The first bars wait for the whole history.");
        Assert.InRange((market.CompleteUtc!.Value - Market.StartUtc).TotalSeconds, 0, 8);
        Assert.InRange(market.Bars.Count, 8_600, 8_640);
        Assert.Equal(1, market.Feed.Generation);
    }

    [Fact]
    public void ColdStart_EveryBar_IsTheSumOfTheVenues()
    {
        Market market = new(new LiveFeedOptions());

        market.Run(TimeSpan.FromSeconds(8));

        long number = FakeMarket.NumberOf(market.Bars[0].TimeUtc);
        foreach (MarketBar bar in market.Bars)
        {
            Market.AssertBar(Market.Expected(number), bar);
            number++;
        }

        FeedStatus status = market.Feed.StatusAt(market.Time.NowUtc);
        Assert.Equal("Binance BTCUSDT + Bybit BTCUSDT", status.Source);
        Assert.Equal(FeedQuality.NoLiquidations, status.Quality);
        Assert.Equal(market.Bars[0].TimeUtc, status.HistoryStartUtc);
    }

    [Fact]
    public void WarmStart_AfterAnHour_AsksOnlyForTheTail()
    {
        Market first = new(new LiveFeedOptions());
        first.Run(TimeSpan.FromSeconds(8));
        first.Feed.Stop();
        VirtualTime later = new(Market.StartUtc.AddHours(1));

        Market second = new(new LiveFeedOptions(), first.Blobs, later);
        second.Run(TimeSpan.FromSeconds(8));

        Assert.True(second.Feed.IsComplete);
        Assert.InRange(second.Feed.RequestsSent, 1, 6);
        Assert.Equal(first.Bars[20], BarAt(second, FakeMarket.NumberOf(first.Bars[20].TimeUtc)));
        Assert.InRange(second.Bars.Count, 8_600, 8_640);
        Market.AssertBar(Market.Expected(FakeMarket.NumberOf(later.NowUtc) - 1), second.Bars[^1]);
    }

    [Theory]
    [InlineData("LIQ:1:10:0000000000000000:AAAA")]
    [InlineData("LIQ:99:10:0000000000000000:AAAA")]
    [InlineData("not a blob")]
    public void WarmStart_DamagedCache_IsDroppedWithALine(string text)
    {
        MemoryBlobs blobs = new();
        string key = BlobKey.Of("LIQ", "Binance", "BTCUSDT", "300");
        blobs.Texts[key] = text;

        Market market = new(blobs: blobs);
        market.Run(TimeSpan.FromSeconds(8));

        Assert.InRange(market.Feed.RequestsSent, 8, 20);
        Assert.Contains(market.Log, line => line.Contains(key, StringComparison.Ordinal) && line.Contains("dropped", StringComparison.Ordinal));
        Assert.Equal(576, market.Bars.Count);
    }

    [Fact]
    public void FourCharts_OnOneAddress_StayWithinHalfOfEveryBudget()
    {
        VirtualTime time = new(Market.StartUtc);
        VirtualExchanges venues = new(time);
        Market[] charts = [.. Enumerable.Range(1, 4).Select(seed => new Market(new LiveFeedOptions { Seed = seed }, time: time, venues: venues))];

        time.RunUntil(time.NowUtc.AddMinutes(12), () => Array.ForEach(charts, chart => chart.Pump()));

        Assert.All(charts, chart => Assert.True(chart.Feed.IsComplete));
        Assert.All(venues.Budgets.MostUsed, used => Assert.True(used.Value < 0.5, $"{used.Key}: {used.Value}"));
    }

    [Fact]
    public void Live_EachBar_ComesOnceAfterItsClose()
    {
        Market market = new();
        market.Run(TimeSpan.FromSeconds(8));
        int requests = market.Feed.RequestsSent;

        market.Run(TimeSpan.FromHours(1));

        long last = FakeMarket.NumberOf(market.Time.NowUtc) - 1;
        Assert.Equal(FakeMarket.TimeOf(last), market.Bars[^1].TimeUtc);
        for (int i = 0; i < 12; i++)
        {
            Market.AssertBar(Market.Expected(last - i), market.Bars[^(i + 1)]);
        }

        // A bar and its open interest from two venues, twelve times an hour, and little more.
        Assert.InRange(market.Feed.RequestsSent - requests, 4 * 12, 5 * 12);
        Assert.Equal(1, market.Feed.Generation);
    }

    [Theory]
    [InlineData(451, "{\"code\":0,\"msg\":\"Service unavailable from a restricted location\"}")]
    [InlineData(403, WebPage)]
    public void GeoBlock_OfTheFirstVenue_TheNextOneTakesOver(int status, string body)
    {
        Market market = new();
        market.Venues.Fault = (request, _) => request.Venue == VenueId.Binance ? TransportReply.Answer(status, body) : null;

        market.Run(TimeSpan.FromMinutes(2));

        Assert.True(market.Feed.IsComplete);
        Assert.Equal("Binance not available here + Bybit BTCUSDT", market.Feed.StatusAt(market.Time.NowUtc).Source);
        Assert.Equal((double)SimulatedVenues.Instance.Candle(VenueId.Bybit, FakeMarket.NumberOf(market.Bars[^1].TimeUtc)).Close, market.Bars[^1].Close);
        FeedSourceReport report = market.Feed.Report()[0];
        Assert.Equal((FeedSourceState.NotAvailable, VenueId.Binance), (report.State, report.Venue));
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), report.Reason, StringComparison.Ordinal);
        // Four were under way when the first answer came; then it is left alone.
        Assert.InRange(market.Venues.Requests.Count(request => request.Request.Venue == VenueId.Binance), 1, 4);
    }

    [Fact]
    public void GeoBlock_Lifted_TheVenueJoinsByItself()
    {
        Market market = new();
        market.Venues.Fault = (request, _) =>
            request.Venue == VenueId.Binance && market.Time.NowUtc < Market.StartUtc.AddMinutes(30) ? TransportReply.Answer(451, "{}") : null;

        market.Run(TimeSpan.FromMinutes(100));

        Assert.Equal("Binance BTCUSDT + Bybit BTCUSDT", market.Feed.StatusAt(market.Time.NowUtc).Source);
        Market.AssertBar(Market.Expected(FakeMarket.NumberOf(market.Bars[^1].TimeUtc)), market.Bars[^1]);
        Assert.InRange(market.Bars.Count, 576, 600);
    }

    [Fact]
    public void RateLimit_RetryAfter_IsHonoured()
    {
        Market market = new();
        DateTime untilUtc = Market.StartUtc.AddSeconds(3);
        market.Venues.Fault = (request, _) => request.Venue == VenueId.Bybit && market.Time.NowUtc < untilUtc
            ? TransportReply.Answer(429, "{}", new Dictionary<string, string> { ["Retry-After"] = "45" })
            : null;

        market.Run(TimeSpan.FromMinutes(2));

        DateTime firstRefusal = market.Venues.Requests.First(request => request.Request.Venue == VenueId.Bybit).TimeUtc + market.Venues.Latency;
        IEnumerable<DateTime> afterwards = market.Venues.Requests
            .Where(request => request.Request.Venue == VenueId.Bybit && request.TimeUtc > firstRefusal.AddSeconds(1))
            .Select(request => request.TimeUtc);
        Assert.True(afterwards.First() >= firstRefusal.AddSeconds(45));
        Assert.True(market.Feed.IsComplete);
        Market.AssertBar(Market.Expected(FakeMarket.NumberOf(market.Bars[^1].TimeUtc)), market.Bars[^1]);
    }

    // By a clock five minutes off, which the answer shows or earlier answers have shown.
    [Theory]
    [InlineData(5, true)]
    [InlineData(5, false)]
    [InlineData(-5, true)]
    [InlineData(-5, false)]
    public void RateLimit_RetryAfterADate_IsHonouredByTheVenuesClock(int skewMinutes, bool hasDate)
    {
        // A month takes more requests than are under way when the answer comes.
        Market market = new(new LiveFeedOptions());
        market.Venues.Skew = TimeSpan.FromMinutes(skewMinutes);
        market.Streams.Skew = market.Venues.Skew;
        DateTime? refusedUtc = null;
        market.Venues.Fault = (request, _) =>
        {
            if (request.Venue != VenueId.Bybit || refusedUtc is not null || market.Time.NowUtc < Market.StartUtc.AddSeconds(1))
            {
                return null;
            }

            refusedUtc = market.Time.NowUtc;
            DateTime venueUtc = market.Time.NowUtc + market.Venues.Skew;
            Dictionary<string, string> headers = new() { ["Retry-After"] = venueUtc.AddSeconds(45).ToString("r", CultureInfo.InvariantCulture) };
            if (hasDate)
            {
                headers["Date"] = venueUtc.ToString("r", CultureInfo.InvariantCulture);
            }

            return TransportReply.Answer(429, "{}", headers);
        };

        market.Run(TimeSpan.FromMinutes(4));

        DateTime againUtc = market.Venues.Requests
            .First(request => request.Request.Venue == VenueId.Bybit && request.TimeUtc > refusedUtc).TimeUtc;
        Assert.InRange((againUtc - refusedUtc!.Value).TotalSeconds, 43.5, 50);
    }

    [Fact]
    public void Ban_UntilATime_IsSatOut()
    {
        Market market = new();
        DateTime untilUtc = Market.StartUtc.AddMinutes(7);
        long ms = (untilUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        market.Venues.Fault = (request, _) => request.Venue == VenueId.Binance && market.Time.NowUtc < untilUtc
            ? TransportReply.Answer(418, $"{{\"code\":-1003,\"msg\":\"IP banned until {ms}. Please use WebSocket Streams.\"}}")
            : null;

        market.Run(TimeSpan.FromMinutes(15));

        DateTime[] asked = [.. market.Venues.Requests.Where(request => request.Request.Venue == VenueId.Binance).Select(request => request.TimeUtc)];
        Assert.InRange(asked.Count(timeUtc => timeUtc < untilUtc), 1, 4);
        Assert.True(market.Feed.IsComplete);
    }

    [Fact]
    public void Bodies_TruncatedOrOfAnotherShape_AreAskedForAgain()
    {
        Market clean = new();
        Market market = new();
        int count = 0;
        int renamed = 0;
        market.Venues.Fault = (_, body) => market.Time.NowUtc < Market.StartUtc.AddSeconds(60)
            ? (count++ % 5) switch
            {
                0 => TransportReply.Answer(200, body[..(body.Length / 2)]),
                1 => TransportReply.Answer(200, WebPage),
                _ when renamed++ < 4 => TransportReply.Answer(200, body.Replace("sumOpenInterest\"", "total\"", StringComparison.Ordinal)),
                _ => null,
            }
            : null;

        clean.Run(TimeSpan.FromMinutes(40));
        market.Run(TimeSpan.FromMinutes(40));

        AssertSameButForLiquidations(clean, market);
        Assert.Contains(market.Log, line => line.Contains("sumOpenInterest is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void UnknownSymbol_NextNameOfTheVenue_IsTried()
    {
        Market market = new();
        market.Venues.All.Of(VenueId.Binance).Symbol = "1000BTCUSDT";

        market.Run(TimeSpan.FromMinutes(2));

        Assert.Equal("Binance 1000BTCUSDT + Bybit BTCUSDT", market.Feed.StatusAt(market.Time.NowUtc).Source);
        Assert.True(market.Feed.IsComplete);
        // Two days are 1 + 2 + 1 + 3 requests and two of funding; at most four went to the wrong name.
        Assert.InRange(market.Feed.RequestsSent, 9, 17);
    }

    [Fact]
    public void Liquidations_WhileStreamsAreUp_AreAddedUpWithTheSideOfThePosition()
    {
        Market market = new();
        market.Streams.TellsPrints = false;
        market.Run(TimeSpan.FromMinutes(4));
        DateTime timeUtc = market.Time.NowUtc;
        // A long of half a coin at 50,000: 25,000.
        FakeLiquidation liquidation = new(timeUtc, PositionSide.Long, 0.5m, 50_000m);
        market.Streams.Push(VenueId.Binance, liquidation);
        market.Streams.Push(VenueId.Bybit, liquidation);
        // Sent twice by the venue: one liquidation.
        market.Streams.Push(VenueId.Bybit, liquidation);

        market.Run(TimeSpan.FromMinutes(10));

        MarketBar bar = market.Bars.Single(bar => bar.TimeUtc == FakeMarket.TimeOf(FakeMarket.NumberOf(timeUtc)));
        Assert.Equal((50_000, 0), (bar.LiquidatedLongNotional, bar.LiquidatedShortNotional));
        Assert.Equal(0, market.Bars[^1].LiquidatedLongNotional);
        Assert.True(double.IsNaN(market.Bars[0].LiquidatedLongNotional));
        Assert.Equal(FeedQuality.Throttled, market.Feed.StatusAt(market.Time.NowUtc).Quality);
    }

    [Fact]
    public void Liquidations_WhileAStreamWasDown_AreAGapAndNeverZero()
    {
        Market market = new();
        market.Streams.TellsPrints = false;
        DateTime downUtc = Market.StartUtc.AddMinutes(11);
        market.Streams.IsShut = (_, now) => now > downUtc && now < downUtc.AddMinutes(3);
        market.Time.At(downUtc, () =>
        {
            market.Streams.Break(VenueId.Binance);
            market.Streams.Break(VenueId.Bybit);
        });

        market.Run(TimeSpan.FromMinutes(30));

        long number = FakeMarket.NumberOf(downUtc);
        Assert.True(double.IsNaN(BarAt(market, number).LiquidatedLongNotional));
        Assert.Equal(0, BarAt(market, number - 1).LiquidatedLongNotional);
        Assert.Equal(0, BarAt(market, number + 2).LiquidatedLongNotional);
        Assert.True(market.Feed.StatusAt(market.Time.NowUtc).Quality.HasFlag(FeedQuality.Gap));
        Assert.All(market.Feed.Report(), report => Assert.True(report.IsStreaming));
    }

    // A day of history: the bar of 12:10, in which the stream broke, leaves it when that of 12:10 on the next day is closed.
    [Fact]
    public void Gap_OfAStreamThatBrokeOnce_IsToldAsLongAsItsBarIsShown()
    {
        FeedSource bybit = VenueSymbols.SourceOf(new BybitVenue(), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!;
        Market market = new(new LiveFeedOptions { History = TimeSpan.FromDays(1) }, sources: [bybit]);
        market.Run(TimeSpan.FromMinutes(10));
        market.Streams.Break(VenueId.Bybit);

        market.Run(Market.StartUtc.Date.AddDays(1).AddHours(12).AddMinutes(14) - market.Time.NowUtc);
        Assert.True(market.Feed.StatusAt(market.Time.NowUtc).Quality.HasFlag(FeedQuality.Gap));
        Assert.Equal(FeedQuality.Gap, market.Feed.Report()[0].Series.Liquidations);

        market.Run(TimeSpan.FromMinutes(2));
        Assert.False(market.Feed.StatusAt(market.Time.NowUtc).Quality.HasFlag(FeedQuality.Gap));
        Assert.Equal(FeedQuality.Good, market.Feed.Report()[0].Series.Liquidations);
    }

    // Two bars are ten minutes.
    [Fact]
    public void State_OfAMarketWhoseStreamDied_IsNotToldAsThatOfNow()
    {
        Market market = new();
        market.Run(TimeSpan.FromMinutes(5));
        market.Streams.IsSilent = (venue, _) => venue == VenueId.Binance;

        market.Run(TimeSpan.FromMinutes(9));
        Assert.NotNull(market.Feed.Report()[0].Market?.MarkPrice);

        market.Run(TimeSpan.FromMinutes(2));
        Assert.Null(market.Feed.Report()[0].Market);
        Assert.NotNull(market.Feed.Report()[1].Market?.MarkPrice);
    }

    [Theory]
    [InlineData(StreamLimit.MostCharacters + 1, "Binance stream: a message of 1000001 characters was dropped; expected at most 1000000")]
    [InlineData(StreamLimit.MostCharacters, null)]
    public void Stream_MessageLongerThanAnyOfAVenue_IsDroppedAndItsBarIsAGap(int characters, string? line)
    {
        Market market = new();
        market.Streams.TellsPrints = false;
        market.Run(TimeSpan.FromMinutes(9));
        DateTime timeUtc = market.Time.NowUtc;
        string message = market.Venues.All.Of(VenueId.Binance).LiquidationMessage(new FakeLiquidation(timeUtc, PositionSide.Long, 0.5m, 50_000m))!;
        market.Streams.PushText(VenueId.Binance, message.PadRight(characters));
        Dictionary<DateTime, double> told = [];

        market.Run(TimeSpan.FromMinutes(12), bar => told[bar.TimeUtc] = market.Feed.Venues[0].LiquidatedLongNotional);

        long number = FakeMarket.NumberOf(timeUtc);
        bool isDropped = line is not null;
        Assert.Equal(isDropped ? double.NaN : 25_000, told[FakeMarket.TimeOf(number)]);
        Assert.Equal(0, told[FakeMarket.TimeOf(number + 1)]);
        Assert.Equal(isDropped ? [line!] : [], market.Log.Where(text => text.Contains("stream", StringComparison.Ordinal)));
        Assert.Equal(isDropped, market.Feed.Report()[0].Quality.HasFlag(FeedQuality.Gap));
        Assert.False(market.Feed.Report()[1].Quality.HasFlag(FeedQuality.Gap));
        // The stream stays: what comes next is another message.
        Assert.Equal(2, market.Streams.Opened);
        Assert.True(market.Feed.Report()[0].IsStreaming);
    }

    // A stream that ends in the last seconds of a bar may have missed a liquidation there.
    [Fact]
    public void Stream_ThatBreaksSecondsBeforeTheClose_LeavesTheBarUnknown()
    {
        Market market = new();
        market.Streams.TellsPrints = false;
        market.Run(TimeSpan.FromMinutes(1));
        DateTime closeUtc = FakeMarket.TimeOf(FakeMarket.NumberOf(market.Time.NowUtc) + 2);
        market.Time.At(closeUtc.AddSeconds(-3), () => market.Streams.Break(VenueId.Binance));
        Dictionary<DateTime, (double, double)> told = [];

        market.Run(TimeSpan.FromMinutes(20), bar => told[bar.TimeUtc] = (market.Feed.Venues[0].LiquidatedLongNotional, market.Feed.Venues[1].LiquidatedLongNotional));

        Assert.Equal((double.NaN, 0), told[closeUtc - FakeMarket.Bar]);
        Assert.Equal((0, 0), told[closeUtc + FakeMarket.Bar]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Stream_OfAVenueThatRepeatsItsLastLiquidation_CountsTheNewsAlone(bool isRepeated)
    {
        FeedSource okx = VenueSymbols.SourceOf(VenueCatalog.Create(VenueId.Okx, ""), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!;
        Market market = new(sources: [okx]);
        market.Streams.TellsPrints = false;
        // Without its greeting the first push is news.
        market.Streams.Disturb = (_, text) => isRepeated || !text.Contains("liquidation-orders", StringComparison.Ordinal) || market.Time.NowUtc > Market.StartUtc.AddMinutes(3)
            ? [(TimeSpan.Zero, text)]
            : [];
        market.Run(TimeSpan.FromMinutes(4));
        DateTime timeUtc = market.Time.NowUtc;
        market.Streams.Push(VenueId.Okx, new FakeLiquidation(timeUtc, PositionSide.Long, 0.5m, 50_000m));

        market.Run(TimeSpan.FromMinutes(10));

        Assert.Equal(25_000, BarAt(market, FakeMarket.NumberOf(timeUtc)).LiquidatedLongNotional);
        Assert.Equal(0, market.Bars[^1].LiquidatedLongNotional + market.Bars[^1].LiquidatedShortNotional);
    }

    [Fact]
    public void Stream_HandshakeWithoutData_IsNotUpAndIsOpenedAgain()
    {
        Market market = new();
        market.Streams.IsSilent = (venue, _) => venue == VenueId.Binance;

        market.Run(TimeSpan.FromMinutes(5));

        Assert.Equal(new[] { false, true }, market.Feed.Report().Select(report => report.IsStreaming));
        Assert.InRange(market.Streams.Opened, 5, 20);
    }

    [Fact]
    public void OpenInterest_StandingStillWhileThePriceMoves_IsStale()
    {
        Market market = new();
        market.Venues.All.Of(VenueId.Binance).FrozenFrom = FakeMarket.NumberOf(Market.StartUtc.AddHours(1));

        market.Run(TimeSpan.FromMinutes(290));
        bool isStaleTooSoon = market.Feed.StatusAt(market.Time.NowUtc).Quality.HasFlag(FeedQuality.Stale);
        market.Run(TimeSpan.FromMinutes(30));

        Assert.False(isStaleTooSoon);
        Assert.True(market.Feed.StatusAt(market.Time.NowUtc).Quality.HasFlag(FeedQuality.Stale));
        Assert.True(market.Feed.Report()[0].Quality.HasFlag(FeedQuality.Stale));
        Assert.False(market.Feed.Report()[1].Quality.HasFlag(FeedQuality.Stale));
        Assert.Equal(
            new SeriesQuality(FeedQuality.Good, FeedQuality.Stale, FeedQuality.Good, FeedQuality.Throttled), market.Feed.Report()[0].Series);
    }

    [Fact]
    public void FundingPayment_NotTold_MakesThatSeriesStaleAndNoOther()
    {
        Market market = new();
        market.Run(TimeSpan.FromMinutes(30));
        FeedSourceReport before = market.Feed.Report()[1];
        market.Venues.Fault = (request, _) =>
            request.Address.ToString().Contains("funding", StringComparison.Ordinal) ? TransportReply.Answer(200, "{}") : null;

        market.Run(TimeSpan.FromHours(9));

        Assert.Equal(new SeriesQuality(FeedQuality.Good, FeedQuality.Good, FeedQuality.Good, FeedQuality.Good), before.Series);
        Assert.Equal(before.Series with { Funding = FeedQuality.Stale }, market.Feed.Report()[1].Series);
    }

    [Fact]
    public void Silence_OfAllVenues_IsShownAsStaleWhenTheNextBarIsOverdue()
    {
        Market market = new();
        DateTime downUtc = Market.StartUtc.AddMinutes(10);
        market.Venues.Fault = (_, _) => market.Time.NowUtc >= downUtc ? TransportReply.None("timed out") : null;

        market.Run(TimeSpan.FromMinutes(11));
        DateTime published = market.Feed.StatusAt(market.Time.NowUtc).LastPublishedUtc!.Value;

        // Five minutes to its close, and two and a half in which it may be told.
        Assert.False(market.Feed.StatusAt(published.AddSeconds(450)).Quality.HasFlag(FeedQuality.Stale));
        Assert.True(market.Feed.StatusAt(published.AddSeconds(451)).Quality.HasFlag(FeedQuality.Stale));
    }

    [Fact]
    public void OneVenueDown_OpenInterest_IsEstimatedByTheOtherAndNeverFalls()
    {
        Market market = new();
        market.Run(TimeSpan.FromMinutes(1));
        DateTime downUtc = market.Time.NowUtc;
        market.Venues.Fault = (request, _) => request.Venue == VenueId.Bybit && market.Time.NowUtc < downUtc.AddMinutes(40) ? TransportReply.None("timed out") : null;

        market.Run(TimeSpan.FromMinutes(30));
        MarketBar estimated = market.Bars[^1];
        MarketBar expected = Market.Expected(FakeMarket.NumberOf(estimated.TimeUtc));

        Assert.Equal(1, estimated.OpenInterestQuantity / expected.OpenInterestQuantity, tolerance: 0.01);
        Assert.True(market.Feed.StatusAt(market.Time.NowUtc).Quality.HasFlag(FeedQuality.Estimated));
        market.Run(TimeSpan.FromMinutes(60));
        Market.AssertBar(expected, BarAt(market, FakeMarket.NumberOf(estimated.TimeUtc)));
        Assert.False(market.Feed.StatusAt(market.Time.NowUtc).Quality.HasFlag(FeedQuality.Estimated));
    }

    [Fact]
    public void ClockOfTheVenue_AheadOrBehind_IsMeasuredAndFormingBarsAreNotTaken()
    {
        foreach (int seconds in new[] { -90, 90 })
        {
            Market market = new();
            market.Venues.Skew = TimeSpan.FromSeconds(seconds);

            market.Run(TimeSpan.FromMinutes(20));

            Assert.All(market.Feed.Report(), report => Assert.Equal(seconds, report.ClockSkew.TotalSeconds, tolerance: 1));
            Market.AssertBar(Market.Expected(FakeMarket.NumberOf(market.Bars[^1].TimeUtc)), market.Bars[^1]);
        }
    }

    [Fact]
    public void LateOpenInterest_IsWaitedForWithinTheGrace()
    {
        Market market = new();
        foreach (FakeVenue venue in market.Venues.All.All)
        {
            venue.OpenInterestDelay = TimeSpan.FromSeconds(100);
        }

        market.Run(TimeSpan.FromMinutes(60));

        Assert.Equal(FeedQuality.Good, market.Feed.StatusAt(market.Time.NowUtc).Quality & FeedQuality.Estimated);
        Assert.Equal(1, market.Feed.Generation);
        Market.AssertBar(Market.Expected(FakeMarket.NumberOf(market.Bars[^1].TimeUtc)), market.Bars[^1]);
    }

    [Fact]
    public void Key_OfAVendor_ReachesNeitherLogNorCacheNorStatus()
    {
        const string Secret = "planted-k3y-9917";
        VirtualTime time = new(Market.StartUtc);
        EchoingVendor transport = new(time, Secret);
        MemoryBlobs blobs = new();
        List<string> log = [];
        FeedSource vendor = VenueSymbols.SourceOf(new CoinGlassVenue(Secret), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!;
        LiveMarketFeed feed = new(new LiveFeedOptions(), [vendor], new FeedPorts(transport, new VirtualStreams(time), blobs, time, log.Add));

        time.RunUntil(time.NowUtc.AddMinutes(30), feed.Pump);
        feed.Stop();

        Assert.NotEmpty(log);
        string shown = string.Join('\n', log.Concat(blobs.Texts.Keys).Concat(blobs.Texts.Values)
            .Append(feed.StatusAt(time.NowUtc).ToString()).Concat(feed.Report().Select(report => report.ToString())));
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_NoneOrWithoutInstruments_AreRefused()
    {
        VirtualTime time = new(Market.StartUtc);
        FeedPorts ports = new(new VirtualExchanges(time), new VirtualStreams(time), new MemoryBlobs(), time, _ => { });

        Assert.Throws<ArgumentException>(() => new LiveMarketFeed(new LiveFeedOptions(), [], ports));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiveFeedOptions { OwnBudgetShare = 0.6 }.Checked());
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiveFeedOptions { MaximumInFlight = 0 }.Checked());
    }

    private static MarketBar BarAt(Market market, long number) =>
        market.Bars.Single(bar => bar.TimeUtc == FakeMarket.TimeOf(number));

    // A feed that started again begins with the history of that moment: the bars that both have must be the same.
    private static void AssertSameButForLiquidations(Market clean, Market market)
    {
        Assert.InRange(market.Bars.Count, 570, clean.Bars.Count);
        Assert.Equal(
            clean.Bars.Where(bar => bar.TimeUtc >= market.Bars[0].TimeUtc).Select(WithoutLiquidations),
            market.Bars.Select(WithoutLiquidations));
    }

    private static MarketBar WithoutLiquidations(MarketBar bar) => bar with { LiquidatedLongNotional = 0, LiquidatedShortNotional = 0 };

    private sealed class EchoingVendor(VirtualTime time, string secret) : IHttpTransport
    {
        private int _count;

        public void Send(VenueRequest request, Action<TransportReply> completed) => time.After(TimeSpan.FromMilliseconds(50), () => completed((_count++ % 4) switch
        {
            0 => TransportReply.Answer(200, $"{{\"code\":\"500\",\"msg\":\"no answer for {secret}\"}}"),
            1 => TransportReply.Answer(502, $"bad gateway for {secret}"),
            2 => TransportReply.None($"connection with key {secret} reset"),
            _ => TransportReply.Answer(200, $"{{\"code\":\"400\",\"msg\":\"{secret} is wrong\"}}"),
        }));
    }
}
