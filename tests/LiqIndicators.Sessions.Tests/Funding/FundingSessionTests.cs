using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Funding;
using LiqIndicators.Sessions.Tests.Following;

namespace LiqIndicators.Sessions.Tests.Funding;

public sealed class FundingSessionTests : WindowSessionContract<FundingReadings>
{
    protected override FundingReadings None => FundingReadings.None;

    // By hand: 0.01% per hour is 0.08% per eight hours, 24 x 365 x 0.01% = 87.6% a year, 0.24% a day.
    [Theory]
    [InlineData(0.0001, 1, 0.08, 87.6, 0.24)]
    [InlineData(0.0001, 8, 0.01, 10.95, 0.03)]
    [InlineData(-0.0002, 4, -0.04, -43.8, -0.12)]
    public void Readings_ConstantRate_AreRestatedByItsInterval(double rate, double hours, double perEight, double perYear, double paidInADay)
    {
        WindowSession<FundingReadings> session = Session([.. Market.Select(bar => bar with { FundingRate = rate, FundingIntervalHours = hours })]);
        session.Advance(EndUtc);
        FundingReadings readings = session.ReadingsAsOf(EndUtc);

        Assert.Equal(perEight, readings.RatePctPerEightHours, tolerance: 1e-9);
        Assert.Equal(perYear, readings.AnnualRatePct, tolerance: 1e-9);
        Assert.Equal(paidInADay, readings.Cumulative1dPct, tolerance: 1e-9);
        Assert.Equal(rate > 0, !double.IsNaN(readings.LongsPay));
        Assert.Equal(rate < 0, !double.IsNaN(readings.ShortsPay));
    }

    [Fact]
    public void Settlement_EightHourlyMarket_IsMarkedThreeTimesADay()
    {
        WindowSession<FundingReadings> session = Session([.. Market.Select(bar => bar with { FundingIntervalHours = 8 })]);
        session.Advance(EndUtc);
        DateTime dayUtc = Market[96].TimeUtc.Date;
        DateTime[] paidUtc = [.. Enumerable.Range(0, 24).Select(hour => dayUtc.AddHours(hour)).Where(timeUtc => session.ReadingsAsOf(timeUtc).Settlement == 0)];

        Assert.Equal([dayUtc, dayUtc.AddHours(8), dayUtc.AddHours(16)], paidUtc);
        Assert.Equal(0, session.ReadingsOver(dayUtc.AddHours(4), dayUtc.AddHours(8)).Settlement);
        Assert.True(double.IsNaN(session.ReadingsOver(dayUtc.AddHours(8), dayUtc.AddHours(8.5)).Settlement));
    }

    [Theory]
    [InlineData(1, 10, 8)]
    [InlineData(14, 0.5, 0)]
    [InlineData(14, 60, 61)]
    public void Open_OptionOutOfRange_IsRefused(int days, double crowded, double released) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FundingSession(
            new FundingOptions { WindowDays = days, CrowdedLevel = crowded, ReleasedLevel = released }, new RecordedFeed("test", Array.Empty<MarketBar>(), Hour)));

    protected override WindowSession<FundingReadings> Open(IMarketFeed feed) => new FundingSession(new FundingOptions(), feed);

    protected override double MainOf(FundingReadings readings) => readings.Pressure;
}
