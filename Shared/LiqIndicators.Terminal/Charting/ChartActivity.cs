namespace LiqIndicators.Terminal.Charting;

/// <summary>What was done to a chart so far: the cost that a real terminal would feel.</summary>
/// <param name="Created">Objects drawn under a free name.</param>
/// <param name="Replaced">Objects drawn under a name that was taken: the old one is gone.</param>
/// <param name="Updated">Properties of objects set to another value; setting the same value again is free.</param>
/// <param name="Removed">Objects taken away.</param>
/// <param name="WritesAfterRemoval">Properties set on an object that was already gone; they have no effect.</param>
/// <param name="ControlsAdded">Controls put on the chart.</param>
/// <param name="ControlsRemoved">Controls taken away.</param>
/// <param name="ControlsUpdated">Properties set to another value on a control that is on the chart, or inside it.</param>
/// <param name="Objects">Objects there now.</param>
/// <param name="PeakObjects">Most objects that were there at once.</param>
public readonly record struct ChartActivity(
    int Created,
    int Replaced,
    int Updated,
    int Removed,
    int WritesAfterRemoval,
    int ControlsAdded,
    int ControlsRemoved,
    int ControlsUpdated,
    int Objects,
    int PeakObjects)
{
    /// <summary>All changes together, those of controls included.</summary>
    public int Changes => Created + Replaced + Updated + Removed + ControlsAdded + ControlsRemoved + ControlsUpdated;

    /// <summary>What happened since an earlier look; the two counts of objects stay those of now.</summary>
    public ChartActivity Since(ChartActivity earlier) => this with
    {
        Created = Created - earlier.Created,
        Replaced = Replaced - earlier.Replaced,
        Updated = Updated - earlier.Updated,
        Removed = Removed - earlier.Removed,
        WritesAfterRemoval = WritesAfterRemoval - earlier.WritesAfterRemoval,
        ControlsAdded = ControlsAdded - earlier.ControlsAdded,
        ControlsRemoved = ControlsRemoved - earlier.ControlsRemoved,
        ControlsUpdated = ControlsUpdated - earlier.ControlsUpdated,
    };
}
