using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>OKX swaps: contracts of a hundredth of a coin, lists newest first, everything text, no history of open interest.</summary>
public sealed class FakeOkx(FakeMarket market) : FakeVenue(market, "BTC-USDT-SWAP")
{
    private const decimal ContractSize = 0.01m;

    /// <inheritdoc/>
    public override VenueId Id => VenueId.Okx;

    /// <summary>Every endpoint has a budget of its own.</summary>
    public override FakeCost CostOf(FakeRequest request) => new(
        request.Path[(request.Path.LastIndexOf('/') + 1)..],
        request.Path switch
        {
            "/api/v5/market/candles" or "/api/v5/market/books" => 40,
            "/api/v5/public/funding-rate-history" or "/api/v5/public/position-tiers" => 10,
            _ => 20,
        },
        TimeSpan.FromSeconds(2),
        1);

    /// <inheritdoc/>
    public override TransportReply Answer(FakeRequest request, DateTime nowUtc)
    {
        if (request.Path == "/api/v5/public/instruments")
        {
            return Ok(Envelope([Text($"{{\"instId\":\"{Symbol}\",\"instType\":\"SWAP\",\"ctType\":\"linear\",\"ctVal\":\"{ContractSize}\",\"ctMult\":\"1\",\"state\":\"live\",\"tickSz\":\"0.1\"}}")]));
        }

        if (request.Path == "/api/v5/public/position-tiers")
        {
            return Ok(request.Text("instType") == "SWAP" && $"{request.Text("instFamily")}-SWAP" == Symbol
                ? Envelope(PositionTiers())
                : "{\"code\":\"51014\",\"data\":[],\"msg\":\"Instrument family doesn't exist.\"}");
        }

        return Ok(request.Text("instId") != Symbol
            ? "{\"code\":\"51001\",\"data\":[],\"msg\":\"Instrument ID doesn't exist.\"}"
            : Envelope(request.Path switch
            {
                "/api/v5/market/candles" or "/api/v5/market/history-candles" => Candles(request, nowUtc),
                "/api/v5/public/funding-rate-history" => FundingHistory(request, nowUtc),
                "/api/v5/public/open-interest" => [OpenInterestRow(nowUtc)],
                "/api/v5/public/mark-price" => [MarkPriceRow(nowUtc)],
                "/api/v5/public/funding-rate" => [FundingRow(nowUtc)],
                "/api/v5/market/books" => [$"{{\"bids\":[{Levels(nowUtc, isBid: true)}],\"asks\":[{Levels(nowUtc, isBid: false)}],\"ts\":\"{Milliseconds(nowUtc)}\"}}"],
                _ => throw new InvalidOperationException($"No such endpoint: {request.Path}"),
            }));
    }

    /// <inheritdoc/>
    public override string? ReplyTo(string message) =>
        message == "ping" ? "pong" : IsSubscription(message) ? "{\"event\":\"subscribe\",\"connId\":\"1\"}" : null;

