using LiqIndicators.Analytics.Scoring;
using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Analytics.Tests.Scoring;

public sealed class ProbabilityScoreTests
{
    private static readonly double[] Told = [0.9, 0.6, 0.4, 0.2];
    private static readonly double[] Seen = [1, 0, 1, 0];

    // By hand: (0.01 + 0.36 + 0.36 + 0.04) / 4; -(ln 0.9 + ln 0.4 + ln 0.4 + ln 0.8) / 4.
    [Fact]
    public void BrierAndLogLoss_FourHours_MatchHandCalculation()
    {
        Assert.Equal(0.1925, ProbabilityScore.Brier(Told, Seen), tolerance: 1e-12);
        Assert.Equal(0.5402709, ProbabilityScore.LogLoss(Told, Seen), tolerance: 1e-6);
        Assert.Equal(0.23, ProbabilityScore.Skill(0.1925, 0.25), tolerance: 1e-12);
    }

    // Ranked: event, none, event, none. Precision at the events: 1 and 2/3, each half of the recall.
    [Fact]
    public void PrecisionRecallArea_FourHours_MatchesHandCalculation() =>
        Assert.Equal((1 + (2.0 / 3)) / 2, ProbabilityScore.PrecisionRecallArea(Told, Seen), tolerance: 1e-12);

    [Fact]
    public void PrecisionRecallArea_AllTied_IsTheShareOfEvents() =>
        Assert.Equal(0.25, ProbabilityScore.PrecisionRecallArea([0.3, 0.3, 0.3, 0.3], [1, 0, 0, 0]), tolerance: 1e-12);

    // Twenty hours told 0.5 of which 5 happen: the log-odds must come down by ln 3.
    [Fact]
    public void CalibrationIntercept_ToldTwiceTooOften_IsMinusTheLogarithmOfThree()
    {
        double[] told = new double[20];
        double[] seen = new double[20];
        Array.Fill(told, 0.5);
        Array.Fill(seen, 1, 0, 5);

        Assert.Equal(-Math.Log(3), new Calibration(told, seen).Intercept, tolerance: 1e-6);
    }

    // Told 0.1 and 0.9 where 0.25 and 0.75 happen: log-odds +-ln 9 told, +-ln 3 seen, so the slope is one half.
    [Fact]
    public void CalibrationSlope_OverConfident_IsOneHalf()
    {
        double[] told = [0.1, 0.1, 0.1, 0.1, 0.9, 0.9, 0.9, 0.9];
        double[] seen = [1, 0, 0, 0, 1, 1, 1, 0];

        Assert.Equal(0.5, new Calibration(told, seen).Slope, tolerance: 1e-5);
        Assert.Equal(0, new Calibration(told, seen).Intercept, tolerance: 1e-6);
    }

    // The first half of the hours counted twice and the others not at all is the first half alone, doubled.
    [Fact]
    public void Calibration_OfAResample_IsThatOfItsHours()
    {
        double[] told = [0.2, 0.3, 0.6, 0.7, 0.4, 0.5];
        double[] seen = [0, 1, 0, 1, 1, 0];
        Calibration all = new(told, seen);
        Calibration half = new(told.AsSpan(0, 4), seen.AsSpan(0, 4));

        Assert.Equal(half.Slope, all.SlopeOf([2, 2, 2, 2, 0, 0]), tolerance: 1e-5);
        Assert.Equal(half.Intercept, all.InterceptOf([2, 2, 2, 2, 0, 0]), tolerance: 1e-5);
        Assert.True(double.IsNaN(all.SlopeOf([1, 0, 1, 0, 0, 1])));
    }

