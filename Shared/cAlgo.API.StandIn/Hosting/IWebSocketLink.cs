namespace cAlgo.API.Hosting;

/// <summary>The terminal's half of one <see cref="WebSocketClient"/>.</summary>
internal interface IWebSocketLink
{
    void Connect(Uri uri);
    void Send(string text);
    void Send(byte[] data);
    void Close(WebSocketClientCloseStatus status, string description);
    void Dispose();
}
