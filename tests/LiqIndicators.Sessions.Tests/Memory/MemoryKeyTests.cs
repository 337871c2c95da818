using LiqIndicators.MarketData.Ports;
using LiqIndicators.Sessions.Memory;

namespace LiqIndicators.Sessions.Tests.Memory;

public sealed class MemoryKeyTests
{
    [Fact]
    public void Of_NamesOfAnyLengthAndLetters_IsAKey() =>
        Assert.Equal(MemoryKey.Of("Card", new string('ü', 500), "BTC/USD.x"), BlobKey.Check(MemoryKey.Of("Card", new string('ü', 500), "BTC/USD.x")));

    // Each pair would be one key if names were only cleaned and joined.
    [Theory]
    [InlineData("BTC/USD", "h1", "BTC USD", "h1")]
    [InlineData("AB", "C", "A", "BC")]
    [InlineData("A", "", "", "A")]
    public void Of_OtherNames_IsAnotherKey(string symbol, string frame, string otherSymbol, string otherFrame) =>
        Assert.NotEqual(MemoryKey.Of("Card", symbol, frame), MemoryKey.Of("Card", otherSymbol, otherFrame));

    [Fact]
    public void Of_OtherTopic_IsAnotherKey() => Assert.NotEqual(MemoryKey.Of("Card", "A"), MemoryKey.Of("Alerts", "A"));
}
