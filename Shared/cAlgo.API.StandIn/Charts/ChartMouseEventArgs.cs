namespace cAlgo.API;

public class ChartMouseEventArgs
{
    internal ChartMouseEventArgs(
        Chart chart, ChartArea chartArea, double mouseX, double mouseY, DateTime timeValue, double barIndex,
        double yValue, bool ctrlKey, bool shiftKey, bool altKey)
    {
        Chart = chart;
        ChartArea = chartArea;
        MouseX = mouseX;
        MouseY = mouseY;
        TimeValue = timeValue;
        BarIndex = barIndex;
        YValue = yValue;
        CtrlKey = ctrlKey;
        ShiftKey = shiftKey;
        AltKey = altKey;
    }

    public Chart Chart { get; }

    public ChartArea ChartArea { get; }

    public double MouseX { get; }

    public double MouseY { get; }

    public DateTime TimeValue { get; }

    public double BarIndex { get; }

    public double YValue { get; }

    public bool CtrlKey { get; }

    public bool ShiftKey { get; }

    public bool AltKey { get; }
}

public class ChartMouseWheelEventArgs : ChartMouseEventArgs
{
    internal ChartMouseWheelEventArgs(
        Chart chart, ChartArea chartArea, double mouseX, double mouseY, DateTime timeValue, double barIndex,
        double yValue, bool ctrlKey, bool shiftKey, bool altKey, int delta)
        : base(chart, chartArea, mouseX, mouseY, timeValue, barIndex, yValue, ctrlKey, shiftKey, altKey)
    {
        Delta = delta;
    }

    public int Delta { get; }
}

public class ChartDragEventArgs : ChartMouseEventArgs
{
    internal ChartDragEventArgs(
        Chart chart, ChartArea chartArea, double mouseX, double mouseY, DateTime timeValue, double barIndex,
        double yValue, bool ctrlKey, bool shiftKey, bool altKey)
        : base(chart, chartArea, mouseX, mouseY, timeValue, barIndex, yValue, ctrlKey, shiftKey, altKey)
    {
    }
}
