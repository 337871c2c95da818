namespace cAlgo.API;

public class BarClosedEventArgs
{
    internal BarClosedEventArgs(Bars bars)
    {
        Bars = bars;
    }

    public Bars Bars { get; }
}

public class BarOpenedEventArgs
{
    internal BarOpenedEventArgs(Bars bars)
    {
        Bars = bars;
    }

    public Bars Bars { get; }
}

public class BarsHistoryLoadedEventArgs
{
    internal BarsHistoryLoadedEventArgs(Bars bars, int count)
    {
        Bars = bars;
        Count = count;
    }

    public Bars Bars { get; }

    public int Count { get; }
}

public class BarsTickEventArgs
{
    internal BarsTickEventArgs(Bars bars, bool isBarOpened)
    {
        Bars = bars;
        IsBarOpened = isBarOpened;
    }

    public Bars Bars { get; }

    public bool IsBarOpened { get; }
}
