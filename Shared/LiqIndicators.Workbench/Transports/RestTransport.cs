using LiqIndicators.MarketData.Ports;
using RestSharp;

namespace LiqIndicators.Workbench.Transports;

/// <summary>Sends requests by RestSharp and reports their end on the owner's thread.</summary>
/// <remarks>Redirections are not followed: a key must not travel to another host.</remarks>
internal sealed class RestTransport : IHttpTransport, IDisposable
{
    private readonly OwnerThread _owner;
    private readonly RestClient _client;

    internal RestTransport(OwnerThread owner, TimeSpan timeout)
    {
        _owner = owner;
        _client = new RestClient(new RestClientOptions
        {
            Timeout = timeout,
            FollowRedirects = false,
            ThrowOnAnyError = false,
            UserAgent = "LiqIndicators",
            ConfigureMessageHandler = inner => new BoundedAnswers(inner),
        });
    }

    /// <inheritdoc/>
    public void Send(VenueRequest request, Action<TransportReply> completed) => _ = SendAsync(request, completed);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task SendAsync(VenueRequest request, Action<TransportReply> completed)
    {
        TransportReply reply;
        try
        {
            reply = ReplyOf(request, await _client.ExecuteAsync(RestOf(request)).ConfigureAwait(false));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            reply = TransportReply.None(request.WithoutSecrets(e.Message));
        }

        _owner.Post(() => completed(reply));
    }

    private static RestRequest RestOf(VenueRequest request)
    {
        RestRequest rest = new(request.Address, request.Verb == HttpVerb.Post ? Method.Post : Method.Get);
        if (request.Body is { } body)
        {
            rest.AddStringBody(body, ContentType.Json);
        }

        return request.Key is { } key ? rest.AddHeader(key.Name, key.Reveal()) : rest;
    }

    private static TransportReply ReplyOf(VenueRequest request, RestResponse response)
    {
        int status = (int)response.StatusCode;
        if (response.ResponseStatus == ResponseStatus.TimedOut)
        {
            return TransportReply.None("timed out");
        }

        if (status is < 100 or > 599 || response.ResponseStatus == ResponseStatus.Aborted)
        {
            Exception? cause = response.ErrorException?.GetBaseException();
            return TransportReply.None(request.WithoutSecrets(cause?.Message ?? response.ErrorMessage ?? "no answer came"));
        }

        IEnumerable<KeyValuePair<string, string>> headers = (response.Headers ?? [])
            .Concat(response.ContentHeaders ?? [])
            .Select(header => KeyValuePair.Create(header.Name, header.Value));
        return TransportReply.Answer(status, response.Content, headers);
    }

    // Whoever answers, memory stays bounded.
    private sealed class BoundedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private const long MostBytes = 32_000_000;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken).ConfigureAwait(false);
            return response;
        }
    }
}
