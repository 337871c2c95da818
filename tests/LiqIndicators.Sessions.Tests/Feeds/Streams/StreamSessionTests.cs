using System.Globalization;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Streams;

namespace LiqIndicators.Sessions.Tests.Feeds.Streams;

/// <summary>One stream, message by message, on a clock that is set by hand.</summary>
public sealed class StreamSessionTests : IClock, IStreamTransport
{
    private const string Pong = "{\"success\":true,\"ret_msg\":\"pong\",\"op\":\"ping\"}";

    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    private readonly List<Line> _lines = [];
    private readonly List<string> _log = [];
    private readonly List<(DateTime FromUtc, DateTime ToUtc)> _heard = [];
    private readonly List<DateTime> _told = [];

    public DateTime NowUtc { get; private set; } = Noon;

    IStreamConnection IStreamTransport.Open(Uri address, IStreamListener listener)
    {
        Line line = new(listener);
        _lines.Add(line);
        return line;
    }

    [Fact]
    public void Stream_ThatAnswersPingsAndTellsNothing_IsNotHeardAndIsOpenedAgain()
    {
        StreamSession session = Opened(VenueId.Bybit);
        Tell(Tick());

        // The next data come an hour later: 3,600 seconds, a pong every 20.
        for (int second = 1; second < 3600; second++)
        {
            NowUtc = Noon.AddSeconds(second);
            session.Pump();
            _lines[^1].Open();
            if (second % 20 == 0)
            {
                Tell(Pong);
            }

            // The limit is 45 seconds.
            Assert.Equal(second <= 45, session.IsUp);
        }

        NowUtc = Noon.AddHours(1);
        session.Pump();
        _lines[^1].Open();
        Tell(Tick());

        Assert.True(session.IsUp);
        Assert.False(session.Coverage.Covers(Noon, Noon.AddSeconds(1)));
        Assert.Equal([(Noon, Noon), (Noon.AddHours(1), Noon.AddHours(1))], _heard);
        Assert.InRange(_lines.Count, 3600 / (46 + 75), 3600 / 46);
        Assert.All(_lines.SkipLast(1), line => Assert.True(line.IsClosed));
        // Once: nothing came in between that would make it news.
        Assert.Equal(["Bybit stream: no data for 45 s."], _log);
    }

    [Fact]
    public void Pause_OfTheHost_EndsTheSpanAtTheLastDataBefore()
    {
        StreamSession session = Opened(VenueId.Bybit);
        Tell(Tick());
        NowUtc = Noon.AddSeconds(10);
        Tell(Tick());

        // Nobody pumps for three hours; then a message that waited comes first.
        NowUtc = Noon.AddHours(3);
        Tell(Tick());
        NowUtc = Noon.AddHours(3).AddSeconds(5);
        Tell(Tick());

        Assert.True(session.Coverage.Covers(Noon, Noon.AddSeconds(10)));
        Assert.False(session.Coverage.Covers(Noon, Noon.AddSeconds(11)));
        Assert.False(session.Coverage.Covers(Noon.AddHours(1), Noon.AddHours(2)));
        Assert.True(session.Coverage.Covers(Noon.AddHours(3), Noon.AddHours(3).AddSeconds(5)));
        Assert.Equal((Noon.AddHours(3), Noon.AddHours(3).AddSeconds(5)), _heard[^1]);
    }

    [Fact]
    public void Pause_ShorterThanASilence_IsNone()
    {
        StreamSession session = Opened(VenueId.Bybit);
        Tell(Tick());
        NowUtc = Noon.AddSeconds(45);
        Tell(Tick());

        Assert.True(session.Coverage.Covers(Noon, Noon.AddSeconds(45)));
    }

    [Fact]
    public void Clock_SetBack_EndsTheSpanAndBeginsAnother()
    {
        StreamSession session = Opened(VenueId.Bybit);
        Tell(Tick());
        NowUtc = Noon.AddSeconds(10);
        Tell(Tick());

        NowUtc = Noon.AddMinutes(-30);
        Tell(Tick());
        NowUtc = Noon.AddMinutes(-20);
        session.Pump();

        Assert.Equal([(Noon, Noon), (Noon, Noon.AddSeconds(10)), (Noon.AddMinutes(-30), Noon.AddMinutes(-30))], _heard);
        Assert.False(session.Coverage.Covers(Noon.AddMinutes(-30), Noon));
        Assert.False(session.IsUp);
    }

    // Seconds after noon at which each message was sent; all are taken forty seconds after noon. One cannot be read, and before the next nothing is told.
    [Fact]
    public void Told_MessagesThatWaited_IsTheNewestTimeInThemSinceTheLastBreak()
    {
        Opened(VenueId.Okx);
        NowUtc = Noon.AddSeconds(40);
        foreach (int second in new[] { 5, 3, 9 })
        {
            Tell(Mark(Noon.AddSeconds(second)));
        }

        Tell("{");
        Tell("{\"arg\":{\"channel\":\"liquidation-orders\"},\"data\":[]}");
        Tell(Mark(Noon.AddSeconds(8)));
        Tell(Mark(Noon.AddHours(8)));

        Assert.Equal([5, 5, 9, 8, 8], _told.Select(toldUtc => (int)(toldUtc - Noon).TotalSeconds));
    }

    [Fact]
    public void Clock_SetBackWhileNothingComes_DoesNotKeepADeadStream()
    {
        StreamSession session = Opened(VenueId.Bybit);
        Tell(Tick());

        NowUtc = Noon.AddHours(-1);
        session.Pump();

        Assert.False(session.IsUp);
    }

