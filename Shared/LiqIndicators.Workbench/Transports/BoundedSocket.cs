using System.Net.WebSockets;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Workbench.Transports;

/// <summary>A web socket that ends rather than receive a message without end: it is put together in memory before anybody can refuse it.</summary>
internal sealed class BoundedSocket(WebSocket inner) : WebSocket
{
    private long _messageBytes;

    /// <inheritdoc/>
    public override WebSocketCloseStatus? CloseStatus => inner.CloseStatus;

    /// <inheritdoc/>
    public override string? CloseStatusDescription => inner.CloseStatusDescription;

    /// <inheritdoc/>
    public override WebSocketState State => inner.State;

    /// <inheritdoc/>
    public override string? SubProtocol => inner.SubProtocol;

    /// <summary>Connects.</summary>
    internal static async Task<WebSocket> Connect(Uri address, CancellationToken cancellationToken)
    {
        ClientWebSocket socket = new();
        try
        {
            await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return new BoundedSocket(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Abort() => inner.Abort();

    /// <inheritdoc/>
    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        inner.CloseAsync(closeStatus, statusDescription, cancellationToken);

    /// <inheritdoc/>
    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        inner.CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

    /// <inheritdoc/>
    public override void Dispose() => inner.Dispose();

    /// <inheritdoc/>
    public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        WebSocketReceiveResult received = await inner.ReceiveAsync(buffer, cancellationToken).ConfigureAwait(false);
        Count(received.Count, received.EndOfMessage);
        return received;
    }

    /// <inheritdoc/>
    public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        ValueWebSocketReceiveResult received = await inner.ReceiveAsync(buffer, cancellationToken).ConfigureAwait(false);
        Count(received.Count, received.EndOfMessage);
        return received;
    }

    /// <inheritdoc/>
    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        inner.SendAsync(buffer, messageType, endOfMessage, cancellationToken);

    /// <inheritdoc/>
    public override ValueTask SendAsync(
        ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        inner.SendAsync(buffer, messageType, endOfMessage, cancellationToken);

    private void Count(int bytes, bool isEnd)
    {
        _messageBytes += bytes;
        if (_messageBytes > StreamLimit.MostBytes)
        {
            Abort();
            throw new WebSocketException(
                FormattableString.Invariant($"a message of more than {_messageBytes} bytes; expected at most {StreamLimit.MostBytes}"));
        }

        _messageBytes = isEnd ? 0 : _messageBytes;
    }
}
