namespace cAlgo.API;

public class PendingOrderCreatedEventArgs
{
    internal PendingOrderCreatedEventArgs(PendingOrder pendingOrder)
    {
        PendingOrder = pendingOrder;
    }

    public PendingOrder PendingOrder { get; }
}

public class PendingOrderModifiedEventArgs
{
    internal PendingOrderModifiedEventArgs(PendingOrder pendingOrder)
    {
        PendingOrder = pendingOrder;
    }

    public PendingOrder PendingOrder { get; }
}

public class PendingOrderCancelledEventArgs
{
    internal PendingOrderCancelledEventArgs(PendingOrder pendingOrder, PendingOrderCancellationReason reason)
    {
        PendingOrder = pendingOrder;
        Reason = reason;
    }

    public PendingOrder PendingOrder { get; }

    public PendingOrderCancellationReason Reason { get; }
}

public class PendingOrderFilledEventArgs
{
    internal PendingOrderFilledEventArgs(PendingOrder pendingOrder, Position position)
    {
        PendingOrder = pendingOrder;
        Position = position;
    }

    public PendingOrder PendingOrder { get; }

    public Position Position { get; }
}
