using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.BitMex;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues.Coinalyze;
using LiqIndicators.MarketData.Venues.CoinGlass;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.MarketData.Venues.Okx;

namespace LiqIndicators.MarketData.Tests.Parsers;

/// <summary>What the fixtures say, in one meaning. Expected numbers are read off the fixtures and worked by hand.</summary>
public sealed class NormalisationTests
{
    // 1777896000 s = 2026-05-04 12:00 UTC.
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> FiveMinuteBars => new()
    {
        "binance", "bybit", "okx",
    };

    [Theory]
    [MemberData(nameof(FiveMinuteBars))]
    public void Candles_EitherOrder_ComeOutAscendingInCoinsAndQuote(string venue)
    {
        IReadOnlyList<CandleRow> rows = venue switch
        {
            "binance" => BinanceParser.Candles(BinanceCases.Candles, CandlePrice.Last).Value,
            "bybit" => BybitParser.Candles(BybitCases.Candles, CandlePrice.Last, ContractKind.Linear).Value,
            _ => OkxParser.Candles(OkxCases.Candles, CandlePrice.Last).Value,
        };

        Assert.Equal(new[] { Noon, Noon.AddMinutes(5) }, rows.Select(row => row.TimeUtc));
        Assert.All(rows, row => Assert.Equal(DateTimeKind.Utc, row.TimeUtc.Kind));
        Assert.Equal((61100.00m, 12.5m, 763750m), (rows[0].Close, rows[0].VolumeQuantity, rows[0].VolumeNotional));
        Assert.Equal((61020.4m, 8.25m), (rows[1].Close, rows[1].VolumeQuantity));
    }

    [Fact]
    public void Candles_OkxConfirm_TellsTheFormingBar()
    {
        IReadOnlyList<CandleRow> rows = OkxParser.Candles(OkxCases.Candles, CandlePrice.Last).Value;

        Assert.Equal(new bool?[] { true, false }, rows.Select(row => row.IsClosed));
    }

    [Fact]
    public void Candles_BybitInverse_SwapVolumeAndTurnover()
    {
        CandleRow row = Assert.Single(BybitParser.Candles(BybitCases.InverseCandles, CandlePrice.Last, ContractKind.Inverse).Value);

        Assert.Equal((10m, 610000m), (row.VolumeQuantity, row.VolumeNotional));
    }

