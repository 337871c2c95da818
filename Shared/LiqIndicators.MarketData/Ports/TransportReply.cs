namespace LiqIndicators.MarketData.Ports;

/// <summary>What came back from a request: an HTTP answer of any status, or the reason none came.</summary>
public sealed class TransportReply
{
    private readonly Dictionary<string, string> _headers;

    private TransportReply(int status, string body, IEnumerable<KeyValuePair<string, string>>? headers, string? failure)
    {
        Status = status;
        Body = body;
        Failure = failure;
        _headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, string> header in headers ?? Array.Empty<KeyValuePair<string, string>>())
        {
            _headers[header.Key] = header.Value;
        }
    }

    /// <summary>HTTP status; 0 when no answer came.</summary>
    public int Status { get; }

    /// <summary>Text of the answer; empty when there is none.</summary>
    public string Body { get; }

    /// <summary>Why no answer came; null when one did.</summary>
    public string? Failure { get; }

    /// <summary>Whether an answer came and its status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>An answer of the server.</summary>
    /// <param name="status">HTTP status, 100 to 599.</param>
    /// <param name="body">Text; null counts as empty.</param>
    /// <param name="headers">Headers; their names are compared without case. Null counts as none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is none of HTTP's.</exception>
    public static TransportReply Answer(
        int status, string? body, IEnumerable<KeyValuePair<string, string>>? headers = null) =>
        status is >= 100 and <= 599
            ? new TransportReply(status, body ?? string.Empty, headers, null)
            : throw new ArgumentOutOfRangeException(nameof(status), status, "An HTTP status lies in [100, 599].");

    /// <summary>No answer: time-out, broken connection, name not resolved.</summary>
    public static TransportReply None(string failure) => new(0, string.Empty, null, failure);

    /// <summary>Value of a header; null when the answer does not carry it.</summary>
    public string? Header(string name) => _headers.TryGetValue(name, out string? value) ? value : null;
}
