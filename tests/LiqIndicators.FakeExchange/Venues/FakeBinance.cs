using System.Globalization;
using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>Binance USD-margined futures.</summary>
public sealed class FakeBinance(FakeMarket market) : FakeVenue(market, "BTCUSDT")
{
    /// <inheritdoc/>
    public override VenueId Id => VenueId.Binance;

    /// <inheritdoc/>
    public override FakeCost CostOf(FakeRequest request) => request.Path switch
    {
        "/futures/data/openInterestHist" or "/futures/data/globalLongShortAccountRatio" => new FakeCost("data", 1000, TimeSpan.FromMinutes(5), 1),
        "/fapi/v1/fundingRate" => new FakeCost("funding", 500, TimeSpan.FromMinutes(5), 1),
        _ => new FakeCost("weight", 2400, TimeSpan.FromMinutes(1), Weight(request)),
    };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> HeadersOf(FakeCost cost, int used, DateTime nowUtc) => new Dictionary<string, string>
    {
        ["X-MBX-USED-WEIGHT-1M"] = (cost.Budget == "weight" ? used : 0).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Hours between payments as its terms say; the payments themselves stay where they are.</summary>
    public int FundingHours { get; set; } = 8;

    /// <inheritdoc/>
    public override TransportReply Answer(FakeRequest request, DateTime nowUtc)
    {
        if (request.Path == "/fapi/v1/exchangeInfo")
        {
            return Ok($$"""{"symbols":[{"symbol":"{{Symbol}}","baseAsset":"BTC","quoteAsset":"USDT","contractType":"PERPETUAL","status":"TRADING","filters":[{"filterType":"PRICE_FILTER","tickSize":"0.10"}]}]}""");
        }

        if (request.Path == "/fapi/v1/fundingInfo")
        {
            return Ok($$"""[{"symbol":"{{Symbol}}","adjustedFundingRateCap":"0.0030","adjustedFundingRateFloor":"-0.0025","fundingIntervalHours":{{FundingHours}}}]""");
        }

        if (request.Text(request.Path == "/fapi/v1/indexPriceKlines" ? "pair" : "symbol") != Symbol)
        {
            return TransportReply.Answer(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
        }

        return Ok(request.Path switch
        {
            "/fapi/v1/klines" => Candles(request, nowUtc),
            "/fapi/v1/markPriceKlines" or "/fapi/v1/indexPriceKlines" => PriceCandles(request, nowUtc, MarkCandle),
            "/fapi/v1/premiumIndexKlines" => PriceCandles(request, nowUtc, Premium),
            "/futures/data/globalLongShortAccountRatio" => LongShortRatios(request, nowUtc),
            "/futures/data/openInterestHist" => OpenInterestHistory(request, nowUtc),
            "/fapi/v1/fundingRate" => Funding(request, nowUtc),
            "/fapi/v1/premiumIndex" => Text(
                $"{{\"symbol\":\"{Symbol}\",\"markPrice\":\"{PriceNow(nowUtc)}\",\"indexPrice\":\"{PriceNow(nowUtc)}\",\"lastFundingRate\":\"{PredictedFunding(nowUtc)}\",\"nextFundingTime\":{Milliseconds(NextPayment(nowUtc, 8))},\"time\":{Milliseconds(nowUtc)}}}"),
            "/fapi/v1/openInterest" => Text(
                $"{{\"symbol\":\"{Symbol}\",\"openInterest\":\"{OpenInterestNow(nowUtc)}\",\"time\":{Milliseconds(nowUtc)}}}"),
            "/fapi/v1/depth" => $"{{\"E\":{Milliseconds(nowUtc)},\"bids\":[{Levels(nowUtc, isBid: true)}],\"asks\":[{Levels(nowUtc, isBid: false)}]}}",
            _ => throw new InvalidOperationException($"No such endpoint: {request.Path}"),
        });
    }

    /// <inheritdoc/>
    public override string? ReplyTo(string message) => IsSubscription(message) ? "{\"result\":null,\"id\":1}" : null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateMessages(DateTime nowUtc) =>
    [
        Text($"{{\"stream\":\"btcusdt@markPrice@1s\",\"data\":{{\"e\":\"markPriceUpdate\",\"E\":{Milliseconds(nowUtc)},\"s\":\"{Symbol}\",\"p\":\"{PriceNow(nowUtc)}\",\"i\":\"{PriceNow(nowUtc)}\",\"r\":\"{PredictedFunding(nowUtc)}\",\"T\":{Milliseconds(NextPayment(nowUtc, 8))}}}}}"),
    ];

    /// <summary>The side is that of the order: a sell closes a long.</summary>
    public override string LiquidationMessage(FakeLiquidation liquidation) => Text(
        $"{{\"stream\":\"btcusdt@forceOrder\",\"data\":{{\"e\":\"forceOrder\",\"E\":{Milliseconds(liquidation.TimeUtc)},\"o\":{{\"s\":\"{Symbol}\",\"S\":\"{(liquidation.Side == PositionSide.Long ? "SELL" : "BUY")}\",\"X\":\"FILLED\",\"z\":\"{liquidation.Quantity}\",\"ap\":\"{liquidation.Price}\",\"T\":{Milliseconds(liquidation.TimeUtc)}}}}}}}");

    /// <summary>Weight of a request for bars, whichever of the two markets is asked; 1 for anything else.</summary>
    internal static int CandleWeight(FakeRequest request)
    {
        int limit = Limit(request);
        return !request.Path.EndsWith("klines", StringComparison.OrdinalIgnoreCase) ? 1 : limit <= 100 ? 1 : limit <= 500 ? 2 : limit <= 1000 ? 5 : 10;
    }

    private static int Weight(FakeRequest request)
    {
        int limit = Limit(request);
        return request.Path != "/fapi/v1/depth" ? CandleWeight(request) : limit <= 50 ? 2 : limit <= 100 ? 5 : limit <= 500 ? 10 : 20;
    }

    private static int Limit(FakeRequest request) => int.Parse(request.Query.GetValueOrDefault("limit", "1"), CultureInfo.InvariantCulture);

    // 0.2% of the price: a book of many thin levels.
    private string Levels(DateTime nowUtc, bool isBid) => string.Join(',', Book(nowUtc, isBid, 0.00002m).Select(price => Text($"[\"{price}\",\"1\"]")));

    private string Candles(FakeRequest request, DateTime nowUtc)
    {
        long most = Math.Min(1500, request.Number("limit"));
        IEnumerable<string> rows = Bars(request.Time("startTime"), request.Time("endTime"), nowUtc, most, fromOldest: true).Select(number =>
        {
            (decimal open, decimal high, decimal low, decimal close, decimal volume) = Market.Candle(Id, number);
            long ms = Milliseconds(FakeMarket.TimeOf(number));
            return Text($"[{ms},\"{open}\",\"{high}\",\"{low}\",\"{close}\",\"{volume}\",{ms + 299999},\"{volume * close}\",9,\"0\",\"0\",\"0\"]");
        });
        return $"[{string.Join(',', rows)}]";
    }

    // Their volumes mean nothing and are 0.
    private string PriceCandles(FakeRequest request, DateTime nowUtc, Func<long, (decimal Open, decimal High, decimal Low, decimal Close)> barAt)
    {
        IEnumerable<string> rows = Bars(request.Time("startTime"), request.Time("endTime"), nowUtc, Math.Min(1500, request.Number("limit")), fromOldest: true).Select(number =>
        {
            (decimal open, decimal high, decimal low, decimal close) = barAt(number);
            long ms = Milliseconds(FakeMarket.TimeOf(number));
            return Text($"[{ms},\"{open}\",\"{high}\",\"{low}\",\"{close}\",\"0\",{ms + 299999},\"0\",60,\"0\",\"0\",\"0\"]");
        });
        return $"[{string.Join(',', rows)}]";
    }

    private string LongShortRatios(FakeRequest request, DateTime nowUtc)
    {
        IEnumerable<string> rows = Bars(request.Time("startTime"), request.Time("endTime"), nowUtc, Math.Min(500, request.Number("limit")), fromOldest: true).Select(number =>
        {
            decimal share = LongShare(number);
            return Text($"{{\"symbol\":\"{Symbol}\",\"longShortRatio\":\"{share / (1 - share):0.0000}\",\"longAccount\":\"{share:0.0000}\",\"shortAccount\":\"{1 - share:0.0000}\",\"timestamp\":\"{Milliseconds(FakeMarket.TimeOf(number))}\"}}");
        });
        return $"[{string.Join(',', rows)}]";
    }

    private string OpenInterestHistory(FakeRequest request, DateTime nowUtc)
    {
        if (request.Time("startTime") < nowUtc.AddDays(-30))
        {
            return "{\"code\":-1130,\"msg\":\"parameter 'startTime' is invalid.\"}";
        }

        long most = Math.Min(500, request.Number("limit"));
        IEnumerable<string> rows = Bars(request.Time("startTime"), request.Time("endTime"), nowUtc, most, fromOldest: true)
            .Where(number => IsPublished(number, nowUtc))
            .Select(number => Text(
                $"{{\"sumOpenInterest\":\"{OpenInterest(number)}\",\"sumOpenInterestValue\":\"{OpenInterest(number) * Market.Price(Id, number)}\",\"timestamp\":{Milliseconds(FakeMarket.TimeOf(number))}}}"));
        return $"[{string.Join(',', rows)}]";
    }

    // Payments carry a jitter of a few milliseconds.
    private string Funding(FakeRequest request, DateTime nowUtc)
    {
        IEnumerable<string> rows = Payments(request.Time("startTime"), request.Time("endTime"), nowUtc, TimeSpan.FromHours(8)).Select(paymentUtc =>
            Text($"{{\"fundingTime\":{Milliseconds(paymentUtc) + 2},\"fundingRate\":\"{Market.Funding(FakeMarket.NumberOf(paymentUtc))}\"}}"));
        return $"[{string.Join(',', rows)}]";
    }
}
