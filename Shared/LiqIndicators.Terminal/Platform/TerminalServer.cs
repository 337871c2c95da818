using cAlgo.API.Internals;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Platform;

/// <summary>The broker's server: its clock is the virtual one.</summary>
internal sealed class TerminalServer : IServer
{
    private readonly TerminalCore _core;
    private readonly Callbacks<Action> _connected = new();
    private readonly Callbacks<Action> _disconnected = new();

    internal TerminalServer(TerminalCore core)
    {
        _core = core;
    }

    public event Action Connected
    {
        add => _connected.Add(value);
        remove => _connected.Remove(value);
    }

    public event Action Disconnected
    {
        add => _disconnected.Add(value);
        remove => _disconnected.Remove(value);
    }

    public DateTime Time => _core.ToApiTime(_core.NowUtc);

    public DateTime TimeInUtc => Time;

    public bool IsConnected { get; private set; } = true;

    internal void Change(bool isConnected)
    {
        if (isConnected == IsConnected)
        {
            return;
        }

        IsConnected = isConnected;
        (isConnected ? _connected : _disconnected).Raise(
            isConnected ? "Server.Connected" : "Server.Disconnected", handler => handler());
    }
}
