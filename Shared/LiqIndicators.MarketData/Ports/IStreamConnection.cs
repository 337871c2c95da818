namespace LiqIndicators.MarketData.Ports;

/// <summary>An open or opening stream.</summary>
public interface IStreamConnection
{
    /// <summary>Sends a message; ignored once the stream is closed.</summary>
    public void Send(string text);

    /// <summary>Closes the stream; the listener hears nothing of it afterwards.</summary>
    public void Close();
}
