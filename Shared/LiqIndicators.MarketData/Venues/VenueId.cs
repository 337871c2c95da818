namespace LiqIndicators.MarketData.Venues;

/// <summary>Sources of market data.</summary>
public enum VenueId
{
    /// <summary>Binance USD-margined futures.</summary>
    Binance,

    /// <summary>Binance coin-margined futures.</summary>
    BinanceCoinM,

    /// <summary>Bybit, linear and inverse perpetuals.</summary>
    Bybit,

    /// <summary>OKX swaps.</summary>
    Okx,

    /// <summary>Hyperliquid perpetuals.</summary>
    Hyperliquid,

    /// <summary>BitMEX perpetuals.</summary>
    BitMex,

    /// <summary>CoinGlass, a vendor of data over venues; needs a key.</summary>
    CoinGlass,

    /// <summary>Coinalyze, a vendor of data over venues; needs a key.</summary>
    Coinalyze,
}
