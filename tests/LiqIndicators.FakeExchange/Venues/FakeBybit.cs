using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>Bybit, linear perpetuals; lists come newest first.</summary>
public sealed class FakeBybit(FakeMarket market) : FakeVenue(market, "BTCUSDT")
{
    /// <inheritdoc/>
    public override VenueId Id => VenueId.Bybit;

    /// <inheritdoc/>
    public override TransportReply Answer(FakeRequest request, DateTime nowUtc) => Ok(request.Text("symbol") != Symbol
        ? Text($"{{\"retCode\":10001,\"retMsg\":\"params error: symbol invalid\",\"result\":{{}},\"retExtInfo\":{{}},\"time\":{Milliseconds(nowUtc)}}}")
        : request.Path == "/v5/market/orderbook" ? Envelope(nowUtc, Depth(nowUtc))
        : Envelope(nowUtc, request.Path switch
        {
            "/v5/market/kline" => Candles(request, nowUtc),
            "/v5/market/open-interest" => OpenInterestHistory(request, nowUtc),
            "/v5/market/funding/history" => Funding(request, nowUtc),
            "/v5/market/tickers" => [$"{{{State(nowUtc)}}}"],
            _ => throw new InvalidOperationException($"No such endpoint: {request.Path}"),
        }));

    /// <inheritdoc/>
    public override string? ReplyTo(string message) =>
        message.Contains("\"ping\"", StringComparison.Ordinal) ? "{\"success\":true,\"ret_msg\":\"pong\",\"op\":\"ping\"}"
        : IsSubscription(message) ? "{\"success\":true,\"ret_msg\":\"\",\"op\":\"subscribe\"}" : null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateMessages(DateTime nowUtc) =>
        [Text($"{{\"topic\":\"tickers.{Symbol}\",\"type\":\"snapshot\",\"data\":{{{State(nowUtc)}}},\"ts\":{Milliseconds(nowUtc)}}}")];

    /// <summary>The side is that of the position: Buy means that a long was liquidated.</summary>
    public override string LiquidationMessage(FakeLiquidation liquidation) => Text(
        $"{{\"topic\":\"allLiquidation.{Symbol}\",\"type\":\"snapshot\",\"ts\":{Milliseconds(liquidation.TimeUtc)},\"data\":[{{\"T\":{Milliseconds(liquidation.TimeUtc)},\"s\":\"{Symbol}\",\"S\":\"{(liquidation.Side == PositionSide.Long ? "Buy" : "Sell")}\",\"v\":\"{liquidation.Quantity}\",\"p\":\"{liquidation.Price}\"}}]}}");

    private static string Envelope(DateTime nowUtc, IEnumerable<string> rows) =>
        Envelope(nowUtc, $"{{\"category\":\"linear\",\"list\":[{string.Join(',', rows)}]}}");

    private static string Envelope(DateTime nowUtc, string result) =>
        $"{{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{result},\"retExtInfo\":{{}},\"time\":{Milliseconds(nowUtc)}}}";

    // 2% of the price.
    private string Depth(DateTime nowUtc) =>
        $"{{\"s\":\"{Symbol}\",\"b\":[{Levels(nowUtc, isBid: true)}],\"a\":[{Levels(nowUtc, isBid: false)}],\"ts\":{Milliseconds(nowUtc)}}}";

    private string Levels(DateTime nowUtc, bool isBid) => string.Join(',', Book(nowUtc, isBid, 0.0002m).Select(price => Text($"[\"{price}\",\"1\"]")));

    private string State(DateTime nowUtc) => Text(
        $"\"symbol\":\"{Symbol}\",\"markPrice\":\"{PriceNow(nowUtc)}\",\"indexPrice\":\"{PriceNow(nowUtc)}\",\"openInterest\":\"{OpenInterestNow(nowUtc)}\",\"openInterestValue\":\"{OpenInterestNow(nowUtc) * PriceNow(nowUtc)}\",\"fundingRate\":\"{PredictedFunding(nowUtc)}\",\"fundingIntervalHour\":\"8\",\"nextFundingTime\":\"{Milliseconds(NextPayment(nowUtc, 8))}\"");

    private IEnumerable<string> Candles(FakeRequest request, DateTime nowUtc) =>
        Bars(request.Time("start"), request.Time("end"), nowUtc, Math.Min(1000, request.Number("limit")), fromOldest: false).Select(number =>
        {
            (decimal open, decimal high, decimal low, decimal close, decimal volume) = Market.Candle(Id, number);
            return Text($"[\"{Milliseconds(FakeMarket.TimeOf(number))}\",\"{open}\",\"{high}\",\"{low}\",\"{close}\",\"{volume}\",\"{volume * close}\"]");
        });

    private IEnumerable<string> OpenInterestHistory(FakeRequest request, DateTime nowUtc) =>
        Bars(request.Time("startTime"), request.Time("endTime"), nowUtc, Math.Min(200, request.Number("limit")), fromOldest: false)
            .Where(number => IsPublished(number, nowUtc))
            .Select(number => Text($"{{\"openInterest\":\"{OpenInterest(number)}\",\"timestamp\":\"{Milliseconds(FakeMarket.TimeOf(number))}\"}}"));

    private IEnumerable<string> Funding(FakeRequest request, DateTime nowUtc) =>
        Payments(request.Time("startTime"), request.Time("endTime"), nowUtc, TimeSpan.FromHours(8)).Reverse().Select(paymentUtc => Text(
            $"{{\"fundingRate\":\"{Market.Funding(FakeMarket.NumberOf(paymentUtc))}\",\"fundingRateTimestamp\":\"{Milliseconds(paymentUtc)}\"}}"));
}
