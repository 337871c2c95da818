using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <content>Events.</content>
public abstract partial class RecordingArea
{
    event Action<ChartMouseEventArgs> ChartArea.MouseEnter
    {
        add => MouseEnterEvent.Add(value);
        remove => MouseEnterEvent.Remove(value);
    }

    event Action<ChartMouseEventArgs> ChartArea.MouseLeave
    {
        add => MouseLeaveEvent.Add(value);
        remove => MouseLeaveEvent.Remove(value);
    }

    event Action<ChartMouseEventArgs> ChartArea.MouseMove
    {
        add => MouseMoveEvent.Add(value);
        remove => MouseMoveEvent.Remove(value);
    }

    event Action<ChartMouseEventArgs> ChartArea.MouseDown
    {
        add => MouseDownEvent.Add(value);
        remove => MouseDownEvent.Remove(value);
    }

    event Action<ChartMouseEventArgs> ChartArea.MouseUp
    {
        add => MouseUpEvent.Add(value);
        remove => MouseUpEvent.Remove(value);
    }

    event Action<ChartMouseWheelEventArgs> ChartArea.MouseWheel
    {
        add => MouseWheelEvent.Add(value);
        remove => MouseWheelEvent.Remove(value);
    }

    event Action<ChartDragEventArgs> ChartArea.DragStart
    {
        add => DragStartEvent.Add(value);
        remove => DragStartEvent.Remove(value);
    }

    event Action<ChartDragEventArgs> ChartArea.DragEnd
    {
        add => DragEndEvent.Add(value);
        remove => DragEndEvent.Remove(value);
    }

    event Action<ChartDragEventArgs> ChartArea.Drag
    {
        add => DragEvent.Add(value);
        remove => DragEvent.Remove(value);
    }

    event Action<ChartSizeEventArgs> ChartArea.SizeChanged
    {
        add => SizeChangedEvent.Add(value);
        remove => SizeChangedEvent.Remove(value);
    }

    event Action<ChartScrollEventArgs> ChartArea.ScrollChanged
    {
        add => ScrollChangedEvent.Add(value);
        remove => ScrollChangedEvent.Remove(value);
    }

    event Action<ChartObjectsAddedEventArgs> ChartArea.ObjectsAdded
    {
        add => ObjectsAddedEvent.Add(value);
        remove => ObjectsAddedEvent.Remove(value);
    }

    event Action<ChartObjectsUpdatedEventArgs> ChartArea.ObjectsUpdated
    {
        add => ObjectsUpdatedEvent.Add(value);
        remove => ObjectsUpdatedEvent.Remove(value);
    }

    event Action<ChartObjectsRemovedEventArgs> ChartArea.ObjectsRemoved
    {
        add => ObjectsRemovedEvent.Add(value);
        remove => ObjectsRemovedEvent.Remove(value);
    }

    event Action<ChartObjectsSelectionChangedEventArgs> ChartArea.ObjectsSelectionChanged
    {
        add => ObjectsSelectionChangedEvent.Add(value);
        remove => ObjectsSelectionChangedEvent.Remove(value);
    }

    event Action<ChartObjectHoverChangedEventArgs> ChartArea.ObjectHoverChanged
    {
        add => ObjectHoverChangedEvent.Add(value);
        remove => ObjectHoverChangedEvent.Remove(value);
    }

    event Action<ChartObjectsMoveStartedEventArgs> ChartArea.ObjectsMoveStarted
    {
        add => ObjectsMoveStartedEvent.Add(value);
        remove => ObjectsMoveStartedEvent.Remove(value);
    }

    event Action<ChartObjectsMovingEventArgs> ChartArea.ObjectsMoving
    {
        add => ObjectsMovingEvent.Add(value);
        remove => ObjectsMovingEvent.Remove(value);
    }

    event Action<ChartObjectsMoveEndedEventArgs> ChartArea.ObjectsMoveEnded
    {
        add => ObjectsMoveEndedEvent.Add(value);
        remove => ObjectsMoveEndedEvent.Remove(value);
    }

    private protected ChartEvent<ChartMouseEventArgs> MouseEnterEvent { get; } = new();

    private protected ChartEvent<ChartMouseEventArgs> MouseLeaveEvent { get; } = new();

    private protected ChartEvent<ChartMouseEventArgs> MouseMoveEvent { get; } = new();

    private protected ChartEvent<ChartMouseEventArgs> MouseDownEvent { get; } = new();

    private protected ChartEvent<ChartMouseEventArgs> MouseUpEvent { get; } = new();

    private protected ChartEvent<ChartMouseWheelEventArgs> MouseWheelEvent { get; } = new();

    private protected ChartEvent<ChartDragEventArgs> DragStartEvent { get; } = new();

    private protected ChartEvent<ChartDragEventArgs> DragEndEvent { get; } = new();

    private protected ChartEvent<ChartDragEventArgs> DragEvent { get; } = new();

    private protected ChartEvent<ChartSizeEventArgs> SizeChangedEvent { get; } = new();

    private protected ChartEvent<ChartScrollEventArgs> ScrollChangedEvent { get; } = new();

    private protected ChartEvent<ChartObjectsAddedEventArgs> ObjectsAddedEvent { get; } = new();

    private protected ChartEvent<ChartObjectsUpdatedEventArgs> ObjectsUpdatedEvent { get; } = new();

    private protected ChartEvent<ChartObjectsRemovedEventArgs> ObjectsRemovedEvent { get; } = new();

    private protected ChartEvent<ChartObjectsSelectionChangedEventArgs> ObjectsSelectionChangedEvent { get; } = new();

    private protected ChartEvent<ChartObjectHoverChangedEventArgs> ObjectHoverChangedEvent { get; } = new();

    private protected ChartEvent<ChartObjectsMoveStartedEventArgs> ObjectsMoveStartedEvent { get; } = new();

    private protected ChartEvent<ChartObjectsMovingEventArgs> ObjectsMovingEvent { get; } = new();

    private protected ChartEvent<ChartObjectsMoveEndedEventArgs> ObjectsMoveEndedEvent { get; } = new();

    private protected virtual void ForgetHandlers(string algoInstanceId)
    {
        MouseEnterEvent.Forget(algoInstanceId);
        MouseLeaveEvent.Forget(algoInstanceId);
        MouseMoveEvent.Forget(algoInstanceId);
        MouseDownEvent.Forget(algoInstanceId);
        MouseUpEvent.Forget(algoInstanceId);
        MouseWheelEvent.Forget(algoInstanceId);
        DragStartEvent.Forget(algoInstanceId);
        DragEndEvent.Forget(algoInstanceId);
        DragEvent.Forget(algoInstanceId);
        SizeChangedEvent.Forget(algoInstanceId);
        ScrollChangedEvent.Forget(algoInstanceId);
        ObjectsAddedEvent.Forget(algoInstanceId);
        ObjectsUpdatedEvent.Forget(algoInstanceId);
        ObjectsRemovedEvent.Forget(algoInstanceId);
        ObjectsSelectionChangedEvent.Forget(algoInstanceId);
        ObjectHoverChangedEvent.Forget(algoInstanceId);
        ObjectsMoveStartedEvent.Forget(algoInstanceId);
        ObjectsMovingEvent.Forget(algoInstanceId);
        ObjectsMoveEndedEvent.Forget(algoInstanceId);
    }
}
