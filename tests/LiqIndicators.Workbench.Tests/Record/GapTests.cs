using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.MarketData.Venues.Okx;
using LiqIndicators.Sessions.Feeds.Recorded;
using LiqIndicators.Sessions.Feeds.Streams;
using LiqIndicators.Workbench.Record;
using LiqIndicators.Workbench.Tests.Scoring;
using Newtonsoft.Json.Linq;

namespace LiqIndicators.Workbench.Tests.Record;

/// <summary>What could not be recorded is marked, through restarts, and unmarked when it comes after all.</summary>
public sealed class GapTests
{
    private static readonly DateTime MissingUtc = new(2026, 5, 3, 16, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Funding_PaymentThatTheVenueLeavesOut_IsMarkedThroughARestartUntilItIsTold()
    {
        using TemporaryFolder folder = new();
        using VirtualRecording recording = new(folder.PathOf("market.db"), new BinanceVenue());
        recording.Venues.Fault = WithoutPayment;
        recording.Run(TimeSpan.FromMinutes(20));
        (DateTime, DateTime)[] gap = [(MissingUtc, MissingUtc.AddHours(8))];
        Assert.Equal(gap, recording.Gaps("funding"));

        recording.Pause(TimeSpan.FromHours(3));
        recording.Run(TimeSpan.FromMinutes(20));
        Assert.Equal(gap, recording.Gaps("funding"));
        Assert.Empty(recording.Gaps("open_interest"));

        Tell(recording.Store, MissingUtc);
        GapBook.Refresh(recording.Store);
        Assert.Empty(recording.Gaps("funding"));
    }

    [Fact]
    public void Funding_VenueThatNeverAnswersForIt_IsMarkedFromTheFirstBarOn()
    {
        using TemporaryFolder folder = new();
        using VirtualRecording recording = new(folder.PathOf("market.db"), new BinanceVenue());
        recording.Venues.Fault = (request, _) => request.Source == "fundingRate" ? TransportReply.Answer(200, "[]") : null;

        recording.Run(TimeSpan.FromMinutes(20));

        (DateTime fromUtc, DateTime toUtc) = Assert.Single(recording.Gaps("funding"));
        Assert.InRange(toUtc - fromUtc, TimeSpan.FromHours(47), TimeSpan.FromHours(49));
    }

    // Minutes; rows of five minutes, and one an hour before 200.
    [Fact]
    public void OpenInterest_ByTheHour_IsOneGapAndNoOtherIs() => Assert.Equal(
        [(5, 200, true), (210, 215, false), (300, 355, false), (400, 455, false), (460, 500, false)],
        GapBook.Joined(Ms((5, 60), (65, 120), (125, 180), (185, 200), (210, 215), (300, 355), (400, 455), (460, 500)), 5 * 60_000)
            .Select(gap => (gap.From / 60_000, gap.To / 60_000, gap.IsByTheHour)));

    [Fact]
    public void OpenInterest_ThatAVenueKeepsByTheHour_IsMarkedOnceWithTheReason()
    {
        using TemporaryFolder folder = new();
        using VirtualRecording recording = new(folder.PathOf("market.db"), new OkxVenue(), TimeSpan.FromDays(8));

        recording.Run(TimeSpan.FromMinutes(40));

        (DateTime fromUtc, DateTime toUtc) = Assert.Single(recording.Gaps("open_interest"));
        Assert.InRange(fromUtc, VirtualRecording.StartUtc.AddDays(-8), VirtualRecording.StartUtc.AddDays(-8).AddHours(2));
        Assert.InRange(toUtc, VirtualRecording.StartUtc.AddDays(-5), VirtualRecording.StartUtc.AddDays(-5).AddHours(1));
        Assert.Equal(
            ["the venue keeps one row an hour of these times"],
            recording.Store.Read(new StoreCommand("SELECT reason FROM gaps WHERE series = 'open_interest'"), row => row.GetString(0)));
    }

    [Fact]
    public void OpenInterest_ReadAtEachClose_IsMarkedBeforeTheRecordingAndWhileItWasDown()
    {
        using TemporaryFolder folder = new();
        using VirtualRecording recording = new(folder.PathOf("market.db"), new HyperliquidVenue());
        recording.Run(TimeSpan.FromHours(1));
        (DateTime FromUtc, DateTime ToUtc) before = Assert.Single(recording.Gaps("open_interest"));
        Assert.InRange(before.ToUtc, VirtualRecording.StartUtc, VirtualRecording.StartUtc.AddMinutes(5));
        DateTime endUtc = recording.Time.NowUtc;

        recording.Pause(TimeSpan.FromMinutes(40));
        DateTime againUtc = recording.Time.NowUtc;
        recording.Run(TimeSpan.FromHours(1));

        List<(DateTime FromUtc, DateTime ToUtc)> gaps = recording.Gaps("open_interest");
        Assert.Equal(2, gaps.Count);
        Assert.Equal(before, gaps[0]);
        Assert.InRange(gaps[1].FromUtc, endUtc, endUtc.AddMinutes(5));
        Assert.InRange(gaps[1].ToUtc, againUtc, againUtc.AddMinutes(5));
        Assert.Empty(recording.Gaps("candles"));
        Assert.Empty(recording.Gaps("funding"));
    }

    [Fact]
    public void Recording_CoinMarginedContracts_KeepsCoinsAndDollarsWithoutAGap()
    {
        using TemporaryFolder folder = new();
        using VirtualRecording recording = new(folder.PathOf("market.db"), new BinanceCoinMVenue());

        recording.Run(TimeSpan.FromMinutes(30));

        VenueRecording kept = StoreReader.Recording(recording.Store, VenueId.BinanceCoinM, "BTCUSD_PERP");
        Assert.InRange(kept.OpenInterest.Count, 576, 600);
        Assert.All(kept.OpenInterest, row =>
        {
            long number = FakeMarket.NumberOf(row.TimeUtc);
            decimal coins = SimulatedVenues.Instance.OpenInterest(VenueId.BinanceCoinM, number);
            Assert.Equal(coins, row.Quantity);
            Assert.Equal((double)(coins * SimulatedVenues.Instance.Price(VenueId.BinanceCoinM, number)), (double)row.Notional!.Value, tolerance: 1);
        });
        Assert.InRange(kept.Funding.Count, 6, 8);
        foreach (string series in new[] { "candles", "open_interest", "funding", "liquidations" })
        {
            Assert.Empty(recording.Gaps(series));
        }
    }

    [Fact]
    public void OpenInterest_ThatStopsWhilePricesGoOn_IsMarkedToTheEnd()
    {
        using TemporaryFolder folder = new();
        using VirtualRecording recording = new(folder.PathOf("market.db"), new BinanceVenue());
        recording.Run(TimeSpan.FromMinutes(30));
        Assert.Empty(recording.Gaps("open_interest"));

        recording.Venues.Fault = (request, _) => request.Source == "openInterestHist" ? TransportReply.Answer(200, "[]") : null;
        DateTime stoppedUtc = recording.Time.NowUtc;
        recording.Run(TimeSpan.FromHours(2));

        (DateTime fromUtc, DateTime toUtc) = Assert.Single(recording.Gaps("open_interest"));
        Assert.InRange(fromUtc, stoppedUtc.AddMinutes(-5), stoppedUtc.AddMinutes(5));
        Assert.InRange(toUtc, recording.Time.NowUtc.AddMinutes(-6), recording.Time.NowUtc);
    }

    // It hangs for half a minute, as a stopped process does, and ends when it has taken three of the messages that wait for it.
    [Fact]
    public void Liquidations_ToldWhileTheRecorderHungUntilItsEnd_AreInAGap()
    {
        using TemporaryFolder folder = new();
        using VirtualRecording recording = new(folder.PathOf("market.db"), new BybitVenue());
        recording.Streams.TellsPrints = false;
        DateTime hangsUtc = VirtualRecording.StartUtc.AddMinutes(5);
        DateTime wakesUtc = hangsUtc.AddSeconds(30);
        int waiting = 0;
        recording.Streams.Disturb = (_, text) =>
            [(recording.Time.NowUtc < hangsUtc ? TimeSpan.Zero : wakesUtc - recording.Time.NowUtc + TimeSpan.FromMilliseconds(100 * waiting++), text)];
        List<FakeLiquidation> told = [];
        TellEachSecond(recording, VirtualRecording.StartUtc.AddMinutes(1), wakesUtc, told);

        recording.Run(wakesUtc.AddMilliseconds(250) - recording.Time.NowUtc);
        recording.Streams.Disturb = null;
        recording.Pause(TimeSpan.FromMinutes(2));
        TellEachSecond(recording, recording.Time.NowUtc.AddMinutes(1), recording.Time.NowUtc.AddMinutes(2), told);
        recording.Run(TimeSpan.FromMinutes(5));

        (int stored, _) = StoreCheck.LiquidationsAreWhole(recording.Store, VenueId.Bybit, told);
        Assert.InRange(stored, 240 + 60, 240 + 60 + 3);
        (DateTime fromUtc, DateTime toUtc) = Assert.Single(recording.Gaps("liquidations"));
        Assert.InRange(fromUtc, hangsUtc.AddSeconds(-4), hangsUtc);
        Assert.InRange(toUtc, wakesUtc.AddMinutes(2), wakesUtc.AddMinutes(3));
    }

    // The venue's answers say that its clock is right; its messages, that it is not.
    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public void Liquidations_ClockThatWasMeasuredWrong_MakesTheGapNoShorter(int seconds)
    {
        using TemporaryFolder folder = new();
        using VirtualRecording recording = new(folder.PathOf("market.db"), new BybitVenue());
        recording.Streams.TellsPrints = false;
        recording.Streams.Skew = TimeSpan.FromSeconds(seconds);
        recording.Run(TimeSpan.FromMinutes(5));
        DateTime endUtc = recording.Time.NowUtc + recording.Streams.Skew;

        recording.Pause(TimeSpan.FromMinutes(2));
        DateTime againUtc = recording.Time.NowUtc + recording.Streams.Skew;
        recording.Run(TimeSpan.FromMinutes(5));

        (DateTime fromUtc, DateTime toUtc) = Assert.Single(recording.Gaps("liquidations"));
        Assert.InRange(fromUtc, endUtc.AddSeconds(-8), endUtc - EventDelay.Longest);
        Assert.InRange(toUtc, againUtc, againUtc.AddSeconds(8));
    }

    // As OKX's funding rate without a time of its own carries that of the payment.
    [Fact]
    public void Liquidations_MessageWithATimeToCome_PutsOffNoSpan()
    {
        using TemporaryFolder folder = new();
        using VirtualRecording recording = new(folder.PathOf("market.db"), new BybitVenue());
        recording.Run(TimeSpan.FromMinutes(5));
        recording.Pause(TimeSpan.FromMinutes(2));
        DateTime againUtc = recording.Time.NowUtc;
        bool isFirst = true;
        recording.Streams.Disturb = (_, text) =>
        {
            JObject message = JObject.Parse(text);
            if (isFirst && message["ts"] is { } time)
            {
                isFirst = false;
                message["ts"] = (long)time + (long)TimeSpan.FromHours(8).TotalMilliseconds;
            }

            return [(TimeSpan.Zero, message.ToString())];
        };

        recording.Run(TimeSpan.FromMinutes(5));

        Assert.False(isFirst);
        Assert.InRange(Assert.Single(recording.Gaps("liquidations")).ToUtc, againUtc, againUtc.AddSeconds(8));
    }

    private static void TellEachSecond(VirtualRecording recording, DateTime fromUtc, DateTime toUtc, List<FakeLiquidation> told)
    {
        TimeSpan period = TimeSpan.FromSeconds(1);
        foreach (FakeLiquidation liquidation in FakeLiquidation.Between(period, fromUtc, toUtc))
        {
            told.Add(liquidation);
            recording.Time.At(liquidation.TimeUtc, () => recording.Streams.Push(VenueId.Bybit, liquidation));
        }
    }

    private static TransportReply? WithoutPayment(VenueRequest request, string right)
    {
        if (request.Source != "fundingRate")
        {
            return null;
        }

        JArray rows = JArray.Parse(right);
        long missing = (MissingUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        return TransportReply.Answer(200, new JArray(rows.Where(row => Math.Abs((long)row["fundingTime"]! - missing) > 1000)).ToString());
    }

    private static void Tell(RecordStore store, DateTime timeUtc)
    {
        StoreWriter writer = new(store, new VirtualTime(timeUtc));
        writer.Funding(
            new VenueInstrument(VenueId.Binance, "BTCUSDT", "BTC", "USDT", ContractTerms.OneBaseUnit),
            [new FundingRateRow(timeUtc, SimulatedVenues.Instance.Funding(FakeMarket.NumberOf(timeUtc)), null)]);
        writer.Flush();
    }

    private static IEnumerable<(long From, long To)> Ms(params (int From, int To)[] minutes) => minutes.Select(gap => (gap.From * 60_000L, gap.To * 60_000L));
}
