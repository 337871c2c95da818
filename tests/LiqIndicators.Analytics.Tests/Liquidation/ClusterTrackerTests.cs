using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Liquidation;

public sealed class ClusterTrackerTests
{
    [Fact]
    public void Update_FirstSight_ArmsTheCluster()
    {
        ClusterTracker tracker = new();

        tracker.Update(Bar(0, 99, 101), [Longs(90, 92, 100)]);

        TrackedCluster cluster = Assert.Single(tracker.Live.ToArray());
        Assert.Equal((ClusterState.Armed, At(-2), null, null), (cluster.State, cluster.FormedUtc, cluster.TouchedUtc, cluster.EndedUtc));
        Assert.Equal((92, 90), (cluster.NearPrice, cluster.FarPrice));
    }

    [Fact]
    public void Update_OverlappingCluster_ContinuesTheSameOne()
    {
        ClusterTracker tracker = new();
        tracker.Update(Bar(0, 99, 101), [Longs(90, 92, 100)]);

        tracker.Update(Bar(1, 99, 101), [Longs(91, 93, 130), Longs(80, 81, 10)]);

        TrackedCluster[] live = tracker.Live.ToArray();
        Assert.Equal([1, 2], live.Select(cluster => cluster.Id));
        Assert.Equal((At(-2), 91, 93, 130, 130), (live[0].FormedUtc, live[0].LowPrice, live[0].HighPrice, live[0].Notional, live[0].LargestNotional));
        Assert.Equal(At(-1), live[1].FormedUtc);
    }

    [Fact]
    public void Update_SamePricesOtherSide_IsAnotherCluster()
    {
        ClusterTracker tracker = new();
        tracker.Update(Bar(0, 99, 101), [Longs(90, 92, 100)]);

        tracker.Update(Bar(1, 60, 70), [Shorts(90, 92, 100)]);

        TrackedCluster cluster = Assert.Single(tracker.Live.ToArray());
        Assert.Equal((2, PositionSide.Short), (cluster.Id, cluster.Side));
    }

    [Theory]
    [InlineData(85, ClusterState.Touched)]
    [InlineData(79, ClusterState.PartlyConsumed)]
    public void Update_BarIntoTheCluster_SaysHowMuchWasTaken(double left, ClusterState expected)
    {
        ClusterTracker tracker = new();
        tracker.Update(Bar(0, 99, 101), [Longs(90, 92, 100)]);

        tracker.Update(Bar(1, 91.5, 100), [Longs(90, 91.5, left)]);

        TrackedCluster cluster = Assert.Single(tracker.Live.ToArray());
        Assert.Equal((expected, At(1), At(1)), (cluster.State, cluster.TouchedUtc, cluster.StateSinceUtc));
    }

    [Fact]
    public void Update_GrazeAfterAHeavyBite_StaysPartlyConsumed()
    {
        ClusterTracker tracker = new();
        tracker.Update(Bar(0, 99, 101), [Longs(90, 92, 100)]);
        tracker.Update(Bar(1, 91, 100), [Longs(90, 91, 50)]);

        tracker.Update(Bar(2, 91, 100), [Longs(90, 91, 99)]);

        TrackedCluster cluster = Assert.Single(tracker.Live.ToArray());
        Assert.Equal((ClusterState.PartlyConsumed, At(1)), (cluster.State, cluster.StateSinceUtc));
    }

    [Fact]
    public void Update_BarThroughTheCluster_EndsItThere()
    {
        ClusterTracker tracker = new();
        tracker.Update(Bar(0, 99, 101), [Shorts(110, 112, 100)]);

        tracker.Update(Bar(1, 100, 112), []);

        Assert.True(tracker.Live.IsEmpty);
        TrackedCluster ended = tracker.Ended(0);
        Assert.Equal((ClusterState.Consumed, At(1), At(1), 110, 112), (ended.State, ended.TouchedUtc, ended.EndedUtc, ended.LowPrice, ended.HighPrice));
    }

    [Fact]
    public void Update_PriceRunsOnePercentBeyond_Accelerated()
    {
        ClusterTracker tracker = new(new ClusterTrackerOptions { RunOn = 0.01 });
        tracker.Update(Bar(0, 99, 101), [Longs(90, 92, 100)]);
        tracker.Update(Bar(1, 89.5, 100), []);
        Assert.Equal(ClusterState.Consumed, tracker.Ended(0).State);

        tracker.Update(Bar(2, 89.05, 90), []);

        Assert.Equal((ClusterState.Accelerated, At(2), At(1)), (tracker.Ended(0).State, tracker.Ended(0).StateSinceUtc, tracker.Ended(0).EndedUtc));
    }

