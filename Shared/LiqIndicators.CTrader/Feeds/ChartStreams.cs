using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.CTrader.Feeds;

/// <summary>Streams by the platform's own web sockets, which need no access right. When to open again is its user's decision.</summary>
internal sealed class ChartStreams : IStreamTransport
{
    private const int SecurePort = 443;

    // Addresses whose own port did not open last time. Whether the platform reaches ports other than 443 is not documented.
    private readonly HashSet<Uri> _shut = [];

    public IStreamConnection Open(Uri address, IStreamListener listener)
    {
        Uri used = _shut.Contains(address) ? new UriBuilder(address) { Port = SecurePort }.Uri : address;
        return new ChartStream(used, listener, wasOpen => Note(address, wasOpen));
    }

    // The two ports take turns until one opens; that one is kept.
    private void Note(Uri address, bool wasOpen)
    {
        if (!wasOpen && address.Port != SecurePort && !_shut.Remove(address))
        {
            _shut.Add(address);
        }
    }
}
