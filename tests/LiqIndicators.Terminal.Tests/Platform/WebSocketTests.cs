using cAlgo.API;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;

namespace LiqIndicators.Terminal.Tests.Platform;

public sealed class WebSocketTests
{
    private static readonly Uri Address = new("ws://localhost/stream");

    private readonly Server _server = new();
    private readonly List<string> _events = [];
    private WebSocketClient _client = null!;

    [Theory]
    [InlineData(TerminalEnvironment.Desktop, false)]
    [InlineData(TerminalEnvironment.Cli, false)]
    [InlineData(TerminalEnvironment.Backtest, true)]
    public void WebSocket_WhereItWorks_ConnectsSendsAndReceives(TerminalEnvironment environment, bool inBacktest)
    {
        Desk desk = Connect(environment, inBacktest);

        Assert.Equal(WebSocketClientState.Open, _client.State);
        _client.Send("subscribe");
        _client.Send(new byte[3]);
        _server.Peers[0].SendText("tick", TimeSpan.FromSeconds(1));
        _server.Peers[0].SendBinary([1, 2], TimeSpan.FromSeconds(2));
        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(2));

        Assert.Equal(["connect ws://localhost/stream", "text subscribe", "binary 3"], _server.Sockets);
        Assert.Equal(["connected", "text tick", "binary 2"], _events);
    }

    [Theory]
    [InlineData(TerminalEnvironment.Cloud)]
    [InlineData(TerminalEnvironment.Backtest)]
    public void WebSocket_CloudOrSilentBacktest_DoesNothingAndLogsALine(TerminalEnvironment environment)
    {
        Desk desk = Connect(environment, inBacktest: false);

        _client.Send("subscribe");

        Assert.Empty(_server.Sockets);
        Assert.Empty(_events);
        Assert.Empty(desk.Terminal.Errors);
        Assert.All(desk.Terminal.Log, line => Assert.Contains("WebSocketClient", line.Text, StringComparison.Ordinal));
        Assert.Equal(2, desk.Terminal.Log.Count);
    }

    [Fact]
    public void WebSocket_Broken_DisconnectsAndDoesNotConnectAgain()
    {
        Desk desk = Connect(TerminalEnvironment.Desktop, inBacktest: false);

        _server.Peers[0].Break(TimeSpan.FromSeconds(1));
        _server.Peers[0].SendText("lost", TimeSpan.FromSeconds(2));
        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddHours(1));

        Assert.Equal(["connected", "disconnected Aborted"], _events);
        Assert.Single(_server.Peers);
    }

    [Fact]
    public void WebSocket_ConnectAgainAfterABreak_IsANewConnection()
    {
        Desk desk = Connect(TerminalEnvironment.Desktop, inBacktest: false);
        _server.Peers[0].Break();
        desk.Terminal.RunPosted();

        _client.Connect(Address);
        desk.Terminal.RunPosted();

        Assert.Equal(["connected", "disconnected Aborted", "connected"], _events);
        Assert.Equal(2, _server.Peers.Count);
    }

    [Fact]
    public void WebSocket_Refused_FailsAfterItsTimeout()
    {
        _server.Accepts = false;
        Desk desk = Connect(TerminalEnvironment.Desktop, inBacktest: false);

        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(99));
        Assert.Equal(WebSocketClientState.Connecting, _client.State);
        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(1));

        Assert.Equal(["disconnected Aborted"], _events);
    }

    [Fact]
    public void WebSocket_ClosedByTheServer_KeepsStatusAndReason()
    {
        Desk desk = Connect(TerminalEnvironment.Desktop, inBacktest: false);

        _server.Peers[0].Close(WebSocketClientCloseStatus.PolicyViolation, "too many");
        desk.Terminal.RunPosted();

        Assert.Equal(WebSocketClientCloseStatus.PolicyViolation, _client.CloseStatus);
        Assert.Equal("too many", _client.CloseStatusDescription);
        Assert.Equal(WebSocketClientState.Closed, _client.State);
    }

    [Fact]
    public void WebSocket_SendBeforeOpen_Throws()
    {
        Connect(TerminalEnvironment.Desktop, inBacktest: false);
        _client.Close(WebSocketClientCloseStatus.NormalClosure, "done");
        _server.Accepts = false;

        Assert.Throws<InvalidOperationException>(() => new WebSocketClient().Send("early"));
        Assert.Equal("closed", _server.Sockets[^1]);
    }

    [Fact]
    public void WebSocket_InstanceEnded_IsClosed()
    {
        Desk desk = Connect(TerminalEnvironment.Desktop, inBacktest: false);

        desk.Chart.Algos[0].Detach();
        _server.Peers[0].SendText("late");
        desk.Terminal.RunPosted();

        Assert.Equal("closed", _server.Sockets[^1]);
        Assert.Equal(["connected"], _events);
    }

    [Fact]
    public void Connect_OutsideOfAnAlgo_SaysThatItNeedsAPlatform() =>
        Assert.Contains(
            "needs a platform",
            Assert.Throws<InvalidOperationException>(() => new WebSocketClient().Connect(Address)).Message,
            StringComparison.Ordinal);

    private Desk Connect(TerminalEnvironment environment, bool inBacktest)
    {
        Probe.Script(_ =>
        {
            _client = new WebSocketClient();
            _client.Connected += _ => _events.Add("connected");
            _client.Disconnected += arguments => _events.Add($"disconnected {arguments.Client.State}");
            _client.TextReceived += arguments => _events.Add($"text {arguments.Text}");
            _client.BinaryReceived += arguments => _events.Add($"binary {arguments.Data.Length}");
            _client.Connect(Address);
        });
        Desk desk = new(
            Recordings.OfCloses(100, 101),
            options: new TerminalOptions
            {
                Environment = environment, WebSockets = _server, WebSocketsConnectInBacktest = inBacktest,
            });
        desk.Terminal.Attach<Probe>(desk.Chart);
        desk.Terminal.RunPosted();
        return desk;
    }
}
