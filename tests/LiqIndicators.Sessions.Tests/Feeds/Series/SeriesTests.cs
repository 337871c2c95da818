using CsCheck;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.Sessions.Feeds.Series;
using LiqIndicators.TestKit;

namespace LiqIndicators.Sessions.Tests.Feeds.Series;

public sealed class SeriesTests
{
    private static readonly TimeSpan Bar = TimeSpan.FromMinutes(5);
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(500, 18)]
    [InlineData(1500, 6)]
    [InlineData(1000, 9)]
    [InlineData(200, 44)]
    public void Pages_ThirtyDaysOfFiveMinutes_AreTheFewest(int rows, int pages) =>
        Assert.Equal(pages, GapPlan.Pages(0, 8639, rows, 0, _ => true).Count);

    [Fact]
    public void Pages_AnyHoles_CoverAllWithTheFewestPages() =>
        Gen.Select(Gen.Bool.Array[1, 60], Gen.Int[1, 9]).Sample(
            (missing, rows) =>
            {
                IReadOnlyList<(long First, long Last)> pages = GapPlan.Pages(0, missing.Length - 1, rows, 0, number => missing[number]);

                Assert.All(pages, page => Assert.InRange(page.Last - page.First + 1, 1, rows));
                for (int i = 0; i < missing.Length; i++)
                {
                    Assert.True(!missing[i] || pages.Any(page => i >= page.First && i <= page.Last), $"{i} is in no page.");
                }

                Assert.Equal(Fewest(missing, rows), pages.Count);
                Assert.Equal(pages.OrderByDescending(page => page.Last), pages);
            },
            iter: DeepRun.Count(2_000, 100_000),
            seed: "0000KOIXn5s1");

    [Fact]
    public void Pages_ReserveOnTheNewest_LeavesItARow()
    {
        Assert.Equal([(1L, 9L), (0L, 0L)], GapPlan.Pages(0, 9, 10, 1, _ => true));
        Assert.Equal([(0L, 8L)], GapPlan.Pages(0, 9, 10, 1, number => number < 9));
    }

    [Fact]
    public void Grid_RowsInAnyOrderAndTwice_LieWhereTheirTimeSays()
    {
        BarGrid grid = new(Bar, 10);
        long noon = grid.NumberOf(Noon);
        grid.Advance(noon);

        Assert.Equal(SlotChange.New, grid.Take(Candle(Noon, 101)));
        Assert.Equal(SlotChange.New, grid.Take(Candle(Noon - Bar, 100)));
        Assert.Equal(SlotChange.None, grid.Take(Candle(Noon, 101)));
        Assert.Equal(SlotChange.Revised, grid.Take(Candle(Noon, 102)));
        Assert.Equal((100, 102), (grid.At(noon - 1).Close, grid.At(noon).Close));
        Assert.Equal(SlotChange.None, grid.Take(Candle(Noon + Bar, 103)));
        Assert.Equal(SlotChange.None, grid.Take(Candle(Noon - (10 * Bar), 99)));
        Assert.Equal(SlotChange.None, grid.Take(Candle(Noon.AddSeconds(1), 99)));
    }

    [Fact]
    public void Grid_OpenInterest_BelongsToTheBarThatCloses()
    {
        BarGrid grid = new(Bar, 10);
        long noon = grid.NumberOf(Noon);
        grid.Advance(noon);
        grid.Take(Candle(Noon - Bar, 100));

        Assert.Equal(SlotChange.New, grid.Take(new OpenInterestRow(Noon, 50, null)));
        Assert.Equal(SlotChange.None, grid.Take(new OpenInterestRow(Noon.AddSeconds(3), 60, null)));
        Assert.Equal(5000, grid.NotionalAt(noon - 1));
        Assert.False(grid.At(noon).HasOpenInterest);
    }

    [Fact]
    public void Grid_TimePasses_OldBarsLeaveAndTheirPlacesAreEmpty()
    {
        BarGrid grid = new(Bar, 4);
        long noon = grid.NumberOf(Noon);
        grid.Advance(noon);
        grid.Take(Candle(Noon, 100));

        grid.Advance(noon + 3);
        Assert.Equal(100, grid.At(noon).Close);
        grid.Advance(noon + 4);

        Assert.False(grid.At(noon).HasCandle);
        Assert.False(grid.At(noon + 4).HasCandle);
        grid.Advance(noon + 400);
        Assert.All(Enumerable.Range(0, 4), i => Assert.False(grid.At(noon + 400 - i).HasCandle));
    }

    [Fact]
    public void Asks_LeftOutByTheVenue_AreRepeatedEverMoreSeldom()
    {
        AskBook asks = new(100);
        DateTime now = Noon;
        List<double> waits = [];
        for (int i = 0; i < 8; i++)
        {
            Assert.True(asks.MayAsk(5, now));
            asks.Asked(5, 5);
            Assert.False(asks.MayAsk(5, now.AddYears(1)));
            asks.Answered(5, 5, _ => true, _ => Noon.AddDays(-1), now);
            waits.Add((asks.NextUtc(5) - now).TotalMinutes);
            now = asks.NextUtc(5);
        }

        Assert.Equal([30, 60, 120, 240, 480, 960, 1920, 1920], waits);
        Assert.True(asks.WasLeftOut(5));
        Assert.True(asks.MayAsk(105, Noon));
        Assert.False(asks.WasLeftOut(105));
    }

    [Fact]
    public void Asks_RecentBarLeftOut_IsAskedForAgainSoon()
    {
        AskBook asks = new(100);

        asks.Asked(5, 6);
        asks.Answered(5, 6, number => number == 6, _ => Noon, Noon.AddSeconds(5));

        Assert.True(asks.MayAsk(5, Noon.AddSeconds(5)));
        Assert.False(asks.MayAsk(6, Noon.AddSeconds(19)));
        Assert.True(asks.MayAsk(6, Noon.AddSeconds(20)));
    }

    // From 5 s after the close on: 15 s at first, half the bar's age up to 30 s while open interest may be late, then as long again as the bar is old.
    [Fact]
    public void Asks_RecentBarThatNeverComes_CostsElevenRequestsInHalfAnHour()
    {
        AskBook asks = new(100);
        DateTime now = Noon.AddSeconds(5);
        List<double> ages = [];
        while (now < Noon.AddMinutes(30))
        {
            ages.Add((now - Noon).TotalSeconds);
            asks.Asked(5, 5);
            asks.Answered(5, 5, _ => true, _ => Noon, now);
            now = asks.NextUtc(5);
        }

        Assert.Equal([5, 20, 35, 52.5, 78.75, 108.75, 138.75, 168.75, 337.5, 675, 1350], ages);
    }

    [Fact]
    public void Funding_RateAtATime_IsTheLastPaidBeforeIt()
    {
        FundingTrack track = new();
        FundingRateRow[] rows = [new(Noon.AddHours(-8), 0.0002m, null), new(Noon, 0.0004m, null), new(Noon.AddHours(1), 0.0001m, null)];

        Assert.Equal(rows[0].TimeUtc, track.Take(rows));
        Assert.Null(track.Take(rows));
        Assert.Equal(rows[2].TimeUtc, track.Take([rows[1], rows[2] with { Rate = 0.0003m }]));

        Assert.Equal((double.NaN, double.NaN), track.LastBefore(Noon.AddHours(-8)));
        Assert.Equal((0.0002, 8), track.LastBefore(Noon));
        Assert.Equal((0.0004, 8), track.LastBefore(Noon.AddMinutes(30)));
        // Hourly from here.
        Assert.Equal((0.0003, 1), track.LastBefore(Noon.AddHours(2)));
        Assert.Equal((double.NaN, double.NaN), track.LastBefore(Noon.AddHours(5)));
        Assert.Equal(Noon.AddHours(2), track.NextDueUtc);
    }

    [Theory]
    [InlineData(0.002, 49, true)]
    [InlineData(0.0005, 49, false)]
    [InlineData(0.002, 48, false)]
    public void Frozen_FourHoursWithoutAChange_OnlyWhileThePriceMoves(double move, int bars, bool isFrozen)
    {
        BarGrid grid = new(Bar, 100);
        long noon = grid.NumberOf(Noon);
        grid.Advance(noon);
        for (int i = 0; i < 60; i++)
        {
            decimal price = 100 + (i == 30 ? (decimal)(100 * move) : 0);
            grid.Take(Candle(Noon - (i * Bar), price));
            grid.TakeOpenInterest(noon - i, i < bars ? 50 : 51, double.NaN);
        }

        Assert.Equal(isFrozen, FrozenOpenInterest.IsFrozen(grid, noon));
    }

    // A dollar contract's open interest stands in dollars, and its coins follow the price; a linear one's the other way round. 48 bars are four hours.
    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    [InlineData(false, false, false)]
    public void Frozen_EitherUnitThatStandsStill_IsNoticedWhateverTheOtherDoes(bool standsInDollars, bool standsInCoins, bool isFrozen)
    {
        Assert.Equal(isFrozen, FrozenOpenInterest.IsFrozen(Grid(49, (_, price) =>
            (standsInCoins ? 50 : 5_000 / price, standsInDollars ? 5_000 : standsInCoins ? 50 * price : 5_000 + price)), 48));
    }

    [Fact]
    public void Frozen_OneUnitOfBothNotTold_IsJudgedByTheOther()
    {
        Assert.True(FrozenOpenInterest.IsFrozen(Grid(49, (_, _) => (double.NaN, 5_000)), 48));
        Assert.True(FrozenOpenInterest.IsFrozen(Grid(49, (bar, price) => (bar % 2 == 0 ? 5_000 / price : double.NaN, 5_000)), 48));
        Assert.False(FrozenOpenInterest.IsFrozen(Grid(49, (bar, _) => (double.NaN, 5_000 + bar)), 48));
    }

    // Of 49 bars, of which the first and the last are four hours apart.
    [Theory]
    [InlineData("20", true)]
    [InlineData("48", true)]
    [InlineData("1 5 9 13 17 21 25 29 33 37 41 45", true)]
    [InlineData("0", false)]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25", false)]
    public void Frozen_BarsMissingWithinTheWindow_AreNoChange(string missing, bool isFrozen)
    {
        int[] bars = [.. missing.Split(' ').Select(int.Parse)];

        Assert.Equal(isFrozen, FrozenOpenInterest.IsFrozen(Grid(49, (bar, _) => (bars.Contains(bar) ? double.NaN : 50, double.NaN)), 48));
    }

    [Fact]
    public void Frozen_BarMissingAtTheWindowsStart_IsMadeUpForByTheOneBefore()
    {
        Assert.True(FrozenOpenInterest.IsFrozen(Grid(50, (bar, _) => (bar == 1 ? double.NaN : 50, double.NaN)), 49));
        Assert.False(FrozenOpenInterest.IsFrozen(Grid(50, (bar, _) => (bar == 1 ? double.NaN : bar == 0 ? 51 : 50, double.NaN)), 49));
    }

    /// <summary>Bars from number 0 on whose price goes up and down by half a percent, with the open interest in coins and dollars that a bar has.</summary>
    private static BarGrid Grid(int bars, Func<int, double, (double Quantity, double Notional)> interest)
    {
        BarGrid grid = new(Bar, 200);
        for (int i = 0; i < bars; i++)
        {
            decimal price = 100 + (0.1m * (i % 6));
            grid.Take(Candle(DateTime.UnixEpoch + (i * Bar), price));
            (double quantity, double notional) = interest(i, (double)price);
            grid.TakeOpenInterest(i, quantity, notional);
        }

        return grid;
    }

    private static CandleRow Candle(DateTime timeUtc, decimal close) => new(timeUtc, close, close, close, close, 1, null);

    // By trying every number of pages: the fewest is the longest chain of missing bars that no page can hold two of.
    private static int Fewest(bool[] missing, int rows)
    {
        int pages = 0;
        int covered = -1;
        for (int i = 0; i < missing.Length; i++)
        {
            if (missing[i] && i > covered)
            {
                pages++;
                covered = i + rows - 1;
            }
        }

        return pages;
    }
}
