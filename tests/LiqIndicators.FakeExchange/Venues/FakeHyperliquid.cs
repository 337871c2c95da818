using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using Newtonsoft.Json.Linq;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>Hyperliquid perpetuals: one endpoint, hourly funding, no history of open interest, no liquidations of strangers.</summary>
public sealed class FakeHyperliquid(FakeMarket market) : FakeVenue(market, "BTC")
{
    private const int PaymentsPerRate = 8;

    /// <inheritdoc/>
    public override VenueId Id => VenueId.Hyperliquid;

    /// <inheritdoc/>
    public override bool TellsLiquidations => false;

    /// <summary>Twenty for most questions, and more for long answers.</summary>
    public override FakeCost CostOf(FakeRequest request)
    {
        JObject body = JObject.Parse(request.Body ?? "{}");
        int weight = (string?)body["type"] switch
        {
            "l2Book" => 2,
            "candleSnapshot" => 20 + Rows(body["req"]!, FakeMarket.Bar, 5000, 60),
            "fundingHistory" => 20 + Rows(body, TimeSpan.FromHours(1), 500, 20),
            _ => 20,
        };
        return new FakeCost("weight", 1200, TimeSpan.FromMinutes(1), weight);

        static int Rows(JToken asked, TimeSpan step, int most, int each) =>
            (int)Math.Min((Time(asked["endTime"]) - Time(asked["startTime"])) / step, most) / each;
    }

    /// <inheritdoc/>
    public override TransportReply Answer(FakeRequest request, DateTime nowUtc)
    {
        JObject body = JObject.Parse(request.Body ?? "{}");
        return Ok((string?)body["type"] switch
        {
            "candleSnapshot" => Candles((JObject)body["req"]!, nowUtc),
            "fundingHistory" => Funding(body, nowUtc),
            "meta" => Meta(),
            "metaAndAssetCtxs" => $"[{Meta()},[{Context(nowUtc)}]]",
            "predictedFundings" => $"[[\"{Symbol}\",[{string.Join(',', PredictedFundings(nowUtc))}]]]",
            "l2Book" => $"{{\"coin\":\"{Symbol}\",\"time\":{Milliseconds(nowUtc)},\"levels\":[[{Levels(nowUtc, isBid: true)}],[{Levels(nowUtc, isBid: false)}]]}}",
            string type => throw new InvalidOperationException($"No such type: {type}"),
            null => throw new InvalidOperationException("The request has no type."),
        });
    }

    /// <inheritdoc/>
    public override string? ReplyTo(string message) =>
        message.Contains("\"ping\"", StringComparison.Ordinal) ? "{\"channel\":\"pong\"}"
        : IsSubscription(message) ? "{\"channel\":\"subscriptionResponse\",\"data\":{}}" : null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateMessages(DateTime nowUtc) =>
        [$"{{\"channel\":\"activeAssetCtx\",\"data\":{{\"coin\":\"{Symbol}\",\"ctx\":{Context(nowUtc)}}}}}"];

    /// <inheritdoc/>
    public override string? LiquidationMessage(FakeLiquidation liquidation) => null;

    private static DateTime Time(JToken? milliseconds) => DateTime.UnixEpoch.AddMilliseconds((long)milliseconds!);

    private string Meta() =>
        $"{{\"universe\":[{{\"szDecimals\":5,\"name\":\"{Symbol}\",\"maxLeverage\":40,\"marginTableId\":56}}],"
        + "\"marginTables\":[[50,{\"description\":\"\",\"marginTiers\":[{\"lowerBound\":\"0.0\",\"maxLeverage\":50}]}],"
        + "[56,{\"description\":\"tiered 40x\",\"marginTiers\":[{\"lowerBound\":\"0.0\",\"maxLeverage\":40},{\"lowerBound\":\"150000000.0\",\"maxLeverage\":20}]}]],"
        + "\"collateralToken\":0}";

    private string Context(DateTime nowUtc) => Text(
        $"{{\"funding\":\"{PredictedFunding(nowUtc) / PaymentsPerRate}\",\"markPx\":\"{PriceNow(nowUtc)}\",\"oraclePx\":\"{PriceNow(nowUtc)}\",\"openInterest\":\"{OpenInterestNow(nowUtc)}\"}}");

    private IEnumerable<string> PredictedFundings(DateTime nowUtc) => new[] { ("BinPerp", 8), ("HlPerp", 1), ("BybitPerp", 8) }.Select(venue =>
        Text($"[\"{venue.Item1}\",{{\"fundingRate\":\"{PredictedFunding(nowUtc) * venue.Item2 / PaymentsPerRate}\",\"nextFundingTime\":{Milliseconds(NextPayment(nowUtc, venue.Item2))},\"fundingIntervalHours\":{venue.Item2}}}]"));

    private string Levels(DateTime nowUtc, bool isBid) => string.Join(
        ',', Book(nowUtc, isBid, 0.0001m).Take(20).Select(price => Text($"{{\"px\":\"{price}\",\"sz\":\"1\",\"n\":1}}")));

    private string Candles(JObject asked, DateTime nowUtc)
    {
        IEnumerable<string> rows = (string?)asked["coin"] != Symbol ? [] : Bars(Time(asked["startTime"]), Time(asked["endTime"]), nowUtc, 5000, fromOldest: true).Select(number =>
        {
            (decimal open, decimal high, decimal low, decimal close, decimal volume) = Market.Candle(Id, number);
            return Text($"{{\"t\":{Milliseconds(FakeMarket.TimeOf(number))},\"o\":\"{open}\",\"h\":\"{high}\",\"l\":\"{low}\",\"c\":\"{close}\",\"v\":\"{volume}\"}}");
        });
        return $"[{string.Join(',', rows)}]";
    }

    // Payments carry a jitter of some milliseconds.
    private string Funding(JObject asked, DateTime nowUtc)
    {
        IEnumerable<string> rows = Payments(Time(asked["startTime"]), Time(asked["endTime"]), nowUtc, TimeSpan.FromHours(1)).Take(500).Select(paymentUtc =>
            Text($"{{\"coin\":\"{Symbol}\",\"fundingRate\":\"{Market.Funding(FakeMarket.NumberOf(paymentUtc)) / PaymentsPerRate}\",\"time\":{Milliseconds(paymentUtc) + 41}}}"));
        return $"[{string.Join(',', rows)}]";
    }
}
