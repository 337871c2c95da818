namespace LiqIndicators.MarketData.Ports;

/// <summary>Opens streams of text messages (web sockets).</summary>
public interface IStreamTransport
{
    /// <summary>Starts to open a stream; what becomes of it is told to the listener, on the caller's thread.</summary>
    /// <param name="address">Address of the stream, <c>ws</c> or <c>wss</c>.</param>
    /// <param name="listener">Hears of the stream until it is closed.</param>
    /// <returns>The way to write to the stream and to close it.</returns>
    public IStreamConnection Open(Uri address, IStreamListener listener);
}
