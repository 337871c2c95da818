using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>
/// OKX swaps of one kind: contracts of a hundredth of a coin or of a hundred dollars, lists newest first, everything text, open interest
/// over time in the last 1,440 rows of each interval. The stream, which is one for both kinds, tells of the linear ones.
/// </summary>
public sealed class FakeOkx(FakeMarket market, ContractKind kind) : FakeVenue(market, kind == ContractKind.Linear ? "BTC-USDT-SWAP" : "BTC-USD-SWAP")
{
    private const decimal CoinsPerContract = 0.01m;
    private const decimal DollarsPerContract = 100;

    // The inverse contracts are a small part of the venue.
    private const decimal InverseShare = 0.2m;

    private readonly bool _isInverse = kind == ContractKind.Inverse;

    /// <inheritdoc/>
    public override VenueId Id => VenueId.Okx;

    private string Family => Symbol[..^"-SWAP".Length];

    private decimal Share => _isInverse ? InverseShare : 1;

    /// <summary>Lists and statistics that name no contract are the linear one's business.</summary>
    public override bool Serves(string pathAndQuery) =>
        _isInverse == (pathAndQuery.Contains("-USD", StringComparison.Ordinal) && !pathAndQuery.Contains("-USDT", StringComparison.Ordinal));

    /// <summary>Every endpoint has a budget of its own.</summary>
    public override FakeCost CostOf(FakeRequest request) => new(
        request.Path[(request.Path.LastIndexOf('/') + 1)..],
        request.Path switch
        {
            "/api/v5/market/candles" or "/api/v5/market/books" or "/api/v5/public/liquidation-orders" => 40,
            "/api/v5/rubik/stat/contracts/long-short-account-ratio" => 5,
            "/api/v5/rubik/stat/contracts/open-interest-history" or "/api/v5/public/funding-rate-history" or "/api/v5/public/position-tiers" => 10,
            _ => 20,
        },
        TimeSpan.FromSeconds(2),
        1);

