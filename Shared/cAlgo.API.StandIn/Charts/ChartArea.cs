using cAlgo.API.Collections;

namespace cAlgo.API;

public interface ChartArea
{
    bool IsAlive { get; }
    double Width { get; }
    double Height { get; }
    double BottomY { get; }
    double TopY { get; }
    IReadonlyList<ChartObject> Objects { get; }
    IReadonlyList<ChartObject> SelectedObjects { get; }
    ChartDraggables Draggables { get; }

    event Action<ChartMouseEventArgs> MouseEnter;
    event Action<ChartMouseEventArgs> MouseLeave;
    event Action<ChartMouseEventArgs> MouseMove;
    event Action<ChartMouseEventArgs> MouseDown;
    event Action<ChartMouseEventArgs> MouseUp;
    event Action<ChartMouseWheelEventArgs> MouseWheel;
    event Action<ChartDragEventArgs> DragStart;
    event Action<ChartDragEventArgs> DragEnd;
    event Action<ChartDragEventArgs> Drag;
    event Action<ChartSizeEventArgs> SizeChanged;
    event Action<ChartScrollEventArgs> ScrollChanged;
    event Action<ChartObjectsAddedEventArgs> ObjectsAdded;
    event Action<ChartObjectsUpdatedEventArgs> ObjectsUpdated;
    event Action<ChartObjectsRemovedEventArgs> ObjectsRemoved;
    event Action<ChartObjectsSelectionChangedEventArgs> ObjectsSelectionChanged;
    event Action<ChartObjectHoverChangedEventArgs> ObjectHoverChanged;
    event Action<ChartObjectsMoveStartedEventArgs> ObjectsMoveStarted;
    event Action<ChartObjectsMovingEventArgs> ObjectsMoving;
    event Action<ChartObjectsMoveEndedEventArgs> ObjectsMoveEnded;

    void AddControl(ControlBase control);
    void RemoveControl(ControlBase control);
    void AddControl(ControlBase control, int barIndex, double y);
    void AddControl(ControlBase control, DateTime time, double y);
    void AddControl(ControlBase control, DateTime time);
    void AddControl(ControlBase control, int barIndex);
    void AddControl(ControlBase control, double y);
    void MoveControl(ControlBase control, int barIndex, double y);
    void MoveControl(ControlBase control, DateTime time, double y);
    void MoveControl(ControlBase control, DateTime time);
    void MoveControl(ControlBase control, int barIndex);
    void MoveControl(ControlBase control, double y);
    void SetYRange(double bottomY, double topY);
    T[] FindAllObjects<T>() where T : ChartObject;
    ChartObject[] FindAllObjects(ChartObjectType objectType);
    ChartObject FindObject(string objectName);
    void RemoveObject(string objectName);
    void RemoveAllObjects();
    ChartHorizontalLine DrawHorizontalLine(string name, double y, Color color);
    ChartHorizontalLine DrawHorizontalLine(string name, double y, Color color, int thickness);
    ChartHorizontalLine DrawHorizontalLine(string name, double y, Color color, int thickness, LineStyle lineStyle);
    ChartVerticalLine DrawVerticalLine(string name, DateTime time, Color color);
    ChartVerticalLine DrawVerticalLine(string name, DateTime time, Color color, int thickness);
    ChartVerticalLine DrawVerticalLine(string name, DateTime time, Color color, int thickness, LineStyle lineStyle);
    ChartVerticalLine DrawVerticalLine(string name, int barIndex, Color color);
    ChartVerticalLine DrawVerticalLine(string name, int barIndex, Color color, int thickness);
    ChartVerticalLine DrawVerticalLine(string name, int barIndex, Color color, int thickness, LineStyle lineStyle);
    ChartTrendLine DrawTrendLine(string name, DateTime time1, double y1, DateTime time2, double y2, Color color);
    ChartTrendLine DrawTrendLine(
        string name, DateTime time1, double y1, DateTime time2, double y2, Color color, int thickness);
    ChartTrendLine DrawTrendLine(
        string name, DateTime time1, double y1, DateTime time2, double y2, Color color, int thickness,
        LineStyle lineStyle);
    ChartTrendLine DrawTrendLine(string name, int barIndex1, double y1, int barIndex2, double y2, Color color);
    ChartTrendLine DrawTrendLine(
        string name, int barIndex1, double y1, int barIndex2, double y2, Color color, int thickness);
    ChartTrendLine DrawTrendLine(
        string name, int barIndex1, double y1, int barIndex2, double y2, Color color, int thickness,
        LineStyle lineStyle);
    ChartText DrawText(string name, string text, DateTime time, double y, Color color);
    ChartText DrawText(string name, string text, int barIndex, double y, Color color);
    ChartStaticText DrawStaticText(
        string name, string text, VerticalAlignment verticalAlignment, HorizontalAlignment horizontalAlignment,
        Color color);
    ChartIcon DrawIcon(string name, ChartIconType iconType, DateTime time, double y, Color color);
    ChartIcon DrawIcon(string name, ChartIconType iconType, int barIndex, double y, Color color);
    ChartRectangle DrawRectangle(string name, DateTime time1, double y1, DateTime time2, double y2, Color color);
    ChartRectangle DrawRectangle(
        string name, DateTime time1, double y1, DateTime time2, double y2, Color color, int thickness);
    ChartRectangle DrawRectangle(
        string name, DateTime time1, double y1, DateTime time2, double y2, Color color, int thickness,
        LineStyle lineStyle);
    ChartRectangle DrawRectangle(string name, int barIndex1, double y1, int barIndex2, double y2, Color color);
    ChartRectangle DrawRectangle(
        string name, int barIndex1, double y1, int barIndex2, double y2, Color color, int thickness);
    ChartRectangle DrawRectangle(
        string name, int barIndex1, double y1, int barIndex2, double y2, Color color, int thickness,
        LineStyle lineStyle);
    DateTime XToTime(double x);
    double TimeToX(DateTime time);
    double YToYValue(double y);
    double YValueToY(double yValue);
    double XToBarIndex(double x);
    double BarIndexToX(double barIndex);
}
