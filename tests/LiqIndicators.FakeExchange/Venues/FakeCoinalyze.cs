using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>Coinalyze: series of Binance's contract, and liquidations of some others', for whoever shows the right key. Times are seconds, funding is percent, amounts are dollars.</summary>
public sealed class FakeCoinalyze(FakeMarket market) : FakeVenue(market, "BTCUSDT_PERP.A")
{
    private static readonly Dictionary<string, VenueId> Others = new(StringComparer.Ordinal)
    {
        ["BTCUSDT.6"] = VenueId.Bybit,
        ["BTCUSDT_PERP.3"] = VenueId.Okx,
        ["BTCUSD_PERP.0"] = VenueId.BitMex,
    };

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

        if (request.Path == "/v1/future-markets")
        {
            return Ok($"[{{\"symbol\":\"{Symbol}\",\"exchange\":\"A\",\"symbol_on_exchange\":\"BTCUSDT\",\"base_asset\":\"BTC\",\"quote_asset\":\"USDT\",\"is_perpetual\":true}}]");
        }

        string symbol = request.Text("symbols");
        if (symbol != Symbol && !Others.ContainsKey(symbol))
        {
            return Ok("[]");
        }

        VenueId exchange = Others.GetValueOrDefault(symbol, VenueId.Binance);
        long now = FakeMarket.NumberOf(nowUtc);
        if (request.Path is "/v1/open-interest" or "/v1/predicted-funding-rate")
        {
            decimal value = request.Path == "/v1/open-interest"
                ? Market.OpenInterest(exchange, now) * Market.Price(exchange, now)
                : 100 * PredictedFunding(nowUtc);
            return Ok(Text($"[{{\"symbol\":\"{symbol}\",\"value\":{value},\"update\":{Milliseconds(nowUtc)}}}]"));
        }

        Func<long, string> values = request.Path switch
        {
            "/v1/liquidation-history" => number =>
                Text($"\"l\":{Market.Liquidated(exchange, PositionSide.Long, number)},\"s\":{Market.Liquidated(exchange, PositionSide.Short, number)}"),
            "/v1/open-interest-history" => number => Levels(number, n => Market.OpenInterest(VenueId.Binance, n) * Market.Price(VenueId.Binance, n)),
            "/v1/predicted-funding-rate-history" => number => Levels(number, n => 100 * Market.Funding(n + 1)),
            "/v1/funding-rate-history" => number => Levels(number, n => 100 * Market.Funding(n)),
            "/v1/ohlcv-history" => Candle,
            "/v1/long-short-ratio-history" => number =>
                Text($"\"r\":{LongShare(number) / (1 - LongShare(number)):0.0000},\"l\":{100 * LongShare(number):0.00},\"s\":{100 * (1 - LongShare(number)):0.00}"),
            _ => throw new InvalidOperationException($"No such endpoint: {request.Path}"),
        };
        IEnumerable<string> rows = Bars(Seconds(request, "from"), Seconds(request, "to"), nowUtc - FakeMarket.Bar, 1500, fromOldest: true)
            .Select(number => $"{{{Text($"\"t\":{Milliseconds(FakeMarket.TimeOf(number)) / 1000}")},{values(number)}}}");
        return Ok($"[{{\"symbol\":\"{symbol}\",\"history\":[{string.Join(',', rows)}]}}]");
    }

    /// <inheritdoc/>
    public override string? ReplyTo(string message) => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateMessages(DateTime nowUtc) => [];

    /// <inheritdoc/>
    public override string? LiquidationMessage(FakeLiquidation liquidation) => null;

    // From the bar's opening to its close.
    private static string Levels(long number, Func<long, decimal> valueAt)
    {
        (decimal open, decimal close) = (valueAt(number), valueAt(number + 1));
        return Text($"\"o\":{open},\"h\":{Math.Max(open, close)},\"l\":{Math.Min(open, close)},\"c\":{close}");
    }

    private string Candle(long number)
    {
        (decimal open, decimal high, decimal low, decimal close, decimal volume) = Market.Candle(VenueId.Binance, number);
        return Text($"\"o\":{open},\"h\":{high},\"l\":{low},\"c\":{close},\"v\":{volume},\"bv\":{volume / 2},\"tx\":9,\"btx\":4");
    }

    private static DateTime Seconds(FakeRequest request, string name) => DateTime.UnixEpoch.AddSeconds(request.Number(name));
}
