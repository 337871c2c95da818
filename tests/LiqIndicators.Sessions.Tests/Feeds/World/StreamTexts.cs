using System.Globalization;

namespace LiqIndicators.Sessions.Tests.Feeds.World;

/// <summary>Stream messages in the venues' formats.</summary>
internal static class StreamTexts
{
    public static string State(string venue, DateTime nowUtc)
    {
        long ms = Milliseconds(nowUtc);
        decimal price = SyntheticMarket.Price(venue, SyntheticMarket.NumberOf(nowUtc));
        return venue == "bybit"
            ? Text($"{{\"topic\":\"tickers.BTCUSDT\",\"type\":\"delta\",\"data\":{{\"symbol\":\"BTCUSDT\",\"markPrice\":\"{price}\"}},\"ts\":{ms}}}")
            : Text($"{{\"stream\":\"btcusdt@markPrice@1s\",\"data\":{{\"e\":\"markPriceUpdate\",\"E\":{ms},\"s\":\"BTCUSDT\",\"p\":\"{price}\",\"i\":\"{price}\",\"r\":\"0.0001\",\"T\":{ms}}}}}");
    }

    /// <summary>A long of half a coin liquidated at 50,000: 25,000.</summary>
    public static string LongLiquidation(string venue, DateTime timeUtc)
    {
        long ms = Milliseconds(timeUtc);
        return venue == "bybit"
            ? Text($"{{\"topic\":\"allLiquidation.BTCUSDT\",\"type\":\"snapshot\",\"ts\":{ms},\"data\":[{{\"T\":{ms},\"s\":\"BTCUSDT\",\"S\":\"Buy\",\"v\":\"0.5\",\"p\":\"50000\"}}]}}")
            : Text($"{{\"stream\":\"btcusdt@forceOrder\",\"data\":{{\"e\":\"forceOrder\",\"E\":{ms},\"o\":{{\"s\":\"BTCUSDT\",\"S\":\"SELL\",\"X\":\"FILLED\",\"z\":\"0.5\",\"ap\":\"50000\",\"T\":{ms}}}}}}}");
    }

    private static long Milliseconds(DateTime timeUtc) => (timeUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
