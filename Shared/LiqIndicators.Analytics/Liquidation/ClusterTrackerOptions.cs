namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Choices of <see cref="ClusterTracker"/>; immutable, checked once.</summary>
public sealed record ClusterTrackerOptions
{
    /// <summary>Bars a cluster may be missing from the map before it counts as faded; in [0, 1000]; 6 by default.</summary>
    public int GraceBars { get; init; } = 6;

    /// <summary>Share of its largest mass that must be gone for a touched cluster to count as partly consumed; in (0, 1); 0.2 by default.</summary>
    public double PartlyConsumedShare { get; init; } = 0.2;

    /// <summary>Bars after a cluster was consumed within which the market's answer is read; in [1, 1000]; 6 by default.</summary>
    public int AnswerBars { get; init; } = 6;

    /// <summary>How far beyond the far edge the price must run to count as accelerated; fraction of the price; in (0, 0.5]; 0.01 by default.</summary>
    public double RunOn { get; init; } = 0.01;

    /// <summary>Clusters remembered after their end; in [0, 4096]; 128 by default.</summary>
    public int EndedCapacity { get; init; } = 128;

    /// <summary>Returns these options, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public ClusterTrackerOptions Checked()
    {
        Guard.InRange(GraceBars, 0, 1000);
        Guard.InRange(PartlyConsumedShare, 1e-9, 1 - 1e-9);
        Guard.InRange(AnswerBars, 1, 1000);
        Guard.InRange(RunOn, 1e-9, 0.5);
        Guard.InRange(EndedCapacity, 0, 4096);
        return this;
    }
}
