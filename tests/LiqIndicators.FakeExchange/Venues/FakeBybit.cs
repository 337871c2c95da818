using System.Globalization;
using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>Bybit's perpetuals of one kind; lists come newest first. Amounts are coins of linear contracts and dollars of inverse ones.</summary>
public sealed class FakeBybit(FakeMarket market, ContractKind kind) : FakeVenue(market, kind == ContractKind.Linear ? "BTCUSDT" : "BTCUSD")
{
    // The inverse contracts are a small part of the venue.
    private const decimal InverseShare = 0.2m;

    private readonly bool _isInverse = kind == ContractKind.Inverse;

    /// <inheritdoc/>
    public override VenueId Id => VenueId.Bybit;

    /// <summary>Largest leverage of the smallest positions; larger ones may have a half and a tenth of it.</summary>
    public decimal LargestLeverage { get; set; } = 100;

    private string Category => _isInverse ? "inverse" : "linear";

    private decimal Share => _isInverse ? InverseShare : 1;

    /// <inheritdoc/>
    public override bool Serves(string pathAndQuery) => _isInverse == pathAndQuery.Contains("inverse", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override FakeCost CostOf(FakeRequest request) => new("requests", 600, TimeSpan.FromSeconds(5), 1);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> HeadersOf(FakeCost cost, int used, DateTime nowUtc) => new Dictionary<string, string>
    {
        ["X-Bapi-Limit"] = cost.Limit.ToString(CultureInfo.InvariantCulture),
        ["X-Bapi-Limit-Status"] = Math.Max(0, cost.Limit - used).ToString(CultureInfo.InvariantCulture),
        ["X-Bapi-Limit-Reset-Timestamp"] = Milliseconds(nowUtc + cost.Window).ToString(CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public override TransportReply Answer(FakeRequest request, DateTime nowUtc)
    {
        if (request.Path == "/v5/market/instruments-info")
        {
            return Ok(Envelope(nowUtc, [Instrument()]));
        }

        return Ok(request.Text("symbol") != Symbol
            ? Text($"{{\"retCode\":10001,\"retMsg\":\"params error: symbol invalid\",\"result\":{{}},\"retExtInfo\":{{}},\"time\":{Milliseconds(nowUtc)}}}")
            : request.Path == "/v5/market/orderbook" ? Envelope(nowUtc, Depth(nowUtc))
            : Envelope(nowUtc, request.Path switch
            {
                "/v5/market/kline" => Candles(request, nowUtc),
                "/v5/market/mark-price-kline" or "/v5/market/index-price-kline" => PriceCandles(request, nowUtc, MarkCandle),
                "/v5/market/premium-index-price-kline" => PriceCandles(request, nowUtc, Premium),
                "/v5/market/account-ratio" => AccountRatios(request, nowUtc),
                "/v5/market/open-interest" => OpenInterestHistory(request, nowUtc),
                "/v5/market/funding/history" => Funding(request, nowUtc),
                "/v5/market/risk-limit" => RiskLimits(),
                "/v5/market/tickers" => [$"{{{State(nowUtc)}}}"],
                _ => throw new InvalidOperationException($"No such endpoint: {request.Path}"),
            }));
    }

    /// <inheritdoc/>
    public override string? ReplyTo(string message) =>
        message.Contains("\"ping\"", StringComparison.Ordinal) ? "{\"success\":true,\"ret_msg\":\"pong\",\"op\":\"ping\"}"
        : IsSubscription(message) ? "{\"success\":true,\"ret_msg\":\"\",\"op\":\"subscribe\"}" : null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateMessages(DateTime nowUtc) =>
        [Text($"{{\"topic\":\"tickers.{Symbol}\",\"type\":\"snapshot\",\"data\":{{{State(nowUtc)}}},\"ts\":{Milliseconds(nowUtc)}}}")];

    /// <summary>The side is that of the position: Buy means that a long was liquidated.</summary>
    public override string LiquidationMessage(FakeLiquidation liquidation)
    {
        decimal size = _isInverse ? Math.Round(liquidation.Quantity * Share * liquidation.Price) : liquidation.Quantity;
        return Text(
            $"{{\"topic\":\"allLiquidation.{Symbol}\",\"type\":\"snapshot\",\"ts\":{Milliseconds(liquidation.TimeUtc)},\"data\":[{{\"T\":{Milliseconds(liquidation.TimeUtc)},\"s\":\"{Symbol}\",\"S\":\"{(liquidation.Side == PositionSide.Long ? "Buy" : "Sell")}\",\"v\":\"{size}\",\"p\":\"{liquidation.Price}\"}}]}}");
    }

    private string Envelope(DateTime nowUtc, IEnumerable<string> rows) =>
        Envelope(nowUtc, $"{{\"category\":\"{Category}\",\"list\":[{string.Join(',', rows)}]}}");

    private static string Envelope(DateTime nowUtc, string result) =>
        $"{{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{result},\"retExtInfo\":{{}},\"time\":{Milliseconds(nowUtc)}}}";

    private string Instrument() =>
        $"{{\"symbol\":\"{Symbol}\",\"contractType\":\"{(_isInverse ? "InversePerpetual" : "LinearPerpetual")}\",\"status\":\"Trading\",\"baseCoin\":\"BTC\",\"quoteCoin\":\"{Symbol[3..]}\",\"leverageFilter\":{{\"maxLeverage\":\"100.00\"}},\"priceFilter\":{{\"tickSize\":\"0.10\"}},\"fundingInterval\":480}}";

    // Caps are dollars of linear contracts and coins of inverse ones; half of the initial margin maintains.
    private IEnumerable<string> RiskLimits() => new (decimal Cap, decimal Leverage)[]
    {
        (_isInverse ? 150 : 2_000_000, LargestLeverage), (_isInverse ? 300 : 10_000_000, LargestLeverage / 2), (_isInverse ? 450 : 40_000_000, LargestLeverage / 10),
    }.Select((tier, i) => Text(
        $"{{\"id\":{i + 1},\"symbol\":\"{Symbol}\",\"riskLimitValue\":\"{tier.Cap}\",\"maintenanceMargin\":\"{0.5m / tier.Leverage}\",\"initialMargin\":\"{1 / tier.Leverage}\",\"isLowestRisk\":{(i == 0 ? 1 : 0)},\"maxLeverage\":\"{tier.Leverage:0.00}\"}}"));

    // 2% of the price.
    private string Depth(DateTime nowUtc) =>
        $"{{\"s\":\"{Symbol}\",\"b\":[{Levels(nowUtc, isBid: true)}],\"a\":[{Levels(nowUtc, isBid: false)}],\"ts\":{Milliseconds(nowUtc)}}}";

    private string Levels(DateTime nowUtc, bool isBid) => string.Join(
        ',', Book(nowUtc, isBid, 0.0002m).Select(price => Text($"[\"{price}\",\"{(_isInverse ? Math.Round(price) : 1)}\"]")));

    private string State(DateTime nowUtc)
    {
        (decimal coins, decimal dollars) = (OpenInterestNow(nowUtc) * Share, Dollars(FakeMarket.NumberOf(nowUtc)));
        (decimal amount, decimal value) = _isInverse ? (dollars, coins) : (coins, coins * PriceNow(nowUtc));
        return Text(
            $"\"symbol\":\"{Symbol}\",\"markPrice\":\"{PriceNow(nowUtc)}\",\"indexPrice\":\"{PriceNow(nowUtc)}\",\"openInterest\":\"{amount}\",\"openInterestValue\":\"{value}\",\"fundingRate\":\"{PredictedFunding(nowUtc)}\",\"fundingIntervalHour\":\"8\",\"nextFundingTime\":\"{Milliseconds(NextPayment(nowUtc, 8))}\"");
    }

    private IEnumerable<string> Candles(FakeRequest request, DateTime nowUtc) =>
        Bars(request.Time("start"), request.Time("end"), nowUtc, Math.Min(1000, request.Number("limit")), fromOldest: false).Select(number =>
        {
            (decimal open, decimal high, decimal low, decimal close, decimal volume) = Market.Candle(Id, number);
            (decimal traded, decimal turnover) = _isInverse ? (Math.Round(volume * Share * close), volume * Share) : (volume, volume * close);
            return Text($"[\"{Milliseconds(FakeMarket.TimeOf(number))}\",\"{open}\",\"{high}\",\"{low}\",\"{close}\",\"{traded}\",\"{turnover}\"]");
        });

    private IEnumerable<string> PriceCandles(
        FakeRequest request, DateTime nowUtc, Func<long, (decimal Open, decimal High, decimal Low, decimal Close)> barAt) =>
        Bars(request.Time("start"), request.Time("end"), nowUtc, Math.Min(1000, request.Number("limit")), fromOldest: false).Select(number =>
        {
            (decimal open, decimal high, decimal low, decimal close) = barAt(number);
            return Text($"[\"{Milliseconds(FakeMarket.TimeOf(number))}\",\"{open}\",\"{high}\",\"{low}\",\"{close}\"]");
        });

    private IEnumerable<string> AccountRatios(FakeRequest request, DateTime nowUtc) =>
        Bars(request.Time("startTime"), request.Time("endTime"), nowUtc, Math.Min(500, request.Number("limit")), fromOldest: false).Select(number => Text(
            $"{{\"symbol\":\"{Symbol}\",\"buyRatio\":\"{LongShare(number):0.0000}\",\"sellRatio\":\"{1 - LongShare(number):0.0000}\",\"timestamp\":\"{Milliseconds(FakeMarket.TimeOf(number))}\"}}"));

    private IEnumerable<string> OpenInterestHistory(FakeRequest request, DateTime nowUtc) =>
        Bars(request.Time("startTime"), request.Time("endTime"), nowUtc, Math.Min(200, request.Number("limit")), fromOldest: false)
            .Where(number => IsPublished(number, nowUtc))
            .Select(number => Text(
                $"{{\"openInterest\":\"{(_isInverse ? Dollars(number) : OpenInterest(number))}\",\"timestamp\":\"{Milliseconds(FakeMarket.TimeOf(number))}\"}}"));

    private decimal Dollars(long number) => Math.Round(OpenInterest(number) * Share * Market.Price(Id, number));

    private IEnumerable<string> Funding(FakeRequest request, DateTime nowUtc) =>
        Payments(request.Time("startTime"), request.Time("endTime"), nowUtc, TimeSpan.FromHours(8)).Reverse().Select(paymentUtc => Text(
            $"{{\"symbol\":\"{Symbol}\",\"fundingRate\":\"{Market.Funding(FakeMarket.NumberOf(paymentUtc))}\",\"fundingRateTimestamp\":\"{Milliseconds(paymentUtc)}\"}}"));
}