    [Fact]
    public void Candles_BybitOfTheOtherCategory_AreRefused()
    {
        string? message = BybitParser.Candles(BybitCases.InverseCandles, CandlePrice.Last, ContractKind.Linear).Error?.Message;

        Assert.Contains("result.category", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Candles_BitMexNamedByTheirEnd_GetTheirOpeningTime()
    {
        CandleRow row = Assert.Single(BitMexParser.Candles(BitMexCases.Candles, TimeSpan.FromMinutes(5)).Value);

        Assert.Equal(Noon, row.TimeUtc);
    }

    // The venue repeats the last close, 61,100 by the row before; rows without prices were seen too.
    [Theory]
    [InlineData("61080", "61080", "61080", 61080)]
    [InlineData("null", "null", "61070", 61070)]
    [InlineData("61060", "null", "null", 61060)]
    [InlineData("null", "null", "null", 61100)]
    public void Candles_BitMexWithoutATrade_StayAtTheLastClose(string open, string highAndLow, string close, int price)
    {
        string body = $"{BitMexCases.Candles.TrimEnd().TrimEnd(']')},{WithoutATrade(open, highAndLow, close)}]";

        IReadOnlyList<CandleRow> rows = BitMexParser.Candles(body, TimeSpan.FromMinutes(5)).Value;

        Assert.Equal(2, rows.Count);
        Assert.Equal(new CandleRow(Noon.AddMinutes(5), price, price, price, price, 0, 0, true), rows[1]);
    }

    [Fact]
    public void Candles_BitMexWithoutATradeOrAnyPrice_AreLeftOut() =>
        Assert.Empty(BitMexParser.Candles($"[{WithoutATrade("null", "null", "null")}]", TimeSpan.FromMinutes(5)).Value);

    [Theory]
    [InlineData("\"61250.50\"", "\"60000\"", "high")]
    [InlineData("\"60900.00\"", "\"61150\"", "low")]
    [InlineData("\"61000.10\"", "\"0\"", "open")]
    public void Candles_PricesThatCannotBe_AreRefusedByName(string from, string to, string name)
    {
        string body = BinanceCases.Candles.Replace(from, to, StringComparison.Ordinal);

        Assert.Contains(name, BinanceParser.Candles(body, CandlePrice.Last).Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Candles_SameTimeTwice_KeepTheVenuesLaterStatement()
    {
        string ascending = BinanceCases.Candles.Replace("1777896300000", "1777896000000", StringComparison.Ordinal);
        string descending = OkxCases.Candles.Replace("1777896300000", "1777896000000", StringComparison.Ordinal);

        Assert.Equal(61020.40m, Assert.Single(BinanceParser.Candles(ascending, CandlePrice.Last).Value).Close);
        Assert.Equal(61020.4m, Assert.Single(OkxParser.Candles(descending, CandlePrice.Last).Value).Close);
    }

    [Fact]
    public void OpenInterest_BinanceTimesAsNumberOrText_AreRead()
    {
        IReadOnlyList<OpenInterestRow> rows = BinanceParser.OpenInterestHistory(BinanceCases.OpenInterestHistory).Value;

        Assert.Equal(new[] { Noon, Noon.AddMinutes(5) }, rows.Select(row => row.TimeUtc));
        Assert.Equal(80125.5m, rows[0].Quantity);
        Assert.Equal(80125.5m * 61000, rows[0].Notional);
    }

    [Fact]
    public void OpenInterest_BinanceCoinMargined_ContractsAreHundredDollars()
    {
        OpenInterestRow row = Assert.Single(
            BinanceParser.CoinOpenInterestHistory(BinanceCases.CoinOpenInterestHistory, TestInstruments.HundredDollars).Value);

        Assert.Equal((8.2m, 500000m), (row.Quantity, row.Notional));
    }

    // The venue's own example: 206 contracts of a hundred dollars are 2.13660389 coins.
    [Fact]
    public void Candles_BinanceCoinMargined_VolumeIsContractsAndCoins()
    {
        CandleRow row = Assert.Single(BinanceParser.CoinCandles(BinanceCases.CoinCandles, TestInstruments.HundredDollars).Value);

        Assert.Equal((2.13660389m, 20_600m), (row.VolumeQuantity, row.VolumeNotional));
        Assert.Equal((9640.7m, 9642.4m, 9640.6m, 9642.0m), (row.Open, row.High, row.Low, row.Close));
        Assert.InRange(row.VolumeNotional!.Value / row.VolumeQuantity!.Value, row.Low, row.High);
    }

    [Fact]
    public void OpenInterest_OneAmountOnly_BecomesTheOtherThroughThePrice()
    {
        OpenInterestRow linear = BybitParser.OpenInterest(BybitCases.OpenInterest, ContractKind.Linear).Value[0];
        OpenInterestRow inverse = new(Noon, null, 3_000_000);

        Assert.Equal(52000m * 60000, linear.NotionalAt(60000));
        Assert.Equal(50m, inverse.QuantityAt(60000));
        Assert.Throws<ArgumentOutOfRangeException>(() => inverse.QuantityAt(0));
    }

    [Fact]
    public void MarketState_BybitInverse_CoinsAndDollarsChangePlaces()
    {
        MarketStateRow state = BybitParser.Ticker(BybitCases.InverseTicker, ContractKind.Inverse).Value;

        Assert.Equal((8000m, 400_000_000m), (state.OpenInterestQuantity, state.OpenInterestNotional));
    }

    [Fact]
    public void MarketState_OkxContracts_BecomeCoins()
    {
        MarketStateRow linear = OkxParser.OpenInterest(OkxCases.OpenInterest, TestInstruments.Okx.Terms).Value;
        MarketStateRow inverse = OkxParser.OpenInterest(OkxCases.InverseOpenInterest, TestInstruments.OkxInverse.Terms).Value;

        Assert.Equal((30000m, 1_830_615_000m), (linear.OpenInterestQuantity, linear.OpenInterestNotional));
        Assert.Equal((8200m, 500_000_000m), (inverse.OpenInterestQuantity, inverse.OpenInterestNotional));
    }

    [Fact]
    public void MarketState_OkxFundingTimes_GiveTheInterval()
    {
        MarketStateRow state = OkxParser.FundingRate(OkxCases.FundingRate, ParserCases.ReceivedUtc).Value;

        Assert.Equal((0.00006m, 8m, Noon.AddHours(4)), (state.PredictedFundingRate, state.FundingIntervalHours, state.NextFundingUtc));
    }

    // The payment is due hours later: a state of that time would stand before every later one.
    [Fact]
    public void MarketState_OkxFundingWithoutItsTime_IsOfTheTimeOfArrival()
    {
        const string Time = ",\"ts\":\"17778964";
        OkxVenue venue = new();
        string body = OkxCases.FundingRate.Replace(Time + "11000\"", "", StringComparison.Ordinal);
        string push = OkxCases.StreamedFundingRate.Replace(Time + "12000\"", "", StringComparison.Ordinal);
        Assert.DoesNotContain("\"ts\"", body + push, StringComparison.Ordinal);

        MarketStateRow asked = venue.MarketState(TestInstruments.Okx)[2].Parse(body, ParserCases.ReceivedUtc).Value;
        MarketStateRow told = venue.ReadStream(push, TestInstruments.Book(TestInstruments.Okx), ParserCases.ReceivedUtc).Value.States.Single();

        Assert.Equal((ParserCases.ReceivedUtc, Noon.AddHours(4)), (asked.TimeUtc, asked.NextFundingUtc));
        Assert.Equal((ParserCases.ReceivedUtc, Noon.AddHours(4)), (told.TimeUtc, told.NextFundingUtc));
        Assert.Equal(Noon.AddSeconds(411), venue.MarketState(TestInstruments.Okx)[2].Parse(OkxCases.FundingRate, ParserCases.ReceivedUtc).Value.TimeUtc);
    }

    [Fact]
    public void MarketState_HyperliquidSecondCoin_IsFoundByPlace()
    {
        MarketStateRow state = HyperliquidParser.MarketState(HyperliquidCases.MetaAndContexts, "BTC", ParserCases.ReceivedUtc).Value;

        Assert.Equal((61020.5m, 25000.5m, 0.0000125m), (state.MarkPrice, state.OpenInterestQuantity, state.PredictedFundingRate));
        Assert.Equal((1m, Noon.AddHours(1)), (state.FundingIntervalHours, state.NextFundingUtc));
    }

    [Fact]
    public void MarketState_BitMexInverse_CountsSatoshisAndDollars()
    {
        MarketStateRow state = BitMexParser.MarketState(BitMexCases.Instrument, "XBTUSD", TestInstruments.BitMex.Terms).Value;

        // 250,000,000 contracts of 1 USD; 500,000,000,000 satoshis are 5,000 coins; 5,000 x 50,000 is the same sum.
        Assert.Equal((5000m, 250_000_000m), (state.OpenInterestQuantity, state.OpenInterestNotional));
        Assert.Equal(state.OpenInterestNotional, state.OpenInterestQuantity * state.MarkPrice);
        Assert.Equal((-0.00005m, 8m), (state.PredictedFundingRate, state.FundingIntervalHours));
        Assert.Equal(new DateTime(2026, 5, 5, 4, 0, 0, DateTimeKind.Utc), state.NextFundingUtc);
    }

    [Fact]
    public void MarketState_LaterMessage_ChangesOnlyWhatItCarries()
    {
        StreamMessage snapshot = BybitStreaming.Read(BybitCases.TickerSnapshot, TestInstruments.Book(TestInstruments.Bybit)).Value;
        StreamMessage change = BybitStreaming.Read(BybitCases.TickerChange, TestInstruments.Book(TestInstruments.Bybit)).Value;

        MarketStateRow state = snapshot.States[0].With(change.States[0]);

        Assert.Equal((61023m, 61002m, 52011m), (state.MarkPrice, state.IndexPrice, state.OpenInterestQuantity));
        Assert.Throws<ArgumentException>(() => state.With(state with { Symbol = "ETHUSDT" }));
    }

    [Fact]
    public void Funding_JitteredTimes_AreTakenToTheirMinuteOrHour()
    {
        Assert.Equal(Noon.AddHours(-4), BinanceParser.Funding(BinanceCases.Funding).Value[0].TimeUtc);
        Assert.Equal(
            new[] { Noon.AddHours(-1), Noon }, HyperliquidParser.Funding(HyperliquidCases.Funding).Value.Select(row => row.TimeUtc));
    }

    [Fact]
    public void Funding_Okx_IsTheRealisedRate() =>
        Assert.Equal(0.00019m, Assert.Single(OkxParser.FundingHistory(OkxCases.FundingHistory).Value).Rate);

    [Fact]
    public void Funding_Vendors_PercentBecomesFraction()
    {
        FundingRateRow coinGlass = Assert.Single(CoinGlassParser.Funding(CoinGlassCases.Funding, TimeSpan.FromHours(1)).Value);
        FundingRateRow coinalyze = Assert.Single(
            CoinalyzeParser.Funding(CoinalyzeCases.Levels, CoinalyzeCases.Symbol, TimeSpan.FromMinutes(5)).Value);

        Assert.Equal((0.000095m, Noon.AddHours(1)), (coinGlass.Rate, coinGlass.TimeUtc));
        Assert.Equal((0.000095m, Noon.AddMinutes(5)), (coinalyze.Rate, coinalyze.TimeUtc));
    }

    // A hundredth of a coin, and a hundred dollars; of the end of the interval that the venue names by its start.
    [Fact]
    public void OpenInterestHistory_Okx_IsTheContractsAtTheEndOfEachInterval()
    {
        Assert.Equal(
            [new OpenInterestRow(Noon.AddMinutes(5), 29999m, null), new OpenInterestRow(Noon.AddMinutes(10), 30001.005m, null)],
            OkxParser.OpenInterestHistory(OkxCases.OpenInterestHistory, TestInstruments.Okx.Terms, TimeSpan.FromMinutes(5)).Value);
        Assert.Equal(
            [new OpenInterestRow(Noon.AddHours(1), 8200m, 500_000_000m)],
            OkxParser.OpenInterestHistory(OkxCases.InverseOpenInterestHistory, TestInstruments.OkxInverse.Terms, TimeSpan.FromHours(1)).Value);
    }

    [Fact]
    public void PresentState_CoinGlass_IsThatOfTheOneExchange()
    {
        IReadOnlyList<VenueQuery<MarketStateRow>> queries = new CoinGlassVenue("key", exchange: "Bybit").MarketState(TestInstruments.CoinGlass);
        string interest = """
            {"code":"0","data":[{"exchange":"All","open_interest_usd":50000000,"open_interest_quantity":800},
              {"exchange":"BYBIT","open_interest_usd":6000000.5,"open_interest_quantity":100.25}]}
            """;
        string funding = """
            {"code":"0","data":[{"symbol":"ETH","stablecoin_margin_list":[
              {"exchange":"Bybit","funding_rate":0.02,"funding_rate_interval":4,"next_funding_time":1777910400000}]},
              {"symbol":"BTC","stablecoin_margin_list":[
              {"exchange":"Binance","funding_rate":0.01,"next_funding_time":1777910400000},
              {"exchange":"Bybit","funding_rate":0.0075,"funding_rate_interval":8,"next_funding_time":1777910400000}]}]}
            """;

        MarketStateRow state = queries[0].Parse(interest, ParserCases.ReceivedUtc).Value.With(queries[1].Parse(funding, ParserCases.ReceivedUtc).Value);

        Assert.Equal(
            new MarketStateRow(ParserCases.ReceivedUtc, "BTCUSDT", null, null, 100.25m, 6000000.5m, 0.000075m, 8, Noon.AddHours(4)), state);
        FetchError error = queries[0].Parse(interest.Replace("BYBIT", "OKX", StringComparison.Ordinal), ParserCases.ReceivedUtc).Error!;
        Assert.Equal((FetchErrorKind.UnknownSymbol, "open-interest/exchange-list: nothing about Bybit."), (error.Kind, error.Message));
    }

    [Fact]
    public void Depth_CoinGlass_IsTheNewestPictureNearestLevelsFirst()
    {
        DepthSnapshot book = CoinGlassParser.Depth("""
            {"code":"0","data":[[1777896360,[[60990.5,2.25],[61000,4.5]],[[61020,1],[61010,3.125]]],[1777896300,[[1,1]],[[2,1]]]]}
            """).Value;

        Assert.Equal(Noon.AddMinutes(6), book.TimeUtc);
        Assert.Equal([new DepthLevel(61000, 4.5m), new DepthLevel(60990.5m, 2.25m)], book.Bids);
        Assert.Equal([new DepthLevel(61010, 3.125m), new DepthLevel(61020, 1)], book.Asks);
    }

    [Fact]
    public void PresentState_Coinalyze_IsDollarsAndAFraction()
    {
        MarketStateRow interest = CoinalyzeParser.OpenInterestNow(CoinalyzeCases.Now, CoinalyzeCases.Symbol, ParserCases.ReceivedUtc).Value;
        MarketStateRow funding = CoinalyzeParser.PredictedFundingNow(CoinalyzeCases.Now, CoinalyzeCases.Symbol, ParserCases.ReceivedUtc).Value;

        Assert.Equal(
            new MarketStateRow(ParserCases.ReceivedUtc, CoinalyzeCases.Symbol, OpenInterestNotional: 0.0125m, PredictedFundingRate: 0.000125m),
            interest.With(funding));
        Assert.Equal(
            FetchErrorKind.UnknownSymbol, CoinalyzeParser.OpenInterestNow(CoinalyzeCases.Now, "ETHUSDT_PERP.A", ParserCases.ReceivedUtc).Error!.Kind);
    }

    [Fact]
    public void Funding_BitMex_StatesItsInterval() =>
        Assert.Equal(8m, Assert.Single(BitMexParser.Funding(BitMexCases.Funding).Value).IntervalHours);

    [Fact]
    public void FundingIntervals_ChangeInsideASeries_IsFollowed()
    {
        // Eight-hourly, then hourly, then a hole of 30 hours.
        int[] hours = { 0, 8, 16, 17, 18, 48, 49 };
        FundingRateRow[] rows = hours.Select(hour => new FundingRateRow(Noon.AddHours(hour), 0.0001m, null)).ToArray();

        IReadOnlyList<FundingRateRow> filled = FundingIntervals.Fill(rows, 8);

        Assert.Equal(new decimal?[] { 8, 8, 8, 1, 1, 1, 1 }, filled.Select(row => row.IntervalHours));
        Assert.Equal(4m, Assert.Single(FundingIntervals.Fill(rows[..1], 4)).IntervalHours);
    }

    [Theory]
    [InlineData("SELL", PositionSide.Long)]
    [InlineData("BUY", PositionSide.Short)]
    public void ForcedOrder_Binance_OrderSideClosesTheOtherPosition(string letter, PositionSide side)
    {
        string body = BinanceCases.ForcedOrder.Replace("SELL", letter, StringComparison.Ordinal);

        ForcedOrderRow order = Assert.Single(BinanceStreaming.Read(body, TestInstruments.Book(TestInstruments.Binance)).Value.ForcedOrders);

        // 0.4 filled at an average of 60,800: not 0.5 asked for at 60,500.
        Assert.Equal((side, 0.4m, 60800m, 24320m), (order.Side, order.Quantity, order.Price, order.Notional));
    }

    [Fact]
    public void ForcedOrder_BinanceOfAnotherContract_IsPassedOver()
    {
        string body = BinanceCases.ForcedOrder.Replace("\"BTCUSDT\"", "\"BTCUSD_PERP\"", StringComparison.Ordinal);

        Assert.Empty(BinanceStreaming.Read(body, TestInstruments.Book(TestInstruments.Binance)).Value.ForcedOrders);
        ForcedOrderRow known = Assert.Single(
            BinanceStreaming.Read(body, TestInstruments.Book(TestInstruments.BinanceCoinM)).Value.ForcedOrders);
        Assert.Equal(40m, known.Notional);
    }

    [Fact]
    public void ForcedOrder_Bybit_LetterIsThePositionsSide()
    {
        IReadOnlyList<ForcedOrderRow> orders =
            BybitStreaming.Read(BybitCases.Liquidation, TestInstruments.Book(TestInstruments.Bybit)).Value.ForcedOrders;

        Assert.Equal(new[] { PositionSide.Short, PositionSide.Long }, orders.Select(order => order.Side));
        Assert.Equal(new[] { 15375m, 30250m }, orders.Select(order => order.Notional));
    }

    [Fact]
    public void ForcedOrder_OkxNetMode_TakesTheOrdersSide()
    {
        IReadOnlyList<ForcedOrderRow> orders =
            OkxParser.LiquidationOrders(OkxCases.LiquidationOrders, TestInstruments.Book(TestInstruments.Okx)).Value;

        Assert.Equal(new[] { PositionSide.Short, PositionSide.Long }, orders.Select(order => order.Side));
        Assert.Equal(new[] { 0.1m, 0.4m }, orders.Select(order => order.Quantity));
        Assert.Equal(new[] { 6150m, 24200m }, orders.Select(order => order.Notional));
    }

    // The running rate is that of the interval after the present one, which ends at fundingTimestamp; an update may leave the interval out.
    [Theory]
    [InlineData(",\"fundingInterval\":\"2000-01-01T04:00:00.000Z\"", 4.0, 4)]
    [InlineData("", null, 8)]
    public void BitMex_StreamedState_TellsWhenTheRunningRateIsDue(string interval, double? hours, int hoursAfter)
    {
        MarketStateRow state = Assert.Single(BitMexStreaming.Read(
            "{\"table\":\"instrument\",\"action\":\"update\",\"data\":[{\"symbol\":\"XBTUSD\",\"timestamp\":\"2026-05-04T12:00:00.000Z\",\"indicativeFundingRate\":0.0001,\"fundingTimestamp\":\"2026-05-04T20:00:00.000Z\"" + interval + "}]}",
            TestInstruments.Book(TestInstruments.BitMex),
            ParserCases.ReceivedUtc).Value.States);

        Assert.Equal(hours, (double?)state.FundingIntervalHours);
        Assert.Equal(new DateTime(2026, 5, 4, 20, 0, 0, DateTimeKind.Utc).AddHours(hoursAfter), state.NextFundingUtc);
    }

    [Fact]
    public void ForcedOrder_BitMexInsert_CountsDollarsAndOnlyOnce()
    {
        ForcedOrderRow order = Assert.Single(BitMexStreaming.Read(
            BitMexCases.StreamedLiquidation, TestInstruments.Book(TestInstruments.BitMex), ParserCases.ReceivedUtc).Value.ForcedOrders);
        string update = BitMexCases.StreamedLiquidation.Replace("insert", "update", StringComparison.Ordinal);

        Assert.Equal((PositionSide.Long, 0.5m, 25000m), (order.Side, order.Quantity, order.Notional));
        Assert.Empty(BitMexStreaming.Read(
            update, TestInstruments.Book(TestInstruments.BitMex), ParserCases.ReceivedUtc).Value.ForcedOrders);
    }

    [Fact]
    public void ForcedOrder_CoinGlassCode_MeansWhatTheCallerSettled()
    {
        Assert.Equal(PositionSide.Long, Assert.Single(CoinGlassParser.Orders(CoinGlassCases.Orders, 2).Value).Side);
        Assert.Equal(PositionSide.Short, Assert.Single(CoinGlassParser.Orders(CoinGlassCases.Orders, 1).Value).Side);
        Assert.Equal(2.5m, Assert.Single(CoinGlassParser.Orders(CoinGlassCases.Orders, 1).Value).Quantity);
    }

    [Fact]
    public void MarginTiers_BybitFractionsAndPercent_AreToldApart()
    {
        IReadOnlyList<MarginTierRow> linear = BybitParser.MarginTiers(BybitCases.RiskLimit, ContractKind.Linear, 60000).Value;
        MarginTierRow inverse = Assert.Single(
            BybitParser.MarginTiers(BybitCases.InverseRiskLimit, ContractKind.Inverse, 60000).Value);

        // 1,000,000 x (0.01 - 0.005): the second tier takes 5,000 off, so that the margin has no jump.
        Assert.Equal(new[] { 0m, 5000m }, linear.Select(tier => tier.MaintenanceAmount));
        Assert.Equal(new[] { 0.005m, 0.01m }, linear.Select(tier => tier.MaintenanceMarginRate));
        Assert.Equal((0.005m, 6_000_000m), (inverse.MaintenanceMarginRate, inverse.NotionalCap));
    }

    [Fact]
    public void MarginTiers_BybitMarginThatFitsNoLeverage_IsRefused()
    {
        string body = BybitCases.InverseRiskLimit.Replace("\"1\"", "\"0.1\"", StringComparison.Ordinal);

        Assert.Contains(
            "initialMargin", BybitParser.MarginTiers(body, ContractKind.Inverse, 60000).Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MarginTiers_Okx_CapsAreContractsAndRatesCountForAll()
    {
        IReadOnlyList<MarginTierRow> tiers = OkxParser.MarginTiers(OkxCases.PositionTiers, TestInstruments.Okx.Terms, 60000).Value;

        Assert.Equal(new decimal?[] { 600_000, 3_000_000 }, tiers.Select(tier => tier.NotionalCap));
        Assert.All(tiers, tier => Assert.Equal(0, tier.MaintenanceAmount));
    }

    [Fact]
    public void MarginTiers_Hyperliquid_HalfTheInitialMargin()
    {
        IReadOnlyList<MarginTierRow> listed = HyperliquidParser.MarginTiers(HyperliquidCases.Meta, "BTC").Value;
        MarginTierRow single = Assert.Single(HyperliquidParser.MarginTiers(HyperliquidCases.Meta, "OLD").Value);

        Assert.Equal(new[] { 0.0125m, 0.025m }, listed.Select(tier => tier.MaintenanceMarginRate));
        // 150,000,000 x (0.025 - 0.0125).
        Assert.Equal(1_875_000m, listed[1].MaintenanceAmount);
        Assert.Null(listed[1].NotionalCap);
        Assert.Equal(1m / 6, single.MaintenanceMarginRate);
    }

    [Fact]
    public void MarginTiers_HyperliquidTableNotInTheBody_IsRefused()
    {
        string body = HyperliquidCases.Meta.Replace("[[56,", "[[57,", StringComparison.Ordinal);

        Assert.Contains("marginTableId", HyperliquidParser.MarginTiers(body, "BTC").Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MarginTiers_BitMex_EachStepAddsTheBaseMargin()
    {
        IReadOnlyList<MarginTierRow> tiers = BitMexParser.MarginTiers(BitMexCases.Instrument, "XBTUSD", 50000).Value;

        // 200 coins at 50,000, then 100 more; 0.5 %, then 1 %; 1 / 1 %, then 1 / 1.5 %.
        Assert.Equal((10_000_000m, 0.005m, 100m), (tiers[0].NotionalCap, tiers[0].MaintenanceMarginRate, tiers[0].MaxLeverage));
        Assert.Equal((15_000_000m, 0.01m), (tiers[1].NotionalCap, tiers[1].MaintenanceMarginRate));
        Assert.Equal(66.67, (double)tiers[1].MaxLeverage, tolerance: 0.01);
    }

    [Fact]
    public void Instruments_EveryVenue_StatesItsContract()
    {
        InstrumentRow okx = Assert.Single(OkxParser.Instruments(OkxCases.Instruments).Value);
        InstrumentRow bitMex = Assert.Single(BitMexParser.Instruments(BitMexCases.Instrument).Value);
        InstrumentRow bybit = Assert.Single(BybitParser.Instruments(BybitCases.Instruments, ContractKind.Linear).Value);
        InstrumentRow binance = Assert.Single(BinanceParser.Instruments(BinanceCases.ExchangeInfo).Value);
        IReadOnlyList<InstrumentRow> hyperliquid = HyperliquidParser.Instruments(HyperliquidCases.Meta).Value;

        Assert.Equal(("BTC", "USDT", TestInstruments.Okx.Terms), (okx.BaseAsset, okx.QuoteAsset, okx.Terms));
        Assert.Equal(("XBT", ContractTerms.OneQuoteUnit, 8m), (bitMex.BaseAsset, bitMex.Terms, bitMex.FundingIntervalHours));
        Assert.Equal((ContractTerms.OneBaseUnit, 8m, true), (bybit.Terms, bybit.FundingIntervalHours, bybit.IsPerpetual));
        Assert.Equal((ContractTerms.OneBaseUnit, 0.10m), (binance.Terms, binance.TickSize));
        Assert.Equal(new[] { true, false }, hyperliquid.Select(row => row.IsTrading));
    }

    [Fact]
    public void Instruments_BitMexQuanto_HasNoTerms()
    {
        string body = BitMexCases.Instrument.Replace("\"isQuanto\":false", "\"isQuanto\":true", StringComparison.Ordinal);

        Assert.Null(Assert.Single(BitMexParser.Instruments(body).Value).Terms);
    }

    [Fact]
    public void Depth_InverseContracts_BecomeCoins()
    {
        DepthSnapshot depth = BitMexParser.Depth(BitMexCases.OrderBook, TestInstruments.BitMex.Terms, ParserCases.ReceivedUtc).Value;

        Assert.Equal(new DepthLevel(50000, 1), Assert.Single(depth.Bids));
        Assert.Equal(50000.5m, Assert.Single(depth.Asks).Price);
    }

    [Fact]
    public void PredictedFundings_VenueWithoutAnEstimate_IsLeftOut()
    {
        IReadOnlyList<PredictedFundingRow> rows = HyperliquidParser.PredictedFundings(HyperliquidCases.PredictedFundings).Value;

        Assert.Equal(new[] { ("BinPerp", 8m), ("HlPerp", 1m) }, rows.Select(row => (row.VenueName, row.IntervalHours!.Value)));
    }

    [Theory]
    [InlineData("{\"result\":null,\"id\":1}", StreamMessageKind.Control)]
    [InlineData("{\"error\":{\"code\":2,\"msg\":\"Invalid request\"},\"id\":1}", StreamMessageKind.Refused)]
    [InlineData("{\"e\":\"kline\",\"E\":1777896412000}", StreamMessageKind.Data)]
    public void Stream_Binance_TellsAnswersFromData(string text, StreamMessageKind kind) =>
        Assert.Equal(kind, BinanceStreaming.Read(text, TestInstruments.Book(TestInstruments.Binance)).Value.Kind);

    [Theory]
    [InlineData("{\"success\":true,\"ret_msg\":\"\",\"op\":\"subscribe\"}", StreamMessageKind.Control)]
    [InlineData("{\"success\":false,\"ret_msg\":\"no such topic\",\"op\":\"subscribe\"}", StreamMessageKind.Refused)]
    [InlineData("{\"success\":true,\"ret_msg\":\"pong\",\"op\":\"ping\"}", StreamMessageKind.Heartbeat)]
    public void Stream_Bybit_TellsAnswersFromData(string text, StreamMessageKind kind) =>
        Assert.Equal(kind, BybitStreaming.Read(text, TestInstruments.Book(TestInstruments.Bybit)).Value.Kind);

    [Theory]
    [InlineData("pong", StreamMessageKind.Heartbeat)]
    [InlineData("{\"event\":\"subscribe\",\"arg\":{\"channel\":\"mark-price\"}}", StreamMessageKind.Control)]
    [InlineData("{\"event\":\"error\",\"code\":\"60012\",\"msg\":\"Invalid request\"}", StreamMessageKind.Refused)]
    [InlineData("{\"event\":\"error\",\"code\":\"60018\",\"msg\":\"Wrong URL or channel:index-tickers,instId:X-USD doesn't exist.\"}", StreamMessageKind.PartRefused)]
    [InlineData("{\"event\":\"error\",\"code\":\"60018\",\"msg\":\"channel:funding-rate,instId:X-USD-SWAP doesn't exist\"}", StreamMessageKind.PartRefused)]
    [InlineData("{\"event\":\"error\",\"code\":\"60018\",\"msg\":\"Wrong URL or channel:liquidation-orders,instType:SWAP doesn't exist.\"}", StreamMessageKind.Refused)]
    public void Stream_Okx_TellsAnswersFromData(string text, StreamMessageKind kind) =>
        Assert.Equal(kind, OkxStreaming.Read(text, TestInstruments.Book(TestInstruments.Okx), ParserCases.ReceivedUtc).Value.Kind);

    [Theory]
    [InlineData("{\"channel\":\"pong\"}", StreamMessageKind.Heartbeat)]
    [InlineData("{\"channel\":\"subscriptionResponse\",\"data\":{}}", StreamMessageKind.Control)]
    [InlineData("{\"channel\":\"error\",\"data\":\"Invalid subscription\"}", StreamMessageKind.Refused)]
    public void Stream_Hyperliquid_TellsAnswersFromData(string text, StreamMessageKind kind) => Assert.Equal(
        kind,
        HyperliquidStreaming.Read(text, TestInstruments.Book(TestInstruments.Hyperliquid), ParserCases.ReceivedUtc).Value.Kind);

    [Theory]
    [InlineData("pong", StreamMessageKind.Heartbeat)]
    [InlineData("{\"info\":\"Welcome\"}", StreamMessageKind.Control)]
    [InlineData("{\"success\":true,\"subscribe\":\"liquidation:XBTUSD\"}", StreamMessageKind.Control)]
    [InlineData("{\"error\":\"Unknown table\",\"status\":400}", StreamMessageKind.Refused)]
    public void Stream_BitMex_TellsAnswersFromData(string text, StreamMessageKind kind) => Assert.Equal(
        kind, BitMexStreaming.Read(text, TestInstruments.Book(TestInstruments.BitMex), ParserCases.ReceivedUtc).Value.Kind);

    private static string WithoutATrade(string open, string highAndLow, string close) =>
        "{\"timestamp\":\"2026-05-04T12:10:00.000Z\",\"symbol\":\"XBTUSD\","
        + $"\"open\":{open},\"high\":{highAndLow},\"low\":{highAndLow},\"close\":{close},\"trades\":0,\"volume\":0,\"vwap\":null,"
        + "\"lastSize\":null,\"turnover\":0,\"homeNotional\":0,\"foreignNotional\":0}";
}
