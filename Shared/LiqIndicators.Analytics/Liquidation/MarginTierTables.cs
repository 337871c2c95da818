namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Published margin tables of known date. Venues change them: prefer a table loaded at run time.</summary>
public static class MarginTierTables
{
    /// <summary>Binance USD-M, BTCUSDT, as published in 2021: 0.4% to 50,000 and 125x, up to 50% at 1x.</summary>
    public static MarginTiers BinanceBtc2021 { get; } = new("Binance BTCUSDT 2021", new MarginTier[]
    {
        new(50_000, 0.004, 125),
        new(250_000, 0.005, 100),
        new(1_000_000, 0.01, 50),
        new(10_000_000, 0.025, 20),
        new(20_000_000, 0.05, 10),
        new(50_000_000, 0.1, 5),
        new(100_000_000, 0.125, 4),
        new(200_000_000, 0.15, 3),
        new(300_000_000, 0.25, 2),
        new(500_000_000, 0.5, 1),
    });

    /// <summary>Binance USD-M, BTCUSDT, as published in October 2024.</summary>
    public static MarginTiers BinanceBtc2024 { get; } = new("Binance BTCUSDT 2024-10", new MarginTier[]
    {
        new(50_000, 0.004, 125),
        new(600_000, 0.005, 100),
        new(3_000_000, 0.0065, 75),
        new(12_000_000, 0.01, 50),
        new(70_000_000, 0.02, 25),
        new(100_000_000, 0.025, 20),
        new(230_000_000, 0.05, 10),
        new(480_000_000, 0.1, 5),
        new(600_000_000, 0.125, 4),
        new(800_000_000, 0.15, 3),
        new(1_200_000_000, 0.25, 2),
        new(1_800_000_000, 0.5, 1),
    });

    /// <summary>Binance USD-M, ETHUSDT, as published in October 2024.</summary>
    public static MarginTiers BinanceEth2024 { get; } = new("Binance ETHUSDT 2024-10", new MarginTier[]
    {
        new(50_000, 0.004, 125),
        new(600_000, 0.005, 100),
        new(3_000_000, 0.0065, 75),
        new(12_000_000, 0.01, 50),
        new(50_000_000, 0.02, 25),
        new(65_000_000, 0.025, 20),
        new(150_000_000, 0.05, 10),
        new(320_000_000, 0.1, 5),
        new(400_000_000, 0.125, 4),
        new(530_000_000, 0.15, 3),
        new(800_000_000, 0.25, 2),
        new(1_200_000_000, 0.5, 1),
    });

    /// <summary>Binance USD-M, SOLUSDT, as published in October 2024.</summary>
    public static MarginTiers BinanceSol2024 { get; } = new("Binance SOLUSDT 2024-10", new MarginTier[]
    {
        new(20_000, 0.005, 100),
        new(100_000, 0.0065, 75),
        new(800_000, 0.01, 50),
        new(4_000_000, 0.02, 25),
        new(8_000_000, 0.025, 20),
        new(40_000_000, 0.05, 10),
        new(80_000_000, 0.1, 5),
        new(100_000_000, 0.125, 4),
        new(200_000_000, 0.25, 2),
        new(400_000_000, 0.5, 1),
    });

    /// <summary>Binance COIN-M, BTCUSD_PERP: its lowest bracket alone, to 5 coins, 0.4% and 125x.</summary>
    public static MarginTiers BinanceCoinMBtcLowest { get; } = new("Binance BTCUSD_PERP, lowest bracket", Lowest(0.004, 125));

    /// <summary>Bybit, BTCUSDT: its lowest bracket alone, 0.5% and 100x.</summary>
    public static MarginTiers BybitBtcLowest { get; } = new("Bybit BTCUSDT, lowest bracket", Lowest(0.005, 100));

    /// <summary>OKX, BTC-USDT-SWAP: its lowest bracket alone, 0.4% and 100x.</summary>
    public static MarginTiers OkxBtcLowest { get; } = new("OKX BTC-USDT-SWAP, lowest bracket", Lowest(0.004, 100));

    /// <summary>BitMEX, XBTUSD: its lowest bracket alone, 0.5% and 100x.</summary>
    public static MarginTiers BitMexXbtLowest { get; } = new("BitMEX XBTUSD, lowest bracket", Lowest(0.005, 100));

    /// <summary>Hyperliquid, BTC: 40x to 150 million of notional, then 20x; maintenance is half the initial rate.</summary>
    /// <remarks>The venue states no largest notional; the last cap here only ends the table.</remarks>
    public static MarginTiers HyperliquidBtc { get; } = MarginTiers.HalfOfInitial(
        "Hyperliquid BTC", new (double, double)[] { (150_000_000, 40), (10_000_000_000, 20) });

    private static MarginTier[] Lowest(double maintenanceMarginRate, double maximumLeverage) =>
        new[] { new MarginTier(double.MaxValue, maintenanceMarginRate, maximumLeverage) };
}
