using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Follows clusters through time: when each formed, when the price reached it, and what came of it.</summary>
/// <remarks>
/// A cluster found after a bar continues a known one when their prices overlap; of several, the one with the largest overlap.
/// Only closed bars enter, so nothing that has been said about a past bar changes when later bars follow, except the
/// answer (<see cref="ClusterState.Absorbed"/> or <see cref="ClusterState.Accelerated"/>), which carries its own time.
/// Cost per bar grows with the number of standing clusters, not with history; nothing is allocated after construction.
/// </remarks>
public sealed class ClusterTracker
{
    private const int MostStanding = 512;

    private readonly ClusterTrackerOptions _options;
    private readonly Standing[] _standing = new Standing[MostStanding];
    private readonly TrackedCluster[] _ended;
    private readonly int[] _barsSinceEnd;
    private readonly TrackedCluster[] _snapshot = new TrackedCluster[MostStanding];
    private int _count;
    private long _endedEver;
    private int _lastId;

    /// <summary>Follows nothing yet.</summary>
    /// <param name="options">Choices; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is NaN or outside its range.</exception>
    public ClusterTracker(ClusterTrackerOptions? options = null)
    {
        _options = (options ?? new ClusterTrackerOptions()).Checked();
        _ended = new TrackedCluster[_options.EndedCapacity];
        _barsSinceEnd = new int[_options.EndedCapacity];
    }

    /// <summary>Clusters that stand now, in the order they formed; valid until the next update.</summary>
    public ReadOnlySpan<TrackedCluster> Live
    {
        get
        {
            for (int i = 0; i < _count; i++)
            {
                _snapshot[i] = _standing[i].Cluster;
            }

            return _snapshot.AsSpan(0, _count);
        }
    }

    /// <summary>How many ended clusters are remembered; at most the capacity.</summary>
    public int EndedCount => (int)Math.Min(_endedEver, _ended.Length);

    /// <summary>An ended cluster.</summary>
    /// <param name="age">0 is the one that ended last; below <see cref="EndedCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is outside its range.</exception>
    public TrackedCluster Ended(int age) => _ended[EndedSlot(Guard.InRange(age, 0, EndedCount - 1))];

    /// <summary>Takes a closed bar and the clusters that the map holds after it.</summary>
    /// <param name="bar">A closed bar, after the last one taken.</param>
    /// <param name="clusters">Clusters of both sides as found after the bar; at most 256.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more clusters than that.</exception>
    public void Update(in MarketBar bar, ReadOnlySpan<LiquidationCluster> clusters)
    {
        Guard.InRange(clusters.Length, 0, 256);
        ReadAnswers(bar);
        Cross(bar);
        foreach (ref readonly LiquidationCluster cluster in clusters)
        {
            Match(bar, cluster);
        }

        Retire(bar);
    }

    private int EndedSlot(int age) => (int)((_endedEver - 1 - age) % _ended.Length);

    /// <summary>For clusters the price went through lately: did it run on, or has it stayed long enough?</summary>
    private void ReadAnswers(in MarketBar bar)
    {
        for (int age = 0; age < EndedCount; age++)
        {
            int slot = EndedSlot(age);
            TrackedCluster cluster = _ended[slot];
            if (cluster.State != ClusterState.Consumed)
            {
                continue;
            }

            if (RunBeyond(cluster, bar) >= _options.RunOn)
            {
                _ended[slot] = cluster with { State = ClusterState.Accelerated, StateSinceUtc = bar.TimeUtc };
            }
            else if (++_barsSinceEnd[slot] >= _options.AnswerBars)
            {
                _ended[slot] = cluster with { State = ClusterState.Absorbed, StateSinceUtc = bar.TimeUtc };
            }
        }
    }

    /// <summary>How far a bar ran beyond the far edge of a cluster; fraction of the edge's price.</summary>
    private static double RunBeyond(in TrackedCluster cluster, in MarketBar bar) => cluster.Side == PositionSide.Long
        ? (cluster.LowPrice - bar.Low) / cluster.LowPrice
        : (bar.High - cluster.HighPrice) / cluster.HighPrice;

    /// <summary>Marks what the bar reached; ends what it went through.</summary>
    private void Cross(in MarketBar bar)
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            Standing standing = _standing[i];
            TrackedCluster cluster = standing.Cluster;
            bool isLong = cluster.Side == PositionSide.Long;
            bool isReached = isLong ? bar.Low <= cluster.HighPrice : bar.High >= cluster.LowPrice;
            bool isThrough = isLong ? bar.Low <= cluster.LowPrice : bar.High >= cluster.HighPrice;
            if (isReached)
            {
                cluster = cluster with { TouchedUtc = cluster.TouchedUtc ?? bar.TimeUtc };
            }

