using System.Globalization;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>Binance coin-margined futures: contracts of a hundred dollars.</summary>
public sealed class FakeBinanceCoinM(FakeMarket market) : FakeVenue(market, "BTCUSD_PERP")
{
    private const decimal Dollars = 100;

    /// <inheritdoc/>
    public override VenueId Id => VenueId.BinanceCoinM;

    /// <inheritdoc/>
    public override bool TellsLiquidations => false;

    /// <inheritdoc/>
    public override FakeCost CostOf(FakeRequest request) => request.Path switch
    {
        "/futures/data/openInterestHist" => new FakeCost("data", 1000, TimeSpan.FromMinutes(5), 1),
        "/dapi/v1/fundingRate" => new FakeCost("funding", 500, TimeSpan.FromMinutes(5), 1),
        _ => new FakeCost("weight", 2400, TimeSpan.FromMinutes(1), FakeBinance.CandleWeight(request)),
    };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> HeadersOf(FakeCost cost, int used, DateTime nowUtc) => new Dictionary<string, string>
    {
        ["X-MBX-USED-WEIGHT-1M"] = (cost.Budget == "weight" ? used : 0).ToString(CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public override TransportReply Answer(FakeRequest request, DateTime nowUtc)
    {
        if (request.Path == "/dapi/v1/exchangeInfo")
        {
            return Ok(Text($$"""{"symbols":[{"symbol":"{{Symbol}}","pair":"BTCUSD","baseAsset":"BTC","quoteAsset":"USD","contractType":"PERPETUAL","contractStatus":"TRADING","contractSize":{{Dollars}},"filters":[{"filterType":"PRICE_FILTER","tickSize":"0.1"}]}]}"""));
        }

        bool isKnown = request.Path == "/futures/data/openInterestHist"
            ? request.Text("pair") == Symbol.Split('_')[0] && request.Text("contractType") == "PERPETUAL"
            : request.Text("symbol") == Symbol;
        if (!isKnown)
        {
            return TransportReply.Answer(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");
        }

        return Ok(request.Path switch
        {
            "/dapi/v1/klines" => Candles(request, nowUtc),
            "/futures/data/openInterestHist" => OpenInterestHistory(request, nowUtc),
            "/dapi/v1/fundingRate" => Funding(request, nowUtc),
            "/dapi/v1/openInterest" => Text(
                $"{{\"symbol\":\"{Symbol}\",\"openInterest\":\"{Contracts(FakeMarket.NumberOf(nowUtc))}\",\"time\":{Milliseconds(nowUtc)}}}"),
            _ => throw new InvalidOperationException($"No such endpoint: {request.Path}"),
        });
    }

    /// <inheritdoc/>
    public override string? ReplyTo(string message) => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateMessages(DateTime nowUtc) => [];

    /// <inheritdoc/>
    public override string? LiquidationMessage(FakeLiquidation liquidation) => null;

    // Volume in contracts, and in coins where the venue of dollars tells dollars.
    private string Candles(FakeRequest request, DateTime nowUtc)
    {
        IEnumerable<string> rows = Bars(request.Time("startTime"), request.Time("endTime"), nowUtc, Math.Min(1500, request.Number("limit")), fromOldest: false)
            .Order()
            .Select(number =>
            {
                (decimal open, decimal high, decimal low, decimal close, decimal volume) = Market.Candle(Id, number);
                long ms = Milliseconds(FakeMarket.TimeOf(number));
                return Text($"[{ms},\"{open}\",\"{high}\",\"{low}\",\"{close}\",\"{volume * close / Dollars}\",{ms + 299999},\"{volume}\",9,\"0\",\"0\",\"0\"]");
            });
        return $"[{string.Join(',', rows)}]";
    }

    private string OpenInterestHistory(FakeRequest request, DateTime nowUtc)
    {
        if (request.Time("startTime") < nowUtc.AddDays(-30))
        {
            return "{\"code\":-1130,\"msg\":\"parameter 'startTime' is invalid.\"}";
        }

        IEnumerable<string> rows = Bars(request.Time("startTime"), request.Time("endTime"), nowUtc, Math.Min(500, request.Number("limit")), fromOldest: true)
            .Where(number => IsPublished(number, nowUtc))
            .Select(number => Text(
                $"{{\"pair\":\"BTCUSD\",\"contractType\":\"PERPETUAL\",\"sumOpenInterest\":\"{Contracts(number)}\",\"sumOpenInterestValue\":\"{OpenInterest(number)}\",\"timestamp\":{Milliseconds(FakeMarket.TimeOf(number))}}}"));
        return $"[{string.Join(',', rows)}]";
    }

    private string Funding(FakeRequest request, DateTime nowUtc) => $"[{string.Join(',', Payments(request.Time("startTime"), request.Time("endTime"), nowUtc, TimeSpan.FromHours(8))
        .Select(paymentUtc => Text($"{{\"symbol\":\"{Symbol}\",\"fundingTime\":{Milliseconds(paymentUtc) + 5},\"fundingRate\":\"{Market.Funding(FakeMarket.NumberOf(paymentUtc))}\"}}")))}]";

    private decimal Contracts(long number) => OpenInterest(number) * Market.Price(Id, number) / Dollars;
}