    [Fact]
    public void Update_SameBarRunsOn_AcceleratedAtOnce()
    {
        ClusterTracker tracker = new();
        tracker.Update(Bar(0, 99, 101), [Longs(90, 92, 100)]);

        tracker.Update(Bar(1, 85, 100), []);

        Assert.Equal(ClusterState.Accelerated, tracker.Ended(0).State);
    }

    [Fact]
    public void Update_PriceStays_AbsorbedAfterTheAnswerBars()
    {
        ClusterTracker tracker = new(new ClusterTrackerOptions { AnswerBars = 2 });
        tracker.Update(Bar(0, 99, 101), [Longs(90, 92, 100)]);
        tracker.Update(Bar(1, 90, 100), []);
        tracker.Update(Bar(2, 91, 100), []);
        Assert.Equal(ClusterState.Consumed, tracker.Ended(0).State);

        tracker.Update(Bar(3, 91, 100), []);

        Assert.Equal((ClusterState.Absorbed, At(3)), (tracker.Ended(0).State, tracker.Ended(0).StateSinceUtc));
    }

    [Fact]
    public void Update_GoneWithoutBeingReached_FadesAfterTheGrace()
    {
        ClusterTracker tracker = new(new ClusterTrackerOptions { GraceBars = 1 });
        tracker.Update(Bar(0, 99, 101), [Longs(90, 92, 100)]);
        tracker.Update(Bar(1, 99, 101), []);
        Assert.Equal(1, tracker.Live.Length);

        tracker.Update(Bar(2, 99, 101), []);

        Assert.Equal((0, ClusterState.Faded, null), (tracker.Live.Length, tracker.Ended(0).State, tracker.Ended(0).TouchedUtc));
    }

    [Fact]
    public void Update_FoundAgainWithinTheGrace_IsTheSameCluster()
    {
        ClusterTracker tracker = new(new ClusterTrackerOptions { GraceBars = 1 });
        for (int hour = 0; hour < 9; hour += 2)
        {
            tracker.Update(Bar(hour, 99, 101), [Longs(90, 92, 100)]);
            tracker.Update(Bar(hour + 1, 99, 101), []);
        }

        Assert.Equal((1, At(-2)), (tracker.Live[0].Id, tracker.Live[0].FormedUtc));
    }

    [Fact]
    public void Update_MoreEndsThanRoom_ForgetsTheOldest()
    {
        ClusterTracker tracker = new(new ClusterTrackerOptions { EndedCapacity = 2 });
        for (int hour = 0; hour < 6; hour += 2)
        {
            tracker.Update(Bar(hour, 99, 101), [Longs(90, 92, 100)]);
            tracker.Update(Bar(hour + 1, 90, 101), []);
        }

        Assert.Equal(2, tracker.EndedCount);
        Assert.Equal((3, 2), (tracker.Ended(0).Id, tracker.Ended(1).Id));
        Assert.Throws<ArgumentOutOfRangeException>(() => tracker.Ended(2));
    }

    [Fact]
    public void Update_InSteadyState_AllocatesNothing()
    {
        ClusterTracker tracker = new();
        LiquidationCluster[] clusters = [Longs(90, 92, 100), Shorts(110, 112, 100)];
        Turn(0);

        Assert.Equal(0, Allocations.Of(1, 200, turn => Turn(2 * turn)));

        void Turn(int hour)
        {
            tracker.Update(Bar(hour, 99, 101), clusters);
            tracker.Update(Bar(hour + 1, 91, 113), clusters);
        }
    }

    private static DateTime At(int hour) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour);

    private static MarketBar Bar(int hour, double low, double high) => new(
        At(hour), (low + high) / 2, high, low, (low + high) / 2, 1, 1, 0, 8, 0, 0);

    private static LiquidationCluster Longs(double low, double high, double notional) => Cluster(PositionSide.Long, low, high, notional);

    private static LiquidationCluster Shorts(double low, double high, double notional) => Cluster(PositionSide.Short, low, high, notional);

    private static LiquidationCluster Cluster(PositionSide side, double low, double high, double notional) =>
        new(side, low, high, (low + high) / 2, notional / low, notional, 0.1, AgeHours: 2, 0.1);
}
