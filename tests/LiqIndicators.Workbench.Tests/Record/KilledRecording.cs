using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Hosting;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Record;
using LiqIndicators.Workbench.Tests.Live;

namespace LiqIndicators.Workbench.Tests.Record;

/// <summary>Records while the program is killed again and again, then in peace, and holds the store against what really happened.</summary>
internal static class KilledRecording
{
    private const int BarsADay = 288;

    private static readonly VenueId[] Two = [VenueId.Binance, VenueId.Bybit];

    /// <summary>Runs it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="kills">How often the program is killed.</param>
    /// <param name="seed">Decides when.</param>
    /// <param name="disturb">What happens to the store during the last run; null for nothing.</param>
    internal static async Task Run(string store, int kills, int seed, Action? disturb = null)
    {
        LiqProcess.SkipWithoutTermination();
        const int Days = 10;
        await using FakeExchangeHost host = await FakeExchangeHost.StartAsync();
        foreach (VenueId venue in Two)
        {
            host.Of(venue).LiquidationPeriod = TimeSpan.FromMilliseconds(20);
            host.Of(venue).Latency = TimeSpan.FromMilliseconds(40);
            host.Of(venue).Stream = new StreamFaults { RepeatsLiquidations = true, SwapsLiquidations = true };
        }

        // Streams that break in between, besides.
        host.Of(VenueId.Binance).Stream = host.Of(VenueId.Binance).Stream with { Lifetime = TimeSpan.FromSeconds(1.5) };

        // One clock is wrong: what was heard and what happened must still be told apart by one clock.
        host.Of(VenueId.Bybit).Skew = TimeSpan.FromSeconds(-40);
        string[] command = ["record", "--days", $"{Days}", "--store", store, .. Loopback.Options(host, Two)];
        Random random = new(seed);
        for (int i = 0; i < kills; i++)
        {
            using LiqProcess process = LiqProcess.Start(command);
            await Task.Delay(300 + random.Next(2500));
            process.Kill();
            if (i == kills / 2)
            {
                // From here on the store holds the history and the feed's memory of it.
                RecordOnce(command);
            }
        }

        (int code, string output, string error) = await RecordToTheEnd(command, disturb);

        Assert.True(code == ExitCode.Done, output + error);
        using RecordStore opened = RecordStore.Open(store);
        foreach (VenueId venue in Two)
        {
            StoreCheck.HistoryIsWhole(opened, venue, (Days * BarsADay) - 1);
            int stored = StoreCheck.LiquidationsAreWhole(opened, venue, host.Told.Where(told => told.Venue == venue).Select(told => told.Liquidation));
            Assert.True(stored > 50, $"Only {stored} liquidations of {venue} are stored.");
        }
    }

    private static void RecordOnce(string[] command)
    {
        using LiqProcess history = LiqProcess.Start([.. command, "--once"]);
        Assert.Equal(ExitCode.Done, history.End().Code);
    }

    private static async Task<(int Code, string Output, string Error)> RecordToTheEnd(string[] command, Action? disturb)
    {
        RecordOnce(command);
        using LiqProcess process = LiqProcess.Start(command);
        await process.Printed(1);
        await Task.Delay(2000);
        disturb?.Invoke();

        // A store that was away is asked again after five seconds; a busy machine needs as many again.
        await Task.Delay(disturb is null ? 1500 : 12_000);
        return process.Terminate();
    }
}
