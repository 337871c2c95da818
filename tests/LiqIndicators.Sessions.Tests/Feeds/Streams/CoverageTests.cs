using LiqIndicators.Sessions.Feeds.Streams;

namespace LiqIndicators.Sessions.Tests.Feeds.Streams;

public sealed class CoverageTests
{
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Covers_BeforeBetweenAndAfterInterruptions_OnlyWhatWasHeard()
    {
        Coverage coverage = new();
        Hear(coverage, 0, 10);
        coverage.Interrupt();
        Hear(coverage, 12, 30);

        Assert.True(Covers(coverage, 0, 5));
        Assert.True(Covers(coverage, 5, 10));
        Assert.False(Covers(coverage, -1, 5));
        Assert.False(Covers(coverage, 5, 11));
        Assert.False(Covers(coverage, 9, 15));
        Assert.True(Covers(coverage, 12, 30));
        Assert.False(Covers(coverage, 25, 31));
        Assert.True(coverage.HasGapSince(Noon.AddMinutes(11)));
        Assert.False(coverage.HasGapSince(Noon.AddMinutes(12)));
    }

    [Fact]
    public void MayYetCover_EndNotHeardYet_OnlyWhileTheSameSpanGoesOn()
    {
        Coverage coverage = new();
        Hear(coverage, 0, 10);

        Assert.True(coverage.MayYetCover(Noon.AddMinutes(5), Noon.AddMinutes(11)));
        Assert.False(coverage.MayYetCover(Noon.AddMinutes(5), Noon.AddMinutes(10)));
        Assert.False(coverage.MayYetCover(Noon.AddMinutes(-1), Noon.AddMinutes(11)));
        coverage.Interrupt();
        Assert.False(coverage.MayYetCover(Noon.AddMinutes(5), Noon.AddMinutes(11)));
    }

    [Fact]
    public void HasGapSince_StreamThatNeverBroke_IsFalse()
    {
        Coverage coverage = new();
        Hear(coverage, 0, 60);

        Assert.False(coverage.HasGapSince(Noon.AddDays(-1)));
    }

    private static void Hear(Coverage coverage, int from, int to)
    {
        for (int minute = from; minute <= to; minute++)
        {
            coverage.Note(Noon.AddMinutes(minute));
        }
    }

    private static bool Covers(Coverage coverage, int from, int to) =>
        coverage.Covers(Noon.AddMinutes(from), Noon.AddMinutes(to));
}
