using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using Newtonsoft.Json;

namespace LiqIndicators.MarketData.Venues.Bybit;

/// <summary>Bybit's public stream: every liquidation, and market states as a snapshot and changes.</summary>
/// <remarks>The side of a liquidation is that of the position: "Buy" means that a long was liquidated.</remarks>
public static class BybitStreaming
{
    /// <summary>How to open the stream for some instruments of one kind.</summary>
    /// <exception cref="ArgumentException">The instruments are of two kinds, which the venue serves from two addresses.</exception>
    public static StreamPlan Plan(Uri host, IReadOnlyList<VenueInstrument> instruments)
    {
        ContractKind kind = instruments[0].Terms.Kind;
        if (instruments.Any(instrument => instrument.Terms.Kind != kind))
        {
            throw new ArgumentException("A stream serves instruments of one contract kind.", nameof(instruments));
        }

        IEnumerable<string> topics = instruments.SelectMany(instrument => new[]
        {
            $"allLiquidation.{instrument.Symbol}", $"tickers.{instrument.Symbol}",
        });
        string subscription = JsonConvert.SerializeObject(
            new Dictionary<string, object> { ["op"] = "subscribe", ["args"] = topics });
        return new StreamPlan(
            new RequestLine(host, "/v5/public/" + BybitRequests.Category(kind)).Address,
            new[] { subscription },
            Ping: "{\"op\":\"ping\"}",
            PingInterval: TimeSpan.FromSeconds(20),
            SilenceLimit: TimeSpan.FromSeconds(45));
    }

    /// <summary>Reads a message.</summary>
    public static FetchResult<StreamMessage> Read(string text, ContractBook book) => WireJson.Read("stream", text, root =>
    {
        if (root.Optional("topic") is not { } topic)
        {
            return Answer(root);
        }

        string name = topic.Text();
        if (name.StartsWith("allLiquidation.", StringComparison.Ordinal))
        {
            return StreamMessage.Of(Chronology.All(
                root.Field("data").Items().SelectMany(row => Liquidation(row, book)), row => row.TimeUtc));
        }

        return name.StartsWith("tickers.", StringComparison.Ordinal) ? Ticker(root, book) : StreamMessage.NoData;
    });

    private static StreamMessage Answer(WireValue root)
    {
        string operation = root.Field("op").Text();
        string words = root.Optional("ret_msg")?.Text() ?? string.Empty;
        if (operation == "pong" || words == "pong")
        {
            return StreamMessage.Heartbeat;
        }

        return root.Field("success").Flag() ? StreamMessage.Control : StreamMessage.Refused($"{operation}: {words}");
    }

    private static ForcedOrderRow[] Liquidation(WireValue row, ContractBook book)
    {
        string symbol = row.Field("s").Text();
        decimal amount = row.Field("v").PositiveNumber();
        decimal price = row.Field("p").PositiveNumber();
        DateTime time = row.Field("T").Milliseconds();
        PositionSide side = row.Field("S").IsFirstOf("Buy", "Sell") ? PositionSide.Long : PositionSide.Short;
        return book.TermsOf(symbol) is { } terms
            ? new[] { new ForcedOrderRow(time, symbol, side, terms.Quantity(amount, price), price, terms.Notional(amount, price)) }
            : Array.Empty<ForcedOrderRow>();
    }

    private static StreamMessage Ticker(WireValue root, ContractBook book)
    {
        WireValue data = root.Field("data");
        string symbol = data.Field("symbol").Text();
        DateTime time = root.Field("ts").Milliseconds();
        if (book.TermsOf(symbol) is not { } terms)
        {
            return StreamMessage.NoData;
        }

        bool isLinear = terms.Kind == ContractKind.Linear;
        if (root.Field("type").IsFirstOf("snapshot", "delta"))
        {
            // A snapshot carries everything; only changes may leave fields out.
            _ = data.Field("markPrice");
            _ = data.Field("indexPrice");
            _ = data.Field("openInterest");
            _ = data.Field("openInterestValue");
            _ = data.Field("fundingRate");
            _ = data.Field("nextFundingTime");
        }

        return StreamMessage.Of(new[]
        {
            new MarketStateRow(
                time,
                symbol,
                data.Optional("markPrice")?.PositiveNumber(),
                data.Optional("indexPrice")?.PositiveNumber(),
                data.Optional(isLinear ? "openInterest" : "openInterestValue")?.NotNegativeNumber(),
                data.Optional(isLinear ? "openInterestValue" : "openInterest")?.NotNegativeNumber(),
                data.Optional("fundingRate")?.Fraction(),
                data.Optional("fundingIntervalHour")?.PositiveNumber(),
                data.Optional("nextFundingTime")?.Milliseconds()),
        });
    }
}
