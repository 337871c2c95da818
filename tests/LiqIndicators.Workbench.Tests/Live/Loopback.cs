using LiqIndicators.FakeExchange.Hosting;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Workbench.Tests.Live;

/// <summary>What points a command line at venues on this machine.</summary>
internal static class Loopback
{
    /// <summary>Options that follow a market on some venues of a host.</summary>
    internal static string[] Options(FakeExchangeHost host, params VenueId[] venues) =>
    [
        "--symbol", "BTCUSDT", "--venues", string.Join(',', venues), .. venues.SelectMany(venue => new[] { "--base-url", $"{venue}={host.AddressOf(venue)}" }),
    ];
}
