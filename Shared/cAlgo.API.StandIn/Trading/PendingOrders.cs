namespace cAlgo.API;

public interface PendingOrders : IEnumerable<PendingOrder>
{
    PendingOrder this[int index] { get; }
    int Count { get; }

    event Action<PendingOrderCreatedEventArgs> Created;
    event Action<PendingOrderModifiedEventArgs> Modified;
    event Action<PendingOrderCancelledEventArgs> Cancelled;
    event Action<PendingOrderFilledEventArgs> Filled;

    PendingOrder FindById(int id);
}
