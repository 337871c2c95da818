using cAlgo.API;
using LiqIndicators.MarketData.Ports;
using HttpMethod = cAlgo.API.HttpMethod;

namespace LiqIndicators.CTrader.Feeds;

/// <summary>Requests by the platform's own <see cref="Http"/>, which needs no access right. Never waits: answers come on the algo's thread.</summary>
internal sealed class ChartHttp : IHttpTransport
{
    // The largest answer of a venue, its list of instruments, has about a million characters.
    internal const int MostCharacters = 8_000_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly Http _http;
    private bool _saysJson = true;
    private bool _isJsonSettled;
    private bool _isStopped;

    internal ChartHttp(Http http) => _http = http;

    public void Send(VenueRequest request, Action<TransportReply> completed)
    {
        bool isPost = request.Verb == HttpVerb.Post;
        bool saysJson = isPost && _saysJson;
        SendOnce(request, saysJson, reply =>
        {
            if (!isPost || _isJsonSettled || reply.IsSuccess || !MayBeAboutContent(reply))
            {
                _isJsonSettled |= isPost && reply.IsSuccess;
                completed(reply);
                return;
            }

            // Whether the platform lets a body name its type is not documented: the other way is tried once, and what works is kept.
            SendOnce(request, !saysJson, second =>
            {
                _saysJson = second.IsSuccess ? !saysJson : _saysJson;
                _isJsonSettled |= second.IsSuccess;
                completed(second);
            });
        });
    }

    /// <summary>Sends nothing more, and lets answers that are still under way fall.</summary>
    internal void Stop() => _isStopped = true;

    private static bool MayBeAboutContent(TransportReply reply) => reply.Failure is not null || reply.Status is 400 or 415 or 422;

    private void SendOnce(VenueRequest request, bool saysJson, Action<TransportReply> completed)
    {
        if (_isStopped)
        {
            return;
        }

        try
        {
            _http.SendAsync(Of(request, saysJson), response =>
            {
                if (!_isStopped)
                {
                    completed(Read(response));
                }
            });
        }
        catch (Exception e) when (e is HttpException or InvalidOperationException or ArgumentException or FormatException)
        {
            // What the platform makes of a header that it does not like is not documented either.
            completed(TransportReply.None(request.WithoutSecrets(e.Message)));
        }
    }

    private static HttpRequest Of(VenueRequest request, bool saysJson)
    {
        HttpRequest http = new(request.Address)
        {
            Method = request.Verb == HttpVerb.Post ? HttpMethod.Post : HttpMethod.Get,
            Timeout = Timeout,
        };
        if (request.Body is not null)
        {
            http.Body = request.Body;
        }

        if (saysJson)
        {
            http.Headers.Add("Content-Type", "application/json");
        }

        if (request.Key is { } key)
        {
            http.Headers.Add(key.Name, key.Reveal());
        }

        return http;
    }

    private static TransportReply Read(HttpResponse response)
    {
        if (response.StatusCode is < 100 or > 599)
        {
            return TransportReply.None(response.Exception?.Message ?? "no answer came");
        }

        if (response.Body is { Length: > MostCharacters } body)
        {
            return TransportReply.None(FormattableString.Invariant($"the answer has {body.Length} characters; expected at most {MostCharacters}"));
        }

        // How the cloud says that there is no network: without a word, and not as a failure.
        return response is { StatusCode: 403, Body: null, Exception: null }
            ? TransportReply.Answer(403, "and no body: the host of this algo lets nothing out, as cTrader's cloud does")
            : TransportReply.Answer(response.StatusCode, response.Body, response.Headers);
    }
}