            if (isThrough)
            {
                End(cluster with { EndedUtc = bar.TimeUtc, State = ClusterState.Consumed, StateSinceUtc = bar.TimeUtc }, bar);
            }
            else
            {
                _standing[kept++] = standing with { Cluster = cluster, IsFound = false, IsReached = isReached };
            }
        }

        _count = kept;
    }

    /// <summary>Lets a cluster found after the bar continue the standing one it overlaps most, or stand as a new one.</summary>
    private void Match(in MarketBar bar, in LiquidationCluster found)
    {
        int best = -1;
        double bestOverlap = 0;
        for (int i = 0; i < _count; i++)
        {
            TrackedCluster known = _standing[i].Cluster;
            if (_standing[i].IsFound || known.Side != found.Side)
            {
                continue;
            }

            double overlap = Math.Min(known.HighPrice, found.HighPrice) - Math.Max(known.LowPrice, found.LowPrice);
            if (overlap > bestOverlap)
            {
                (best, bestOverlap) = (i, overlap);
            }
        }

        if (best >= 0)
        {
            _standing[best] = Continue(_standing[best], found, bar);
        }
        else if (_count < MostStanding)
        {
            // The pocket is as old as its mass; it was first found only once it stood out.
            DateTime formedUtc = bar.TimeUtc.AddHours(-found.AgeHours);
            TrackedCluster formed = new(
                ++_lastId, found.Side, formedUtc, null, null, ClusterState.Armed, bar.TimeUtc,
                found.LowPrice, found.HighPrice, found.PeakPrice, found.Notional, found.Notional);
            _standing[_count++] = new Standing(formed, IsFound: true, IsReached: false, MissedBars: 0);
        }
    }

    private Standing Continue(in Standing standing, in LiquidationCluster found, in MarketBar bar)
    {
        TrackedCluster known = standing.Cluster;
        double largest = Math.Max(known.LargestNotional, found.Notional);
        ClusterState state = known.State;
        if (standing.IsReached)
        {
            state = found.Notional <= (1 - _options.PartlyConsumedShare) * largest ? ClusterState.PartlyConsumed : ClusterState.Touched;
        }

        // A later graze does not undo what an earlier bar took.
        state = known.State == ClusterState.PartlyConsumed ? known.State : state;
        TrackedCluster continued = known with
        {
            State = state,
            StateSinceUtc = state == known.State ? known.StateSinceUtc : bar.TimeUtc,
            LowPrice = found.LowPrice,
            HighPrice = found.HighPrice,
            PeakPrice = found.PeakPrice,
            Notional = found.Notional,
            LargestNotional = largest,
        };
        return new Standing(continued, IsFound: true, IsReached: false, MissedBars: 0);
    }

    /// <summary>Ends clusters that the map no longer holds: at once where the price took them, else after the grace.</summary>
    private void Retire(in MarketBar bar)
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            Standing standing = _standing[i];
            int missed = standing.IsFound ? 0 : standing.MissedBars + 1;
            if (!standing.IsFound && standing.IsReached)
            {
                End(standing.Cluster with { EndedUtc = bar.TimeUtc, State = ClusterState.Consumed, StateSinceUtc = bar.TimeUtc }, bar);
            }
            else if (missed > _options.GraceBars)
            {
                End(standing.Cluster with { EndedUtc = bar.TimeUtc, State = ClusterState.Faded, StateSinceUtc = bar.TimeUtc }, bar);
            }
            else
            {
                _standing[kept++] = standing with { MissedBars = missed };
            }
        }

        _count = kept;
    }

    private void End(in TrackedCluster cluster, in MarketBar bar)
    {
        if (_ended.Length == 0)
        {
            return;
        }

        _endedEver++;
        int slot = EndedSlot(0);
        bool ranOnAtOnce = cluster.State == ClusterState.Consumed && RunBeyond(cluster, bar) >= _options.RunOn;
        _ended[slot] = ranOnAtOnce ? cluster with { State = ClusterState.Accelerated } : cluster;
        _barsSinceEnd[slot] = 0;
    }

    private readonly record struct Standing(TrackedCluster Cluster, bool IsFound, bool IsReached, int MissedBars);
}
