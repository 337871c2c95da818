namespace LiqIndicators.Terminal.Charting;

/// <summary>Counts what is done to a chart, in all and per algo. The owner of an object also owns what happens to it.</summary>
internal sealed class ActivityLog
{
    private readonly Dictionary<string, ChartActivity> _byAlgo = new(StringComparer.Ordinal);

    public ChartActivity Total { get; private set; }

    public ChartActivity Of(string algo) => _byAlgo.GetValueOrDefault(algo);

    public void Created(string algo) => Count(algo, a => a with
    {
        Created = a.Created + 1, Objects = a.Objects + 1, PeakObjects = Math.Max(a.PeakObjects, a.Objects + 1),
    });

    /// <summary>The one who draws pays; the object passes from its old owner to the new one.</summary>
    public void Replaced(string oldAlgo, string newAlgo)
    {
        if (oldAlgo != newAlgo)
        {
            _byAlgo[oldAlgo] = Of(oldAlgo) with { Objects = Of(oldAlgo).Objects - 1 };
            ChartActivity mine = Of(newAlgo);
            _byAlgo[newAlgo] = mine with { Objects = mine.Objects + 1, PeakObjects = Math.Max(mine.PeakObjects, mine.Objects + 1) };
        }

        Count(newAlgo, a => a with { Replaced = a.Replaced + 1 });
    }

    public void Updated(string algo) => Count(algo, a => a with { Updated = a.Updated + 1 });

    public void Removed(string algo) => Count(algo, a => a with { Removed = a.Removed + 1, Objects = a.Objects - 1 });

    public void WrittenAfterRemoval(string algo) => Count(algo, a => a with { WritesAfterRemoval = a.WritesAfterRemoval + 1 });

    public void ControlAdded(string algo) => Count(algo, a => a with { ControlsAdded = a.ControlsAdded + 1 });

    public void ControlRemoved(string algo) => Count(algo, a => a with { ControlsRemoved = a.ControlsRemoved + 1 });

    public void ControlUpdated(string algo) => Count(algo, a => a with { ControlsUpdated = a.ControlsUpdated + 1 });

    private void Count(string algo, Func<ChartActivity, ChartActivity> add)
    {
        Total = add(Total);
        _byAlgo[algo] = add(Of(algo));
    }
}
