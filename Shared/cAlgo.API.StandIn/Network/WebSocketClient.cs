using cAlgo.API.Hosting;

namespace cAlgo.API;

public class WebSocketClient
{
    private readonly WebSocketClientOptions _options;
    private IWebSocketLink _link;

    public WebSocketClient()
        : this(new WebSocketClientOptions())
    {
    }

    public WebSocketClient(WebSocketClientOptions options)
    {
        _options = options;
    }

    public WebSocketClientState State { get; private set; }

    public WebSocketClientCloseStatus? CloseStatus { get; private set; }

    public string CloseStatusDescription { get; private set; }

    public event Action<WebSocketClientConnectedEventArgs> Connected;

    public event Action<WebSocketClientDisconnectEventArgs> Disconnected;

    public event Action<WebSocketClientTextReceivedEventArgs> TextReceived;

    public event Action<WebSocketClientBinaryReceivedEventArgs> BinaryReceived;

    public void Connect(Uri uri)
    {
        _link ??= (AlgoScope.Current ?? throw AlgoScope.NoHost("WebSocketClient.Connect")).OpenWebSocket(this, _options);
        _link.Connect(uri);
    }

    public void Send(string text) => Link(nameof(Send)).Send(text);

    public void Send(byte[] data) => Link(nameof(Send)).Send(data);

    public void Close(WebSocketClientCloseStatus closeStatus, string closeStatusDescription) =>
        Link(nameof(Close)).Close(closeStatus, closeStatusDescription);

    public void Dispose() => _link?.Dispose();

    internal void Enter(WebSocketClientState state) => State = state;

    internal void RaiseConnected()
    {
        State = WebSocketClientState.Open;
        Connected?.Invoke(new WebSocketClientConnectedEventArgs(this));
    }

    internal void RaiseDisconnected(
        WebSocketClientState state, WebSocketClientCloseStatus? status, string description)
    {
        State = state;
        CloseStatus = status;
        CloseStatusDescription = description;
        Disconnected?.Invoke(new WebSocketClientDisconnectEventArgs(this));
    }

    internal void RaiseText(string text) =>
        TextReceived?.Invoke(new WebSocketClientTextReceivedEventArgs(this, text));

    internal void RaiseBinary(byte[] data) =>
        BinaryReceived?.Invoke(new WebSocketClientBinaryReceivedEventArgs(this, data));

    private IWebSocketLink Link(string member) => _link
        ?? throw new InvalidOperationException($"WebSocketClient.{member} before Connect.");
}
