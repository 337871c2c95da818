namespace cAlgo.API;

public class WebSocketClientOptions
{
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(30);

    public IEnumerable<string> SubProtocols { get; set; } = Array.Empty<string>();

    public bool UseDefaultCredentials { get; set; }
}
