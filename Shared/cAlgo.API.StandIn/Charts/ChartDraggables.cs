namespace cAlgo.API;

public interface ChartDraggable
{
    string Id { get; }
    ControlBase Child { get; set; }
    double X { get; set; }
    double Y { get; set; }
    bool ShowGrip { get; set; }
    bool IsVisible { get; set; }

    event Action<ChartDraggableLocationChangedEventArgs> LocationChanged;
}

public interface ChartDraggables : IEnumerable<ChartDraggable>
{
    int Count { get; }

    ChartDraggable Add();
    void Remove(ChartDraggable draggable);
}

public class ChartDraggableLocationChangedEventArgs
{
    internal ChartDraggableLocationChangedEventArgs(ChartDraggable draggable)
    {
        Draggable = draggable;
    }

    public ChartDraggable Draggable { get; }
}
