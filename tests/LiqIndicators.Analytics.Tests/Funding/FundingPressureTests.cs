using LiqIndicators.Analytics.Funding;
using LiqIndicators.Analytics.Streaming;
using LiqIndicators.Analytics.Tests.Contract;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Funding;

public sealed class FundingPressureTests : StreamingContract<FundingPressureInput, FundingPressureReading>
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);
    private static readonly FundingPressureOptions Quick = new() { WindowSamples = 60, MinimumSamples = 24 };

    [Fact]
    public void Update_VenuesOfDifferentIntervals_WeighsEightHourRatesByOpenInterest()
    {
        // 0.01% per 8 h on 300, 0.002% per hour on 100: (300 * 0.01% + 100 * 0.016%) / 400 = 0.0115% per 8 h.
        FundingPressureReading reading = new FundingPressure(Quick).Update(At(0, Venue(0.0001, 8, 300), Venue(0.00002, 1, 100)));

        Assert.Equal(0.000115, reading.RatePerEightHours, tolerance: 1e-15);
        Assert.Equal(0.000115 * 400 / 8, reading.SpendPerHour, tolerance: 1e-15);
        // sqrt(0.75 * 0.0015%^2 + 0.25 * 0.0045%^2) = 0.002598%.
        Assert.Equal(0.00002598076, reading.Dispersion, tolerance: 1e-11);
        Assert.Equal(FundingPayer.Longs, reading.Payer);
        // 0.0115% per 8 h is 12.5925% per year.
        Assert.Equal(12.5925, reading.AnnualRatePct, tolerance: 1e-9);
    }

    [Fact]
    public void Update_IntervalChangesInsideASeries_KeepsTheEightHourRate()
    {
        FundingPressure indicator = new(Quick);
        double before = indicator.Update(At(0, Venue(0.0008, 8, 1))).RatePerEightHours;
        double after = indicator.Update(At(1, Venue(0.0001, 1, 1))).RatePerEightHours;

        Assert.Equal(before, after, tolerance: 1e-15);
    }

    [Fact]
    public void Update_TwoHoursIntoTheInterval_PredictsAQuarterOfTheWay()
    {
        VenueFunding venue = Venue(0.0001, 8, 1) with { RunningFundingRate = 0.0005 };

        Assert.Equal(0.0002, new FundingPressure(Quick).Update(At(2, venue)).PredictedRatePerEightHours, tolerance: 1e-15);
    }

    [Fact]
    public void Update_ConstantRate_CumulatesToThePaymentsOfADayAWeekAndAMonth()
    {
        FundingPressure indicator = new(Quick);
        FundingPressureReading reading = default;
        for (int hour = 0; hour <= 720; hour++)
        {
            reading = indicator.Update(At(hour, Venue(0.0001, 8, 1)));
            Assert.Equal(hour < 24, double.IsNaN(reading.Cumulative1d));
            Assert.Equal(hour < 168, double.IsNaN(reading.Cumulative7d));
            Assert.Equal(hour < 720, double.IsNaN(reading.Cumulative30d));
        }

        Assert.Equal(0.0003, reading.Cumulative1d, tolerance: 1e-12);
        Assert.Equal(0.0021, reading.Cumulative7d, tolerance: 1e-12);
        Assert.Equal(0.009, reading.Cumulative30d, tolerance: 1e-12);
        Assert.False(reading.Lacks.HasFlag(FundingLacks.Cumulation));
    }

    [Fact]
    public void Update_HoleInTheFeed_LeavesTheDayUnknownInsteadOfCheap()
    {
        FundingPressure indicator = new(Quick);
        for (int hour = 0; hour <= 30; hour++)
        {
            indicator.Update(At(hour, Venue(0.0001, 8, 1)));
        }

        FundingPressureReading reading = indicator.Update(At(45, Venue(0.0001, 8, 1)));
        Assert.True(double.IsNaN(reading.Cumulative1d));
        Assert.True(reading.Lacks.HasFlag(FundingLacks.Cumulation));
    }

    [Fact]
    public void Update_WindowOfTwo_GivesAZScoreOfOne()
    {
        FundingPressure indicator = new(new FundingPressureOptions { WindowSamples = 2, MinimumSamples = 2 });
        indicator.Update(At(0, Venue(0.001, 8, 1)));

        Assert.Equal(1, indicator.Update(At(1, Venue(0.003, 8, 1))).ZScore, tolerance: 1e-9);
    }

    [Fact]
    public void Update_RateAtTheHourlyCap_HasAProximityOfOne()
    {
        VenueFunding near = Venue(0.001875, 8, 5) with { Cap = 0.00375 };
        VenueFunding at = Venue(-0.04, 1, 5) with { Cap = 0.04 };

        Assert.Equal(0.5, new FundingPressure(Quick).Update(At(0, near)).CapProximity, tolerance: 1e-12);
        Assert.Equal(1, new FundingPressure(Quick).Update(At(0, near, at)).CapProximity, tolerance: 1e-12);
    }

    [Fact]
    public void Update_FundingSpikes_CrowdsLongsAndReleasesThemLater()
    {
        FundingPressureReading[] readings = Swing(+1);

        Assert.Equal(FundingCrowd.Unknown, readings[0].Crowd);
        Assert.Equal(FundingCrowd.Neutral, readings[39].Crowd);
        Assert.Equal(FundingCrowd.CrowdedLongs, readings[41].Crowd);
        Assert.InRange(readings[41].Pressure, 60, 100);
        Assert.Equal(FundingCrowd.Neutral, readings[^1].Crowd);
    }

    [Fact]
    public void Update_MirroredFunding_MirrorsTheReading()
    {
        FundingPressureReading[] longs = Swing(+1);
        FundingPressureReading[] shorts = Swing(-1);

        for (int i = 0; i < longs.Length; i++)
        {
            Assert.Equal(longs[i].Pressure, -shorts[i].Pressure, tolerance: 1e-9);
            Assert.Equal(longs[i].SignRunSamples, -shorts[i].SignRunSamples);
        }

        Assert.Contains(shorts, reading => reading.Crowd == FundingCrowd.CrowdedShorts && reading.Payer == FundingPayer.Shorts);
    }

    [Fact]
    public void Update_AtTheSettlement_MarksTheShareThatPaid()
    {
        FundingPressure indicator = new(Quick);
        Assert.True(double.IsNaN(indicator.Update(At(6, Venue(0.0001, 8, 300), Venue(0.0001, 1, 100))).SettledShare));
        Assert.Equal(0.25, indicator.Update(At(7, Venue(0.0001, 8, 300), Venue(0.0001, 1, 100))).SettledShare);
        Assert.Equal(1, indicator.Update(At(8, Venue(0.0001, 8, 300), Venue(0.0001, 1, 100))).SettledShare);
    }

    [Fact]
    public void Update_NothingUsable_IsNaNAndSaysWhatIsMissing()
    {
        FundingPressureReading none = new FundingPressure(Quick).Update(At(0));
        Assert.True(double.IsNaN(none.RatePerEightHours));
        Assert.Equal(FundingPayer.Unknown, none.Payer);
        Assert.True(none.Lacks.HasFlag(FundingLacks.AnyRate));

        VenueFunding stale = Venue(0.0001, 8, 1) with { AsOfUtc = Start.AddHours(-20) };
        FundingPressureReading old = new FundingPressure(Quick).Update(
            new FundingPressureInput(Start, new[] { stale, Venue(double.NaN, 8, 1) }));
        Assert.True(double.IsNaN(old.RatePerEightHours));
        Assert.True(old.Lacks.HasFlag(FundingLacks.AnyRate | FundingLacks.FreshRate | FundingLacks.SomeRate));
    }

    [Fact]
    public void Update_NoOpenInterestAnywhere_CountsVenuesAlikeAndKnowsNoSpend()
    {
        FundingPressureReading reading = new FundingPressure(Quick).Update(
            At(0, Venue(0.0001, 8, double.NaN), Venue(0.0003, 8, double.NaN)));

        Assert.Equal(0.0002, reading.RatePerEightHours, tolerance: 1e-15);
        Assert.True(double.IsNaN(reading.SpendPerHour));
        Assert.True(reading.Lacks.HasFlag(FundingLacks.OpenInterest));
    }

    [Fact]
    public void Update_OpenInterestOfOneVenueOnly_LeavesTheOtherOut()
    {
        FundingPressureReading reading = new FundingPressure(Quick).Update(
            At(0, Venue(0.0001, 8, 50), Venue(0.0003, 8, double.NaN)));

        Assert.Equal(0.0001, reading.RatePerEightHours, tolerance: 1e-15);
        Assert.True(reading.Lacks.HasFlag(FundingLacks.OpenInterest));
    }

    [Fact]
    public void Constructor_ImpossibleOption_NamesIt()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new FundingPressure(new FundingPressureOptions { MinimumSamples = 1 }));
        Assert.Contains("MinimumSamples is 1; expected a number in [2, 336]", error.Message, StringComparison.Ordinal);
    }

    // The average of an eight-hour rate is what an hourly one adds up to, so the two eras must join without a jump in level.
    [SkippableFact]
    public void Update_HyperliquidHistory_CumulatesItsPayments()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        FundingPressure indicator = new(new FundingPressureOptions { SampleHours = 0.5 });
        FundingIntervalEstimator estimator = new();
        List<(DateTime PaidUtc, double Rate)> paid = [];
        foreach ((DateTime paidUtc, double rate) in
            FundingFiles.Read("data/hyperliquid/hyperliquid_BTC_1h-funding_rate.csv.gz").Take(1500))
        {
            double hours = estimator.Update(paidUtc);
            VenueFunding venue = new(paidUtc, rate, hours, 1, double.NaN, 0.04);
            FundingPressureReading reading = indicator.Update(new FundingPressureInput(paidUtc, new[] { venue }));
            paid.Add((paidUtc, rate));
            if (paid.Count > 900)
            {
                double week = paid.Where(p => p.PaidUtc > paidUtc.AddDays(-7)).Sum(p => p.Rate);
                Assert.Equal(week, reading.Cumulative7d, tolerance: 1e-4);
            }
        }
    }

    protected override IStreamingIndicator<FundingPressureInput, FundingPressureReading> Create() => new FundingPressure(Quick);

    protected override FundingPressureReading[] Run(IReadOnlyList<FundingPressureInput> series) => FundingPressure.Run(Quick, series);

    protected override double MainValue(FundingPressureReading reading) => reading.Pressure;

    protected override FundingPressureInput[] Series(int count)
    {
        SeededNoise noise = new(3);
        FundingPressureInput[] series = new FundingPressureInput[count];
        double rate = 0.0001;
        for (int i = 0; i < count; i++)
        {
            rate = (0.95 * rate) + (0.00004 * noise.Normal());
            series[i] = At(
                i,
                Venue(rate, 8, 300 + (10 * noise.Uniform())) with { RunningFundingRate = rate * 1.1, Cap = 0.003 },
                Venue(rate / 8, 1, 100) with { RunningFundingRate = rate / 9, Cap = 0.04 });
        }

        return series;
    }

    private static FundingPressureReading[] Swing(int sign)
    {
        FundingPressureInput[] series = new FundingPressureInput[80];
        for (int i = 0; i < series.Length; i++)
        {
            double rate = i is >= 40 and < 50 ? 0.0006 : 0.00002 + (0.00001 * Math.Sin(i));
            series[i] = At(i, Venue(sign * rate, 8, 1));
        }

        return FundingPressure.Run(Quick, series);
    }

    private static FundingPressureInput At(int hour, params VenueFunding[] venues) =>
        new(Start.AddHours(hour), Array.ConvertAll(venues, venue => venue with { AsOfUtc = Start.AddHours(hour) }));

    private static VenueFunding Venue(double rate, double intervalHours, double openInterestNotional) =>
        new(Start, rate, intervalHours, openInterestNotional, double.NaN, double.NaN);
}
