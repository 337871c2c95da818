namespace cAlgo.API;

public class ChartActivationChangedEventArgs
{
    internal ChartActivationChangedEventArgs(Chart chart)
    {
        Chart = chart;
    }

    public Chart Chart { get; }
}

public class ChartColorEventArgs
{
    internal ChartColorEventArgs(Chart chart)
    {
        Chart = chart;
    }

    public Chart Chart { get; }
}

public class ChartDisplaySettingsEventArgs
{
    internal ChartDisplaySettingsEventArgs(Chart chart)
    {
        Chart = chart;
    }

    public Chart Chart { get; }
}

public class ChartKeyboardEventArgs
{
    internal ChartKeyboardEventArgs(
        Chart chart, Key key, ModifierKeys modifiers, bool ctrlKey, bool shiftKey, bool altKey)
    {
        Chart = chart;
        Key = key;
        Modifiers = modifiers;
        CtrlKey = ctrlKey;
        ShiftKey = shiftKey;
        AltKey = altKey;
    }

    public Chart Chart { get; }

    public Key Key { get; }

    public ModifierKeys Modifiers { get; }

    public bool CtrlKey { get; }

    public bool ShiftKey { get; }

    public bool AltKey { get; }
}

public class ChartScrollEventArgs
{
    internal ChartScrollEventArgs(
        Chart chart, ChartArea chartArea, int barsDelta, double bottomYDelta, double topYDelta)
    {
        Chart = chart;
        ChartArea = chartArea;
        BarsDelta = barsDelta;
        BottomYDelta = bottomYDelta;
        TopYDelta = topYDelta;
    }

    public Chart Chart { get; }

    public ChartArea ChartArea { get; }

    public int BarsDelta { get; }

    public double BottomYDelta { get; }

    public double TopYDelta { get; }
}

public class ChartSizeEventArgs
{
    internal ChartSizeEventArgs(Chart chart, ChartArea area)
    {
        Chart = chart;
        Area = area;
    }

    public Chart Chart { get; }

    public ChartArea Area { get; }
}

public class ChartTypeEventArgs
{
    internal ChartTypeEventArgs(Chart chart)
    {
        Chart = chart;
    }

    public Chart Chart { get; }
}

public class ChartVisibilityChangedEventArgs
{
    internal ChartVisibilityChangedEventArgs(Chart chart)
    {
        Chart = chart;
    }

    public Chart Chart { get; }
}

public class ChartZoomEventArgs
{
    internal ChartZoomEventArgs(Chart chart)
    {
        Chart = chart;
    }

    public Chart Chart { get; }
}
