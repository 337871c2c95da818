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
    [InlineData("2026-05-04T14:00:00+02:00")]
    [InlineData("2026-05-04 12:00:00")]
    public void Iso_WithOrWithoutZone_IsUtc(string text)
    {
        DateTime time = WireJson.Read("x", $"[\"{text}\"]", root => root.At(0, "t").Iso()).Value;

        Assert.Equal((new DateTime(2026, 5, 4, 12, 0, 0), DateTimeKind.Utc), (time, time.Kind));
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
