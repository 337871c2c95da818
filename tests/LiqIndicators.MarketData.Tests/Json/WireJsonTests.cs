using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Tests.Json;

public sealed class WireJsonTests
{
    [Theory]
    [InlineData("{\"a\":1.5}", 1.5)]
    [InlineData("{\"a\":\"1.5\"}", 1.5)]
    [InlineData("{\"a\":\"15e-1\"}", 1.5)]
    [InlineData("{\"a\":\" 1.5 \"}", 1.5)]
    [InlineData("{\"a\":-0.00012}", -0.00012)]
    [InlineData("{\"a\":2e-7}", 2e-7)]
    public void Number_AsNumberOrText_IsRead(string body, double expected) =>
        Assert.Equal((decimal)expected, WireJson.Read("x", body, root => root.Field("a").Number()).Value);

    [Theory]
    [InlineData("{\"a\":\"1,5\"}")]
    [InlineData("{\"a\":\"\"}")]
    [InlineData("{\"a\":\"NaN\"}")]
    [InlineData("{\"a\":true}")]
    [InlineData("{\"a\":[1]}")]
    [InlineData("{\"a\":1e16}")]
    [InlineData("{\"a\":99999999999999999999999999}")]
    [InlineData("{\"a\":\"0x10\"}")]
    public void Number_AnythingElse_NamesTheField(string body)
    {
        FetchResult<decimal> result = WireJson.Read("x", body, root => root.Field("a").Number());

        Assert.Equal(FetchErrorKind.Malformed, result.Error?.Kind);
        Assert.Contains("a is ", result.Error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":1}{")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("<html>")]
    [InlineData("{\"a\":NaN}")]
    public void Read_NotOneJsonBody_IsUnreadable(string body) =>
        Assert.Equal(FetchErrorKind.Unreadable, WireJson.Read("x", body, root => root.IsObject).Error?.Kind);

    [Fact]
    public void Read_TooDeepTooLongOrTooMany_IsUnreadable()
    {
        string deep = new string('[', WireJson.MaxDepth + 1) + new string(']', WireJson.MaxDepth + 1);
        string atLimit = new string('[', WireJson.MaxDepth) + new string(']', WireJson.MaxDepth);
        string many = "[" + string.Join(',', Enumerable.Repeat("0", WireJson.MaxTokens)) + "]";
        string large = "\"" + new string('x', WireJson.MaxCharacters) + "\"";

        Assert.True(WireJson.Read("x", atLimit, root => root.IsList).IsSuccess);
        Assert.All(
            new[] { deep, many, large },
            body => Assert.Equal(FetchErrorKind.Unreadable, WireJson.Read("x", body, root => root.IsList).Error?.Kind));
    }

    [Theory]
    [InlineData("1777896000000", true)]
    [InlineData("1777896000", false)]
    [InlineData("1777896000000000", false)]
    [InlineData("1777896000000.5", false)]
    [InlineData("-1", false)]
    public void Milliseconds_OtherUnits_AreRefused(string amount, bool isRead)
    {
        FetchResult<DateTime> result = WireJson.Read("x", $"[{amount}]", root => root.At(0, "time").Milliseconds());

        Assert.Equal(isRead, result.IsSuccess);
        if (isRead)
        {
            Assert.Equal(new DateTime(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc), result.Value);
        }
        else
        {
            Assert.Contains("(time)", result.Error?.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2026-05-04T12:00:00.000Z")]
    [InlineData("2026-05-04T12:00:00Z")]
    [InlineData("2026-05-04T12:00:00.0000000Z")]
    [InlineData("2026-05-04T14:00:00+02:00")]
    [InlineData("2026-05-04T12:00:00")]
    public void Iso_WithOrWithoutZone_IsUtc(string text)
    {
        DateTime time = WireJson.Read("x", $"[\"{text}\"]", root => root.At(0, "t").Iso()).Value;

        Assert.Equal((new DateTime(2026, 5, 4, 12, 0, 0), DateTimeKind.Utc), (time, time.Kind));
    }

    // As BitMEX sends them, and with more digits; the ticks are those of the date and time written beside them.
    [Theory]
    [InlineData("2021-07-22T22:36:05.000Z", 2021, 7, 22, 22, 36, 5, 0)]
    [InlineData("2000-01-01T08:00:00.000Z", 2000, 1, 1, 8, 0, 0, 0)]
    [InlineData("2021-07-22T22:36:05.25Z", 2021, 7, 22, 22, 36, 5, 2_500_000)]
    [InlineData("2021-07-22T22:36:05.123456Z", 2021, 7, 22, 22, 36, 5, 1_234_560)]
    [InlineData("2021-07-22T22:36:05.1234567Z", 2021, 7, 22, 22, 36, 5, 1_234_567)]
    public void Iso_AsVenuesSendIt_KeepsEveryDigit(string text, int year, int month, int day, int hour, int minute, int second, int ticks) =>
        Assert.Equal(
            new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddTicks(ticks),
            WireJson.Read("x", $"[\"{text}\"]", root => root.At(0, "t").Iso()).Value);

    [Theory]
    [InlineData("12:34")]
    [InlineData("3/4/2026")]
    [InlineData("1.5")]
    [InlineData("May 2026")]
    [InlineData("2026-05-04")]
    [InlineData("2026-05-04 12:00:00")]
    [InlineData("2026-05-04T12:00")]
    [InlineData(" 2026-05-04T12:00:00Z")]
    [InlineData("2026-05-04T12:00:00ZZ")]
    [InlineData("Mon, 04 May 2026 12:00:00 GMT")]
    [InlineData("")]
    public void Iso_AnythingElse_NamesTheField(string text)
    {
        FetchResult<DateTime> result = WireJson.Read("x", $"[\"{text}\"]", root => root.At(0, "t").Iso());

        Assert.Equal(FetchErrorKind.Malformed, result.Error?.Kind);
        Assert.Equal($"x: [0] (t) is \"{text}\"; expected an ISO 8601 time.", result.Error?.Message);
    }

    [Fact]
    public void Error_NestedField_ShowsPathValueAndExpectation()
    {
        FetchResult<decimal> result = WireJson.Read(
            "funding", "{\"list\":[{\"rate\":\"1\"},{\"rate\":\"7\"}]}", root => root.Field("list").Items().Sum(row => row.Field("rate").Fraction()));

        Assert.Equal("funding: list[1].rate is \"7\"; expected a fraction in [-1, 1].", result.Error?.Message);
    }

    [Fact]
    public void Value_OfAFailure_Throws()
    {
        FetchResult<int> result = FetchResult<int>.Fail(FetchErrorKind.Network, "down");

        Assert.Throws<InvalidOperationException>(() => result.Value);
    }
}
