namespace LiqIndicators.Terminal.Platform;

/// <summary>What becomes of a request.</summary>
public sealed record HttpReply
{
    private HttpReply()
    {
    }

    /// <summary>Status code; 0 when no answer came.</summary>
    public int StatusCode { get; private init; }

    /// <summary>Body of the answer; null when none came.</summary>
    public string? Body { get; private init; }

    /// <summary>Why no answer came; null when one did.</summary>
    public string? Failure { get; private init; }

    /// <summary>Headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Virtual time from request to answer; beyond the request's timeout it fails.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>An answer with status 200.</summary>
    public static HttpReply Ok(string body) => Status(200, body);

    /// <summary>An answer with the given status.</summary>
    public static HttpReply Status(int statusCode, string? body) => new() { StatusCode = statusCode, Body = body };

    /// <summary>No answer: the host is unreachable, the connection broke.</summary>
    public static HttpReply Fail(string reason) => new() { Failure = reason };
}
