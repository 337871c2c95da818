using LiqIndicators.Workbench.Record;

namespace LiqIndicators.Workbench.Tests.Record;

/// <summary>Which funding payments are missing, in hours since 1970.</summary>
public sealed class FundingGapsTests
{
    public static TheoryData<string, int[], (int, int)[]> Series => new()
    {
        { "nothing missing", [8, 16, 24, 32], [] },
        { "one missing", [8, 16, 32, 40], [(24, 32)] },
        { "two in a row missing", [8, 16, 40, 48], [(24, 40)] },
        { "every second one missing for a while", [4, 8, 12, 16, 24, 32, 36, 40, 44], [(20, 24), (28, 32)] },
        { "the venue goes from eight hours to four", [8, 16, 24, 32, 36, 40, 44, 48], [] },
        { "the venue goes from four hours to eight", [4, 8, 12, 16, 24, 32, 40], [] },
        { "from eight hours to one", [8, 16, 24, 25, 26, 27], [] },
        { "one missing after a change to four hours", [8, 16, 24, 28, 32, 40, 44, 48], [(36, 40)] },
        { "one missing before a change to four hours", [8, 16, 32, 40, 44, 48, 52], [(24, 32)] },
        { "a day missing in which the interval changed", [8, 16, 40, 44, 48], [(20, 40)] },
        { "a single payment", [8], [] },
    };

    [Theory]
    [MemberData(nameof(Series))]
    public void Of_PaymentsWithoutStatedInterval_AreHeldToWhatTheirNeighboursKeepTo(string name, int[] hours, (int, int)[] gaps)
    {
        Assert.NotEmpty(name);
        Assert.Equal(gaps, Gaps([.. hours.Select(hour => (hour, (int?)null))], 0, hours[^1] + 1));
    }

    [Fact]
    public void Of_PaymentsWithStatedInterval_AreHeldToIt() =>
        Assert.Equal([(20, 24), (28, 32)], Gaps([(8, 8), (16, 8), (24, 4), (32, 4), (36, 4)], 0, 37));

    // Eight hours after the last one and an hour for the venue to tell it.
    [Theory]
    [InlineData(33, false)]
    [InlineData(34, true)]
    [InlineData(50, true)]
    public void Of_PaymentOverdueAtTheEnd_IsMissing(int end, bool isMissing) =>
        Assert.Equal(isMissing ? [(32, end)] : [], Gaps([(8, null), (16, null), (24, null)], 0, end));

    [Fact]
    public void Of_NoPaymentAtAll_IsMissingOnceOneWasDue()
    {
        Assert.Equal([(3, 30)], Gaps([], 3, 30));
        Assert.Empty(Gaps([], 3, 12));
    }

    [Fact]
    public void Of_PaymentsThatComeMillisecondsLate_AreInTime() =>
        Assert.Empty(FundingGaps.Of([(Ms(8) + 41, null), (Ms(16), null), (Ms(24) + 900, null)], 0, Ms(25)));

    private static List<(int, int)> Gaps((int Hour, int? Interval)[] rows, int from, int to) =>
    [
        .. FundingGaps.Of([.. rows.Select(row => (Ms(row.Hour), (double?)row.Interval))], Ms(from), Ms(to))
            .Select(gap => ((int)(gap.From / Ms(1)), (int)(gap.To / Ms(1)))),
    ];

    private static long Ms(int hours) => hours * 3_600_000L;
}
