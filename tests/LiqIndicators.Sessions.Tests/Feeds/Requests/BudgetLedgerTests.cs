using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Requests;

namespace LiqIndicators.Sessions.Tests.Feeds.Requests;

public sealed class BudgetLedgerTests
{
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    private readonly BudgetLedger _ledger = new([new RateBudget("w", 100, TimeSpan.FromMinutes(1))], 0.2, 0.5);

    [Fact]
    public void TryTake_UpToTheOwnShare_AndAgainWhenTheWindowHasPassed()
    {
        Assert.True(_ledger.TryTake(new RateCost("w", 15), Noon));
        Assert.True(_ledger.TryTake(new RateCost("w", 5), Noon.AddSeconds(30)));
        Assert.False(_ledger.TryTake(new RateCost("w", 1), Noon.AddSeconds(59)));
        Assert.True(_ledger.TryTake(new RateCost("w", 15), Noon.AddSeconds(60)));
        Assert.Equal(0.2, _ledger.UsedShare("w", Noon.AddSeconds(60)), tolerance: 1e-12);
    }

    [Fact]
    public void TryTake_LargerThanTheShare_GoesAlone()
    {
        Assert.True(_ledger.TryTake(new RateCost("w", 40), Noon));
        Assert.False(_ledger.TryTake(new RateCost("w", 1), Noon));
    }

    [Fact]
    public void TryTake_OthersHaveUsedHalf_WaitsUntilTheirWindowIsOver()
    {
        _ledger.TryTake(new RateCost("w", 10), Noon);
        _ledger.Note(new BudgetReading("w", 58), Noon.AddSeconds(1));

        Assert.Equal(0.58, _ledger.UsedShare("w", Noon.AddSeconds(1)), tolerance: 1e-12);
        Assert.False(_ledger.TryTake(new RateCost("w", 1), Noon.AddSeconds(2)));
        Assert.True(_ledger.TryTake(new RateCost("w", 1), Noon.AddSeconds(61)));
    }

    [Fact]
    public void Note_ResetTimeAndLimit_AreTheVenues()
    {
        _ledger.Note(new BudgetReading("w", 900, 1000, Noon.AddSeconds(10)), Noon);
        _ledger.Note(new BudgetReading("unknown", 1), Noon);

        Assert.False(_ledger.TryTake(new RateCost("w", 30), Noon.AddSeconds(9)));
        Assert.True(_ledger.TryTake(new RateCost("w", 200), Noon.AddSeconds(10)));
    }
}
