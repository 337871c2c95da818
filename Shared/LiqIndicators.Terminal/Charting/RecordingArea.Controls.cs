using cAlgo.API;
using cAlgo.API.Hosting;

namespace LiqIndicators.Terminal.Charting;

/// <content>Controls.</content>
public abstract partial class RecordingArea
{
    private readonly List<Placement> _controls = [];

    /// <summary>Outermost controls on the pane, in the order they were put there.</summary>
    public IReadOnlyList<PlacedControl> Controls => [.. _controls.Select(placement => placement.Placed)];

    /// <summary>All controls of a kind on the pane, also those inside others, from outside to inside.</summary>
    public IEnumerable<T> FindControls<T>()
        where T : ControlBase =>
        _controls.SelectMany(placement => Tree(placement.Placed.Control)).OfType<T>();

    /// <summary>Presses a control the way a user would; its handlers run as the algo that put it there.</summary>
    /// <param name="control">A button, toggle button or check box on the pane; one that is disabled or invisible ignores it.</param>
    /// <exception cref="ArgumentException">The control is not on this pane or cannot be pressed.</exception>
    public void Press(ControlBase control)
    {
        Placement placement = _controls.Find(p => Tree(p.Placed.Control).Contains(control))
            ?? throw new ArgumentException("The control is not on this pane.", nameof(control));
        Action press = control switch
        {
            Button button => button.PerformClick,
            ToggleButton toggle => toggle.PerformClick,
            CheckBox box => box.PerformClick,
            _ => throw new ArgumentException($"A {control.GetType().Name} cannot be pressed; expected a button or a check box.", nameof(control)),
        };
        for (ControlBase? at = control; at is not null; at = at.Parent)
        {
            if (!at.IsEnabled || !at.IsVisible)
            {
                return;
            }
        }

        Host.Run(placement.Algo, $"{control.GetType().Name}.Click", press);
    }

    void ChartArea.AddControl(ControlBase control) => Add(control, null, null);

    void ChartArea.AddControl(ControlBase control, int barIndex, double y) => Add(control, TimeOf(barIndex), y);

    void ChartArea.AddControl(ControlBase control, DateTime time, double y) => Add(control, time, y);

    void ChartArea.AddControl(ControlBase control, DateTime time) => Add(control, time, null);

    void ChartArea.AddControl(ControlBase control, int barIndex) => Add(control, TimeOf(barIndex), null);

    void ChartArea.AddControl(ControlBase control, double y) => Add(control, null, y);

    void ChartArea.MoveControl(ControlBase control, int barIndex, double y) => Move(control, TimeOf(barIndex), y);

    void ChartArea.MoveControl(ControlBase control, DateTime time, double y) => Move(control, time, y);

    void ChartArea.MoveControl(ControlBase control, DateTime time) => Move(control, time, null);

    void ChartArea.MoveControl(ControlBase control, int barIndex) => Move(control, TimeOf(barIndex), null);

    void ChartArea.MoveControl(ControlBase control, double y) => Move(control, null, y);

    void ChartArea.RemoveControl(ControlBase control)
    {
        Host.CheckAccess();
        Placement? found = _controls.Find(placement => placement.Placed.Control == control);
        if (found is not null)
        {
            Drop(found);
        }
    }

    private static IEnumerable<ControlBase> Tree(ControlBase root) => root.VisualChildren.SelectMany(Tree).Prepend(root);

    private void RemoveControlsOf(string? algoInstanceId)
    {
        foreach (Placement placement in _controls.FindAll(p => algoInstanceId is null || p.Placed.Owner == algoInstanceId))
        {
            Drop(placement);
        }
    }

    private void Add(ControlBase control, DateTime? time, double? y) =>
        Place(control, new PlacedControl(control, CurrentAlgo, time, y), AlgoScope.Current);

    private void Place(ControlBase control, PlacedControl placed, IAlgoHost? algo)
    {
        Host.CheckAccess();
        ArgumentNullException.ThrowIfNull(control);
        if (_controls.Exists(placement => placement.Placed.Control == control))
        {
            throw new ArgumentException($"The {control.GetType().Name} is already on this pane.", nameof(control));
        }

        string owner = placed.Owner;
        Placement added = new(placed, algo, _ => Log.ControlUpdated(owner));
        control.Changed += added.OnChanged;
        _controls.Add(added);
        Log.ControlAdded(owner);
    }

    private void Move(ControlBase control, DateTime? time, double? y)
    {
        Host.CheckAccess();
        Placement moved = _controls.Find(placement => placement.Placed.Control == control)
            ?? throw new ArgumentException("The control is not on this pane.", nameof(control));
        PlacedControl target = moved.Placed with { Time = time, Y = y };
        if (target != moved.Placed)
        {
            moved.Placed = target;
            Log.ControlUpdated(target.Owner);
        }
    }

    private void Drop(Placement placement)
    {
        placement.Placed.Control.Changed -= placement.OnChanged;
        _controls.Remove(placement);
        Log.ControlRemoved(placement.Placed.Owner);
    }

    private sealed class Placement(PlacedControl placed, IAlgoHost? algo, Action<ControlBase> onChanged)
    {
        public PlacedControl Placed { get; set; } = placed;

        public IAlgoHost? Algo { get; } = algo;

        public Action<ControlBase> OnChanged { get; } = onChanged;
    }
}
