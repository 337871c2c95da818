namespace cAlgo.API;

public sealed class HttpResponse
{
    internal HttpResponse(int statusCode, bool isSuccessful, string body, HttpException exception,
        HttpResponseHeaders headers)
    {
        StatusCode = statusCode;
        IsSuccessful = isSuccessful;
        Body = body;
        Exception = exception;
        Headers = headers;
    }

    public int StatusCode { get; }

    public bool IsSuccessful { get; }

    public string Body { get; }

    public HttpException Exception { get; }

    public HttpResponseHeaders Headers { get; }
}
