using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Sessions.Memory;

namespace LiqIndicators.CTrader.Drawing;

/// <summary>
/// Keeps one short text per broker, symbol and time frame over restarts; a time frame that has none of its own takes the
/// one written last for the symbol, so that a switch changes nothing that the user did not change.
/// </summary>
internal sealed class ChartMemory
{
    private const LocalStorageScope Scope = LocalStorageScope.Type;

    private readonly Algo _algo;
    private readonly string _topic;
    private readonly string _ownKey;
    private readonly string _symbolKey;
    private bool _isDirty;

    /// <summary>Opens the memory of the chart an algo runs on.</summary>
    /// <param name="algo">The algo.</param>
    /// <param name="topic">What is remembered; up to 30 letters, digits and spaces.</param>
    /// <param name="isPerTimeFrame">Whether time frames remember their own; else the symbol has one text.</param>
    internal ChartMemory(Algo algo, string topic, bool isPerTimeFrame = true)
    {
        _algo = algo;
        _topic = topic;
        string broker = (algo as Indicator)?.Account.BrokerName ?? (algo as Robot)?.Account.BrokerName ?? "";
        _symbolKey = MemoryKey.Of(topic, broker, algo.SymbolName);
        _ownKey = isPerTimeFrame ? MemoryKey.Of(topic, broker, algo.SymbolName, algo.TimeFrame.Name) : _symbolKey;
    }

    /// <summary>What was kept; null when there is nothing.</summary>
    internal string? Read() => NotEmpty(_algo.LocalStorage.GetString(_ownKey, Scope)) ?? NotEmpty(_algo.LocalStorage.GetString(_symbolKey, Scope));

    internal void Write(string text)
    {
        _algo.LocalStorage.SetString(_ownKey, text, Scope);
        _algo.LocalStorage.SetString(_symbolKey, text, Scope);
        _isDirty = true;
    }

    /// <summary>Puts it on the disk; costs nothing when nothing was written.</summary>
    internal void Flush()
    {
        if (_isDirty)
        {
            _isDirty = false;
            _algo.LocalStorage.Flush(Scope);
        }
    }

    /// <summary>Forgets what cannot be read, and says so.</summary>
    internal void Discard(string unreadable)
    {
        _algo.LocalStorage.Remove(_ownKey, Scope);
        _algo.LocalStorage.Remove(_symbolKey, Scope);
        _isDirty = true;
        _algo.Print($"What was kept as '{_topic}' cannot be read and is forgotten: {unreadable}");
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
