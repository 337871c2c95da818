using cAlgo.API.Collections;

namespace cAlgo.API;

public abstract class ChartObjectEventArgs
{
    private protected ChartObjectEventArgs(Chart chart, ChartArea area, ChartObject chartObject)
    {
        Chart = chart;
        Area = area;
        ChartObject = chartObject;
    }

    public Chart Chart { get; }

    public ChartArea Area { get; }

    public ChartObject ChartObject { get; }
}

public class ChartObjectHoverChangedEventArgs : ChartObjectEventArgs
{
    internal ChartObjectHoverChangedEventArgs(
        Chart chart, ChartArea area, ChartObject chartObject, bool isObjectHovered)
        : base(chart, area, chartObject)
    {
        IsObjectHovered = isObjectHovered;
    }

    public bool IsObjectHovered { get; }
}

public abstract class ChartObjectsEventArgs
{
    private protected ChartObjectsEventArgs(Chart chart, ChartArea area, IReadonlyList<ChartObject> chartObjects)
    {
        Chart = chart;
        Area = area;
        ChartObjects = chartObjects;
    }

    public Chart Chart { get; }

    public ChartArea Area { get; }

    public IReadonlyList<ChartObject> ChartObjects { get; }
}

public class ChartObjectsAddedEventArgs : ChartObjectsEventArgs
{
    internal ChartObjectsAddedEventArgs(Chart chart, ChartArea area, IReadonlyList<ChartObject> chartObjects)
        : base(chart, area, chartObjects)
    {
    }
}

public class ChartObjectsUpdatedEventArgs : ChartObjectsEventArgs
{
    internal ChartObjectsUpdatedEventArgs(Chart chart, ChartArea area, IReadonlyList<ChartObject> chartObjects)
        : base(chart, area, chartObjects)
    {
    }
}

public class ChartObjectsRemovedEventArgs : ChartObjectsEventArgs
{
    internal ChartObjectsRemovedEventArgs(Chart chart, ChartArea area, IReadonlyList<ChartObject> chartObjects)
        : base(chart, area, chartObjects)
    {
    }
}

public class ChartObjectsMoveStartedEventArgs : ChartObjectsEventArgs
{
    internal ChartObjectsMoveStartedEventArgs(Chart chart, ChartArea area, IReadonlyList<ChartObject> chartObjects)
        : base(chart, area, chartObjects)
    {
    }
}

public class ChartObjectsMovingEventArgs : ChartObjectsEventArgs
{
    internal ChartObjectsMovingEventArgs(Chart chart, ChartArea area, IReadonlyList<ChartObject> chartObjects)
        : base(chart, area, chartObjects)
    {
    }
}

public class ChartObjectsMoveEndedEventArgs : ChartObjectsEventArgs
{
    internal ChartObjectsMoveEndedEventArgs(Chart chart, ChartArea area, IReadonlyList<ChartObject> chartObjects)
        : base(chart, area, chartObjects)
    {
    }
}

public class ChartObjectsSelectionChangedEventArgs
{
    internal ChartObjectsSelectionChangedEventArgs(
        Chart chart, ChartArea area, IReadonlyList<ChartObject> objectsAddedToSelection,
        IReadonlyList<ChartObject> objectsRemovedFromSelection)
    {
        Chart = chart;
        Area = area;
        ObjectsAddedToSelection = objectsAddedToSelection;
        ObjectsRemovedFromSelection = objectsRemovedFromSelection;
    }

    public Chart Chart { get; }

    public ChartArea Area { get; }

    public IReadonlyList<ChartObject> ObjectsAddedToSelection { get; }

    public IReadonlyList<ChartObject> ObjectsRemovedFromSelection { get; }
}
