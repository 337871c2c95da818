using System.Collections;
using cAlgo.API;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Trading;

/// <summary>Pending orders of the account: none, since nothing in the terminal places any.</summary>
internal sealed class TerminalPendingOrders : PendingOrders
{
    private readonly Callbacks<Action<PendingOrderCreatedEventArgs>> _created = new();
    private readonly Callbacks<Action<PendingOrderModifiedEventArgs>> _modified = new();
    private readonly Callbacks<Action<PendingOrderCancelledEventArgs>> _cancelled = new();
    private readonly Callbacks<Action<PendingOrderFilledEventArgs>> _filled = new();

    public event Action<PendingOrderCreatedEventArgs> Created
    {
        add => _created.Add(value);
        remove => _created.Remove(value);
    }

    public event Action<PendingOrderModifiedEventArgs> Modified
    {
        add => _modified.Add(value);
        remove => _modified.Remove(value);
    }

    public event Action<PendingOrderCancelledEventArgs> Cancelled
    {
        add => _cancelled.Add(value);
        remove => _cancelled.Remove(value);
    }

    public event Action<PendingOrderFilledEventArgs> Filled
    {
        add => _filled.Add(value);
        remove => _filled.Remove(value);
    }

    public int Count => 0;

    public PendingOrder this[int index] =>
        throw new ArgumentOutOfRangeException(nameof(index), index, "There are no pending orders.");

    public PendingOrder? FindById(int id) => null;

    public IEnumerator<PendingOrder> GetEnumerator() => Enumerable.Empty<PendingOrder>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
