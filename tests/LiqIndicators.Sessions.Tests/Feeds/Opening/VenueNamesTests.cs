using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds.Opening;

public sealed class VenueNamesTests
{
    [Fact]
    public void Read_NamesWithAndWithoutWeights_KeepsTheOrder()
    {
        string problem = VenueNames.Read(" BitMEX, binance-coinm * 0.25,okx*2 ", out IReadOnlyList<VenueId> venues, out VenueWeights weights);

        Assert.Equal("", problem);
        Assert.Equal([VenueId.BitMex, VenueId.BinanceCoinM, VenueId.Okx], venues);
        Assert.Equal((1, 0.25, 2), (weights.Of(VenueId.BitMex), weights.Of(VenueId.BinanceCoinM), weights.Of(VenueId.Okx)));
        Assert.Equal("BinanceCoinM*0.25", weights.Shown(VenueId.BinanceCoinM));
        Assert.False(weights.AreNone);
    }

    [Theory]
    [InlineData("krakn*2", "\"krakn\" is no venue; expected some of binance, ")]
    [InlineData("*2", "\"\" is no venue")]
    [InlineData("bybit, bybit*2", "\"bybit\" is named twice")]
    [InlineData("bybit*", "\"bybit*\" has no weight behind its star; expected a number above 0 and up to 100, such as bybit*0.5")]
    [InlineData("bybit*0", "\"bybit*0\" has no weight")]
    [InlineData("bybit*-1", "\"bybit*-1\" has no weight")]
    [InlineData("bybit*1e3", "\"bybit*1e3\" has no weight")]
    [InlineData("bybit*NaN", "\"bybit*NaN\" has no weight")]
    [InlineData("bybit*0,5", "\"bybit*0\" has no weight")]
    [InlineData("bybit*101", "\"bybit*101\" has no weight")]
    [InlineData("0", "\"0\" is no venue")]
    [InlineData("binance, coinalyze*0.5", "\"coinalyze*0.5\" weighs no venue: its figures count as those of the venue that they are of; expected the weight there, such as okx*0.5")]
    [InlineData("coinalyze*1", "\"coinalyze*1\" weighs no venue")]
    public void Read_SomethingWrong_NamesTheEntryAndWhatWasExpected(string text, string expected) =>
        Assert.StartsWith(expected, VenueNames.Read(text, out _, out _), StringComparison.Ordinal);

    [Fact]
    public void Read_WeightOfASumOverTheMarket_IsTaken()
    {
        Assert.Equal("", VenueNames.Read("binance, coinglass*0.5", out _, out VenueWeights weights));
        Assert.Equal(0.5, weights.Of(VenueId.CoinGlass, "BTCUSDT"));
    }

    // A key that was pasted into the wrong input is longer than any name.
    [Theory]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("3f2504e04f8941d39a0c0305e82c3301")]
    [InlineData("planted-5e1f0c9a7b-key")]
    [InlineData("binance:planted-5e1f0c9a7b-key-of-a-vendor")]
    [InlineData("hyperliquid:planted-5e1f0c9a7b")]
    public void Plan_KeyPastedIntoInstrument_IsNotReadOut(string key)
    {
        FeedPlan plan = FeedPlan.Make(new FeedInputs(instrument: key), new BrokerSymbol("BTCUSD"));

        Assert.Contains($"\"{key[..4]}...\"", plan.Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain(key, plan.Explanation, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("5e1f0c9a7b", plan.Explanation, StringComparison.OrdinalIgnoreCase);
        Assert.False(plan.IsPossible);
    }

    [Fact]
    public void Plan_WithWeights_GivesThemToTheSourcesAndSaysSo()
    {
        FeedPlan plan = FeedPlan.Make(new FeedInputs("binance, bybit*0.5, coinalyze", key: "planted"), new BrokerSymbol("BTCUSD"));

        Assert.Equal(
            [("Binance", 1), ("Bybit", 0.5), ("Coinalyze", 1), ("Coinalyze", 0.5)],
            plan.Sources.Select(source => (source.Venue.Id.ToString(), source.Weight)));
        Assert.EndsWith("on Binance, Bybit*0.5, Coinalyze", plan.Explanation, StringComparison.Ordinal);
    }
}
