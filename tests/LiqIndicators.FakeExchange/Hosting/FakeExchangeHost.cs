using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace LiqIndicators.FakeExchange.Hosting;

/// <summary>All venues on this machine's loopback, each under its name: <c>http://127.0.0.1:PORT/binance</c>, the same for streams.</summary>
public sealed class FakeExchangeHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly FakeVenues _venues;
    private readonly Dictionary<VenueId, VenueConditions> _conditions;
    private readonly CancellationTokenSource _stop = new();
    private readonly Random _random;

    private FakeExchangeHost(FakeMarket market, int seed)
    {
        Market = market;
        _random = new Random(seed);
        _venues = new FakeVenues(market);
        _conditions = _venues.All.Select(venue => venue.Id).Distinct().ToDictionary(id => id, _ => new VenueConditions());
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.UseWebSockets();
        _application.Run(Serve);
    }

    /// <summary>What happens on the venues.</summary>
    public FakeMarket Market { get; }

    /// <summary>What was used of the venues' budgets.</summary>
    public BudgetMeter Budgets { get; } = new();

    /// <summary>Every request that came, with its headers.</summary>
    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    /// <summary>Every liquidation that was told to somebody, noted before it is sent.</summary>
    public ConcurrentQueue<(VenueId Venue, FakeLiquidation Liquidation)> Told { get; } = new();

    /// <summary>Starts on a free port.</summary>
    /// <param name="market">What happens on the venues; null for the simulated market around today.</param>
    /// <param name="seed">Decides everything random.</param>
    public static async Task<FakeExchangeHost> StartAsync(FakeMarket? market = null, int seed = 1)
    {
        FakeExchangeHost host = new(market ?? SimulatedVenues.Present, seed);
        await host._application.StartAsync();
        return host;
    }

    /// <summary>A venue, to change what it trades.</summary>
    public FakeVenue Venue(VenueId venue) => _venues.Of(venue);

    /// <summary>How a venue behaves.</summary>
    public VenueConditions Of(VenueId venue) => _conditions[venue];

    /// <summary>Where a venue listens for requests and streams.</summary>
    public Uri AddressOf(VenueId venue) => new($"{_application.Urls.First()}/{venue}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _application.StopAsync();
        await _application.DisposeAsync();
        _stop.Dispose();
    }

    private async Task Serve(HttpContext context)
    {
        string[] parts = context.Request.Path.Value!.Split('/', 3);
        if (!Enum.TryParse(parts[1], ignoreCase: true, out VenueId id) || !_conditions.TryGetValue(id, out VenueConditions? conditions))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        FakeVenue venue = _venues.Of(id, $"/{parts.ElementAtOrDefault(2)}{context.Request.QueryString}");
        if (context.WebSockets.IsWebSocketRequest)
        {
            using FakeStream stream = new(venue, conditions, liquidation => Told.Enqueue((id, liquidation)));
            await stream.Run(context, _stop.Token);
            return;
        }

        using StreamReader reader = new(context.Request.Body);
        string body = await reader.ReadToEndAsync();
        Uri address = new($"http://venue/{parts.ElementAtOrDefault(2)}{context.Request.QueryString}");
        FakeRequest request = FakeRequest.Of(address, body.Length > 0 ? body : null, KeyIn(context, venue));
        Requests.Enqueue(new ReceivedRequest(id, request, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())));
        await Task.Delay(conditions.Latency, _stop.Token);
        await Answer(context, venue, conditions, request);
    }

    private async Task Answer(HttpContext context, FakeVenue venue, VenueConditions conditions, FakeRequest request)
    {
        DateTime nowUtc = DateTime.UtcNow + conditions.Skew;
        IReadOnlyDictionary<string, string> headers = Budgets.Count(venue, request, nowUtc);
        TransportReply right = venue.Answer(request, nowUtc);
        TransportReply reply = right;
        if (conditions.Fault(request) is { } kind)
        {
            lock (_random)
            {
                reply = FaultReply.Of(kind, venue.Id, right.Body, _random);
            }
        }

        if (reply.Failure is not null)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.Date = nowUtc.ToString("r", CultureInfo.InvariantCulture);
        foreach ((string name, string value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        if (reply.Header("Retry-After") is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds;
        }

        await context.Response.WriteAsync(reply.Body.Replace("Invalid key", $"Invalid key {request.Key}", StringComparison.Ordinal));
    }

    private static string? KeyIn(HttpContext context, FakeVenue venue) =>
        venue.KeyHeader is { } header && context.Request.Headers.TryGetValue(header, out StringValues key) ? key.ToString() : null;
}

/// <summary>A request as it came.</summary>
/// <param name="Venue">To whom.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Headers">Its headers.</param>
public sealed record ReceivedRequest(VenueId Venue, FakeRequest Request, IReadOnlyDictionary<string, string> Headers);
