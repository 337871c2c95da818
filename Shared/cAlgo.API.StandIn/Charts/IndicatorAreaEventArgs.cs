namespace cAlgo.API;

public abstract class IndicatorAreaEventArgs
{
    private protected IndicatorAreaEventArgs(Chart chart, IndicatorArea area)
    {
        Chart = chart;
        Area = area;
    }

    public Chart Chart { get; }

    public IndicatorArea Area { get; }
}

public class IndicatorAreaAddedEventArgs : IndicatorAreaEventArgs
{
    internal IndicatorAreaAddedEventArgs(Chart chart, IndicatorArea area)
        : base(chart, area)
    {
    }
}

public class IndicatorAreaRemovedEventArgs : IndicatorAreaEventArgs
{
    internal IndicatorAreaRemovedEventArgs(Chart chart, IndicatorArea area)
        : base(chart, area)
    {
    }
}
