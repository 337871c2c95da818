namespace cAlgo.API;

public class PositionOpenedEventArgs
{
    internal PositionOpenedEventArgs(Position position)
    {
        Position = position;
    }

    public Position Position { get; }
}

public class PositionModifiedEventArgs
{
    internal PositionModifiedEventArgs(Position position)
    {
        Position = position;
    }

    public Position Position { get; }
}

public class PositionClosedEventArgs
{
    protected internal PositionClosedEventArgs(Position position, PositionCloseReason reason)
    {
        Position = position;
        Reason = reason;
    }

    public Position Position { get; }

    public PositionCloseReason Reason { get; }
}
