using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using Microsoft.AspNetCore.Http;

namespace LiqIndicators.FakeExchange.Hosting;

/// <summary>One client's stream of a venue on the loopback.</summary>
internal sealed class FakeStream(FakeVenue venue, VenueConditions conditions, Action<FakeLiquidation> told) : IDisposable
{
    private const int BrokenEvery = 7;

    private readonly StreamFaults _faults = conditions.Stream;
    private readonly SemaphoreSlim _sending = new(1);
    private volatile bool _isSubscribed;
    private FakeLiquidation? _first;

    public async Task Run(HttpContext context, CancellationToken stop)
    {
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop, context.RequestAborted);
        _isSubscribed = venue.IsSubscription(context.Request.QueryString.Value ?? "");
        try
        {
            await Task.WhenAny(Hear(socket, end.Token), Tell(socket, end.Token));
        }
        finally
        {
            await end.CancelAsync();
            context.Abort();
        }
    }

    public void Dispose() => _sending.Dispose();

    private async Task Hear(WebSocket socket, CancellationToken end)
    {
        byte[] buffer = new byte[64 * 1024];
        while (socket.State == WebSocketState.Open)
        {
            WebSocketReceiveResult received = await socket.ReceiveAsync(buffer, end);
            string message = Encoding.UTF8.GetString(buffer, 0, received.Count);
            _isSubscribed |= venue.IsSubscription(message);
            if (!_faults.IsSilent && venue.ReplyTo(message) is { } reply)
            {
                await Send(socket, reply, end);
            }
        }
    }

    private async Task Tell(WebSocket socket, CancellationToken end)
    {
        Stopwatch age = Stopwatch.StartNew();
        TimeSpan nextBeat = TimeSpan.Zero;
        DateTime toldUtc = default;
        while (socket.State == WebSocketState.Open && (_faults.Lifetime is not { } lifetime || age.Elapsed < lifetime))
        {
            await Task.Delay(5, end);
            if (!_isSubscribed || _faults.IsSilent)
            {
                continue;
            }

            DateTime nowUtc = DateTime.UtcNow + conditions.Skew;
            if (toldUtc == default)
            {
                foreach (string greeting in venue.Greeting(nowUtc))
                {
                    await Send(socket, greeting, end);
                }

                toldUtc = nowUtc;
            }

            // What happened before a state is told before it: a machine that is held up tells late, but in the order of a quick one.
            await Tell(socket, Due(toldUtc, nowUtc), end);
            toldUtc = nowUtc;
            if (age.Elapsed >= nextBeat)
            {
                nextBeat = age.Elapsed + conditions.Beat;
                foreach (string state in venue.StateMessages(nowUtc))
                {
                    await Send(socket, state + new string(' ', _faults.Padding), end);
                }
            }
        }
    }

    private List<FakeLiquidation> Due(DateTime afterUtc, DateTime toUtc) => conditions.LiquidationPeriod is { } period
        ? [.. FakeLiquidation.Between(period, afterUtc, toUtc)]
        : [.. venue.Prints(afterUtc, toUtc).Select(print => print.Liquidation)];

    private async Task Tell(WebSocket socket, List<FakeLiquidation> due, CancellationToken end)
    {
        foreach (FakeLiquidation liquidation in _faults.SwapsLiquidations ? Swapped(due) : due)
        {
            if (venue.LiquidationMessage(liquidation) is not { } message)
            {
                return;
            }

            if (_faults.BreaksMessages && liquidation.Quantity % (BrokenEvery * 0.001m) == 0)
            {
                await Send(socket, "{\"broken\":", end);
            }

            // Before it is sent: a client may have stored it before this thread goes on.
            told(liquidation);
            await Send(socket, message, end);
            if (_faults.RepeatsLiquidations)
            {
                await Send(socket, message, end);
            }
        }
    }

    // A pair is told when its second is due, however many are due at once.
    private IEnumerable<FakeLiquidation> Swapped(IEnumerable<FakeLiquidation> due)
    {
        foreach (FakeLiquidation liquidation in due)
        {
            if (_first is not { } first)
            {
                _first = liquidation;
                continue;
            }

            _first = null;
            yield return liquidation;
            yield return first;
        }
    }

    private async Task Send(WebSocket socket, string message, CancellationToken end)
    {
        await _sending.WaitAsync(end);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, end);
        }
        finally
        {
            _sending.Release();
        }
    }
}
