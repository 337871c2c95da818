using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Recorded;
using LiqIndicators.Sessions.Feeds.Streams;
using LiqIndicators.Workbench.Record;

namespace LiqIndicators.Workbench.Tests.Record;

/// <summary>Holds a recording against what really happened on the venues.</summary>
internal static class StoreCheck
{
    /// <summary>Every bar and all open interest of a history is there once and right.</summary>
    internal static void HistoryIsWhole(RecordStore store, VenueId venue, int bars)
    {
        VenueRecording recording = StoreReader.Recording(store, venue, "BTCUSDT");
        Assert.True(recording.Candles.Count >= bars, $"{recording.Candles.Count} candles of {venue}; expected at least {bars}.");
        Assert.True(recording.OpenInterest.Count >= bars, $"{recording.OpenInterest.Count} rows of open interest of {venue}; expected at least {bars}.");
        long number = FakeMarket.NumberOf(recording.Candles[0].TimeUtc);
        foreach (CandleRow row in recording.Candles)
        {
            Assert.Equal(FakeMarket.TimeOf(number), row.TimeUtc);
            Assert.Equal(SimulatedVenues.Present.Candle(venue, number), (row.Open, row.High, row.Low, row.Close, row.VolumeQuantity!.Value));
            number++;
        }

        number = FakeMarket.NumberOf(recording.OpenInterest[0].TimeUtc);
        foreach (OpenInterestRow row in recording.OpenInterest)
        {
            Assert.Equal((FakeMarket.TimeOf(number), SimulatedVenues.Present.OpenInterest(venue, number)), (row.TimeUtc, row.Quantity!.Value));
            number++;
        }

        Assert.All(recording.Funding, row => Assert.Equal(SimulatedVenues.Present.Funding(FakeMarket.NumberOf(row.TimeUtc)), row.Rate));
    }

    /// <summary>Every liquidation is stored once and as told; those told while the stream counts as heard are all there.</summary>
    /// <returns>How many are stored, and how many had to be.</returns>
    internal static (int Stored, int Due) LiquidationsAreWhole(RecordStore store, VenueId venue, IEnumerable<FakeLiquidation> told)
    {
        VenueRecording recording = StoreReader.Recording(store, venue, "BTCUSDT");
        List<(DateTime FromUtc, DateTime ToUtc)> gaps = store.Read(
            new StoreCommand("SELECT from_ms, to_ms FROM gaps WHERE venue = @p0 AND series = 'liquidations' ORDER BY from_ms", venue.ToString()),
            row => (StoreReader.Time(row, 0), StoreReader.Time(row, 1)));
        Dictionary<(DateTime, PositionSide, decimal, decimal), int> stored = recording.Liquidations
            .GroupBy(row => (row.TimeUtc, row.Side, row.Quantity, row.Price)).ToDictionary(group => group.Key, group => group.Count());
        HashSet<(DateTime, PositionSide, decimal, decimal)> real = [.. told.Select(row => (row.TimeUtc, row.Side, row.Quantity, row.Price))];
        Assert.All(stored, row => Assert.Equal(1, row.Value));
        Assert.Empty(stored.Keys.Except(real));
        DateTime firstUtc = recording.Heard[0].FromUtc;
        DateTime lastUtc = recording.Heard[^1].ToUtc - EventDelay.Longest;
        List<(DateTime, PositionSide, decimal, decimal)> due = [.. real.Where(row => row.Item1 > firstUtc && row.Item1 < lastUtc)
            .Where(row => !gaps.Exists(gap => row.Item1 >= gap.FromUtc && row.Item1 <= gap.ToUtc))];
        Assert.Empty(due.Except(stored.Keys));
        return (stored.Count, due.Count);
    }
}
