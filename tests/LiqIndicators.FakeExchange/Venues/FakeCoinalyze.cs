using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>Coinalyze: liquidated notional by bar of Binance's contract, for whoever shows the right key. Times are seconds.</summary>
public sealed class FakeCoinalyze(FakeMarket market) : FakeVenue(market, "BTCUSDT_PERP.A")
{
    /// <inheritdoc/>
    public override VenueId Id => VenueId.Coinalyze;

    /// <inheritdoc/>
    public override string KeyHeader => "api_key";

    /// <inheritdoc/>
    public override bool TellsLiquidations => false;

    /// <summary>The one key that is answered; null for any.</summary>
    public string? Key { get; set; }

    /// <inheritdoc/>
    public override FakeCost CostOf(FakeRequest request) => FakeCost.OneOf(40);

    /// <inheritdoc/>
    public override TransportReply Answer(FakeRequest request, DateTime nowUtc)
    {
        if (string.IsNullOrEmpty(request.Key) || (Key is not null && request.Key != Key))
        {
            return TransportReply.Answer(401, "{\"message\":\"Invalid/Missing API key\"}");
        }

        if (request.Path != "/v1/liquidation-history")
        {
            throw new InvalidOperationException($"No such endpoint: {request.Path}");
        }

        IEnumerable<string> rows = Bars(Seconds(request, "from"), Seconds(request, "to"), nowUtc - FakeMarket.Bar, 1500, fromOldest: true)
            .Select(number => Text($"{{\"t\":{Milliseconds(FakeMarket.TimeOf(number)) / 1000},\"l\":{Market.Liquidated(VenueId.Binance, PositionSide.Long, number)},\"s\":{Market.Liquidated(VenueId.Binance, PositionSide.Short, number)}}}"));
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