    /// <summary>The last liquidation before, as news: what a client must not count again.</summary>
    public override IReadOnlyList<string> Greeting(DateTime nowUtc)
    {
        for (DateTime toUtc = nowUtc; toUtc > nowUtc.AddDays(-2); toUtc -= FakeMarket.Bar)
        {
            if (Market.Liquidations(Id, toUtc - FakeMarket.Bar, toUtc).LastOrDefault() is { } last)
            {
                return [LiquidationMessage(last)];
            }
        }

        return [];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateMessages(DateTime nowUtc) =>
    [
        Push("mark-price", MarkPriceRow(nowUtc)), Push("open-interest", OpenInterestRow(nowUtc)), Push("funding-rate", FundingRow(nowUtc)),
    ];

    /// <inheritdoc/>
    public override string LiquidationMessage(FakeLiquidation liquidation)
    {
        bool isLong = liquidation.Side == PositionSide.Long;
        return $"{{\"arg\":{{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}},\"data\":[{{\"instId\":\"{Symbol}\",\"instType\":\"SWAP\",\"details\":[{Text(
            $"{{\"bkPx\":\"{liquidation.Price}\",\"posSide\":\"{(isLong ? "long" : "short")}\",\"side\":\"{(isLong ? "sell" : "buy")}\",\"sz\":\"{liquidation.Quantity / ContractSize}\",\"ts\":\"{Milliseconds(liquidation.TimeUtc)}\"}}")}]}}]}}";
    }

    // Sizes are contracts.
    private IEnumerable<string> PositionTiers() => new (int Least, int Most, string Maintenance, string Initial, string Leverage)[]
    {
        (0, 1_000, "0.004", "0.01", "100"),
        (1_001, 5_000, "0.01", "0.02", "50"),
        (5_001, 20_000, "0.025", "0.05", "20"),
    }.Select((tier, i) => Text(
        $"{{\"baseMaxLoan\":\"\",\"imr\":\"{tier.Initial}\",\"instFamily\":\"{Symbol[..^5]}\",\"instId\":\"\",\"maxLever\":\"{tier.Leverage}\",\"maxSz\":\"{tier.Most}\",\"minSz\":\"{tier.Least}\",\"mmr\":\"{tier.Maintenance}\",\"optMgnFactor\":\"0\",\"quoteMaxLoan\":\"\",\"tier\":\"{i + 1}\",\"uly\":\"{Symbol[..^5]}\"}}"));

    private static string Envelope(IEnumerable<string> rows) => $"{{\"code\":\"0\",\"msg\":\"\",\"data\":[{string.Join(',', rows)}]}}";

    private string Push(string channel, string row) =>
        $"{{\"arg\":{{\"channel\":\"{channel}\",\"instId\":\"{Symbol}\"}},\"data\":[{row}]}}";

    private string OpenInterestRow(DateTime nowUtc) => Text(
        $"{{\"instId\":\"{Symbol}\",\"instType\":\"SWAP\",\"oi\":\"{OpenInterestNow(nowUtc) / ContractSize}\",\"oiCcy\":\"{OpenInterestNow(nowUtc)}\",\"ts\":\"{Milliseconds(nowUtc)}\"}}");

    private string MarkPriceRow(DateTime nowUtc) => Text($"{{\"instId\":\"{Symbol}\",\"markPx\":\"{PriceNow(nowUtc)}\",\"ts\":\"{Milliseconds(nowUtc)}\"}}");

    private string FundingRow(DateTime nowUtc) => Text(
        $"{{\"instId\":\"{Symbol}\",\"fundingRate\":\"{PredictedFunding(nowUtc)}\",\"fundingTime\":\"{Milliseconds(NextPayment(nowUtc, 8))}\",\"nextFundingTime\":\"{Milliseconds(NextPayment(nowUtc, 8).AddHours(8))}\",\"ts\":\"{Milliseconds(nowUtc)}\"}}");

    private string Levels(DateTime nowUtc, bool isBid) =>
        string.Join(',', Book(nowUtc, isBid, 0.00002m).Select(price => Text($"[\"{price}\",\"{1 / ContractSize}\",\"0\",\"1\"]")));

    // before asks for what is newer, after for what is older; both times themselves are left out.
    private IEnumerable<string> Candles(FakeRequest request, DateTime nowUtc) =>
        Bars(request.Time("before").AddMilliseconds(1), request.Time("after").AddMilliseconds(-1), nowUtc, Math.Min(300, request.Number("limit")), fromOldest: false).Select(number =>
        {
            (decimal open, decimal high, decimal low, decimal close, decimal volume) = Market.Candle(Id, number);
            int isClosed = FakeMarket.TimeOf(number + 1) <= nowUtc ? 1 : 0;
            return Text($"[\"{Milliseconds(FakeMarket.TimeOf(number))}\",\"{open}\",\"{high}\",\"{low}\",\"{close}\",\"{volume / ContractSize}\",\"{volume}\",\"{volume * close}\",\"{isClosed}\"]");
        });

    private IEnumerable<string> FundingHistory(FakeRequest request, DateTime nowUtc) =>
        Payments(request.Time("before").AddMilliseconds(1), request.Time("after").AddMilliseconds(-1), nowUtc, TimeSpan.FromHours(8)).Reverse().Select(paymentUtc =>
            Text($"{{\"instId\":\"{Symbol}\",\"fundingTime\":\"{Milliseconds(paymentUtc)}\",\"realizedRate\":\"{Market.Funding(FakeMarket.NumberOf(paymentUtc))}\"}}"));
}
