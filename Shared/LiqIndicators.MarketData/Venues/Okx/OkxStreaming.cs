using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using Newtonsoft.Json;

namespace LiqIndicators.MarketData.Venues.Okx;

/// <summary>OKX' public stream: forced orders of all swaps (at most one per contract and second) and market states.</summary>
public static class OkxStreaming
{
    private const string IndexChannel = "index-tickers";

    private static readonly string[] StateChannels = { "mark-price", "open-interest", "funding-rate" };

    /// <summary>How to open the stream for some instruments. The first push of forced orders repeats old ones.</summary>
    public static StreamPlan Plan(Uri host, IReadOnlyList<VenueInstrument> instruments)
    {
        List<Dictionary<string, string>> channels = new()
        {
            new() { ["channel"] = "liquidation-orders", ["instType"] = "SWAP" },
        };
        channels.AddRange(instruments.SelectMany(instrument => StateChannels.Select(channel =>
            new Dictionary<string, string> { ["channel"] = channel, ["instId"] = instrument.Symbol })));
        channels.AddRange(instruments.Select(instrument =>
            new Dictionary<string, string> { ["channel"] = IndexChannel, ["instId"] = OkxRequests.Family(instrument.Symbol) }));
        string subscription = JsonConvert.SerializeObject(
            new Dictionary<string, object> { ["op"] = "subscribe", ["args"] = channels });
        return new StreamPlan(
            new RequestLine(host, "/ws/v5/public").Address,
            new[] { subscription },
            Ping: "ping",
            PingInterval: TimeSpan.FromSeconds(20),
            SilenceLimit: TimeSpan.FromSeconds(45),
            DropsFirstForcedOrders: true);
    }

    /// <summary>Reads a message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="book">The instruments that are wanted.</param>
    /// <param name="receivedUtc">When it came, which counts where a message has no time; UTC.</param>
    public static FetchResult<StreamMessage> Read(string text, ContractBook book, DateTime receivedUtc) => text == "pong"
        ? FetchResult<StreamMessage>.Ok(StreamMessage.Heartbeat)
        : WireJson.Read("stream", text, root =>
        {
            if (root.Optional("event") is { } answer)
            {
                return answer.Text() == "error" ? Refusal(root) : StreamMessage.Control;
            }

            string channel = root.Field("arg").Field("channel").Text();
            WireValue data = root.Field("data");
            return channel switch
            {
                "liquidation-orders" => StreamMessage.Of(OkxParser.LiquidationOrders(data, book)),
                "mark-price" => States(data, book, (row, _) => OkxParser.MarkPrice(row)),
                IndexChannel => StreamMessage.Of(data.Items().Select(OkxParser.IndexPrice).Where(state => book.TermsOf(state.Symbol) is not null).ToList()),
                "funding-rate" => States(data, book, (row, _) => OkxParser.FundingRate(row, receivedUtc)),
                "open-interest" => States(data, book, OkxParser.OpenInterest),
                _ => StreamMessage.NoData,
            };
        });

    // Channels are refused one by one, as "... channel:index-tickers,instId:NAME doesn't exist. ...". Without liquidations the stream is of no use.
    private static StreamMessage Refusal(WireValue root)
    {
        string words = root.Optional("msg")?.Code() ?? string.Empty;
        string detail = $"code {root.Field("code").Code()}: {words}";
        return StateChannels.Append(IndexChannel).Any(channel => words.Contains($"channel:{channel},", StringComparison.Ordinal))
            ? StreamMessage.PartRefused(detail)
            : StreamMessage.Refused(detail);
    }

    private static StreamMessage States(WireValue data, ContractBook book, Func<WireValue, ContractTerms, MarketStateRow> read)
    {
        List<MarketStateRow> states = new();
        foreach (WireValue row in data.Items())
        {
            if (book.TermsOf(row.Field("instId").Text()) is { } terms)
            {
                states.Add(read(row, terms));
            }
        }

        return StreamMessage.Of(states);
    }
}
