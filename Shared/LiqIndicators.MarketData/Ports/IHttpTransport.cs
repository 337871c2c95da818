namespace LiqIndicators.MarketData.Ports;

/// <summary>Sends requests.</summary>
public interface IHttpTransport
{
    /// <summary>Sends a request and reports its end exactly once, on the caller's thread, during this call or later.</summary>
    /// <remarks>Never throws for what the network does: that is a <see cref="TransportReply.None"/>.</remarks>
    /// <param name="request">What to send.</param>
    /// <param name="completed">Receives the answer, or the reason there is none.</param>
    public void Send(VenueRequest request, Action<TransportReply> completed);
}
