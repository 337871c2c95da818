namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Choices of <see cref="LiquidationClusters"/>; immutable, checked once.</summary>
public sealed record LiquidationClusterOptions
{
    /// <summary>How far from the price clusters are looked for; fraction of the price; in (0, 0.9]; 0.25 by default.</summary>
    public double Range { get; init; } = 0.25;

    /// <summary>
    /// Peaks nearer to each other than this are one pocket, and density is smoothed over half of it; fraction of the price;
    /// in [0, 0.1]; 0.003 by default.
    /// </summary>
    public double MergeDistance { get; init; } = 0.003;

    /// <summary>
    /// Growth of the smoothing with the distance from the price; in [0, 0.5]; 0.08 by default. A kernel knows far levels less
    /// precisely than near ones: without this its own grain would show as pockets.
    /// </summary>
    public double FarSmoothing { get; init; } = 0.08;

    /// <summary>Largest height of a band; fraction of the price; in (0, 0.5]; 0.02 by default. Wider pockets keep their densest part.</summary>
    public double LargestWidth { get; init; } = 0.02;

    /// <summary>Height of the neighbourhood that density is compared with; fraction of the price; in (0, 0.5]; 0.02 by default.</summary>
    public double Neighbourhood { get; init; } = 0.02;

    /// <summary>
    /// How far the density at a peak must stand out: over its neighbourhood, and over the valley to the next peak, as a
    /// fraction; in [0, 10]; 0.02 by default.
    /// </summary>
    public double Prominence { get; init; } = 0.02;

    /// <summary>Clusters below this share of all open mass within the range, both sides, are noise; in [0, 1); 0.01 by default.</summary>
    public double NoiseFloor { get; init; } = 0.01;

    /// <summary>Most clusters to give, both sides together; in [1, 256]; 12 by default.</summary>
    public int MaximumCount { get; init; } = 12;

    /// <summary>Returns these options, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public LiquidationClusterOptions Checked()
    {
        Guard.Positive(Range);
        Guard.InRange(Range, 0, 0.9);
        Guard.InRange(MergeDistance, 0, 0.1);
        Guard.Positive(LargestWidth);
        Guard.InRange(LargestWidth, 0, 0.5);
        Guard.Positive(Neighbourhood);
        Guard.InRange(Neighbourhood, 0, 0.5);
        Guard.InRange(FarSmoothing, 0, 0.5);
        Guard.InRange(Prominence, 0, 10);
        Guard.InRange(NoiseFloor, 0, 1 - 1e-9);
        Guard.InRange(MaximumCount, 1, 256);
        return this;
    }
}
