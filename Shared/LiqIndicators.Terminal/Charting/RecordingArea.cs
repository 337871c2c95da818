using cAlgo.API;
using cAlgo.API.Collections;
using cAlgo.API.Hosting;
using LiqIndicators.Terminal.Charting.Objects;

namespace LiqIndicators.Terminal.Charting;

/// <summary>A pane that keeps all that algos draw on it. Algos see it through <see cref="ChartArea"/>.</summary>
public abstract partial class RecordingArea : ChartArea
{
    private readonly Dictionary<string, RecordedObject> _objects = new(StringComparer.Ordinal);
    private double _height;
    private (double Bottom, double Top)? _fixedRange;

    private protected RecordingArea(double height)
    {
        _height = height;
    }

    /// <summary>False once the pane is gone.</summary>
    public bool IsAlive { get; private protected set; } = true;

    /// <summary>Instance id of the algo that runs now; empty for none.</summary>
    internal static string CurrentAlgo => AlgoScope.Current?.InstanceId ?? "";

    internal abstract RecordingChart Owner { get; }

    internal Bars Bars => Owner.ShownBars;

    internal IChartHost Host => Owner.ChartHost;

    internal ActivityLog Log => Owner.ActivityLog;

    /// <summary>The scale that <c>SetYRange</c> gave, or null when the pane scales itself.</summary>
    internal (double Bottom, double Top)? FixedRange => _fixedRange;

    /// <summary>Objects on the pane now, in the order they were drawn.</summary>
    public IReadOnlyList<ChartObject> DrawnObjects => [.. _objects.Values.OrderBy(o => o.Order).Select(o => (ChartObject)o)];

    IReadonlyList<ChartObject> ChartArea.Objects => new Snapshot<ChartObject>(DrawnObjects);

    IReadonlyList<ChartObject> ChartArea.SelectedObjects => new Snapshot<ChartObject>([]);

    /// <summary>Objects that one algo drew, in the order they were drawn.</summary>
    /// <param name="algoInstanceId">Instance id of the algo; empty for objects drawn from outside of any.</param>
    public IReadOnlyList<ChartObject> ObjectsOf(string algoInstanceId) =>
        [.. DrawnObjects.Where(o => ((RecordedObject)o).Owner == algoInstanceId)];

    /// <summary>The object of a name and kind.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name and kind.</exception>
    public T Get<T>(string name)
        where T : class, ChartObject =>
        _objects.GetValueOrDefault(name) as T
            ?? throw new KeyNotFoundException($"The chart has no {typeof(T).Name} '{name}'; it has {string.Join(", ", _objects.Keys.Order(StringComparer.Ordinal))}.");

    T[] ChartArea.FindAllObjects<T>() => [.. DrawnObjects.OfType<T>()];

    ChartObject[] ChartArea.FindAllObjects(ChartObjectType objectType) => [.. DrawnObjects.Where(o => o.ObjectType == objectType)];

    ChartObject? ChartArea.FindObject(string objectName)
    {
        Host.CheckAccess();
        return objectName is null ? null : _objects.GetValueOrDefault(objectName);
    }

    void ChartArea.RemoveObject(string objectName)
    {
        Host.CheckAccess();
        if (objectName is not null && _objects.TryGetValue(objectName, out RecordedObject? found))
        {
            Remove([found]);
        }
    }

    void ChartArea.RemoveAllObjects()
    {
        Host.CheckAccess();
        Remove([.. _objects.Values]);
    }

    internal void NoteUpdate(RecordedObject updated)
    {
        Log.Updated(updated.Owner);
        if (ObjectsUpdatedEvent.HasHandlers)
        {
            ObjectsUpdatedEvent.Raise(
                Host, "ObjectsUpdated", new ChartObjectsUpdatedEventArgs(Owner, this, new Snapshot<ChartObject>([updated])));
        }
    }

    /// <summary>An algo is gone: so is what it drew, what it put on the pane, and what it wanted to be told.</summary>
    internal void Forget(string algoInstanceId)
    {
        Remove([.. _objects.Values.Where(o => o.Owner == algoInstanceId)]);
        RemoveDraggablesOf(algoInstanceId);
        RemoveControlsOf(algoInstanceId);
        ForgetHandlers(algoInstanceId);
    }

    /// <summary>The pane itself is gone.</summary>
    internal void Close()
    {
        Remove([.. _objects.Values]);
        RemoveDraggablesOf(null);
        RemoveControlsOf(null);
        IsAlive = false;
    }

    private T Keep<T>(T drawn)
        where T : RecordedObject
    {
        Host.CheckAccess();
        if (_objects.TryGetValue(drawn.Name, out RecordedObject? old))
        {
            old.Kill();
            Log.Replaced(old.Owner, drawn.Owner);
        }
        else
        {
            Log.Created(drawn.Owner);
        }

        drawn.Order = Owner.NextOrder();
        _objects[drawn.Name] = drawn;
        if (ObjectsAddedEvent.HasHandlers)
        {
            ObjectsAddedEvent.Raise(Host, "ObjectsAdded", new ChartObjectsAddedEventArgs(Owner, this, new Snapshot<ChartObject>([drawn])));
        }

        return drawn;
    }

    private void Remove(RecordedObject[] doomed)
    {
        foreach (RecordedObject one in doomed)
        {
            one.Kill();
            _objects.Remove(one.Name);
            Log.Removed(one.Owner);
        }

        if (doomed.Length > 0 && ObjectsRemovedEvent.HasHandlers)
        {
            ObjectsRemovedEvent.Raise(Host, "ObjectsRemoved", new ChartObjectsRemovedEventArgs(Owner, this, new Snapshot<ChartObject>(doomed)));
        }
    }
}
