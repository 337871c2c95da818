using System.Globalization;
using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>CoinGlass, version 4: history over venues for whoever shows the right key. The status is 200 even for a refusal, the body's code tells.</summary>
public sealed class FakeCoinGlass(FakeMarket market) : FakeVenue(market, "BTCUSDT")
{
    private const string Root = "/api/futures/";

    private static readonly Dictionary<string, VenueId> Exchanges = new(StringComparer.Ordinal)
    {
        ["Binance"] = VenueId.Binance,
        ["Bybit"] = VenueId.Bybit,
        ["OKX"] = VenueId.Okx,
        ["Hyperliquid"] = VenueId.Hyperliquid,
        ["BitMEX"] = VenueId.BitMex,
    };

    /// <inheritdoc/>
    public override VenueId Id => VenueId.CoinGlass;

    /// <inheritdoc/>
    public override string KeyHeader => "CG-API-KEY";

    /// <inheritdoc/>
    public override bool TellsLiquidations => false;

    /// <summary>The one key that is answered; null for any.</summary>
    public string? Key { get; set; }

    /// <summary>Shortest interval that the key's plan includes.</summary>
    public TimeSpan ShortestInterval { get; set; } = FakeMarket.Bar;

    /// <summary>How far back the key's plan goes.</summary>
    public TimeSpan Depth { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Share of what was liquidated in a bar that is told so long after its close.</summary>
    public Func<TimeSpan, decimal> ToldShare { get; set; } = _ => 1;

    /// <inheritdoc/>
    public override FakeCost CostOf(FakeRequest request) => FakeCost.OneOf(30);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> HeadersOf(FakeCost cost, int used, DateTime nowUtc) => new Dictionary<string, string>
    {
        ["API-KEY-MAX-LIMIT"] = cost.Limit.ToString(CultureInfo.InvariantCulture),
        ["API-KEY-USE-LIMIT"] = used.ToString(CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public override TransportReply Answer(FakeRequest request, DateTime nowUtc)
    {
        if (string.IsNullOrEmpty(request.Key))
        {
            return Refuse("401", "API key missing.");
        }

        if (Key is not null && request.Key != Key)
        {
            return Refuse("401", $"API key invalid: {request.Key}");
        }

        if (Now(request, nowUtc) is { } now)
        {
            return Data(now);
        }

        // The tests' bars are of one length, as are the answers; books come by the minute. The plan is another matter.
        bool isBook = request.Path == Root + "orderbook/history";
        if (request.Text("interval") != (isBook ? "1m" : "5m") || ShortestInterval > FakeMarket.Bar)
        {
            return Refuse("40001", "Upgrade plan");
        }

        DateTime earliestUtc = nowUtc - Depth;
        return isBook ? Data([BookRow(request, nowUtc)])
            : request.Time("start_time") < earliestUtc ? Refuse("400", $"earliest allowed start_time is {Milliseconds(earliestUtc)}")
            : Data(Rows(request, nowUtc));
    }

    /// <inheritdoc/>
    public override string? ReplyTo(string message) => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateMessages(DateTime nowUtc) => [];

    /// <inheritdoc/>
    public override string? LiquidationMessage(FakeLiquidation liquidation) => null;

    private static TransportReply Data(IEnumerable<string> rows) => Ok($"{{\"code\":\"0\",\"msg\":\"success\",\"data\":[{string.Join(',', rows)}]}}");

    // The whole market first, then exchange by exchange.
    private IEnumerable<string>? Now(FakeRequest request, DateTime nowUtc)
    {
        long number = FakeMarket.NumberOf(nowUtc);
        string coin = request.Text("symbol");
        return request.Path switch
        {
            Root + "open-interest/exchange-list" => Exchanges.Prepend(new("All", VenueId.CoinGlass)).Where(_ => coin == "BTC").Select(exchange =>
            {
                decimal coins = Exchanges.Values.Where(venue => exchange.Value == Id || venue == exchange.Value).Sum(venue => Market.OpenInterest(venue, number));
                return Text($"{{\"exchange\":\"{exchange.Key}\",\"symbol\":\"BTC\",\"open_interest_usd\":{coins * Market.Price(VenueId.Binance, number)},\"open_interest_quantity\":{coins}}}");
            }),
            Root + "funding-rate/exchange-list" when coin == "BTC" => [Text(
                $"{{\"symbol\":\"BTC\",\"stablecoin_margin_list\":[{string.Join(',', Exchanges.Keys.Select(exchange => RateOf(exchange, nowUtc)))}],\"token_margin_list\":[]}}")],
            _ => null,
        };
    }

    private string RateOf(string exchange, DateTime nowUtc) => Text(
        $"{{\"exchange\":\"{exchange}\",\"funding_rate_interval\":8,\"funding_rate\":{100 * PredictedFunding(nowUtc)},\"next_funding_time\":{Milliseconds(NextPayment(nowUtc, 8))}}}");

    private string BookRow(FakeRequest request, DateTime nowUtc)
    {
        decimal price = Market.Price(Exchanges[request.Text("exchange")], FakeMarket.NumberOf(nowUtc));
        string Side(int sign) => string.Join(',', Enumerable.Range(1, 100).Select(i => Text($"[{price * (1 + (sign * 0.0001m * i))},1.5]")));
        return $"[{Milliseconds(nowUtc) / 60_000 * 60},[{Side(-1)}],[{Side(1)}]]";
    }

    private static TransportReply Refuse(string code, string message) => Ok($"{{\"code\":\"{code}\",\"msg\":\"{message}\"}}");

    private IEnumerable<string> Rows(FakeRequest request, DateTime nowUtc)
    {
        // A bar is there once it is over.
        long[] numbers = Bars(
            request.Time("start_time"), request.Time("end_time"), nowUtc - FakeMarket.Bar, Math.Min(1000, request.Number("limit")), fromOldest: true);
        if (request.Path == Root + "liquidation/aggregated-history")
        {
            VenueId[] summed = [.. request.Text("exchange_list").Split(',').Select(exchange => Exchanges[exchange])];
            decimal Told(PositionSide side, long number) => ToldShare(nowUtc - FakeMarket.TimeOf(number + 1)) * Sum(summed, side, number);
            return request.Text("symbol") != "BTC" ? [] : numbers.Select(number => Text(
                $"{{\"time\":{Time(number)},\"aggregated_long_liquidation_usd\":{Told(PositionSide.Long, number)},\"aggregated_short_liquidation_usd\":{Told(PositionSide.Short, number)}}}"));
        }

        VenueId exchange = Exchanges[request.Text("exchange")];
        return request.Text("symbol") != Symbol ? [] : request.Path switch
        {
            Root + "price/history" => numbers.Select(number => Candle(exchange, number)),
            Root + "open-interest/history" => numbers.Select(number => Levels(
                number, n => Market.OpenInterest(exchange, n) * Market.Price(exchange, n))),
            Root + "global-long-short-account-ratio/history" => numbers.Select(Accounts),
            Root + "funding-rate/history" => numbers.Select(number => Levels(number, n => Market.Funding(n) * 100)),
            _ => throw new InvalidOperationException($"No such endpoint: {request.Path}"),
        };
    }

    private static long Time(long number) => Milliseconds(FakeMarket.TimeOf(number));

    private decimal Sum(VenueId[] venues, PositionSide side, long number) => venues.Sum(venue => Market.Liquidated(venue, side, number));

    private string Candle(VenueId exchange, long number)
    {
        (decimal open, decimal high, decimal low, decimal close, decimal volume) = Market.Candle(exchange, number);
        return Text($"{{\"time\":{Time(number)},\"open\":\"{open}\",\"high\":\"{high}\",\"low\":\"{low}\",\"close\":\"{close}\",\"volume_usd\":\"{volume * close}\"}}");
    }

    private string Accounts(long number)
    {
        decimal share = LongShare(number);
        return Text($"{{\"time\":{Time(number)},\"global_account_long_percent\":{100 * share:0.00},\"global_account_short_percent\":{100 * (1 - share):0.00},\"global_account_long_short_ratio\":{share / (1 - share):0.00}}}");
    }

    // From the bar's opening to its close.
    private static string Levels(long number, Func<long, decimal> valueAt)
    {
        (decimal open, decimal close) = (valueAt(number), valueAt(number + 1));
        return Text($"{{\"time\":{Time(number)},\"open\":\"{open}\",\"high\":\"{Math.Max(open, close)}\",\"low\":\"{Math.Min(open, close)}\",\"close\":\"{close}\"}}");
    }
}
