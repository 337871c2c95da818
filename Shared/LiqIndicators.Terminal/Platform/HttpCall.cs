namespace LiqIndicators.Terminal.Platform;

/// <summary>A request that an algo sends.</summary>
/// <param name="Uri">Where to.</param>
/// <param name="Method">GET, POST and so on.</param>
/// <param name="Body">What is sent; null for nothing.</param>
/// <param name="Headers">Headers by name.</param>
/// <param name="Timeout">How long the algo waits.</param>
/// <param name="WorldTimeUtc">
/// The time that the server lives in: the virtual time, but in a backtest today, whatever bar is played.
/// </param>
public sealed record HttpCall(
    Uri Uri,
    string Method,
    string? Body,
    IReadOnlyDictionary<string, string> Headers,
    TimeSpan Timeout,
    DateTime WorldTimeUtc);
