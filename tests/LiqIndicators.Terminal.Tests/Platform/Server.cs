using LiqIndicators.Terminal.Platform;

namespace LiqIndicators.Terminal.Tests.Platform;

/// <summary>The far end of HTTP and web sockets: notes what arrives and answers as told.</summary>
internal sealed class Server : IHttpHandler, IWebSocketHandler
{
    internal List<HttpCall> Calls { get; } = [];

    internal List<string> Sockets { get; } = [];

    internal List<WebSocketPeer> Peers { get; } = [];

    internal Func<HttpCall, HttpReply> Answer { get; set; } = _ => HttpReply.Ok("body");

    internal bool Accepts { get; set; } = true;

    public HttpReply Handle(HttpCall call)
    {
        Calls.Add(call);
        return Answer(call);
    }

    public bool OnConnecting(WebSocketPeer peer)
    {
        Peers.Add(peer);
        Sockets.Add($"connect {peer.Uri}");
        return Accepts;
    }

    public void OnText(WebSocketPeer peer, string text) => Sockets.Add($"text {text}");

    public void OnBinary(WebSocketPeer peer, byte[] data) => Sockets.Add($"binary {data.Length}");

    public void OnClosed(WebSocketPeer peer) => Sockets.Add("closed");
}
