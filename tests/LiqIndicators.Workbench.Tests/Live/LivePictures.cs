using LiqIndicators.Workbench.Live;
using LiqIndicators.Workbench.Replay;

namespace LiqIndicators.Workbench.Tests.Live;

/// <summary>Pictures of a market as no feed made them, for tests of how they look.</summary>
internal static class LivePictures
{
    internal static readonly DateTime AsOfUtc = new(2026, 5, 4, 12, 7, 40, DateTimeKind.Utc);

    /// <summary>A venue that takes part, and whose newest bar closed 160 seconds ago.</summary>
    internal static VenuePicture Up(string venue) => new(
        venue, "BTCUSDT", "up", "", [], true, 100, AsOfUtc.AddSeconds(-460), 160, 60_012.5, 60_010.2, 60_011, 4.8e9, 0.01, -0.0025, 4, AsOfUtc.AddHours(3), true, 0.2);

    /// <summary>A venue whose history is being loaded.</summary>
    internal static VenuePicture Loading(string venue, double percent) => Up(venue) with { State = "loading", LoadedPct = percent, IsStreaming = false };

    /// <summary>A market whose map says something of everything.</summary>
    internal static LivePicture Of(params VenuePicture[] venues) => new(
        "BTCUSDT",
        AsOfUtc,
        true,
        [],
        venues,
        new MarketPicture(
            "Binance BTCUSDT + Bybit BTCUSDT",
            AsOfUtc.AddSeconds(-160),
            [],
            [],
            8e9,
            60_000,
            0.01,
            35,
            0.25,
            new MapPicture(
                0.87,
                ["liquidations"],
                -0.12,
                25,
                3e9,
                2.4e9,
                new PricePicture("short", 61_200, 0.02, 4.5e7),
                new PricePicture("long", 57_000, -0.05, 6.7e7),
                [new ZonePicture("short", 60_100, 60_700, 0.0017)],
                [1e6, 2e6, 3e6, 4e6, 5e6, 6e6, 7e6, 8e6, 9e6, 1e7],
                [1.1e7, 1.2e7, 1.3e7, 1.4e7, 1.5e7, 1.6e7, 1.7e7, 1.8e7, 1.9e7, 2e7],
                [],
                [],
                [new LeveragePicture(0, 3, 0.1, 0.2), new LeveragePicture(3, null, 0.9, 0.8)]),
            [new ClusterLine("short", 61_000, 61_400, 9e7, 0.0167, "Armed", AsOfUtc.AddHours(-30))],
            new RiskPicture(22, 31, 58_000, 62_500, 0.4, 1.2)));
}
