using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using Newtonsoft.Json;

namespace LiqIndicators.MarketData.Venues.Binance;

/// <summary>Binance's market stream: forced orders and mark prices.</summary>
/// <remarks>
/// At most one forced order per symbol and second is sent, so sums are lower bounds. The side is that of the liquidation
/// order: a sell closes a long. The stream has no word of its own for a dead subscription: only data prove it alive.
/// </remarks>
public static class BinanceStreaming
{
    /// <summary>How to open the stream for some instruments.</summary>
    public static StreamPlan Plan(Uri host, IReadOnlyList<VenueInstrument> instruments)
    {
        IEnumerable<string> streams = instruments.SelectMany(instrument => new[]
        {
            $"{Lower(instrument.Symbol)}@forceOrder", $"{Lower(instrument.Symbol)}@markPrice@1s",
        });
        string subscription = JsonConvert.SerializeObject(
            new Dictionary<string, object> { ["method"] = "SUBSCRIBE", ["params"] = streams, ["id"] = 1 });
        return new StreamPlan(
            new RequestLine(host, "/market/stream").Address,
            new[] { subscription },
            Ping: null,
            PingInterval: TimeSpan.FromSeconds(20),
            SilenceLimit: TimeSpan.FromSeconds(30));
    }

    /// <summary>Reads a message, raw or wrapped with the name of its stream.</summary>
    public static FetchResult<StreamMessage> Read(string text, ContractBook book) => WireJson.Read("stream", text, root =>
    {
        if (BinanceLimits.ErrorIn(root) is { } error)
        {
            return StreamMessage.Refused(error.Message);
        }

        if (root.Optional("error") is { } refusal)
        {
            return StreamMessage.Refused(refusal.Field("msg").Text());
        }

        if (root.Optional("id") is not null && root.Optional("e") is null)
        {
            return StreamMessage.Control;
        }

        WireValue data = root.Optional("stream") is null ? root : root.Field("data");
        return data.Field("e").Text() switch
        {
            "forceOrder" => ForcedOrder(data.Field("o"), book),
            "markPriceUpdate" => MarkPrice(data, book),
            _ => StreamMessage.NoData,
        };
    });

    private static StreamMessage ForcedOrder(WireValue order, ContractBook book)
    {
        string symbol = order.Field("s").Text();
        if (order.Field("X").Text() != "FILLED" || book.TermsOf(symbol) is not { } terms)
        {
            return StreamMessage.NoData;
        }

        decimal contracts = order.Field("z").PositiveNumber();
        decimal price = order.Field("ap").PositiveNumber();
        return StreamMessage.Of(new[]
        {
            new ForcedOrderRow(
                order.Field("T").Milliseconds(),
                symbol,
                order.Field("S").IsFirstOf("SELL", "BUY") ? PositionSide.Long : PositionSide.Short,
                terms.Quantity(contracts, price),
                price,
                terms.Notional(contracts, price)),
        });
    }

    private static StreamMessage MarkPrice(WireValue data, ContractBook book)
    {
        string symbol = data.Field("s").Text();
        if (book.TermsOf(symbol) is null)
        {
            return StreamMessage.NoData;
        }

        return StreamMessage.Of(new[]
        {
            new MarketStateRow(
                data.Field("E").Milliseconds(),
                symbol,
                MarkPrice: data.Field("p").PositiveNumber(),
                IndexPrice: data.Field("i").PositiveNumber(),
                PredictedFundingRate: data.Field("r").Fraction(),
                NextFundingUtc: data.Field("T").Milliseconds()),
        });
    }

    private static string Lower(string symbol)
    {
        // Stream names are lower case by the venue's rule.
#pragma warning disable CA1308
        return symbol.ToLowerInvariant();
#pragma warning restore CA1308
    }
}
