using LiqIndicators.Analytics.Funding;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Funding;

public sealed class FundingIntervalEstimatorTests
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Update_EightHoursThenHourly_ChangesAtTheFirstShortGap() =>
        Assert.Equal([double.NaN, 8, 8, 1, 1], Intervals(0, 8, 16, 17, 18));

    [Fact]
    public void Update_OnePaymentLost_KeepsTheInterval() =>
        Assert.Equal([double.NaN, 1, 1, 1, 1], Intervals(0, 1, 3, 4, 5));

    [Fact]
    public void Update_LongerGapTwice_IsANewInterval() =>
        Assert.Equal([double.NaN, 1, 1, 8, 8], Intervals(0, 1, 9, 17, 25));

    [Fact]
    public void Update_SamePaymentReportedLate_IsNotANewOne() =>
        Assert.Equal([double.NaN, 1, 1, 1], Intervals(0, 1, 1.2, 2));

    [SkippableFact]
    public void Update_HyperliquidHistory_FindsEightHoursInTheFirstWeeksAndOneAfter()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        FundingIntervalEstimator estimator = new();
        List<(DateTime TimeUtc, double Hours)> intervals = [];
        foreach ((DateTime paidUtc, double _) in FundingFiles.Read("data/hyperliquid/hyperliquid_BTC_1h-funding_rate.csv.gz"))
        {
            intervals.Add((paidUtc, estimator.Update(paidUtc)));
        }

        // The file: 81 eight-hour gaps from 2023-05-12 to 2023-06-08, then hours, three of them lost.
        Assert.All(intervals.Skip(1).Take(81), row => Assert.Equal(8, row.Hours));
        Assert.All(intervals.Skip(83), row => Assert.Equal(1, row.Hours));
    }

    private static double[] Intervals(params double[] hours)
    {
        FundingIntervalEstimator estimator = new();
        return Array.ConvertAll(hours, hour => estimator.Update(Start.AddHours(hour)));
    }
}
