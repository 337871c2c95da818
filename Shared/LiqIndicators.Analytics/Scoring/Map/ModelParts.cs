namespace LiqIndicators.Analytics.Scoring.Map;

/// <summary>Parts of the model that can be taken out, to see what each is worth.</summary>
public sealed record ModelParts
{
    /// <summary>Whether mass that price crossed is taken away.</summary>
    public bool ConsumesCrossed { get; init; } = true;

    /// <summary>
    /// Whether both sides follow the open interest; otherwise all that a bar opens goes to one side: to longs when the bar
    /// rose.
    /// </summary>
    public bool OpensBothSides { get; init; } = true;

    /// <summary>Share of the open mass that is closed and opened again per hour of usual activity; 0: no re-striking.</summary>
    public double TurnoverPerHour { get; init; } = Liquidation.LiquidationModel.TurnoverPerHour;

    /// <summary>Whether turnover follows the volume of a bar, or its range without one; otherwise every bar counts as a usual one.</summary>
    public bool TurnoverFollowsActivity { get; init; } = true;

    /// <summary>Whether turnover follows the way price went in favour of a side; otherwise both sides turn over alike.</summary>
    public bool TurnoverFollowsPath { get; init; } = true;

    /// <summary>Whether entries lie at low, high and close in equal parts; otherwise all at (high + low + close) / 3.</summary>
    public bool EntersAtTurningPoints { get; init; } = true;

    /// <summary>Where new positions are liquidated: whole cells from the entry and weights; null for the model's own.</summary>
    public IReadOnlyList<(int Cells, double Weight)>? Kernel { get; init; }
}
