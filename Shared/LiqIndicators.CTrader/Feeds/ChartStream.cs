using System.Runtime.InteropServices;
using cAlgo.API;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.CTrader.Feeds;

/// <summary>One web socket; it ends once and is not used again.</summary>
internal sealed class ChartStream : IStreamConnection
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly WebSocketClient _client = new(new WebSocketClientOptions { Timeout = Timeout });
    private readonly IStreamListener _listener;
    private readonly Action<bool> _ended;
    private bool _wasOpen;
    private bool _isOver;

    internal ChartStream(Uri address, IStreamListener listener, Action<bool> ended)
    {
        _listener = listener;
        _ended = ended;
        _client.Connected += OnConnected;
        _client.TextReceived += OnText;
        _client.Disconnected += OnDisconnected;
        Try(() => _client.Connect(address));
    }

    public void Send(string text)
    {
        if (!_isOver && _client.State == WebSocketClientState.Open)
        {
            Try(() => _client.Send(text));
        }
    }

    public void Close() => End();

    private void OnConnected(WebSocketClientConnectedEventArgs args)
    {
        if (!_isOver)
        {
            _wasOpen = true;
            _listener.Opened();
        }
    }

    private void OnText(WebSocketClientTextReceivedEventArgs args)
    {
        // The platform has put the message together by now: how long one may be is the rule of whoever reads it.
        if (!_isOver && args.Text is { } text)
        {
            _listener.TextReceived(text);
        }
    }

    private void OnDisconnected(WebSocketClientDisconnectEventArgs args) => Fail(
        _client.CloseStatusDescription is { Length: > 0 } description ? description
            : _wasOpen ? "the connection broke" : "the connection did not open");

    private void Fail(string reason)
    {
        if (!_isOver)
        {
            End();
            _listener.Closed(reason);
        }
    }

    private void End()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        _client.Connected -= OnConnected;
        _client.TextReceived -= OnText;
        _client.Disconnected -= OnDisconnected;
        _ended(_wasOpen);
        try
        {
            if (_client.State == WebSocketClientState.Open)
            {
                _client.Close(WebSocketClientCloseStatus.NormalClosure, "");
            }

            _client.Dispose();
        }
        catch (Exception e) when (IsExpected(e))
        {
            // It was closed from the other side in the same moment: it is gone either way, and nobody listens any more.
            return;
        }
    }

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (IsExpected(e))
        {
            Fail(e.Message);
        }
    }

    // What the platform throws is not documented; the runtime's own web socket errors derive from ExternalException.
    private static bool IsExpected(Exception e) => e is InvalidOperationException or ArgumentException or ExternalException;
}
