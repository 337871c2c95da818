using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>Coinalyze: liquidated notional by bar, for whoever shows the right key. Times are seconds.</summary>
public sealed class FakeCoinalyze(FakeMarket market) : FakeVenue(market, "BTCUSDT_PERP.A")
{
    /// <inheritdoc/>
    public override VenueId Id => VenueId.Coinalyze;

    /// <inheritdoc/>
    public override TransportReply Answer(FakeRequest request, DateTime nowUtc)
    {
        if (request.Path != "/v1/liquidation-history")
        {
            throw new InvalidOperationException($"No such endpoint: {request.Path}");
        }

        IEnumerable<string> rows = Bars(Seconds(request, "from"), Seconds(request, "to"), nowUtc - FakeMarket.Bar, 1500, fromOldest: true)
            .Select(number => Text($"{{\"t\":{Milliseconds(FakeMarket.TimeOf(number)) / 1000},\"l\":{1000 + (number % 7)},\"s\":{2000 + (number % 5)}}}"));
        return Ok($"[{{\"symbol\":\"{Symbol}\",\"history\":[{string.Join(',', rows)}]}}]");
    }

    /// <inheritdoc/>
    public override string? ReplyTo(string message) => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateMessages(DateTime nowUtc) => [];

    /// <inheritdoc/>
    public override string? LiquidationMessage(FakeLiquidation liquidation) => null;

    private static DateTime Seconds(FakeRequest request, string name) => DateTime.UnixEpoch.AddSeconds(request.Number(name));
}
