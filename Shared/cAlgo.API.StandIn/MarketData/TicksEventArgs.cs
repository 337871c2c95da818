namespace cAlgo.API;

public class TicksHistoryLoadedEventArgs
{
    internal TicksHistoryLoadedEventArgs(Ticks ticks, int count)
    {
        Ticks = ticks;
        Count = count;
    }

    public Ticks Ticks { get; }

    public int Count { get; }
}

public class TicksTickEventArgs
{
    internal TicksTickEventArgs(Ticks ticks)
    {
        Ticks = ticks;
    }

    public Ticks Ticks { get; }
}
