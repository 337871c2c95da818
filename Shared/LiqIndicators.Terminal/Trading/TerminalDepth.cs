using cAlgo.API;
using cAlgo.API.Collections;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Trading;

/// <summary>A book of one line a side: the recording knows no more.</summary>
internal sealed class TerminalDepth : MarketDepth
{
    private readonly TerminalSymbol _symbol;
    private readonly Callbacks<Action> _updated = new();

    internal TerminalDepth(TerminalSymbol symbol)
    {
        _symbol = symbol;
    }

    public event Action Updated
    {
        add => _updated.Add(value);
        remove => _updated.Remove(value);
    }

    public IReadonlyList<MarketDepthEntry> AskEntries => Line(_symbol.Ask);

    public IReadonlyList<MarketDepthEntry> BidEntries => Line(_symbol.Bid);

    internal void RaiseUpdated() => _updated.Raise("MarketDepth.Updated", handler => handler());

    private ReadOnlyItems<MarketDepthEntry> Line(double price) =>
        new(double.IsNaN(price) ? [] : [new Entry(price, _symbol.VolumeInUnitsMax)]);

    private sealed record Entry(double Price, double VolumeInUnits) : MarketDepthEntry;
}