    [Fact]
    public void ExpectedCalibrationError_TenHoursInTenBins_IsTheMeanDistance()
    {
        double[] told = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];
        double[] seen = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];

        // 2 (0.05 + 0.15 + 0.25 + 0.35 + 0.45) / 10.
        Assert.Equal(0.25, ProbabilityScore.ExpectedCalibrationError(told, seen), tolerance: 1e-12);
    }

    // 24 hours: alarms at 2-3 (true), 6 (false), 9-11 (true at its end), 20-23 (false).
    [Fact]
    public void FalseAlarmsPerDay_RunsOfHours_CountsRunsWithoutAnEvent()
    {
        double[] told = new double[24];
        double[] seen = new double[24];
        foreach (int hour in new[] { 2, 3, 6, 9, 10, 11, 20, 21, 22, 23 })
        {
            told[hour] = 0.8;
        }

        seen[2] = 1;
        seen[11] = 1;
        seen[15] = 1;

        Assert.Equal(2, ProbabilityScore.FalseAlarmsPerDay(told, seen, 0.5), tolerance: 1e-12);
    }

    [Fact]
    public void ThresholdOfHalfRecall_FourEvents_TellsTwoOfThem()
    {
        double[] told = [0.1, 0.2, 0.3, 0.4, 0.9];
        double[] seen = [1, 1, 1, 1, 0];

        Assert.Equal(0.3, ProbabilityScore.ThresholdOfHalfRecall(told, seen));
        Assert.True(double.IsNaN(ProbabilityScore.ThresholdOfHalfRecall(told, new double[5])));
    }

    // Alarms 3-5 and 10; onsets at 6 (after three hours), 11 (after one) and 20 (missed): median of 180 and 60.
    [Fact]
    public void LeadTime_TwoOfThreeTold_IsTheMedianOfTheTold()
    {
        bool[] alarms = new bool[24];
        alarms[3] = alarms[4] = alarms[5] = alarms[10] = true;

        Assert.Equal(120, LeadTime.MedianMinutes(alarms, [6, 11, 20]));
        Assert.True(double.IsNaN(LeadTime.MedianMinutes(alarms, [20])));
        Assert.InRange(LeadTime.ShuffledMedianMinutes(alarms, 3, 200, 1), 60, 180);
    }

    // Ridge with one parameter: 8 hours, 2 events, penalty 4: a solves 8 p(a) - 2 + 4 a = 0, a = -0.345...
    [Fact]
    public void LogisticRegression_PenalisedIntercept_SolvesItsOwnEquation()
    {
        double a = LogisticRegression.Fit([], [1, 1, 0, 0, 0, 0, 0, 0], [], [], [4.0])[0];

        Assert.Equal(0, (8 * LogisticRegression.Probability(a)) - 2 + (4 * a), tolerance: 1e-6);
    }

    // A saturated table has a closed form: odds 1/3 at x = 0 and 3/1 at x = 1 give intercept -ln 3 and weight 2 ln 3.
    [Fact]
    public void LogisticRegression_TwoGroups_FindsTheLogOddsRatio()
    {
        double[] fit = LogisticRegression.Fit([0, 0, 0, 0, 1, 1, 1, 1], [1, 0, 0, 0, 1, 1, 1, 0], [], [], [0, 0]);

        Assert.Equal(-Math.Log(3), fit[0], tolerance: 1e-5);
        Assert.Equal(2 * Math.Log(3), fit[1], tolerance: 1e-5);
    }

    [Fact]
    public void LogisticRegression_WeightTwo_IsTheRowTwice()
    {
        double[] weighted = LogisticRegression.Fit([0.2, 0.9, 0.4], [0, 1, 1], [2, 1, 3], [], [0.1, 1]);
        double[] repeated = LogisticRegression.Fit([0.2, 0.2, 0.9, 0.4, 0.4, 0.4], [0, 0, 1, 1, 1, 1], [], [], [0.1, 1]);

        Assert.Equal(repeated[0], weighted[0], tolerance: 1e-6);
        Assert.Equal(repeated[1], weighted[1], tolerance: 1e-6);
    }

    [Fact]
    public void LogisticRegression_LengthsDiffer_SaysWhatWasExpected() =>
        Assert.Contains(
            "expected at least one outcome, 1 features each",
            Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([1, 2], [1], [], [], [0, 0])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void DayBlockBootstrap_MeanOfDays_HasTheSpreadOfDaysNotOfHours()
    {
        // 100 days, each all zeros or all ones: the standard error of the mean is 0.05, not 0.05 / sqrt(24).
        DateTime start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);
        DateTime[] times = new DateTime[2400];
        double[] values = new double[2400];
        for (int i = 0; i < 2400; i++)
        {
            times[i] = start.AddHours(i);
            values[i] = i / 24 % 2;
        }

        DayBlockBootstrap bootstrap = new(times, 2000, 5);
        Interval interval = bootstrap.Of(weights => values.Zip(weights, (v, w) => v * w).Sum() / weights.Sum());

        Assert.Equal(100, bootstrap.Days);
        Assert.Equal(0.5, interval.Value, tolerance: 1e-12);
        Assert.Equal(0.5 - (1.96 * 0.05), interval.Low, tolerance: 0.015);
        Assert.Equal(0.5 + (1.96 * 0.05), interval.High, tolerance: 0.015);
        Assert.True(interval.Contains(0.5));
    }

    // SplitMix64 from seed 1234567: the first outputs published with the algorithm.
    [Fact]
    public void SeededSequence_KnownSeed_GivesThePublishedNumbers()
    {
        SeededSequence sequence = new(1234567);

        Assert.Equal((6457827717110365317UL >> 11) * (1.0 / (1UL << 53)), sequence.Uniform());
        Assert.Equal((3203168211198807973UL >> 11) * (1.0 / (1UL << 53)), sequence.Uniform());
    }
}
