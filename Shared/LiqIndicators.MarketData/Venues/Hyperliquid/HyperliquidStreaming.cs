using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using Newtonsoft.Json;

namespace LiqIndicators.MarketData.Venues.Hyperliquid;

/// <summary>Hyperliquid's stream: market states. Liquidations are told to the wallet concerned only.</summary>
public static class HyperliquidStreaming
{
    private const string StateChannel = "activeAssetCtx";

    /// <summary>How to open the stream for some instruments.</summary>
    public static StreamPlan Plan(Uri host, IReadOnlyList<VenueInstrument> instruments) => new(
        new RequestLine(host, "/ws").Address,
        instruments.Select(instrument => JsonConvert.SerializeObject(new Dictionary<string, object>
        {
            ["method"] = "subscribe",
            ["subscription"] = new Dictionary<string, string> { ["type"] = StateChannel, ["coin"] = instrument.Symbol },
        })).ToList(),
        Ping: "{\"method\":\"ping\"}",
        PingInterval: TimeSpan.FromSeconds(20),
        SilenceLimit: TimeSpan.FromSeconds(45),
        TellsLiquidations: false);

    /// <summary>Reads a message.</summary>
    /// <param name="text">The message.</param>
    /// <param name="book">The instruments that are wanted.</param>
    /// <param name="receivedUtc">When it came: messages have no time; UTC.</param>
    public static FetchResult<StreamMessage> Read(string text, ContractBook book, DateTime receivedUtc) =>
        WireJson.Read("stream", text, root => root.Field("channel").Text() switch
        {
            "pong" => StreamMessage.Heartbeat,
            "subscriptionResponse" => StreamMessage.Control,
            "error" => StreamMessage.Refused(root.Field("data").Text()),
            StateChannel => State(root.Field("data"), book, receivedUtc),
            _ => StreamMessage.NoData,
        });

    private static StreamMessage State(WireValue data, ContractBook book, DateTime receivedUtc)
    {
        string coin = data.Field("coin").Text();
        MarketStateRow state = HyperliquidParser.Context(data.Field("ctx"), coin, receivedUtc);
        return book.TermsOf(coin) is null ? StreamMessage.NoData : StreamMessage.Of(new[] { state });
    }
}
