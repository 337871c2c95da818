using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.Sessions.Feeds.Recorded;
using LiqIndicators.Workbench.Record;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Record;

/// <summary>From the first whole bar of a recording on, every time in which a stream of liquidations was not heard is a gap.</summary>
/// <remarks>A recording begins at 6:02:30, with a history of two days that nobody can have listened to.</remarks>
public sealed class StreamGapTests : IDisposable
{
    private static readonly DateTime SixUtc = new(2026, 5, 4, 6, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Stream_HeardFromTheStart_IsNoGap()
    {
        using VirtualRecording recording = new(_folder.PathOf("market.db"), new BybitVenue());

        recording.Run(HalfAnHour);

        Assert.Empty(recording.Gaps("liquidations"));
    }

    // The first bar that begins after the start is that of 6:05, the last one that is closed at the end that of 6:25.
    [Fact]
    public void Stream_NeverHeard_IsMarkedFromTheFirstWholeBarToTheNewest()
    {
        using VirtualRecording recording = new(_folder.PathOf("market.db"), new BybitVenue());
        recording.Streams.IsShut = (_, _) => true;

        recording.Run(HalfAnHour);

        Assert.Equal([(SixUtc.AddMinutes(5), SixUtc.AddMinutes(30))], recording.Gaps("liquidations"));

        // The beginning stays what it was, also when the history is fetched again after a pause.
        recording.Pause(TimeSpan.FromHours(1));
        recording.Run(HalfAnHour);
        Assert.Equal([(SixUtc.AddMinutes(5), SixUtc.AddMinutes(120))], recording.Gaps("liquidations"));
    }

    [Fact]
    public void Stream_HeardLate_IsMarkedUpToItsFirstData()
    {
        using VirtualRecording recording = new(_folder.PathOf("market.db"), new BybitVenue());
        recording.Streams.IsShut = (_, nowUtc) => nowUtc < SixUtc.AddMinutes(12);

        recording.Run(HalfAnHour);

        (DateTime fromUtc, DateTime toUtc) = Assert.Single(recording.Gaps("liquidations"));
        Assert.Equal(SixUtc.AddMinutes(5), fromUtc);
        // It is tried again after a minute and a quarter at most.
        Assert.InRange(toUtc, SixUtc.AddMinutes(12), SixUtc.AddMinutes(13).AddSeconds(20));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Stream_ThatStaysDown_IsMarkedToTheNewestBar(bool answersPings)
    {
        using VirtualRecording recording = new(_folder.PathOf("market.db"), new BybitVenue());
        DateTime downUtc = SixUtc.AddMinutes(15);
        recording.Streams.IsShut = (_, nowUtc) => !answersPings && nowUtc >= downUtc;
        recording.Streams.OnlyAnswers = (_, nowUtc) => answersPings && nowUtc >= downUtc;
        recording.Time.At(downUtc, () => recording.Streams.Break(VenueId.Bybit));

        recording.Run(HalfAnHour);

        // It told something every two seconds, and what it told two seconds later may be missing.
        (DateTime fromUtc, DateTime toUtc) = Assert.Single(recording.Gaps("liquidations"));
        Assert.InRange(fromUtc, downUtc.AddSeconds(-5), downUtc.AddSeconds(-2));
        Assert.Equal(SixUtc.AddMinutes(30), toUtc);
    }

    // A minute without data at the end is no gap yet: the stream may only be about to be opened again.
    [Fact]
    public void Stream_ThatBreaksShortlyBeforeTheEnd_IsNotMarkedYet()
    {
        using VirtualRecording recording = new(_folder.PathOf("market.db"), new BybitVenue());
        DateTime downUtc = SixUtc.AddMinutes(29).AddSeconds(30);
        recording.Streams.IsShut = (_, nowUtc) => nowUtc >= downUtc;
        recording.Time.At(downUtc, () => recording.Streams.Break(VenueId.Bybit));

        recording.Run(TimeSpan.FromMinutes(28));

        Assert.Empty(recording.Gaps("liquidations"));
    }

    // Seconds; bars of 300 from 600 on. Two seconds before the end of a span a message may not have come yet.
    [Fact]
    public void NotHeardIn_SpansByHand_AreTheTimesBetweenBeforeAndAfter()
    {
        Assert.Equal([(600, 700), (998, 1000), (1098, 1200)], Gaps([(700, 1000), (1000, 1100)], 600, 900));
        Assert.Equal([(998, 1000)], Gaps([(500, 1000), (1000, 1142)], 600, 900));
        // Heard before the recording is known to have begun, as in a store of an older version.
        Assert.Equal([(1998, 3000)], Gaps([(500, 2000), (3000, 4000)]));
        // A span of a single message, and one by a clock that was set back.
        Assert.Equal([(700, 800)], Gaps([(700, 700), (800, 801)]));
        Assert.Empty(Gaps([(700, 1000), (900, 1100)]));
        Assert.Empty(Gaps([]));
    }

    [Fact]
    public void Stream_WithoutLiquidations_HasNoGapsOfThem()
    {
        using VirtualRecording recording = new(_folder.PathOf("market.db"), new HyperliquidVenue());
        recording.Run(HalfAnHour);
        recording.Pause(TimeSpan.FromMinutes(40));
        recording.Run(HalfAnHour);

        Assert.Empty(recording.Gaps("liquidations"));
        VenueRecording kept = StoreReader.Recording(recording.Store, VenueId.Hyperliquid, "BTC");
        Assert.Empty(kept.Heard);
        Assert.All(RecordedBars.Of([kept], TimeSpan.FromMinutes(5), []), bar => Assert.True(double.IsNaN(bar.LiquidatedLongNotional)));
    }

    private static List<(long, long)> Gaps((long From, long To)[] spans, params long[] bars) =>
    [
        .. GapBook.NotHeardIn([.. spans.Select(span => (span.From * 1000, span.To * 1000))], [.. bars.Select(bar => bar * 1000)], 300_000)
            .Select(gap => (gap.From / 1000, gap.To / 1000)),
    ];
}
