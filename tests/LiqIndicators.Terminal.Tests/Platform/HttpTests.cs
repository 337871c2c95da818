using cAlgo.API;
using LiqIndicators.Terminal.Platform;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;

namespace LiqIndicators.Terminal.Tests.Platform;

public sealed class HttpTests
{
    private readonly Server _server = new();
    private HttpResponse? _response;

    [Theory]
    [InlineData(TerminalEnvironment.Desktop)]
    [InlineData(TerminalEnvironment.Cli)]
    public void Http_DesktopAndCli_AnswersWithTheServersBody(TerminalEnvironment environment)
    {
        Get(environment);

        Assert.Equal(200, _response!.StatusCode);
        Assert.True(_response.IsSuccessful);
        Assert.Equal("body", _response.Body);
        Assert.Null(_response.Exception);
    }

    [Fact]
    public void Http_Desktop_ServerLivesInTheVirtualTime()
    {
        Desk desk = Get(TerminalEnvironment.Desktop);

        Assert.Equal(desk.Terminal.NowUtc, _server.Calls[0].WorldTimeUtc);
    }

    [Fact]
    public void Http_Backtest_AnswersFromTodayWhateverBarIsPlayed()
    {
        _server.Answer = call => HttpReply.Ok($"{call.WorldTimeUtc:yyyy}");

        Desk desk = Get(TerminalEnvironment.Backtest);

        Assert.Equal(2025, desk.Terminal.NowUtc.Year);
        Assert.Equal("2030", _response!.Body);
        Assert.True(_response.IsSuccessful);
    }

    [Fact]
    public void Http_Cloud_IsRefusedWith403WithoutBodyExceptionOrRequest()
    {
        Desk desk = Get(TerminalEnvironment.Cloud);

        Assert.Empty(_server.Calls);
        Assert.Equal(403, _response!.StatusCode);
        Assert.False(_response.IsSuccessful);
        Assert.Null(_response.Body);
        Assert.Null(_response.Exception);
        Assert.Empty(desk.Terminal.Errors);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    public void Http_ErrorStatus_IsNotSuccessfulAndKeepsItsBody(int status)
    {
        _server.Answer = _ => HttpReply.Status(status, "reason") with
        {
            Headers = new Dictionary<string, string> { ["Retry-After"] = "3" },
        };

        Get(TerminalEnvironment.Desktop);

        Assert.False(_response!.IsSuccessful);
        Assert.Equal(status, _response.StatusCode);
        Assert.Equal("reason", _response.Body);
        Assert.Equal("3", _response.Headers.GetValue("retry-after"));
    }

    [Fact]
    public void Http_NoConnection_IsAnExceptionInTheResponseNotInTheAlgo()
    {
        _server.Answer = _ => HttpReply.Fail("unreachable");

        Desk desk = Get(TerminalEnvironment.Desktop);

        Assert.Equal(0, _response!.StatusCode);
        Assert.False(_response.IsSuccessful);
        Assert.Equal("unreachable", _response.Exception.Message);
        Assert.Empty(desk.Terminal.Errors);
    }

    [Fact]
    public void SendAsync_SlowServer_AnswersAfterTheDelayInVirtualTime()
    {
        _server.Answer = _ => HttpReply.Ok("late") with { Delay = TimeSpan.FromSeconds(3) };
        Desk desk = Get(TerminalEnvironment.Desktop);

        Assert.Null(_response);
        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(2.9));
        Assert.Null(_response);
        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(0.1));
        Assert.Equal("late", _response!.Body);
    }

    [Fact]
    public void SendAsync_SlowerThanTheTimeout_FailsAtTheTimeout()
    {
        _server.Answer = _ => HttpReply.Ok("late") with { Delay = TimeSpan.FromSeconds(101) };
        Desk desk = Get(TerminalEnvironment.Desktop);

        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(100));

        Assert.Equal(0, _response!.StatusCode);
        Assert.Contains("timeout", _response.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HttpRequest_New_WaitsAHundredSeconds() =>
        Assert.Equal(TimeSpan.FromSeconds(100), new HttpRequest(new Uri("http://localhost/")).Timeout);

    [Fact]
    public void Send_Blocking_MovesTheClockByTheDelay()
    {
        _server.Answer = _ => HttpReply.Ok("x") with { Delay = TimeSpan.FromSeconds(4) };
        Desk desk = Open(TerminalEnvironment.Desktop, probe => _response = probe.Http.Get("http://localhost/"));
        DateTime start = Recordings.Start.AddMinutes(2);

        Assert.Equal("x", _response!.Body);
        Assert.Equal(start.AddSeconds(4), desk.Terminal.NowUtc);
    }

    [Fact]
    public void SendAsync_Request_ReachesTheServerWhole()
    {
        Open(TerminalEnvironment.Desktop, probe =>
        {
            HttpRequest request = new(new Uri("http://localhost/path?q=1"))
            {
                Method = cAlgo.API.HttpMethod.Post,
                Body = "{}",
            };
            request.Headers.Add("Content-Type", "application/json");
            probe.Http.SendAsync(request, _ => { });
        });

        HttpCall call = Assert.Single(_server.Calls);
        Assert.Equal("http://localhost/path?q=1", call.Uri.ToString());
        Assert.Equal("POST", call.Method);
        Assert.Equal("{}", call.Body);
        Assert.Equal("application/json", call.Headers["content-type"]);
    }

    [Fact]
    public void SendAsync_InstanceReplacedMeanwhile_NeverAnswersTheOldOne()
    {
        _server.Answer = _ => HttpReply.Ok("x") with { Delay = TimeSpan.FromSeconds(1) };
        int answers = 0;
        Desk desk = Open(TerminalEnvironment.Desktop, probe => probe.Http.GetAsync("http://localhost/", _ => answers++));

        desk.Chart.Algos[0].ChangeParameter("Number", 8);
        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(2));

        Assert.Equal(2, _server.Calls.Count);
        Assert.Equal(1, answers);
    }

    private Desk Get(TerminalEnvironment environment)
    {
        Desk desk = Open(
            environment, probe => probe.Http.GetAsync("http://localhost/", response => _response = response));
        desk.Terminal.RunPosted();
        return desk;
    }

    private Desk Open(TerminalEnvironment environment, Action<Probe> onInitialize)
    {
        Probe.Script(onInitialize);
        Desk desk = new(
            Recordings.OfCloses(100, 101),
            options: new TerminalOptions { Environment = environment, Http = _server });
        desk.Terminal.Attach<Probe>(desk.Chart);
        return desk;
    }
}
