using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Hosting;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Streams;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Record;
using LiqIndicators.Workbench.Tests.Live;

namespace LiqIndicators.Workbench.Tests.Record;

/// <summary>Records while the program is killed again and again, then in peace, and holds the store against what really happened.</summary>
internal static class KilledRecording
{
    private const int BarsADay = 288;
    private const int Enough = 50;

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

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
            host.Of(venue).LiquidationPeriod = Period;
            host.Of(venue).Latency = TimeSpan.FromMilliseconds(40);
            host.Of(venue).Stream = new StreamFaults { RepeatsLiquidations = true, SwapsLiquidations = true };
        }

        // Streams that break in between, besides, after longer than what a gap takes of them.
        host.Of(VenueId.Binance).Stream = host.Of(VenueId.Binance).Stream with { Lifetime = 2 * EventDelay.Longest };

        // One clock is wrong: what was heard and what happened must still be told apart by one clock.
        host.Of(VenueId.Bybit).Skew = TimeSpan.FromSeconds(-40);
        string[] command = ["record", "--days", $"{Days}", "--store", store, .. Loopback.Options(host, Two)];
        Random random = new(seed);
        for (int i = 0; i < kills; i++)
        {
            int told = host.Told.Count;
            using LiqProcess process = LiqProcess.Start(command);
            if (i % 2 == 1)
            {
                // However slowly the machine starts a program, every other one is killed while it hears liquidations.
                await process.Until(() => host.Told.Count > told, "stream");
            }

            await Task.Delay(300 + random.Next(2500));
            process.Kill();
            if (i == kills / 2)
            {
                // From here on the store holds the history and the feed's memory of it.
                RecordOnce(command);
            }
        }

        (int code, string output, string error) = await RecordToTheEnd(store, command, disturb);

        Assert.True(code == ExitCode.Done, output + error);
        using RecordStore opened = RecordStore.Open(store);
        int allDue = 0;
        foreach (VenueId venue in Two)
        {
            StoreCheck.HistoryIsWhole(opened, venue, (Days * BarsADay) - 1);
            (int stored, int due) = StoreCheck.LiquidationsAreWhole(
                opened, venue, host.Told.Where(told => told.Venue == venue).Select(told => told.Liquidation));
            Assert.True(stored > Enough, $"Only {stored} liquidations of {venue} are stored.");
            allDue += due;
        }

        Assert.True(allDue > Enough, $"Only {allDue} liquidations had to be stored.");
    }

    private static void RecordOnce(string[] command)
    {
        using LiqProcess history = LiqProcess.Start([.. command, "--once"]);
        Assert.Equal(ExitCode.Done, history.End().Code);
    }

    private static async Task<(int Code, string Output, string Error)> RecordToTheEnd(string store, string[] command, Action? disturb)
    {
        RecordOnce(command);
        using LiqProcess process = LiqProcess.Start(command);
        await StoresMore(process, store);
        if (disturb is not null)
        {
            disturb();
            await StoresMore(process, store);
        }

        return process.Terminate();
    }

    // The stream that does not break is heard for longer than what a gap takes of it: then some of its liquidations have to be there.
    private static async Task StoresMore(LiqProcess process, string store)
    {
        using RecordStore opened = RecordStore.Open(store);
        long Stored(VenueId venue) => Number(opened, "SELECT COUNT(*) FROM liquidations WHERE venue = @p0", venue);
        long Heard(VenueId venue) => Number(opened, "SELECT CAST(COALESCE(SUM(to_ms - from_ms), 0) AS BIGINT) FROM heard WHERE venue = @p0", venue);
        Dictionary<VenueId, (long Stored, long Heard)> before = Two.ToDictionary(venue => venue, venue => (Stored(venue), Heard(venue)));
        TimeSpan heard = (2 * EventDelay.Longest) + (Enough * Period);
        await process.Until(
            () => Two.All(venue => Stored(venue) > before[venue].Stored + Enough)
                && Heard(VenueId.Bybit) >= before[VenueId.Bybit].Heard + heard.TotalMilliseconds,
            $"{Enough} liquidations of each venue stored in {heard}");
    }

    private static long Number(RecordStore store, string text, VenueId venue) =>
        store.Read(new StoreCommand(text, venue.ToString()), row => row.GetInt64(0))[0];
}
