using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Tests.Parsers;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.BitMex;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues.Coinalyze;
using LiqIndicators.MarketData.Venues.CoinGlass;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.MarketData.Venues.Okx;

namespace LiqIndicators.MarketData.Tests.Venues;

/// <summary>How venues say no, and what they say about budgets.</summary>
public sealed class RefusalsTests
{
    private const string WebPage = "\n<!DOCTYPE html><html><body>The Amazon CloudFront distribution is configured to block access</body></html>";

    private static readonly Venue[] Venues =
    {
        new BinanceVenue(), new BinanceCoinMVenue(), new BybitVenue(), new OkxVenue(), new HyperliquidVenue(), new BitMexVenue(),
        new CoinGlassVenue("key-of-a-test"), new CoinalyzeVenue("key-of-a-test"),
    };

    public static TheoryData<int, string, FetchErrorKind, bool> Everywhere => new()
    {
        { 451, "{}", FetchErrorKind.GeoBlocked, false },
        { 403, WebPage, FetchErrorKind.GeoBlocked, false },
        { 403, string.Empty, FetchErrorKind.Forbidden, false },
        { 401, string.Empty, FetchErrorKind.KeyMissing, false },
        { 429, string.Empty, FetchErrorKind.RateLimited, true },
        { 418, string.Empty, FetchErrorKind.Banned, true },
        { 500, "oops", FetchErrorKind.ServerError, true },
        { 503, WebPage, FetchErrorKind.ServerError, true },
        { 200, WebPage, FetchErrorKind.Unreadable, true },
        { 422, "Failed to deserialize", FetchErrorKind.InvalidRequest, false },
    };

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void Judge_Status_MeansTheSameEverywhere(int status, string body, FetchErrorKind kind, bool isTransient)
    {
        foreach (Venue venue in Venues)
        {
            FetchError? error = venue.Judge(TransportReply.Answer(status, body));

            Assert.Equal((kind, isTransient), (error!.Kind, error.IsTransient));
            Assert.StartsWith(venue.Id.ToString(), error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Judge_NoAnswer_IsTransient()
    {
        foreach (Venue venue in Venues)
        {
            FetchError? error = venue.Judge(TransportReply.None("timed out"));

            Assert.Equal(FetchErrorKind.Network, error?.Kind);
            Assert.True(error!.IsTransient);
        }
    }

    [Fact]
    public void Judge_RetryAfter_IsTheVenuesPause()
    {
        Dictionary<string, string> headers = new() { ["retry-after"] = "17" };

        FetchError? error = new BinanceVenue().Judge(TransportReply.Answer(429, "{}", headers));

        Assert.Equal(TimeSpan.FromSeconds(17), error?.RetryAfter);
    }

    // The form of RFC 9110: seconds, or a date by the server's clock, of which the answer's own date tells the time.
    [Theory]
    [InlineData("Mon, 04 May 2026 12:03:15 GMT", "Mon, 04 May 2026 12:02:30 GMT", 45.0, false)]
    [InlineData("Mon, 04 May 2026 12:02:00 GMT", "Mon, 04 May 2026 12:02:30 GMT", 0.0, false)]
    [InlineData("Mon, 04 May 2026 12:03:15 GMT", null, null, true)]
    [InlineData("Mon, 04 May 2026 12:03:15 GMT", "yesterday", null, true)]
    [InlineData("soon", "Mon, 04 May 2026 12:02:30 GMT", null, false)]
    [InlineData("-5", "Mon, 04 May 2026 12:02:30 GMT", null, false)]
    public void Judge_RetryAfterAsADate_IsMeasuredAgainstTheAnswersOwn(string retryAfter, string? date, double? seconds, bool isByTheVenuesClock)
    {
        Dictionary<string, string> headers = new() { ["Retry-After"] = retryAfter };
        if (date is not null)
        {
            headers["Date"] = date;
        }

        FetchError error = new OkxVenue().Judge(TransportReply.Answer(429, "{}", headers))!;

        Assert.Equal(seconds, error.RetryAfter?.TotalSeconds);
        Assert.Equal(isByTheVenuesClock ? new DateTime(2026, 5, 4, 12, 3, 15, DateTimeKind.Utc) : null, error.UntilUtc);
    }

    [Fact]
    public void Judge_BinanceBan_EndsAsItsBodyOrElseItsHeaderSays()
    {
        Dictionary<string, string> headers = new() { ["Retry-After"] = "Mon, 04 May 2026 12:03:15 GMT" };

        FetchError? stated = new BinanceVenue().Judge(TransportReply.Answer(418, "{\"code\":-1003,\"msg\":\"IP banned until 1777896150000.\"}", headers));
        FetchError? unstated = new BinanceVenue().Judge(TransportReply.Answer(418, "{}", headers));

        Assert.Equal(new DateTime(2026, 5, 4, 12, 2, 30, DateTimeKind.Utc), stated!.UntilUtc);
        Assert.Equal(new DateTime(2026, 5, 4, 12, 3, 15, DateTimeKind.Utc), unstated!.UntilUtc);
    }

    [Fact]
    public void Judge_BybitAccessTooFrequent_IsAPauseOfTenMinutesNotABlock()
    {
        FetchError? error = new BybitVenue().Judge(TransportReply.Answer(403, "access too frequent"));

        Assert.Equal((FetchErrorKind.RateLimited, TimeSpan.FromMinutes(10)), (error!.Kind, error.RetryAfter));
    }

    [Theory]
    [InlineData("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}", FetchErrorKind.UnknownSymbol)]
    [InlineData("{\"code\":-1130,\"msg\":\"Data sent for parameter 'startTime' is not valid.\"}", FetchErrorKind.InvalidRequest)]
    [InlineData("{\"code\":-1003,\"msg\":\"Too many requests.\"}", FetchErrorKind.RateLimited)]
    public void Read_BinanceCode_DecidesBadRequests(string body, FetchErrorKind kind)
    {
        BinanceVenue venue = new();
        VenueQuery<IReadOnlyList<CandleRow>> query =
            venue.Candles(TestInstruments.Binance, CandlePrice.Last, TestPages.OneDayOfFiveMinutes)!;

        Assert.Equal(kind, venue.Read(query, TransportReply.Answer(400, body), ParserCases.ReceivedUtc).Error?.Kind);
        Assert.Equal(kind, venue.Read(query, TransportReply.Answer(200, body), ParserCases.ReceivedUtc).Error?.Kind);
    }

    [Theory]
    [InlineData("50011", 429, FetchErrorKind.RateLimited)]
    [InlineData("51001", 200, FetchErrorKind.UnknownSymbol)]
    [InlineData("50001", 200, FetchErrorKind.ServerError)]
    [InlineData("51000", 400, FetchErrorKind.InvalidRequest)]
    public void Read_OkxCode_Decides(string code, int status, FetchErrorKind kind)
    {
        OkxVenue venue = new();
        VenueQuery<IReadOnlyList<CandleRow>> query = venue.Candles(TestInstruments.Okx, CandlePrice.Last, TestPages.OneDayOfFiveMinutes)!;
        string body = $$"""{"code":"{{code}}","data":[],"msg":"words"}""";

        Assert.Equal(kind, venue.Read(query, TransportReply.Answer(status, body), ParserCases.ReceivedUtc).Error?.Kind);
    }

    [Theory]
    [InlineData("10001", "params error: Symbol Is Invalid", FetchErrorKind.UnknownSymbol)]
    [InlineData("10006", "Too many visits!", FetchErrorKind.RateLimited)]
    [InlineData("10016", "Server error.", FetchErrorKind.ServerError)]
    [InlineData("10009", "IP has been banned.", FetchErrorKind.GeoBlocked)]
    public void Read_BybitCode_Decides(string code, string words, FetchErrorKind kind)
    {
        BybitVenue venue = new();
        VenueQuery<IReadOnlyList<CandleRow>> query = venue.Candles(TestInstruments.Bybit, CandlePrice.Last, TestPages.OneDayOfFiveMinutes)!;
        string body = $$"""{"retCode":{{code}},"retMsg":"{{words}}","result":{},"time":1777896411000}""";

        Assert.Equal(kind, venue.Read(query, TransportReply.Answer(200, body), ParserCases.ReceivedUtc).Error?.Kind);
    }

    [Fact]
    public void Read_CoinGlassDepthGate_TellsTheEarliestStart()
    {
        CoinGlassVenue venue = new("key-of-a-test");
        VenueQuery<IReadOnlyList<OpenInterestRow>> query = venue.OpenInterest(TestInstruments.CoinGlass, TestPages.OneDayOfFiveMinutes)!;
        const string Body = """{"code":"400","msg":"earliest allowed start_time is 1777896000000"}""";

        FetchError? error = venue.Read(query, TransportReply.Answer(200, Body), ParserCases.ReceivedUtc).Error;

        Assert.Equal(FetchErrorKind.OutOfDepth, error?.Kind);
        Assert.Equal(new DateTime(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc), error?.UntilUtc);
    }

    [Fact]
    public void Read_VenueEchoesTheKey_IsRedacted()
    {
        const string Secret = "planted-key-77";
        CoinalyzeVenue venue = new(Secret);
        VenueQuery<IReadOnlyList<CandleRow>> query =
            venue.Candles(TestInstruments.Coinalyze, CandlePrice.Last, TestPages.OneDayOfFiveMinutes)!;

        foreach (int status in new[] { 200, 400, 401, 429, 500 })
        {
            string body = $$"""{"message":"Invalid API key {{Secret}}"}""";
            FetchError? error = venue.Read(query, TransportReply.Answer(status, body), ParserCases.ReceivedUtc).Error;

            Assert.NotNull(error);
            Assert.DoesNotContain(Secret, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ReadBudget_Headers_TellWhatIsUsed()
    {
        Assert.Equal(
            new BudgetReading("weight", 345),
            new BinanceVenue().ReadBudget(TransportReply.Answer(200, "[]", new Dictionary<string, string> { ["x-mbx-used-weight-1m"] = "345" })));
        Assert.Equal(
            new BudgetReading("requests", 40, 600, new DateTime(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc)),
            new BybitVenue().ReadBudget(TransportReply.Answer(200, "{}", new Dictionary<string, string>
            {
                ["X-Bapi-Limit"] = "600", ["X-Bapi-Limit-Status"] = "560", ["X-Bapi-Limit-Reset-Timestamp"] = "1777896000000",
            })));
        Assert.Equal(
            new BudgetReading("requests", 8, 30, new DateTime(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc)),
            new BitMexVenue().ReadBudget(TransportReply.Answer(200, "[]", new Dictionary<string, string>
            {
                ["x-ratelimit-limit"] = "30", ["x-ratelimit-remaining"] = "22", ["x-ratelimit-reset"] = "1777896000",
            })));
        Assert.Equal(
            new BudgetReading("requests", 12, 80),
            new CoinGlassVenue("key-of-a-test").ReadBudget(TransportReply.Answer(200, "{}", new Dictionary<string, string>
            {
                ["API-KEY-MAX-LIMIT"] = "80", ["API-KEY-USE-LIMIT"] = "12",
            })));
        Assert.Null(new BinanceVenue().ReadBudget(TransportReply.Answer(200, "[]")));
        Assert.Null(new BitMexVenue().ReadBudget(TransportReply.Answer(
            200, "[]", new Dictionary<string, string> { ["x-ratelimit-limit"] = "many", ["x-ratelimit-remaining"] = "-1" })));
    }
}
