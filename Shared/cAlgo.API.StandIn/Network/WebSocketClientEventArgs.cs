namespace cAlgo.API;

public class WebSocketClientConnectedEventArgs
{
    internal WebSocketClientConnectedEventArgs(WebSocketClient client)
    {
        Client = client;
    }

    public WebSocketClient Client { get; }
}

public class WebSocketClientDisconnectEventArgs
{
    internal WebSocketClientDisconnectEventArgs(WebSocketClient client)
    {
        Client = client;
    }

    public WebSocketClient Client { get; }
}

public class WebSocketClientTextReceivedEventArgs
{
    internal WebSocketClientTextReceivedEventArgs(WebSocketClient client, string text)
    {
        Client = client;
        Text = text;
    }

    public WebSocketClient Client { get; }

    public string Text { get; }
}

public class WebSocketClientBinaryReceivedEventArgs
{
    internal WebSocketClientBinaryReceivedEventArgs(WebSocketClient client, byte[] data)
    {
        Client = client;
        Data = data;
    }

    public WebSocketClient Client { get; }

    public byte[] Data { get; }
}
