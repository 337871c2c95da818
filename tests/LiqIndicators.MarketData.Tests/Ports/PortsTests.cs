using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.MarketData.Tests.Ports;

public sealed class PortsTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("Binance BTCUSDT candles 5m 001")]
    [InlineData("01234567890123456789012345678901234567890123456789")]
    public void Check_LettersDigitsAndInnerSpaces_Passes(string key) => Assert.Equal(key, BlobKey.Check(key));

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a-b")]
    [InlineData("é")]
    [InlineData("012345678901234567890123456789012345678901234567890")]
    public void Check_AnythingElse_IsRefusedByName(string key) =>
        Assert.Contains("key is", Assert.Throws<ArgumentException>(() => BlobKey.Check(key)).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_WordsWithOtherCharacters_BecomeSpaces() =>
        Assert.Equal("Okx BTC USDT SWAP oi", BlobKey.Of("Okx", "BTC-USDT-SWAP", " oi "));

    [Fact]
    public void Header_OtherCase_IsTheSame() => Assert.Equal(
        "5", TransportReply.Answer(200, null, new Dictionary<string, string> { ["Retry-After"] = "5" }).Header("RETRY-AFTER"));

    [Fact]
    public void Answer_NoHttpStatus_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TransportReply.Answer(0, "x"));
}
