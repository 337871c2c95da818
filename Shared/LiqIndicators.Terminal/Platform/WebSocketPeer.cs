using cAlgo.API;

namespace LiqIndicators.Terminal.Platform;

/// <summary>One connection as its far end sees it.</summary>
public sealed class WebSocketPeer
{
    private readonly WebSocketLink _link;

    internal WebSocketPeer(WebSocketLink link, Uri uri)
    {
        _link = link;
        Uri = uri;
    }

    /// <summary>Where the algo connected to.</summary>
    public Uri Uri { get; }

    /// <summary>Sends text to the algo; it arrives after the delay, in virtual time.</summary>
    public void SendText(string text, TimeSpan delay = default) => _link.Deliver(delay, client => client.RaiseText(text));

    /// <summary>Sends bytes to the algo; they arrive after the delay, in virtual time.</summary>
    public void SendBinary(byte[] data, TimeSpan delay = default) =>
        _link.Deliver(delay, client => client.RaiseBinary(data));

    /// <summary>Closes the connection from this end.</summary>
    public void Close(WebSocketClientCloseStatus status, string description, TimeSpan delay = default) =>
        _link.Deliver(delay, _ => _link.End(WebSocketClientState.Closed, status, description));

    /// <summary>Breaks the connection without a word.</summary>
    public void Break(TimeSpan delay = default) =>
        _link.Deliver(delay, _ => _link.End(WebSocketClientState.Aborted, null, null));
}