    [Fact]
    public void Messages_ThatCannotBeRead_AreSaidOnceOfEachKind()
    {
        StreamSession session = Opened(VenueId.Bybit);
        for (int i = 0; i < 600; i++)
        {
            NowUtc = Noon.AddMilliseconds(100 * i);
            Tell(Tick());
            Tell("{\"topic\":\"tickers.BTCUSDT\",\"data\":{}}");
            Tell(i == 300 ? "{}" : Tick());
        }

        Assert.Equal(2, _log.Count);
        Assert.Contains("symbol is missing", _log[0], StringComparison.Ordinal);
        Assert.Contains("op is missing", _log[1], StringComparison.Ordinal);

        // A stream that was opened again says it again.
        _lines[^1].End();
        NowUtc = NowUtc.AddMinutes(2);
        session.Pump();
        _lines[^1].Open();
        Tell("{}");
        Tell("{}");
        Assert.Equal(["Bybit stream: closed: lost.", _log[1]], _log.Skip(2));
    }

    // Every message fails in another way: a log has an end all the same.
    [Fact]
    public void Messages_ThatCannotBeReadForEverOtherReasons_DoNotFloodTheLog()
    {
        Opened(VenueId.Bybit);
        for (int i = 1; i <= 600; i++)
        {
            Tell(new string('[', i % 30) + "\"" + new string('x', i));
        }

        Assert.InRange(_log.Count, 2, 16);
    }

    [Fact]
    public void Refusal_OfOneChannelBesideLiquidations_IsSaidOnceAndTheRestGoesOn()
    {
        const string Refused = "{\"event\":\"error\",\"code\":\"60018\",\"msg\":\"Wrong URL or channel:index-tickers,instId:BTC-USDT doesn't exist. Please use the correct URL.\",\"connId\":\"a\"}";
        StreamSession session = Opened(VenueId.Okx);
        Tell(Refused);
        Tell(Mark());
        NowUtc = Noon.AddSeconds(30);
        Tell(Refused);
        Tell(Mark());

        Assert.True(session.IsUp);
        Assert.Single(_lines);
        Assert.True(session.Coverage.Covers(Noon, Noon.AddSeconds(30)));
        Assert.Contains("channel:index-tickers,instId:BTC-USDT doesn't exist", Assert.Single(_log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VenueId.Okx, "{\"event\":\"error\",\"code\":\"60018\",\"msg\":\"Wrong URL or channel:liquidation-orders,instType:SWAP doesn't exist.\"}")]
    [InlineData(VenueId.Okx, "{\"event\":\"error\",\"code\":\"60012\",\"msg\":\"Invalid request: {\\\"op\\\":\\\"subscribe\\\",\\\"args\\\":[{\\\"channel\\\":\\\"index-tickers\\\"}]}\"}")]
    [InlineData(VenueId.Bybit, "{\"success\":false,\"ret_msg\":\"error:handler not found,topic:allLiquidation.BTCUSDT\",\"op\":\"subscribe\"}")]
    public void Refusal_OfLiquidationsOrOfEverything_IsTriedAgainLater(VenueId venue, string refusal)
    {
        StreamSession session = Opened(venue);
        Tell(refusal);
        Assert.True(_lines[0].IsClosed);

        session.Pump();
        Assert.Single(_lines);
        NowUtc = Noon.AddSeconds(2);
        session.Pump();
        Assert.Equal(2, _lines.Count);
        Assert.StartsWith($"{venue} stream: refused: ", Assert.Single(_log), StringComparison.Ordinal);
    }

    private StreamSession Opened(VenueId id)
    {
        Venue venue = VenueCatalog.Create(id, "");
        VenueInstrument instrument = new(id, id == VenueId.Okx ? "BTC-USDT-SWAP" : "BTCUSDT", "BTC", "USDT", ContractTerms.OneBaseUnit);
        StreamSession session = new(venue, venue.Stream([instrument])!, instrument, this, this, new Random(1), _log.Add)
        {
            Heard = (fromUtc, toUtc, toldUtc) =>
            {
                _heard.Add((fromUtc, toUtc));
                _told.Add(toldUtc);
            },
        };
        session.Pump();
        _lines[^1].Open();
        return session;
    }

    private void Tell(string text) => _lines[^1].Tell(text);

    private string Milliseconds() => Milliseconds(NowUtc);

    private static string Milliseconds(DateTime timeUtc) =>
        ((timeUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture);

    private string Tick() => $"{{\"topic\":\"tickers.BTCUSDT\",\"type\":\"delta\",\"data\":{{\"symbol\":\"BTCUSDT\",\"markPrice\":\"60000\"}},\"ts\":{Milliseconds()}}}";

    private string Mark() => Mark(NowUtc);

    private static string Mark(DateTime timeUtc) =>
        $"{{\"arg\":{{\"channel\":\"mark-price\",\"instId\":\"BTC-USDT-SWAP\"}},\"data\":[{{\"instId\":\"BTC-USDT-SWAP\",\"markPx\":\"60000\",\"ts\":\"{Milliseconds(timeUtc)}\"}}]}}";

    private sealed class Line(IStreamListener listener) : IStreamConnection
    {
        private bool _isOpen;

        public bool IsClosed { get; private set; }

        public void Open()
        {
            if (!_isOpen)
            {
                _isOpen = true;
                listener.Opened();
            }
        }

        // What comes after the end is heard by nobody, as a transport promises.
        public void Tell(string text)
        {
            if (!IsClosed)
            {
                listener.TextReceived(text);
            }
        }

        public void End()
        {
            IsClosed = true;
            listener.Closed("lost");
        }

        public void Send(string text)
        {
        }

        public void Close() => IsClosed = true;
    }
}
