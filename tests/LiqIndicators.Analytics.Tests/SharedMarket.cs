using System.Globalization;
using System.IO.Compression;
using LiqIndicators.Analytics.Market;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests;

/// <summary>Bars of the reference material, for replays.</summary>
internal static class SharedMarket
{
    /// <summary>The hourly file with open interest, funding and liquidations.</summary>
    public static MarketBar[] Winter() =>
        [.. File.ReadLines(SharedMaterial.PathOf("data/btc-2025-12_2026-03/market.csv")).Skip(1).Select(line =>
        {
            string[] fields = line.Split(',');
            double close = Number(fields[4]);
            return new MarketBar(
                DateTime.Parse(fields[0], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
                Number(fields[1]),
                Number(fields[2]),
                Number(fields[3]),
                close,
                double.NaN,
                Number(fields[5]) / close,
                Number(fields[6]),
                Number(fields[7]),
                Number(fields[8]),
                Number(fields[9]));
        })];

    /// <summary>Five-minute bars of the autumn of 2025: price and volume only.</summary>
    public static MarketBar[] Autumn(string symbol)
    {
        using FileStream file = File.OpenRead(SharedMaterial.PathOf($"data/crash-2025-10-10/binance_{symbol}_5m-futures.csv.gz"));
        using StreamReader reader = new(new GZipStream(file, CompressionMode.Decompress));
        reader.ReadLine();
        List<MarketBar> bars = [];
        while (reader.ReadLine() is string line)
        {
            string[] fields = line.Split(',');
            bars.Add(new MarketBar(
                DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(fields[0], CultureInfo.InvariantCulture)).UtcDateTime,
                Number(fields[1]),
                Number(fields[2]),
                Number(fields[3]),
                Number(fields[4]),
                Number(fields[5]),
                double.NaN,
                double.NaN,
                8,
                double.NaN,
                double.NaN));
        }

        return [.. bars];
    }

    private static double Number(string field) =>
        field.Length == 0 ? double.NaN : double.Parse(field, CultureInfo.InvariantCulture);
}
