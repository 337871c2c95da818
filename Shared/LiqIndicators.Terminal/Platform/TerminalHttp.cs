using cAlgo.API;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Platform;

/// <summary>HTTP as one algo sees it.</summary>
internal sealed class TerminalHttp : Http
{
    private readonly RunningAlgo _algo;

    internal TerminalHttp(RunningAlgo algo)
    {
        _algo = algo;
    }

    private TerminalCore Core => _algo.Core;

    public HttpResponse Get(Uri uri) => Send(new HttpRequest(uri));

    public HttpResponse Get(string uri) => Get(new Uri(uri));

    public void GetAsync(Uri uri, Action<HttpResponse> callback) => SendAsync(new HttpRequest(uri), callback);

    public void GetAsync(string uri, Action<HttpResponse> callback) => GetAsync(new Uri(uri), callback);

    public HttpResponse Send(HttpRequest request)
    {
        Core.CheckThread();
        (HttpResponse response, TimeSpan delay) = Ask(request);
        Core.Dispatcher.Block(delay);
        return response;
    }

    public void SendAsync(HttpRequest request, Action<HttpResponse>? callback)
    {
        Core.CheckThread();
        Callbacks<Action<HttpResponse>> callbacks = new();
        callbacks.Add(callback);
        (HttpResponse response, TimeSpan delay) = Ask(request);
        Core.Dispatcher.Schedule(
            Core.NowUtc + delay, () => callbacks.Raise("Http callback", handler => handler(response)));
    }

    private (HttpResponse Response, TimeSpan Delay) Ask(HttpRequest request)
    {
        if (Core.Options.Environment == TerminalEnvironment.Cloud)
        {
            return (Response(403, null, null, []), TimeSpan.Zero);
        }

        HttpReply reply = Core.Options.Http?.Handle(ToCall(request))
            ?? HttpReply.Fail($"No such host is known: {request.Uri.Host}");
        if (reply.Delay > request.Timeout)
        {
            return (Failed($"The request was canceled due to the timeout of {request.Timeout}."), request.Timeout);
        }

        HttpResponse response = reply.Failure is { } failure
            ? Failed(failure)
            : Response(reply.StatusCode, reply.Body, null, reply.Headers);
        return (response, reply.Delay);
    }

    private HttpCall ToCall(HttpRequest request) => new(
        request.Uri,
        request.Method.ToString().ToUpperInvariant(),
        request.Body,
        request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase),
        request.Timeout,
        Core.Options.Environment == TerminalEnvironment.Backtest ? Core.Options.TodayUtc : Core.NowUtc);

    private static HttpResponse Failed(string reason) => Response(0, null, new HttpException(reason), []);

    private static HttpResponse Response(
        int statusCode, string? body, HttpException? exception, IEnumerable<KeyValuePair<string, string>> headers) =>
        new(statusCode, statusCode is >= 200 and <= 299, body, exception, new HttpResponseHeaders(headers));
}
