using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.MarketData.Tests.Parsers;

/// <summary>Instruments of the fixtures.</summary>
public static class TestInstruments
{
    public static readonly ContractTerms HundredDollars = new(ContractKind.Inverse, 100);

    public static readonly VenueInstrument Binance = Linear(VenueId.Binance, "BTCUSDT");

    public static readonly VenueInstrument BinanceCoinM =
        new(VenueId.BinanceCoinM, "BTCUSD_PERP", "BTC", "USD", HundredDollars);

    public static readonly VenueInstrument Bybit = Linear(VenueId.Bybit, "BTCUSDT");

    public static readonly VenueInstrument BybitInverse =
        new(VenueId.Bybit, "BTCUSD", "BTC", "USD", ContractTerms.OneQuoteUnit);

    public static readonly VenueInstrument Okx =
        new(VenueId.Okx, "BTC-USDT-SWAP", "BTC", "USDT", new ContractTerms(ContractKind.Linear, 0.01m));

    public static readonly VenueInstrument OkxInverse =
        new(VenueId.Okx, "BTC-USD-SWAP", "BTC", "USD", HundredDollars);

    public static readonly VenueInstrument Hyperliquid = new(
        VenueId.Hyperliquid, "BTC", "BTC", "USD", ContractTerms.OneBaseUnit);

    public static readonly VenueInstrument BitMex =
        new(VenueId.BitMex, "XBTUSD", "XBT", "USD", ContractTerms.OneQuoteUnit);

    public static readonly VenueInstrument CoinGlass = Linear(VenueId.CoinGlass, "BTCUSDT");

    public static readonly VenueInstrument Coinalyze = Linear(VenueId.Coinalyze, "BTCUSDT_PERP.A");

    public static ContractBook Book(params VenueInstrument[] instruments) => new(instruments);

    public static VenueInstrument Linear(VenueId venue, string symbol) =>
        new(venue, symbol, "BTC", "USDT", ContractTerms.OneBaseUnit);
}
