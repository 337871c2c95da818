using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.Sessions.Feeds.Series;
using LiqIndicators.Sessions.Feeds.Streams;

namespace LiqIndicators.Sessions.Tests.Feeds.Streams;

public sealed class LiquidationSumsTests
{
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    private readonly BarGrid _grid = new(TimeSpan.FromMinutes(5), 10);
    private readonly Coverage _coverage = new();
    private readonly LiquidationSums _sums;
    private readonly long _first;

    public LiquidationSumsTests()
    {
        _first = _grid.NumberOf(Noon);
        _grid.Advance(_first + 1);
        _sums = new LiquidationSums(_grid);
        _sums.Take(new ForcedOrderRow(Noon.AddSeconds(100), "BTCUSDT", PositionSide.Long, 0.5m, 60_000m, 30_000m));
        _coverage.Note(Noon);
    }

    [Fact]
    public void Settle_StreamThatWasLastHeardJustBeforeTheClose_WaitsForItsNextMessage()
    {
        _coverage.Note(Noon.AddSeconds(298));
        Settle(overdue: _first - 1);
        Assert.True(_sums.Settled < _first);
        Assert.True(double.IsNaN(_grid.At(_first).LiquidatedLong));

        _coverage.Note(Noon.AddSeconds(303));
        Settle(overdue: _first - 1);
        Assert.Equal(_first, _sums.Settled);
        Assert.Equal(30_000, _grid.At(_first).LiquidatedLong);
    }

    [Fact]
    public void Settle_StreamThatBreaksInsteadOfGoingOn_LeavesTheBarUnknown()
    {
        _coverage.Note(Noon.AddSeconds(298));
        _coverage.Interrupt();
        Settle(overdue: _first - 1);

        Assert.Equal(_first, _sums.Settled);
        Assert.True(double.IsNaN(_grid.At(_first).LiquidatedLong));
    }

    // What was liquidated at 12:04:59.9 may be told two seconds later.
    [Theory]
    [InlineData(300, double.NaN)]
    [InlineData(301.9, double.NaN)]
    [InlineData(302, 30_000)]
    public void Settle_StreamThatBreaksAfterTheClose_CountsOnlyIfWhatWasLateHadComeByThen(double seconds, double expected)
    {
        _coverage.Note(Noon.AddSeconds(seconds));
        _coverage.Interrupt();
        Settle(overdue: _first - 1);

        Assert.Equal(expected, _grid.At(_first).LiquidatedLong);
    }

    [Fact]
    public void Settle_StreamThatStaysOpenAndSaysNothing_IsNotAwaitedForEver()
    {
        _coverage.Note(Noon.AddSeconds(298));
        Settle(overdue: _first);

        Assert.Equal(_first, _sums.Settled);
        Assert.True(double.IsNaN(_grid.At(_first).LiquidatedLong));
    }

    [Fact]
    public void Settle_ByAClockThatIsBehind_CountsTheEndOfTheBarByIt()
    {
        // The venue's clock is three seconds behind: its bar ends three seconds later by ours.
        _coverage.Note(Noon.AddSeconds(302));
        _sums.Settle(_first, _first - 1, _coverage, TimeSpan.FromSeconds(-3));

        Assert.True(_sums.Settled < _first);
    }

    private void Settle(long overdue) => _sums.Settle(_first, overdue, _coverage, TimeSpan.Zero);
}