    /// <inheritdoc/>
    public override TransportReply Answer(FakeRequest request, DateTime nowUtc)
    {
        if (request.Path == "/api/v5/public/instruments")
        {
            return Ok(Envelope([Instrument(Symbol, "linear", CoinsPerContract), Instrument("BTC-USD-SWAP", "inverse", DollarsPerContract)]));
        }

        if (request.Path == "/api/v5/rubik/stat/contracts/long-short-account-ratio")
        {
            return Ok(request.Text("ccy") != Symbol.Split('-')[0]
                ? "{\"code\":\"51000\",\"data\":[],\"msg\":\"Parameter ccy error\"}"
                : Envelope(LongShortRatio(request, nowUtc)));
        }

        if (request.Path == "/api/v5/public/liquidation-orders")
        {
            return Ok(request.Text("instType") == "SWAP" && request.Text("uly") == Family
                ? Envelope([LiquidationsOf(Market.Liquidations(Id, nowUtc - FakeMarket.Bar, nowUtc).Reverse())])
                : "{\"code\":\"51014\",\"data\":[],\"msg\":\"Underlying index doesn't exist.\"}");
        }

        if (request.Path == "/api/v5/market/index-candles")
        {
            return Ok(request.Text("instId") == Family
                ? Envelope(PriceCandles(request, nowUtc))
                : "{\"code\":\"51001\",\"data\":[],\"msg\":\"Instrument ID doesn't exist.\"}");
        }

        if (request.Path == "/api/v5/public/position-tiers")
        {
            return Ok(request.Text("instType") == "SWAP" && request.Text("instFamily") == Family
                ? Envelope(PositionTiers())
                : "{\"code\":\"51014\",\"data\":[],\"msg\":\"Instrument family doesn't exist.\"}");
        }

        return Ok(request.Text("instId") != Symbol
            ? "{\"code\":\"51001\",\"data\":[],\"msg\":\"Instrument ID doesn't exist.\"}"
            : Envelope(request.Path switch
            {
                "/api/v5/market/candles" or "/api/v5/market/history-candles" => Candles(request, nowUtc),
                "/api/v5/rubik/stat/contracts/open-interest-history" => OpenInterestHistory(request, nowUtc),
                "/api/v5/market/mark-price-candles" => PriceCandles(request, nowUtc),
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
        Push("index-tickers", Text($"{{\"instId\":\"{Family}\",\"idxPx\":\"{PriceNow(nowUtc)}\",\"ts\":\"{Milliseconds(nowUtc)}\"}}")),
    ];

    /// <inheritdoc/>
    public override string LiquidationMessage(FakeLiquidation liquidation) =>
        $"{{\"arg\":{{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}},\"data\":[{LiquidationsOf([liquidation])}]}}";

    private static string Instrument(string symbol, string type, decimal size) => Text(
        $"{{\"instId\":\"{symbol}\",\"instType\":\"SWAP\",\"ctType\":\"{type}\",\"ctVal\":\"{size}\",\"ctMult\":\"1\",\"state\":\"live\",\"tickSz\":\"0.1\"}}");

    private string LiquidationsOf(IEnumerable<FakeLiquidation> liquidations) =>
        $"{{\"instId\":\"{Symbol}\",\"instType\":\"SWAP\",\"details\":[{string.Join(',', liquidations.Select(Detail))}]}}";

    private string Detail(FakeLiquidation liquidation)
    {
        bool isLong = liquidation.Side == PositionSide.Long;
        return Text(
            $"{{\"bkPx\":\"{liquidation.Price}\",\"posSide\":\"{(isLong ? "long" : "short")}\",\"side\":\"{(isLong ? "sell" : "buy")}\",\"sz\":\"{Contracts(liquidation.Quantity * Share, liquidation.Price)}\",\"ts\":\"{Milliseconds(liquidation.TimeUtc)}\"}}");
    }

    // Whole ones of dollars, whatever the coins come to.
    private decimal Contracts(decimal coins, decimal price) => _isInverse ? Math.Ceiling(coins * price / DollarsPerContract) : coins / CoinsPerContract;

    // Sizes are contracts.
    private IEnumerable<string> PositionTiers() => new (int Least, int Most, string Maintenance, string Initial, string Leverage)[]
    {
        (0, 1_000, "0.004", "0.01", "100"),
        (1_001, 5_000, "0.01", "0.02", "50"),
        (5_001, 20_000, "0.025", "0.05", "20"),
    }.Select((tier, i) => Text(
        $"{{\"baseMaxLoan\":\"\",\"imr\":\"{tier.Initial}\",\"instFamily\":\"{Family}\",\"instId\":\"\",\"maxLever\":\"{tier.Leverage}\",\"maxSz\":\"{tier.Most}\",\"minSz\":\"{tier.Least}\",\"mmr\":\"{tier.Maintenance}\",\"optMgnFactor\":\"0\",\"quoteMaxLoan\":\"\",\"tier\":\"{i + 1}\",\"uly\":\"{Family}\"}}"));

    private static string Envelope(IEnumerable<string> rows) => $"{{\"code\":\"0\",\"msg\":\"\",\"data\":[{string.Join(',', rows)}]}}";

    private string Push(string channel, string row) =>
        $"{{\"arg\":{{\"channel\":\"{channel}\",\"instId\":\"{Symbol}\"}},\"data\":[{row}]}}";

    private string OpenInterestRow(DateTime nowUtc) => Text(
        $"{{\"instId\":\"{Symbol}\",\"instType\":\"SWAP\",\"oi\":\"{Contracts(OpenInterestNow(nowUtc) * Share, PriceNow(nowUtc))}\",\"oiCcy\":\"{OpenInterestNow(nowUtc) * Share}\",\"ts\":\"{Milliseconds(nowUtc)}\"}}");

    private string MarkPriceRow(DateTime nowUtc) => Text($"{{\"instId\":\"{Symbol}\",\"markPx\":\"{PriceNow(nowUtc)}\",\"ts\":\"{Milliseconds(nowUtc)}\"}}");

    private string FundingRow(DateTime nowUtc) => Text(
        $"{{\"instId\":\"{Symbol}\",\"fundingRate\":\"{PredictedFunding(nowUtc)}\",\"fundingTime\":\"{Milliseconds(NextPayment(nowUtc, 8))}\",\"nextFundingTime\":\"{Milliseconds(NextPayment(nowUtc, 8).AddHours(8))}\",\"ts\":\"{Milliseconds(nowUtc)}\"}}");

    private string Levels(DateTime nowUtc, bool isBid) =>
        string.Join(',', Book(nowUtc, isBid, 0.00002m).Select(price => Text($"[\"{price}\",\"{Contracts(1, price)}\",\"0\",\"1\"]")));

    // before asks for what is newer, after for what is older; both times themselves are left out.
    private IEnumerable<string> Candles(FakeRequest request, DateTime nowUtc) =>
        Bars(request.Time("before").AddMilliseconds(1), request.Time("after").AddMilliseconds(-1), nowUtc, Math.Min(300, request.Number("limit")), fromOldest: false).Select(number =>
        {
            (decimal open, decimal high, decimal low, decimal close, decimal volume) = Market.Candle(Id, number);
            int isClosed = FakeMarket.TimeOf(number + 1) <= nowUtc ? 1 : 0;
            return Text($"[\"{Milliseconds(FakeMarket.TimeOf(number))}\",\"{open}\",\"{high}\",\"{low}\",\"{close}\",\"{Contracts(volume * Share, close)}\",\"{volume * Share}\",\"{volume * Share * close}\",\"{isClosed}\"]");
        });

    private IEnumerable<string> PriceCandles(FakeRequest request, DateTime nowUtc) =>
        Bars(request.Time("before").AddMilliseconds(1), request.Time("after").AddMilliseconds(-1), nowUtc, Math.Min(100, request.Number("limit")), fromOldest: false).Select(number =>
        {
            (decimal open, decimal high, decimal low, decimal close) = MarkCandle(number);
            int isClosed = FakeMarket.TimeOf(number + 1) <= nowUtc ? 1 : 0;
            return Text($"[\"{Milliseconds(FakeMarket.TimeOf(number))}\",\"{open}\",\"{high}\",\"{low}\",\"{close}\",\"{isClosed}\"]");
        });

    // Of all contracts on the coin; without pages.
    private IEnumerable<string> LongShortRatio(FakeRequest request, DateTime nowUtc) =>
        Bars(request.Time("begin"), request.Time("end"), nowUtc, 720, fromOldest: false).Where(number => IsPublished(number, nowUtc)).Select(number =>
            Text($"[\"{Milliseconds(FakeMarket.TimeOf(number))}\",\"{LongShare(number) / (1 - LongShare(number)):0.00}\"]"));

    // What is so at the end of an interval bears the time of its start; both times asked for are left out.
    private IEnumerable<string> OpenInterestHistory(FakeRequest request, DateTime nowUtc)
    {
        int bars = request.Text("period") == "1H" ? 12 : 1;
        DateTime earliestUtc = nowUtc - (1440 * bars * FakeMarket.Bar);
        return Bars(request.Time("begin").AddMilliseconds(1), request.Time("end").AddMilliseconds(-1), nowUtc, int.MaxValue, fromOldest: false)
            .Where(number => number % bars == 0 && FakeMarket.TimeOf(number) >= earliestUtc && IsPublished(number + bars, nowUtc))
            .Take((int)Math.Min(100, request.Number("limit")))
            .Select(number =>
            {
                decimal coins = OpenInterest(number + bars) * Share;
                decimal price = Market.Price(Id, number + bars);
                return Text($"[\"{Milliseconds(FakeMarket.TimeOf(number))}\",\"{Contracts(coins, price)}\",\"{coins}\",\"{coins * price:0.0000}\"]");
            });
    }

    private IEnumerable<string> FundingHistory(FakeRequest request, DateTime nowUtc) =>
        Payments(request.Time("before").AddMilliseconds(1), request.Time("after").AddMilliseconds(-1), nowUtc, TimeSpan.FromHours(8)).Reverse().Select(paymentUtc =>
            Text($"{{\"instId\":\"{Symbol}\",\"fundingTime\":\"{Milliseconds(paymentUtc)}\",\"realizedRate\":\"{Market.Funding(FakeMarket.NumberOf(paymentUtc))}\"}}"));
}
