using System.Collections;
using cAlgo.API;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Trading;

/// <summary>Pending orders of the account. Nothing in the API of the terminal places any: they come by hand.</summary>
internal sealed class TerminalPendingOrders : PendingOrders
{
    private readonly TradingDesk _desk;
    private readonly List<TerminalPendingOrder> _orders = [];
    private readonly Dictionary<int, TerminalPendingOrder> _known = [];
    private readonly Callbacks<Action<PendingOrderCreatedEventArgs>> _created = new();
    private readonly Callbacks<Action<PendingOrderModifiedEventArgs>> _modified = new();
    private readonly Callbacks<Action<PendingOrderCancelledEventArgs>> _cancelled = new();
    private readonly Callbacks<Action<PendingOrderFilledEventArgs>> _filled = new();

    internal TerminalPendingOrders(TradingDesk desk)
    {
        _desk = desk;
    }

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

    public int Count => _orders.Count;

    public PendingOrder this[int index] => _orders[index];

    public PendingOrder? FindById(int id) => _orders.Find(order => order.Id == id);

    public IEnumerator<PendingOrder> GetEnumerator() => _orders.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The order that shows one of the broker's, pending or ended.</summary>
    internal TerminalPendingOrder Of(BrokerOrder held) => _known[held.Id];

    internal void OnPlaced(BrokerOrder held)
    {
        TerminalPendingOrder order = new(_desk, held);
        _orders.Add(order);
        _known.Add(held.Id, order);
        _created.Raise("PendingOrders.Created", handler => handler(new PendingOrderCreatedEventArgs(order)));
    }

    internal void OnChanged(BrokerOrder held)
    {
        TerminalPendingOrder order = Of(held);
        order.NoteUpdate();
        _modified.Raise("PendingOrders.Modified", handler => handler(new PendingOrderModifiedEventArgs(order)));
    }

    internal void OnCancelled(BrokerOrder held, PendingOrderCancellationReason reason)
    {
        TerminalPendingOrder order = Of(held);
        _orders.Remove(order);
        _cancelled.Raise("PendingOrders.Cancelled", handler => handler(new PendingOrderCancelledEventArgs(order, reason)));
    }

    internal void OnFilled(BrokerOrder held, BrokerPosition? position)
    {
        TerminalPendingOrder order = Of(held);
        Position? shown = position is null ? null : _desk.Positions.Of(position);
        _orders.Remove(order);
        _filled.Raise("PendingOrders.Filled", handler => handler(new PendingOrderFilledEventArgs(order, shown)));
    }
}
