using System.Globalization;
using System.Web;
using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.MarketData.Venues.Okx;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;
using Newtonsoft.Json.Linq;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>A venue that keeps no history of open interest: it is read at each close and kept.</summary>
public sealed class LiveOnlyVenueTests
{
    [Fact]
    public void OpenInterest_OfAVenueWithoutHistory_IsReadAtEachClose()
    {
        VirtualTime time = new(Market.StartUtc);
        List<MarketBar> bars = [];
        List<string> log = [];
        LiveMarketFeed feed = new(
            Market.TwoDays,
            [VenueSymbols.SourceOf(new HyperliquidVenue(), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!],
            new FeedPorts(new Hyperliquid(time), new SilentStreams(), new MemoryBlobs(), time, log.Add));

        time.RunUntil(time.NowUtc.AddHours(2), () =>
        {
            feed.Pump();
            int generation = feed.Generation;
            while (feed.TryTake(time.NowUtc, out MarketBar bar))
            {
                if (feed.Generation != generation || (bars.Count > 0 && bar.TimeUtc <= bars[^1].TimeUtc))
                {
                    bars.Clear();
                }

                bars.Add(bar);
            }
        });

        long last = SyntheticMarket.NumberOf(bars[^1].TimeUtc);
        Assert.Equal(1, (double)SyntheticMarket.Instance.OpenInterest(VenueId.Binance, last + 1) / bars[^1].OpenInterestQuantity, tolerance: 1e-9);
        Assert.Equal((double)SyntheticMarket.Instance.Candle(VenueId.Binance, last).Close, bars[^1].Close);
        // Hourly rates, told as eight hours.
        Assert.Equal(8 * 0.0000125, bars[^1].FundingRate, tolerance: 1e-12);
        Assert.Equal(FeedQuality.NoLiquidations, feed.StatusAt(time.NowUtc).Quality);
        // The bars before the first reading have prices and no open interest: it is not known, and never zero.
        Assert.InRange(bars.Count, 576, 600);
        Assert.InRange(bars.Count(bar => double.IsNaN(bar.OpenInterestQuantity)), 570, 580);
        Assert.Single(log);
    }

    [Fact]
    public void Contract_OfAVenueThatStatesIt_IsReadBeforeAnyAmount()
    {
        VirtualTime time = new(Market.StartUtc);
        List<MarketBar> bars = [];
        LiveMarketFeed feed = new(
            Market.TwoDays,
            [VenueSymbols.SourceOf(new OkxVenue(), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!],
            new FeedPorts(new Okx(time), new SilentStreams(), new MemoryBlobs(), time, _ => { }));

        time.RunUntil(time.NowUtc.AddMinutes(30), () =>
        {
            feed.Pump();
            while (feed.TryTake(time.NowUtc, out MarketBar bar))
            {
                bars.Add(bar);
            }
        });

        // 3,000,000 contracts of 0.01 coins.
        Assert.Equal(30_000, bars[^1].OpenInterestQuantity, tolerance: 1e-6);
        Assert.Equal("BTC-USDT-SWAP", feed.Report()[0].Symbol);
    }

    [Fact]
    public void Contract_NotInTheVenuesList_TurnsTheVenueOffWithAReason()
    {
        VirtualTime time = new(Market.StartUtc);
        List<string> log = [];
        LiveMarketFeed feed = new(
            Market.TwoDays,
            [VenueSymbols.SourceOf(new OkxVenue(), SymbolResolver.Resolve(new BrokerSymbol("ETHUSD")))!],
            new FeedPorts(new Okx(time), new SilentStreams(), new MemoryBlobs(), time, log.Add));

        time.RunUntil(time.NowUtc.AddMinutes(5), feed.Pump);

        Assert.Equal(FeedSourceState.NotAvailable, feed.Report()[0].State);
        Assert.Contains("ETH-USDT-SWAP", Assert.Single(log), StringComparison.Ordinal);
        Assert.Equal(1, feed.RequestsSent);
        Assert.Equal(
            FeedQuality.Empty | FeedQuality.Stale, feed.StatusAt(time.NowUtc.AddMinutes(15)).Quality);
    }

    private sealed class SilentStreams : IStreamTransport
    {
        public IStreamConnection Open(Uri address, IStreamListener listener) => new Nothing();

        private sealed class Nothing : IStreamConnection
        {
            public void Send(string text)
            {
            }

            public void Close()
            {
            }
        }
    }

    private sealed class Okx(VirtualTime time) : IHttpTransport
    {
        public void Send(VenueRequest request, Action<TransportReply> completed) => time.After(
            TimeSpan.FromMilliseconds(50), () => completed(TransportReply.Answer(200, $"{{\"code\":\"0\",\"msg\":\"\",\"data\":[{Rows(request)}]}}")));

        private string Rows(VenueRequest request) => request.Source switch
        {
            "instruments" => "{\"instId\":\"BTC-USDT-SWAP\",\"instType\":\"SWAP\",\"ctType\":\"linear\",\"ctVal\":\"0.01\",\"ctMult\":\"1\",\"state\":\"live\"}",
            "candles" or "history-candles" => Candles(HttpUtility.ParseQueryString(request.Address.Query)),
            "open-interest" => "{\"instId\":\"BTC-USDT-SWAP\",\"oi\":\"3000000\",\"oiCcy\":\"30000\",\"ts\":\"1777896000000\"}",
            "mark-price" => "{\"instId\":\"BTC-USDT-SWAP\",\"markPx\":\"60000\",\"ts\":\"1777896000000\"}",
            "funding-rate" => "{\"instId\":\"BTC-USDT-SWAP\",\"fundingRate\":\"0.0001\",\"fundingTime\":\"1777910400000\",\"nextFundingTime\":\"1777939200000\"}",
            _ => "{\"fundingTime\":\"1777881600000\",\"realizedRate\":\"0.0001\"}",
        };

        private string Candles(System.Collections.Specialized.NameValueCollection query)
        {
            long now = (time.NowUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
            long first = (long.Parse(query["before"]!, CultureInfo.InvariantCulture) / 300_000) + 1;
            long last = Math.Min(long.Parse(query["after"]!, CultureInfo.InvariantCulture) - 1, now) / 300_000;
            return string.Join(',', Enumerable.Range(0, (int)(last - first + 1)).Select(i => last - i).Select(number =>
                string.Create(CultureInfo.InvariantCulture, $"[\"{number * 300_000}\",\"100\",\"101\",\"99\",\"100\",\"500\",\"5\",\"500\",\"{((number + 1) * 300_000 <= now ? 1 : 0)}\"]")));
        }
    }

    private sealed class Hyperliquid(VirtualTime time) : IHttpTransport
    {
        public void Send(VenueRequest request, Action<TransportReply> completed) => time.After(
            TimeSpan.FromMilliseconds(50), () => completed(TransportReply.Answer(200, Body(JObject.Parse(request.Body!)))));

        private string Body(JObject request) => (string?)request["type"] switch
        {
            "candleSnapshot" => Candles((long)request["req"]!["startTime"]!, (long)request["req"]!["endTime"]!),
            "fundingHistory" => Funding((long)request["startTime"]!, (long)request["endTime"]!),
            _ => Text($"[{{\"universe\":[{{\"name\":\"BTC\"}}]}},[{{\"funding\":\"0.0000125\",\"markPx\":\"60000\",\"oraclePx\":\"60000\",\"openInterest\":\"{SyntheticMarket.Instance.OpenInterest(VenueId.Binance, SyntheticMarket.NumberOf(time.NowUtc))}\"}}]]"),
        };

        private string Candles(long from, long to)
        {
            long last = Math.Min(to, (time.NowUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond);
            IEnumerable<string> rows = Enumerable.Range(0, (int)((last - from) / 300_000) + 1).Select(i =>
            {
                long number = (from / 300_000) + i;
                (decimal open, decimal high, decimal low, decimal close, decimal volume) = SyntheticMarket.Instance.Candle(VenueId.Binance, number);
                return Text($"{{\"t\":{number * 300_000},\"o\":\"{open}\",\"h\":\"{high}\",\"l\":\"{low}\",\"c\":\"{close}\",\"v\":\"{volume}\"}}");
            });
            return $"[{string.Join(',', rows)}]";
        }

        private string Funding(long from, long to)
        {
            long now = (time.NowUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
            IEnumerable<string> rows = Enumerable.Range(0, 500)
                .Select(i => (((from + 3_599_999) / 3_600_000) + i) * 3_600_000)
                .Where(payment => payment <= to && payment <= now)
                .Select(payment => Text($"{{\"fundingRate\":\"0.0000125\",\"time\":{payment + 41}}}"));
            return $"[{string.Join(',', rows)}]";
        }

        private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
