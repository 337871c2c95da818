using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.BitMex;

/// <summary>BitMEX' stream: the table of liquidation orders and the instruments' states.</summary>
/// <remarks>
/// The side of a liquidation is that of the order: "Buy" closes a short. An order is counted when it is inserted; updates and
/// deletions, and the orders already there when the subscription starts, would count it again.
/// </remarks>
public static class BitMexStreaming
{
    // An update leaves out what has not changed, and all perpetuals of the venue pay every eight hours.
    private const decimal UsualHours = 8;

    /// <summary>How to open the stream for some instruments.</summary>
    public static StreamPlan Plan(Uri host, IReadOnlyList<VenueInstrument> instruments)
    {
        IEnumerable<string> topics = instruments.SelectMany(instrument => new[]
        {
            $"liquidation:{instrument.Symbol}", $"instrument:{instrument.Symbol}",
        });
        return new StreamPlan(
            new RequestLine(host, "/realtime").With("subscribe", string.Join(',', topics)).Address,
            Array.Empty<string>(),
            Ping: "ping",
            PingInterval: TimeSpan.FromSeconds(20),
            SilenceLimit: TimeSpan.FromSeconds(45));
    }

    /// <summary>Reads a message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="book">The instruments that are wanted.</param>
    /// <param name="receivedUtc">When it came: liquidation orders have no time; UTC.</param>
    public static FetchResult<StreamMessage> Read(string text, ContractBook book, DateTime receivedUtc) => text == "pong"
        ? FetchResult<StreamMessage>.Ok(StreamMessage.Heartbeat)
        : WireJson.Read("stream", text, root =>
        {
            if (root.Optional("error") is { } error)
            {
                return StreamMessage.Refused(error.Text());
            }

            if (root.Optional("table") is not { } table)
            {
                return root.Optional("success") is not null || root.Optional("info") is not null
                    ? StreamMessage.Control
                    : throw root.Refuse("a table, a confirmation or a greeting");
            }

            string action = root.Field("action").Text();
            WireValue data = root.Field("data");
            return table.Text() switch
            {
                "liquidation" when action == "insert" => Liquidations(data, book, receivedUtc),
                "instrument" => States(data, book),
                _ => StreamMessage.NoData,
            };
        });

    private static StreamMessage Liquidations(WireValue data, ContractBook book, DateTime receivedUtc)
    {
        List<ForcedOrderRow> rows = new();
        foreach (WireValue row in data.Items())
        {
            string symbol = row.Field("symbol").Text();
            if (book.TermsOf(symbol) is { } terms)
            {
                decimal contracts = row.Field("leavesQty").PositiveNumber();
                decimal price = row.Field("price").PositiveNumber();
                rows.Add(new ForcedOrderRow(
                    receivedUtc,
                    symbol,
                    row.Field("side").IsFirstOf("Sell", "Buy") ? PositionSide.Long : PositionSide.Short,
                    terms.Quantity(contracts, price),
                    price,
                    terms.Notional(contracts, price)));
            }
        }

        return StreamMessage.Of(rows);
    }

    private static StreamMessage States(WireValue data, ContractBook book)
    {
        List<MarketStateRow> states = new();
        foreach (WireValue row in data.Items())
        {
            string symbol = row.Field("symbol").Text();
            if (book.TermsOf(symbol) is { } terms)
            {
                decimal? amount = row.Optional("openInterest")?.NotNegativeNumber() * terms.Size;
                decimal? hours = row.Optional("fundingInterval") is { } interval ? BitMexParser.IntervalHours(interval) : null;
                bool isLinear = terms.Kind == ContractKind.Linear;
                states.Add(new MarketStateRow(
                    row.Field("timestamp").Iso(),
                    symbol,
                    MarkPrice: row.Optional("markPrice")?.PositiveNumber(),
                    IndexPrice: row.Optional("indicativeSettlePrice")?.PositiveNumber(),
                    OpenInterestQuantity: isLinear ? amount : null,
                    OpenInterestNotional: isLinear ? null : amount,
                    PredictedFundingRate: row.Optional("indicativeFundingRate")?.Fraction(),
                    FundingIntervalHours: hours,
                    // As in the answer of a request: the rate is that of the interval after the present one.
                    NextFundingUtc: row.Optional("fundingTimestamp")?.Iso().AddHours((double)(hours ?? UsualHours))));
            }
        }

        return StreamMessage.Of(states);
    }
}
