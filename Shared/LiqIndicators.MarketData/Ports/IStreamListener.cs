namespace LiqIndicators.MarketData.Ports;

/// <summary>Hears what a stream does. All calls come on the owner's thread.</summary>
public interface IStreamListener
{
    /// <summary>The handshake is done; data may still never come.</summary>
    public void Opened();

    /// <summary>A text message came.</summary>
    public void TextReceived(string text);

    /// <summary>The stream ended without being asked to, or never opened.</summary>
    /// <param name="reason">What the transport knows about it.</param>
    public void Closed(string reason);
}
