namespace cAlgo.API;

public sealed class HttpRequest
{
    public HttpRequest(Uri uri)
    {
        Uri = uri;
    }

    public Uri Uri { get; }

    public HttpMethod Method { get; set; } = HttpMethod.Get;

    public string Body { get; set; }

    public HttpRequestHeaders Headers { get; } = new();

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    public Version Version { get; set; } = new(1, 1);

    public HttpVersionPolicy VersionPolicy { get; set; }
}
