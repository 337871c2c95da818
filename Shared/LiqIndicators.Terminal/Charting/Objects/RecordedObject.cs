using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>One object on a chart. Setting another value counts as an update; once removed it takes no more values.</summary>
internal abstract class RecordedObject : ChartObject
{
    private readonly RecordingArea _area;
    private string _comment = "";
    private bool _isInteractive;
    private bool _isLocked;
    private bool _isHidden;
    private int _zIndex;

    protected RecordedObject(RecordingArea area, string name, ChartObjectType objectType)
    {
        _area = area;
        Name = string.IsNullOrEmpty(name)
            ? throw new ArgumentException($"The name of a {objectType} is '{name}'; expected at least one character.", nameof(name))
            : name;
        ObjectType = objectType;
        Owner = RecordingArea.CurrentAlgo;
    }

    public string Name { get; }

    public ChartObjectType ObjectType { get; }

    /// <summary>Instance id of the algo that drew it; empty for none.</summary>
    public string Owner { get; }

    /// <summary>Grows with each drawing on the chart.</summary>
    public long Order { get; set; }

    public bool IsAlive { get; private set; } = true;

    public string Comment
    {
        get => _comment;
        set => Set(ref _comment, value);
    }

    public bool IsInteractive
    {
        get => _isInteractive;
        set => Set(ref _isInteractive, value);
    }

    public bool IsLocked
    {
        get => _isLocked;
        set => Set(ref _isLocked, value);
    }

    public bool IsHidden
    {
        get => _isHidden;
        set => Set(ref _isHidden, value);
    }

    public int ZIndex
    {
        get => _zIndex;
        set => Set(ref _zIndex, value);
    }

    protected Bars Bars => _area.Bars;

    public void Kill() => IsAlive = false;

    protected void Set<T>(ref T field, T value)
    {
        _area.Host.CheckAccess();
        if (!IsAlive)
        {
            _area.Log.WrittenAfterRemoval(Owner);
            return;
        }

        if (!EqualityComparer<T>.Default.Equals(field, value))
        {
            field = value;
            _area.NoteUpdate(this);
        }
    }
}
