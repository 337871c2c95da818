using System.Globalization;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues.Okx;
using LiqIndicators.TestKit;
using Newtonsoft.Json.Linq;

namespace LiqIndicators.MarketData.Tests.Parsers;

/// <summary>Sides and units against events recorded at three venues by an independent observer.</summary>
public sealed class RecordedEventsTests
{
    private static readonly ContractTerms TenthOfAnEther = new(ContractKind.Linear, 0.1m);

    [SkippableFact]
    public void Read_RecordedLiquidations_GiveTheObservedSideAndNotional()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        string file = Directory.GetFiles(SharedMaterial.PathOf("data/liquidation-events"), "*.csv").Single();
        string[][] rows = File.ReadLines(file).Skip(1).Select(line => line.Split(',')).ToArray();
        int exact = 0;
        int near = 0;
        foreach (string[] row in rows)
        {
            ForcedOrderRow order = Assert.Single(Message(row).Value.ForcedOrders);
            decimal observed = decimal.Parse(row[7], NumberStyles.Float, CultureInfo.InvariantCulture);
            double difference = (double)Math.Abs((order.Notional / observed) - 1);

            Assert.Equal(row[2] == "long" ? PositionSide.Long : PositionSide.Short, order.Side);
            Assert.Equal(order.Notional, order.Quantity * order.Price);
            if (row[0] == "okx")
            {
                near++;
                Assert.InRange(difference, 0, 0.006);
            }
            else
            {
                exact++;
                Assert.InRange(difference, 0, 1e-9);
            }
        }

        Assert.Equal((57, 16), (exact, near));
    }

    [SkippableFact]
    public void Read_RecordedMarketStates_GiveTheObservedOpenInterest()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        string file = Directory.GetFiles(SharedMaterial.PathOf("data/liquidation-events"), "*.json").Single();
        JObject[] records = JArray.Parse(File.ReadAllText(file)).Cast<JObject>().ToArray();
        Assert.Equal(6, records.Length);
        foreach (JObject record in records)
        {
            MarketStateRow state = State(record);
            decimal notional = state.OpenInterestQuantity!.Value * state.MarkPrice!.Value;
            decimal observed = (decimal)record["oi_value_usd"]!;
            if ((string?)record["exchange"] == "bybit")
            {
                // Stated to the cent.
                Assert.Equal(observed, Math.Round(notional, 2));
                Assert.Equal(observed, state.OpenInterestNotional);
            }
            else
            {
                Assert.InRange((double)Math.Abs((notional / observed) - 1), 0, 0.003);
            }

            Assert.Equal((decimal)record["funding_rate"]!, state.PredictedFundingRate);
        }
    }

    private static FetchResult<StreamMessage> Message(string[] row)
    {
        (string venue, string symbol, string side, string quantity, string price, string time) =
            (row[0], row[1], row[3], row[4], row[5], row[8]);
        switch (venue)
        {
            case "binance":
                JObject order = new()
                {
                    ["s"] = symbol, ["S"] = side, ["z"] = quantity, ["ap"] = price, ["X"] = "FILLED", ["T"] = long.Parse(time, CultureInfo.InvariantCulture),
                };
                return BinanceStreaming.Read(new JObject { ["e"] = "forceOrder", ["o"] = order }.ToString(), Book(symbol, ContractTerms.OneBaseUnit));
            case "bybit":
                JObject item = new()
                {
                    ["T"] = long.Parse(time, CultureInfo.InvariantCulture), ["s"] = symbol, ["S"] = side, ["v"] = quantity, ["p"] = price,
                };
                return BybitStreaming.Read(
                    new JObject { ["topic"] = "allLiquidation." + symbol, ["data"] = new JArray(item) }.ToString(),
                    Book(symbol, ContractTerms.OneBaseUnit));
            default:
                string[] sides = side.Split(':');
                JObject detail = new() { ["bkPx"] = price, ["posSide"] = sides[0], ["side"] = sides[1], ["sz"] = quantity, ["ts"] = time };
                JObject group = new() { ["instId"] = symbol, ["details"] = new JArray(detail) };
                JObject push = new() { ["arg"] = new JObject { ["channel"] = "liquidation-orders" }, ["data"] = new JArray(group) };
                return OkxStreaming.Read(push.ToString(), Book(symbol, TenthOfAnEther), ParserCases.ReceivedUtc);
        }
    }

    private static MarketStateRow State(JObject record)
    {
        string symbol = (string)record["symbol"]!;
        string mark = Text(record["mark_price"]!);
        string quantity = Text(record["oi_qty"]!);
        string funding = Text(record["funding_rate"]!);
        long time = (long)record["updated_ts"]!;
        switch ((string?)record["exchange"])
        {
            case "binance":
                JObject index = new()
                {
                    ["symbol"] = symbol, ["markPrice"] = mark, ["indexPrice"] = mark, ["lastFundingRate"] = funding, ["nextFundingTime"] = time, ["time"] = time,
                };
                JObject interest = new() { ["symbol"] = symbol, ["openInterest"] = quantity, ["time"] = time };
                return BinanceParser.PremiumIndex(index.ToString()).Value.With(
                    BinanceParser.OpenInterest(interest.ToString(), ContractTerms.OneBaseUnit).Value);
            case "bybit":
                JObject ticker = new()
                {
                    ["symbol"] = symbol,
                    ["markPrice"] = mark,
                    ["indexPrice"] = mark,
                    ["openInterest"] = quantity,
                    ["openInterestValue"] = Text(record["oi_value_usd"]!),
                    ["fundingRate"] = funding,
                    ["nextFundingTime"] = time,
                };
                JObject body = new()
                {
                    ["retCode"] = 0, ["result"] = new JObject { ["category"] = "linear", ["list"] = new JArray(ticker) }, ["time"] = time,
                };
                return BybitParser.Ticker(body.ToString(), ContractKind.Linear).Value;
            default:
                JObject rate = new() { ["instId"] = symbol, ["fundingRate"] = funding, ["fundingTime"] = time, ["nextFundingTime"] = time };
                JObject price = new() { ["instId"] = symbol, ["markPx"] = mark, ["ts"] = time };
                JObject contracts = new() { ["instId"] = symbol, ["oi"] = quantity, ["ts"] = time };
                return OkxParser.FundingRate(Okx(rate), ParserCases.ReceivedUtc).Value
                    .With(OkxParser.MarkPrice(Okx(price)).Value)
                    .With(OkxParser.OpenInterest(Okx(contracts), TenthOfAnEther).Value);
        }
    }

    private static string Okx(JObject row) => new JObject { ["code"] = "0", ["data"] = new JArray(row) }.ToString();

    private static string Text(JToken number) => ((decimal)number).ToString(CultureInfo.InvariantCulture);

    private static ContractBook Book(string symbol, ContractTerms terms) =>
        new(new[] { new VenueInstrument(VenueId.Okx, symbol, "ETH", "USDT", terms) });
}
