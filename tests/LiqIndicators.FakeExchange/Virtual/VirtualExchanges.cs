using System.Globalization;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.FakeExchange.Virtual;

/// <summary>Venues that answer in their formats after a latency, count what is asked, and fail when told to.</summary>
public sealed class VirtualExchanges(VirtualTime time) : IHttpTransport
{
    private int _inFlight;

    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Gives another answer than the right one; null for the right one. The body is the right one's.</summary>
    public Func<VenueRequest, string, TransportReply?>? Fault { get; set; }

    /// <summary>The venues' clock less the test's; told in the header Date.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>The venues that answer.</summary>
    public FakeVenues All { get; } = new(SimulatedVenues.Instance);

    public List<(DateTime TimeUtc, VenueRequest Request)> Requests { get; } = [];

    public int MostInFlight { get; private set; }

    /// <summary>What was used of the venues' budgets.</summary>
    public BudgetMeter Budgets { get; } = new();

    public void Send(VenueRequest request, Action<TransportReply> completed)
    {
        Requests.Add((time.NowUtc, request));
        _inFlight++;
        MostInFlight = Math.Max(MostInFlight, _inFlight);
        FakeVenue venue = All.Of(request.Venue, request.Address.PathAndQuery);
        FakeRequest asked = FakeRequest.Of(request);
        Dictionary<string, string> headers = new(Budgets.Count(venue, asked, time.NowUtc));
        time.After(Latency, () =>
        {
            _inFlight--;
            TransportReply right = venue.Answer(asked, time.NowUtc + Skew);
            headers["Date"] = (time.NowUtc + Skew - (Latency / 2)).ToString("r", CultureInfo.InvariantCulture);
            completed(Fault?.Invoke(request, right.Body) ?? TransportReply.Answer(right.Status, right.Body, headers));
        });
    }
}
