using System.Collections;
using cAlgo.API;
using cAlgo.API.Hosting;

namespace LiqIndicators.Terminal.Charting;

/// <content>Controls that the user can drag.</content>
public abstract partial class RecordingArea
{
    private readonly List<RecordedDraggable> _draggables = [];

    ChartDraggables ChartArea.Draggables => new DraggableList(this);

    /// <summary>The user drags a control to a pixel of the pane; its handlers run as the algo that put it there.</summary>
    /// <exception cref="ArgumentException">It is not on this pane.</exception>
    public void DragAsUser(ChartDraggable draggable, double x, double y)
    {
        RecordedDraggable dragged = _draggables.Find(one => ReferenceEquals(one, draggable))
            ?? throw new ArgumentException("The draggable is not on this pane.", nameof(draggable));
        dragged.MoveTo(x, y);
    }

    private void RemoveDraggablesOf(string? algoInstanceId)
    {
        foreach (RecordedDraggable draggable in _draggables.FindAll(one => algoInstanceId is null || one.Owner == algoInstanceId))
        {
            Remove(draggable);
        }
    }

    private void Remove(RecordedDraggable draggable)
    {
        _draggables.Remove(draggable);
        draggable.Child = null;
        draggable.Forget();
    }

    private sealed class DraggableList(RecordingArea area) : ChartDraggables
    {
        public int Count => area._draggables.Count;

        public ChartDraggable Add()
        {
            area.Host.CheckAccess();
            RecordedDraggable added = new(area, CurrentAlgo, AlgoScope.Current);
            area._draggables.Add(added);
            return added;
        }

        public void Remove(ChartDraggable draggable)
        {
            area.Host.CheckAccess();
            if (draggable is RecordedDraggable recorded && area._draggables.Contains(recorded))
            {
                area.Remove(recorded);
            }
        }

        public IEnumerator<ChartDraggable> GetEnumerator() => area._draggables.ToList<ChartDraggable>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Where it lies is the algo's or the user's choice; only the user's is told to handlers.</summary>
    private sealed class RecordedDraggable(RecordingArea area, string owner, IAlgoHost? algo) : ChartDraggable
    {
        private readonly ChartEvent<ChartDraggableLocationChangedEventArgs> _locationChanged = new();
        private ControlBase? _child;
        private double _x;
        private double _y;
        private bool _showGrip = true;
        private bool _isVisible = true;

        public event Action<ChartDraggableLocationChangedEventArgs>? LocationChanged
        {
            add => _locationChanged.Add(value);
            remove => _locationChanged.Remove(value);
        }

        public string Owner => owner;

        public string Id { get; } = Guid.NewGuid().ToString();

        public ControlBase? Child
        {
            get => _child;
            set
            {
                if (ReferenceEquals(_child, value))
                {
                    return;
                }

                if (_child is not null && area._controls.Find(placement => placement.Placed.Control == _child) is { } old)
                {
                    area.Drop(old);
                }

                _child = value;
                if (value is not null)
                {
                    area.Place(value, new PlacedControl(value, owner, null, null, this), algo);
                }
            }
        }

        public double X
        {
            get => _x;
            set => Set(ref _x, value);
        }

        public double Y
        {
            get => _y;
            set => Set(ref _y, value);
        }

        public bool ShowGrip
        {
            get => _showGrip;
            set => Set(ref _showGrip, value);
        }

        public bool IsVisible
        {
            get => _isVisible;
            set => Set(ref _isVisible, value);
        }

        internal void MoveTo(double x, double y)
        {
            _x = x;
            _y = y;
            _locationChanged.Raise(area.Host, "LocationChanged", new ChartDraggableLocationChangedEventArgs(this));
        }

        internal void Forget() => _locationChanged.Forget(owner);

        private void Set<T>(ref T field, T value)
        {
            area.Host.CheckAccess();
            if (!EqualityComparer<T>.Default.Equals(field, value))
            {
                field = value;
                if (_child is not null)
                {
                    area.Log.ControlUpdated(owner);
                }
            }
        }
    }
}
