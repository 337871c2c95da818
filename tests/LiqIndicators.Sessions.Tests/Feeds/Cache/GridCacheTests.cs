using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Cache;
using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Tests.Feeds.Cache;

public sealed class GridCacheTests
{
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    private readonly MemoryBlobs _blobs = new();
    private readonly List<string> _log = [];

    [Fact]
    public void Load_AfterSave_GivesBackEveryBitAndLittleText()
    {
        BarGrid grid = Filled(8640);
        FundingTrack funding = new();
        funding.Take([new FundingRateRow(Noon.AddHours(-8), 0.0001m, 8), new FundingRateRow(Noon, -0.0002m, 8)]);
        GridCache cache = new(_blobs, _log.Add);
        cache.Save("key", grid, grid.Newest, funding);

        BarGrid other = new(grid.BarLength, 8640);
        other.Advance(grid.Newest);
        FundingTrack rates = new();

        Assert.True(cache.Load("key", other, rates));
        for (long number = grid.Oldest; number <= grid.Newest; number++)
        {
            Assert.Equal(grid.At(number), other.At(number));
        }

        Assert.Equal(funding.Rows, rates.Rows);
        Assert.Empty(_log);
        Assert.InRange(_blobs.Texts["key"].Length, 1, 500_000);
    }

    [Fact]
    public void Load_SumsOfLiquidationsAlone_AreGivenBack()
    {
        BarGrid grid = new(FakeMarket.Bar, 10);
        grid.Advance(FakeMarket.NumberOf(Noon));
        grid.SetLiquidated(grid.Newest - 2, new LiquidatedSum(1000, 0, double.NaN, double.NaN));
        grid.SetLiquidated(grid.Newest, new LiquidatedSum(0, 250, double.NaN, double.NaN));
        GridCache cache = new(_blobs, _log.Add);
        cache.Save("key", grid, grid.Newest, new FundingTrack());
        BarGrid other = new(FakeMarket.Bar, 10);
        other.Advance(grid.Newest);

        Assert.True(cache.Load("key", other, new FundingTrack()));
        Assert.Equal(
            [(1000, 0), (double.NaN, double.NaN), (0, 250)],
            Enumerable.Range(0, 3).Select(i => other.At(other.Newest - 2 + i)).Select(slot => (slot.LiquidatedLong, slot.LiquidatedShort)));
    }

    [Fact]
    public void Load_OtherBarLength_IsDroppedWithALine()
    {
        GridCache cache = new(_blobs, _log.Add);
        BarGrid grid = Filled(10);
        cache.Save("key", grid, grid.Newest, new FundingTrack());

        Assert.False(cache.Load("key", new BarGrid(TimeSpan.FromHours(1), 10), new FundingTrack()));
        Assert.Empty(_blobs.Texts);
        Assert.Contains("dropped", Assert.Single(_log), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_PayloadThatEndsEarly_IsDroppedWithALine()
    {
        _blobs.Texts["key"] = BlobCodec.Encode(GridCache.Version, new byte[15]);

        Assert.False(new GridCache(_blobs, _log.Add).Load("key", new BarGrid(FakeMarket.Bar, 10), new FundingTrack()));
        Assert.Single(_log);
    }

    [Fact]
    public void Load_NothingThere_IsSilent()
    {
        Assert.False(new GridCache(_blobs, _log.Add).Load("key", new BarGrid(FakeMarket.Bar, 10), new FundingTrack()));
        Assert.Empty(_log);
    }

    private static BarGrid Filled(int bars)
    {
        BarGrid grid = new(FakeMarket.Bar, bars);
        grid.Advance(FakeMarket.NumberOf(Noon));
        for (long number = grid.Oldest; number <= grid.Newest; number++)
        {
            (decimal open, decimal high, decimal low, decimal close, decimal volume) = SimulatedVenues.Instance.Candle(VenueId.Binance, number);
            grid.Take(new CandleRow(grid.TimeOf(number), open, high, low, close, volume, null));
            grid.TakeOpenInterest(number, (double)SimulatedVenues.Instance.OpenInterest(VenueId.Binance, number), double.NaN);
        }

        return grid;
    }
}
