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
    // As brokers write them; what is expected is what each broker's list says that the symbol is.
    [Theory]
    [InlineData("BTCUSD", "BTC")]
    [InlineData("BTC/USD", "BTC")]
    [InlineData("BTC-USDT", "BTC")]
    [InlineData("BTC_USD", "BTC")]
    [InlineData("BTC.USD", "BTC")]
    [InlineData("BTC-USDT-SWAP", "BTC")]
    [InlineData("BTC/USD.r", "BTC")]
    [InlineData("XBTUSD", "BTC")]
    [InlineData("XBT/USD", "BTC")]
    [InlineData("BTCUSDm", "BTC")]
    [InlineData("BTCUSD.pro", "BTC")]
    [InlineData("BTCUSD.r", "BTC")]
    [InlineData("BTCUSD_i", "BTC")]
    [InlineData("BTCUSD-ECN", "BTC")]
    [InlineData("#BTCUSD", "BTC")]
    [InlineData("BTCUSD#", "BTC")]
    [InlineData("BTCUSDT.P", "BTC")]
    [InlineData("BTCUSDTPERP", "BTC")]
    [InlineData("BTC-PERP", "BTC")]
    [InlineData("BTCPERP", "BTC")]
    [InlineData("BTCUSDC", "BTC")]
    [InlineData("BTCUSDE", "BTC")]
    [InlineData("BTCFDUSD", "BTC")]
    [InlineData("BTC/FDUSD", "BTC")]
    [InlineData("BTC-TUSD", "BTC")]
    [InlineData("BTC/BUSD", "BTC")]
    [InlineData("Bitcoin", "BTC")]
    [InlineData("Bitcoin USD", "BTC")]
    [InlineData("Ethereum/USD", "ETH")]
    [InlineData("ETHUSD", "ETH")]
    [InlineData("ETHUSDm", "ETH")]
    [InlineData("ETH-USDm", "ETH")]
    [InlineData("LTCUSD", "LTC")]
    [InlineData("XRPUSD", "XRP")]
    [InlineData("Ripple", "XRP")]
    [InlineData("BCHUSD", "BCH")]
    [InlineData("Bitcoin Cash", "BCH")]
    [InlineData("Bitcoin-Cash", "BCH")]
    [InlineData("Bitcoin Cash/USD", "BCH")]
    [InlineData("BSVUSD", "BSV")]
    [InlineData("EOSUSD", "EOS")]
    [InlineData("XLMUSD", "XLM")]
    [InlineData("ADAUSD", "ADA")]
    [InlineData("DOTUSD", "DOT")]
    [InlineData("SOLUSD", "SOL")]
    [InlineData("SOLUSDT", "SOL")]
    [InlineData("TRXUSDT", "TRX")]
    [InlineData("ETCUSD", "ETC")]
    [InlineData("ZECUSD", "ZEC")]
    [InlineData("XMRUSD", "XMR")]
    [InlineData("DSHUSD", "DASH")]
    [InlineData("DASHUSD", "DASH")]
    [InlineData("DOGEUSD", "DOGE")]
    [InlineData("DOGEUSDcash", "DOGE")]
    [InlineData("AVAXUSD", "AVAX")]
    [InlineData("MATICUSD", "MATIC")]
    [InlineData("POLUSD", "POL")]
    [InlineData("LINKUSD", "LINK")]
    [InlineData("UNIUSD", "UNI")]
    [InlineData("AAVEUSD", "AAVE")]
    [InlineData("NEARUSD", "NEAR")]
    [InlineData("ATOMUSD", "ATOM")]
    [InlineData("FILUSD", "FIL")]
    [InlineData("ALGOUSD", "ALGO")]
    [InlineData("ICPUSD", "ICP")]
    [InlineData("SUIUSD", "SUI")]
    [InlineData("APTUSD", "APT")]
    [InlineData("APT-USD", "APT")]
    [InlineData("SEIUSD", "SEI")]
    [InlineData("TIAUSD", "TIA")]
    [InlineData("INJUSD", "INJ")]
    [InlineData("OPUSD", "OP")]
    [InlineData("WIFUSD", "WIF")]
    [InlineData("TONUSD", "TON")]
    [InlineData("HYPEUSD", "HYPE")]
    [InlineData("TRUMPUSD", "TRUMP")]
    [InlineData("XTZUSD", "XTZ")]
    [InlineData("GRTUSD", "GRT")]
    [InlineData("MKRUSD", "MKR")]
    [InlineData("CRVUSD", "CRV")]
    [InlineData("CHZUSD", "CHZ")]
    [InlineData("SANDUSD", "SAND")]
    [InlineData("MANAUSD", "MANA")]
    [InlineData("AXSUSD", "AXS")]
    [InlineData("FTTUSD", "FTT")]
    [InlineData("USTCUSD", "USTC")]
    [InlineData("LUNCUSD", "LUNC")]
    [InlineData("SUSHIUSD", "SUSHI")]
    [InlineData("XAUTUSD", "XAUT")]
    [InlineData("NEUROUSD", "NEURO")]
    [InlineData("AUDIOUSD", "AUDIO")]
    [InlineData("C98USD", "C98")]
    [InlineData("API3USD", "API3")]
    [InlineData("BROCCOLI714USDT", "BROCCOLI714")]
    [InlineData("BITCOIN cash", "BCH")]
    [InlineData("WBTCUSD", "WBTC")]
    [InlineData("WBTC", "WBTC")]
    [InlineData("STETHUSD", "STETH")]
    [InlineData("STETH", "STETH")]
    [InlineData("ARUSD", "AR")]
    [InlineData("ARBUSD", "ARB")]
    [InlineData("ARBUSDT", "ARB")]
    [InlineData("ARBUSDm", "ARB")]
    [InlineData("ARB/USD", "ARB")]
    [InlineData("ARB-USD", "ARB")]
    [InlineData("ARB_USDT", "ARB")]
    [InlineData("ARB.USD", "ARB")]
    [InlineData("BNBUSD", "BNB")]
    [InlineData("BNB/USD", "BNB")]
    [InlineData("BNBUSD.r", "BNB")]
    [InlineData("BNB-BUSD", "BNB")]
    [InlineData("SHIBUSD", "SHIB")]
    [InlineData("SHIBUSDm", "SHIB")]
    [InlineData("SHIB/USD", "SHIB")]
    [InlineData("1000SHIBUSD", "SHIB")]
    [InlineData("1000PEPEUSD", "PEPE")]
    [InlineData("PEPE1000USDT", "PEPE")]
    [InlineData("PEPEUSD", "PEPE")]
    [InlineData("PEPE", "PEPE")]
    [InlineData("kPEPEUSD", "PEPE")]
    [InlineData("kPEPE", "PEPE")]
    [InlineData("1000BONK-USDT", "BONK")]
    [InlineData("1INCHUSD", "1INCH")]
    public void Resolve_ByName_FindsTheCoin(string name, string asset)
    {
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol(name));

        Assert.Equal(asset, match.Asset);
        Assert.True(match.IsFound);
        Assert.Equal($"{name}: by its name, follows {asset}", match.Explanation);
    }

    [Theory]
    [InlineData("EURUSD")]
    [InlineData("EUR/USD")]
    [InlineData("USDJPY")]
    [InlineData("GBPUSD.r")]
    [InlineData("NZDUSD")]
    [InlineData("USDTRY")]
    [InlineData("USDCHFm")]
    [InlineData("XAUUSD")]
    [InlineData("XAGUSD")]
    [InlineData("XAUEUR")]
    [InlineData("XTIUSD")]
    [InlineData("US30")]
    [InlineData("US30USD")]
    [InlineData("US500.cash")]
    [InlineData("NAS100")]
    [InlineData("GER40")]
    [InlineData("JP225")]
    [InlineData("US-30")]
    [InlineData("GER_40.cash")]
    [InlineData("USOIL")]
    [InlineData("UKOIL")]
    [InlineData("NGAS")]
    [InlineData("USDT")]
    [InlineData("USDTUSD")]
    [InlineData("USDT/USD")]
    [InlineData("USDC-USD")]
    [InlineData("USDCUSDT")]
    [InlineData("TUSDUSDT")]
    [InlineData("TUSD")]
    [InlineData("BUSD")]
    [InlineData("FDUSD")]
    [InlineData("FDUSDUSDT")]
    [InlineData("PYUSDUSD")]
    [InlineData("DAIUSD")]
    [InlineData("")]
    public void Resolve_ByNameOfWhatIsNoCoin_SaysThatThereIsNone(string name)
    {
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol(name));

        Assert.False(match.IsFound);
        Assert.EndsWith(": no coin with perpetuals found", match.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BTCEUR", "EUR")]
    [InlineData("BTCAUD", "AUD")]
    [InlineData("BTCGBP", "GBP")]
    [InlineData("BTCJPYm", "JPY")]
    [InlineData("BTCTRY", "TRY")]
    [InlineData("BTC/EUR", "EUR")]
    [InlineData("BTC-EUR", "EUR")]
    [InlineData("BTC_CHF.r", "CHF")]
    [InlineData("BTCEUR.pro", "EUR")]
    [InlineData("OPEUR", "EUR")]
    [InlineData("ETHEUR", "EUR")]
    [InlineData("ETHBTC", "BTC")]
    [InlineData("ETH/BTC", "BTC")]
    [InlineData("ETH-BTC", "BTC")]
    [InlineData("ETHBTC.r", "BTC")]
    [InlineData("LTCBTCm", "BTC")]
    [InlineData("XRPETH", "ETH")]
    [InlineData("SOLBNB", "BNB")]
    [InlineData("ETH/SOL", "SOL")]
    [InlineData("ETHXBT", "XBT")]
    public void Resolve_ByNameInAnythingButADollar_IsRefusedAsByTheBrokersQuote(string name, string quote)
    {
        string refusal = $"{name}: its price is in {quote}, those of the venues are in dollars: no coin with perpetuals found";

        Assert.Equal(refusal, SymbolResolver.Resolve(new BrokerSymbol(name)).Explanation);
        Assert.Equal(refusal, SymbolResolver.Resolve(new BrokerSymbol(name, "BTC")).Explanation);
        Assert.Equal(refusal, SymbolResolver.Resolve(new BrokerSymbol(name, "BTC", quote)).Explanation);
        // The broker's word counts more than its name.
        Assert.Equal("BTC", SymbolResolver.Resolve(new BrokerSymbol(name, "BTC", "USD")).Asset);
    }

    [Theory]
    [InlineData("BTC", "BTC")]
    [InlineData("btceur", "BTC")]
    [InlineData("ARBUSD", "ARB")]
    [InlineData("bnb/usd", "BNB")]
    [InlineData("WBTC", "WBTC")]
    [InlineData("kPEPE", "PEPE")]
    public void Resolve_UsersWord_IsReadAsANameWhateverItsQuote(string word, string asset) =>
        Assert.Equal(asset, SymbolResolver.Resolve(new BrokerSymbol("EURUSD", "EUR", "USD"), word).Asset);

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
