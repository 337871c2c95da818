using System.Globalization;
using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>BitMEX: contracts of one dollar, bars named by their end, subscriptions in the address of the stream.</summary>
public sealed class FakeBitMex(FakeMarket market) : FakeVenue(market, "XBTUSD")
{
    private const decimal SatoshisPerCoin = 100_000_000;
    private const string EightHours = "2000-01-01T08:00:00.000Z";

    /// <inheritdoc/>
    public override VenueId Id => VenueId.BitMex;

    /// <summary>Whether nothing is traded in a bar and its row tells no price either.</summary>
    public Func<long, bool> IsWithoutTrade { get; set; } = _ => false;

    /// <inheritdoc/>
    public override FakeCost CostOf(FakeRequest request) => FakeCost.OneOf(30);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> HeadersOf(FakeCost cost, int used, DateTime nowUtc) => new Dictionary<string, string>
    {
        ["x-ratelimit-limit"] = cost.Limit.ToString(CultureInfo.InvariantCulture),
        ["x-ratelimit-remaining"] = Math.Max(0, cost.Limit - used).ToString(CultureInfo.InvariantCulture),
        ["x-ratelimit-reset"] = (Milliseconds(nowUtc.AddSeconds(2)) / 1000).ToString(CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public override TransportReply Answer(FakeRequest request, DateTime nowUtc) => Ok($"[{string.Join(',', request.Path switch
    {
        "/api/v1/instrument/active" => [Instrument(nowUtc)],
        _ when request.Text("symbol") != Symbol => [],
        "/api/v1/instrument" => [Instrument(nowUtc)],
        "/api/v1/trade/bucketed" => Candles(request, nowUtc),
        "/api/v1/funding" => Funding(request, nowUtc),
        "/api/v1/orderBook/L2" => Levels(nowUtc, isBid: true).Concat(Levels(nowUtc, isBid: false)),
        _ => throw new InvalidOperationException($"No such endpoint: {request.Path}"),
    })}]");

    /// <inheritdoc/>
    public override string? ReplyTo(string message) => message == "ping" ? "pong" : null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateMessages(DateTime nowUtc) =>
        [$"{{\"table\":\"instrument\",\"action\":\"update\",\"data\":[{Instrument(nowUtc)}]}}"];

    /// <summary>The side is that of the order: a sell closes a long.</summary>
    public override string LiquidationMessage(FakeLiquidation liquidation) => Text(
        $"{{\"table\":\"liquidation\",\"action\":\"insert\",\"data\":[{{\"orderID\":\"{Milliseconds(liquidation.TimeUtc)}\",\"symbol\":\"{Symbol}\",\"side\":\"{(liquidation.Side == PositionSide.Long ? "Sell" : "Buy")}\",\"price\":{liquidation.Price},\"leavesQty\":{Math.Round(liquidation.Quantity * liquidation.Price)}}}]}}");

    private static string Iso(DateTime timeUtc) => timeUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static DateTime Time(FakeRequest request, string name) => DateTime.Parse(
        request.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private string Instrument(DateTime nowUtc)
    {
        decimal coins = OpenInterestNow(nowUtc);
        return Text($"{{\"symbol\":\"{Symbol}\",\"underlying\":\"XBT\",\"quoteCurrency\":\"USD\",\"typ\":\"FFWCSX\",\"state\":\"Open\",\"isQuanto\":false,\"isInverse\":true,\"multiplier\":-100000000,\"settlCurrency\":\"XBt\",\"initMargin\":0.01,\"maintMargin\":0.005,\"riskLimit\":20000000000,\"riskStep\":10000000000,\"fundingInterval\":\"{EightHours}\",")
            + Text($"\"timestamp\":\"{Iso(nowUtc)}\",\"markPrice\":{PriceNow(nowUtc)},\"indicativeSettlePrice\":{PriceNow(nowUtc)},\"openInterest\":{Math.Round(coins * PriceNow(nowUtc))},\"openValue\":{Math.Round(coins * SatoshisPerCoin)},")
            + Text($"\"indicativeFundingRate\":{PredictedFunding(nowUtc)},\"fundingTimestamp\":\"{Iso(NextPayment(nowUtc, 8))}\"}}");
    }

    private IEnumerable<string> Levels(DateTime nowUtc, bool isBid) => Book(nowUtc, isBid, 0.0001m).Select(price =>
        Text($"{{\"symbol\":\"{Symbol}\",\"side\":\"{(isBid ? "Buy" : "Sell")}\",\"size\":{Math.Round(price)},\"price\":{price}}}"));

    private IEnumerable<string> Candles(FakeRequest request, DateTime nowUtc) =>
        Bars(Time(request, "startTime") - FakeMarket.Bar, Time(request, "endTime") - FakeMarket.Bar, nowUtc - FakeMarket.Bar, Math.Min(1000, request.Number("count")), fromOldest: true).Select(number =>
        {
            if (IsWithoutTrade(number))
            {
                return Text($"{{\"timestamp\":\"{Iso(FakeMarket.TimeOf(number + 1))}\",\"symbol\":\"{Symbol}\",\"open\":null,\"high\":null,\"low\":null,\"close\":null,\"trades\":0,\"homeNotional\":0,\"foreignNotional\":0}}");
            }

            (decimal open, decimal high, decimal low, decimal close, decimal volume) = Market.Candle(Id, number);
            return Text($"{{\"timestamp\":\"{Iso(FakeMarket.TimeOf(number + 1))}\",\"symbol\":\"{Symbol}\",\"open\":{open},\"high\":{high},\"low\":{low},\"close\":{close},\"trades\":9,\"homeNotional\":{volume},\"foreignNotional\":{volume * close}}}");
        });

    private IEnumerable<string> Funding(FakeRequest request, DateTime nowUtc) =>
        Payments(Time(request, "startTime"), Time(request, "endTime"), nowUtc, TimeSpan.FromHours(8)).Select(paymentUtc =>
            Text($"{{\"timestamp\":\"{Iso(paymentUtc)}\",\"symbol\":\"{Symbol}\",\"fundingInterval\":\"{EightHours}\",\"fundingRate\":{Market.Funding(FakeMarket.NumberOf(paymentUtc))}}}"));
}
