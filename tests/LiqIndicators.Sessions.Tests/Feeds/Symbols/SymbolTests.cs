using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds.Symbols;

public sealed class SymbolTests
{
    [Theory]
    [InlineData("BTCUSD", "BTC")]
    [InlineData("BTC/USD", "BTC")]
    [InlineData("BTC-USDT", "BTC")]
    [InlineData("XBTUSD", "BTC")]
    [InlineData("BTCUSDm", "BTC")]
    [InlineData("BTCUSD.pro", "BTC")]
    [InlineData("#BTCUSD", "BTC")]
    [InlineData("BTCUSDT.P", "BTC")]
    [InlineData("BTC-PERP", "BTC")]
    [InlineData("Bitcoin", "BTC")]
    [InlineData("Ethereum/USD", "ETH")]
    [InlineData("ETHEUR", "ETH")]
    [InlineData("1000PEPEUSD", "PEPE")]
    [InlineData("PEPE1000USDT", "PEPE")]
    [InlineData("kPEPEUSD", "PEPE")]
    [InlineData("1INCHUSD", "1INCH")]
    [InlineData("DOGEUSDcash", "DOGE")]
    [InlineData("DSHUSD", "DASH")]
    [InlineData("EURUSD", "")]
    [InlineData("XAUUSD", "")]
    [InlineData("USDJPY", "")]
    [InlineData("US30", "")]
    [InlineData("", "")]
    public void Resolve_ByName_FindsTheCoinOrSaysThatThereIsNone(string name, string asset)
    {
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol(name));

