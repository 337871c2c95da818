using cAlgo.API;
using cAlgo.API.Hosting;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Platform;

/// <summary>One web socket of an algo. It never connects again by itself.</summary>
internal sealed class WebSocketLink : IWebSocketLink
{
    private readonly AlgoHost _host;
    private readonly WebSocketClient _client;
    private readonly WebSocketClientOptions _options;
    private WebSocketPeer? _peer;

    internal WebSocketLink(AlgoHost host, WebSocketClient client, WebSocketClientOptions options)
    {
        _host = host;
        _client = client;
        _options = options;
        host.Services.AtEnd(Dispose);
    }

    private TerminalCore Core => _host.Core;

    private bool IsSilent => Core.Options.Environment == TerminalEnvironment.Cloud
        || (Core.Options.Environment == TerminalEnvironment.Backtest && !Core.Options.WebSocketsConnectInBacktest);

    public void Connect(Uri uri)
    {
        Core.CheckThread();
        if (IsSilent)
        {
            _host.Root.Write($"WebSocketClient.Connect({uri}) does nothing in this environment.");
            return;
        }

        if (_peer is not null)
        {
            throw new InvalidOperationException($"The web socket is already connected to {_peer.Uri}.");
        }

        WebSocketPeer peer = new(this, uri);
        _peer = peer;
        _client.Enter(WebSocketClientState.Connecting);
        if (Core.Options.WebSockets?.OnConnecting(peer) == true)
        {
            Deliver(TimeSpan.Zero, client => client.RaiseConnected());
        }
        else
        {
            Deliver(_options.Timeout, _ => End(WebSocketClientState.Aborted, null, null));
        }
    }

    public void Send(string text)
    {
        if (TryGetOpen(nameof(Send), out WebSocketPeer? peer))
        {
            Core.Options.WebSockets!.OnText(peer!, text);
        }
    }

    public void Send(byte[] data)
    {
        if (TryGetOpen(nameof(Send), out WebSocketPeer? peer))
        {
            Core.Options.WebSockets!.OnBinary(peer!, data);
        }
    }

    public void Close(WebSocketClientCloseStatus status, string description)
    {
        if (TryGetOpen(nameof(Close), out WebSocketPeer? peer))
        {
            Core.Options.WebSockets!.OnClosed(peer!);
            Deliver(TimeSpan.Zero, _ => End(WebSocketClientState.Closed, status, description));
        }
    }

    public void Dispose()
    {
        if (_peer is { } peer)
        {
            _peer = null;
            _client.Enter(WebSocketClientState.Closed);
            Core.Options.WebSockets?.OnClosed(peer);
        }
    }

    /// <summary>Something arrives at the algo later, unless this connection has ended by then.</summary>
    internal void Deliver(TimeSpan delay, Action<WebSocketClient> action)
    {
        WebSocketPeer? peer = _peer;
        Core.Dispatcher.Schedule(Core.NowUtc + delay, () =>
        {
            if (peer is not null && ReferenceEquals(peer, _peer))
            {
                _host.Run("WebSocketClient", () => action(_client));
            }
        });
    }

    internal void End(WebSocketClientState state, WebSocketClientCloseStatus? status, string? description)
    {
        _peer = null;
        _client.RaiseDisconnected(state, status, description);
    }

    private bool TryGetOpen(string member, out WebSocketPeer? peer)
    {
        Core.CheckThread();
        peer = _peer;
        if (IsSilent)
        {
            _host.Root.Write($"WebSocketClient.{member} does nothing in this environment.");
            return false;
        }

        return _client.State == WebSocketClientState.Open && peer is not null
            ? true
            : throw new InvalidOperationException($"WebSocketClient.{member}: the socket is {_client.State}, not Open.");
    }
}
