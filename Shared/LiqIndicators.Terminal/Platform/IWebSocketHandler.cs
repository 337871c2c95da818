namespace LiqIndicators.Terminal.Platform;

/// <summary>The far end of web sockets.</summary>
public interface IWebSocketHandler
{
    /// <summary>An algo wants to connect: true accepts.</summary>
    public bool OnConnecting(WebSocketPeer peer);

    /// <summary>An algo sent text.</summary>
    public void OnText(WebSocketPeer peer, string text);

    /// <summary>An algo sent bytes.</summary>
    public void OnBinary(WebSocketPeer peer, byte[] data);

    /// <summary>An algo closed the connection, or is gone.</summary>
    public void OnClosed(WebSocketPeer peer);
}