        Assert.Equal(asset, match.Asset);
        Assert.Equal(match.Asset.Length > 0, match.IsFound);
        Assert.NotEmpty(match.Explanation);
    }

    [Theory]
    [InlineData("Crypto 1", "BTC", "BTC")]
    [InlineData("BTCUSD", "XBT", "BTC")]
    [InlineData("BTCUSD", "EUR", "")]
    public void Resolve_BrokersBaseAsset_CountsMoreThanTheName(string name, string baseAsset, string asset) =>
        Assert.Equal(asset, SymbolResolver.Resolve(new BrokerSymbol(name, baseAsset, "USD")).Asset);

    [Theory]
    [InlineData("ETHBTC", "ETH", "BTC")]
    [InlineData("BTCEUR", "BTC", "EUR")]
    [InlineData("BTCUSD", "", "AUD")]
    [InlineData("SOLETH", "SOL", "Ether")]
    public void Resolve_PriceInAnythingButADollar_FollowsNothingUnlessTheUserSaysSo(string name, string baseAsset, string quoteAsset)
    {
        BrokerSymbol symbol = new(name, baseAsset, quoteAsset);

        SymbolMatch match = SymbolResolver.Resolve(symbol);

        Assert.False(match.IsFound);
        Assert.StartsWith($"{name}: its price is in {quoteAsset}", match.Explanation, StringComparison.Ordinal);
        Assert.Equal("ETH", SymbolResolver.Resolve(symbol, "ETHUSDT").Asset);
        Assert.Equal("ETHBTC", SymbolResolver.Resolve(symbol, "binance:ETHBTC").Overrides[VenueId.Binance]);
        FeedPlan plan = FeedPlan.Make(new FeedInputs("", "", "", PriceShift.Off), symbol);
        Assert.False(plan.IsPossible);
        Assert.Contains("set Instrument", plan.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("USD")]
    [InlineData("USDT")]
    [InlineData("usdc")]
    [InlineData("BUSD")]
    [InlineData("FDUSD")]
    [InlineData("USD.m")]
    [InlineData(" ")]
    [InlineData("")]
    public void Resolve_PriceInADollarOrUnknown_FollowsTheBaseAsset(string quoteAsset) =>
        Assert.Equal("ETH", SymbolResolver.Resolve(new BrokerSymbol("ETHX", "ETH", quoteAsset)).Asset);

    [Fact]
    public void Resolve_UsersWord_CountsMost()
    {
        Assert.Equal("SOL", SymbolResolver.Resolve(new BrokerSymbol("BTCUSD", "BTC", "USD"), " solusdt ").Asset);

        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"), "binance:BTCUSDC, okx: BTC-USD-SWAP");
        Assert.True(match.IsFound);
        Assert.Equal("BTCUSDC", match.Overrides[VenueId.Binance]);
        Assert.Equal("BTC-USD-SWAP", match.Overrides[VenueId.Okx]);
        Assert.Null(VenueSymbols.SourceOf(new BybitVenue(), match));
        Assert.Equal("BTCUSDC", VenueSymbols.SourceOf(new BinanceVenue(), match)!.Candidates.Single().Symbol);
    }

    [Theory]
    [InlineData("kraken:BTCUSD")]
    [InlineData("7:BTCUSD")]
    [InlineData("binance:")]
    [InlineData(",:,")]
    public void Resolve_UsersWordThatNamesNothing_SaysWhatWasExpected(string text)
    {
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"), text);

        Assert.False(match.IsFound);
        Assert.Contains("\"", match.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VenueId.Binance, "BTC", "BTCUSDT", ContractKind.Linear)]
    [InlineData(VenueId.Binance, "PEPE", "1000PEPEUSDT", ContractKind.Linear)]
    [InlineData(VenueId.BinanceCoinM, "BTC", "BTCUSD_PERP", ContractKind.Inverse)]
    [InlineData(VenueId.Bybit, "SHIB", "1000SHIBUSDT", ContractKind.Linear)]
    [InlineData(VenueId.Okx, "PEPE", "PEPE-USDT-SWAP", ContractKind.Linear)]
    [InlineData(VenueId.Hyperliquid, "PEPE", "kPEPE", ContractKind.Linear)]
    [InlineData(VenueId.Hyperliquid, "BTC", "BTC", ContractKind.Linear)]
    [InlineData(VenueId.BitMex, "BTC", "XBTUSD", ContractKind.Inverse)]
    [InlineData(VenueId.Coinalyze, "BTC", "BTCUSDT_PERP.A", ContractKind.Linear)]
    public void Candidates_OfAnAsset_BeginWithTheVenuesUsualName(VenueId venue, string asset, string symbol, ContractKind kind)
    {
        VenueInstrument instrument = VenueSymbols.Candidates(venue, asset)[0];

        Assert.Equal((symbol, asset, kind), (instrument.Symbol, instrument.BaseAsset, instrument.Terms.Kind));
    }

    // Written as the vendor writes them: a letter for the exchange, whose own habits differ.
    [Theory]
    [InlineData("BTC", "BTCUSDT_PERP.A, BTCUSD_PERP.A, BTCUSDT.6, BTCUSDT_PERP.3, BTCUSD_PERP.0")]
    [InlineData("SOL", "SOLUSDT_PERP.A, SOLUSD_PERP.A, SOLUSDT.6, SOLUSDT_PERP.3, SOLUSDT_PERP.0")]
    [InlineData("PEPE", "1000PEPEUSDT_PERP.A, PEPEUSD_PERP.A, 1000PEPEUSDT.6, PEPEUSDT_PERP.3, PEPEUSDT_PERP.0")]
    public void SourcesOf_VendorThatTellsVenuesApart_NamesTheContractOfEachItKnows(string asset, string symbols)
    {
        VenueId[] known = [VenueId.Binance, VenueId.BinanceCoinM, VenueId.Bybit, VenueId.Okx, VenueId.BitMex];
        Venue[] venues = [.. known.Append(VenueId.Hyperliquid).Append(VenueId.Coinalyze).Select(id => VenueCatalog.Create(id, "key"))];
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol(asset + "USD"));

        IReadOnlyList<FeedSource> sources = VenueSymbols.SourcesOf(venues[^1], match, venues);

        Assert.Equal(symbols, string.Join(", ", sources.Select(source => source.Candidates[0].Symbol)));
        Assert.Equal(known.Cast<VenueId?>(), sources.Select(source => VenueSymbols.LiquidationsOf(VenueId.Coinalyze, source.Candidates[^1].Symbol)));
        Assert.Equal("BTCUSDT_PERP.4", VenueSymbols.SourcesOf(
            venues[^1], SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"), "coinalyze:BTCUSDT_PERP.4"), venues).Single().Candidates.Single().Symbol);
        // Of an exchange that is no venue here it counts beside them all; a sum over the market stands for all.
        Assert.Equal(VenueId.Coinalyze, VenueSymbols.LiquidationsOf(VenueId.Coinalyze, "BTCUSDT_PERP.4"));
        Assert.Null(VenueSymbols.LiquidationsOf(VenueId.CoinGlass, "BTCUSDT"));
        Assert.Equal("Bybit BTCUSDT", $"{VenueSymbols.LiquidationsOf(VenueId.Bybit, "BTCUSDT")} {VenueSymbols.SourcesOf(venues[2], SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")), venues).Single().Candidates[0].Symbol}");
    }

    [Fact]
    public void SourceOf_SampledStream_IsMarked()
    {
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"));

        FeedSource binance = VenueSymbols.SourceOf(new BinanceVenue(), match)!;
        FeedSource bybit = VenueSymbols.SourceOf(new BybitVenue(), match)!;

        Assert.Equal((true, false), (binance.SamplesLiquidations, bybit.SamplesLiquidations));
    }

    [Fact]
    public void Ratio_Offset_IsFollowedAndSpikesAreNot()
    {
        PriceRatio ratio = new(21);
        Assert.True(double.IsNaN(ratio.Value));
        Assert.Equal(60_000, ratio.ToBroker(60_000));
        for (int i = 0; i < 21; i++)
        {
            double venue = 60_000 + (10 * i);
            double broker = i % 5 == 0 ? 2 * venue : 1.001 * venue;
            ratio.Add(broker, venue);
        }

        Assert.Equal(1.001, ratio.Value, tolerance: 1e-12);
        Assert.Equal(60_060, ratio.ToBroker(60_000), tolerance: 1e-6);
        Assert.Equal(0, ratio.Spread, tolerance: 1e-12);
    }

    [Fact]
    public void Ratio_UnitOfAThousand_ScalesLevels()
    {
        PriceRatio ratio = new();
        for (int i = 0; i < PriceRatio.WarmUpPairs; i++)
        {
            ratio.Add(0.00001, 0.01);
        }

        Assert.Equal(0.000012, ratio.ToBroker(0.012), tolerance: 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => ratio.Add(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ratio.Add(1, 0));
    }
}
