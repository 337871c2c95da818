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

    // Three venues of one market, one of which pays hourly. Weights 5, 3 and 2; per eight hours 0.01%, 0.03% and 8 x 0.005% = 0.04%.
    [Fact]
    public void Readings_SeveralVenues_AreWeightedByOpenInterestAndToldApart()
    {
        VenuesFeed feed = new(
            new RecordedFeed("test", Market, Hour),
            Venue("A", 5, 0.0001, 8, 0.0002, 0.003),
            Venue("B", 3, 0.0003, 8, 0.0002, 0.003),
            Venue("C", 2, 0.00005, 1, 0.00005, 0.04));
        WindowSession<FundingReadings> session = Open(feed);

        // Half of an eight-hour interval is over at 12:00, and all of an hourly one: the last rate moves half way, or not at all.
        DateTime noonUtc = Market[100].TimeUtc.Date.AddHours(12);
        session.Advance(noonUtc);
        FundingReadings readings = session.ReadingsAsOf(noonUtc);

        double mean = ((5 * 0.01) + (3 * 0.03) + (2 * 0.04)) / 10;
        Assert.Equal(mean, readings.RatePctPerEightHours, tolerance: 1e-9);
        Assert.Equal(((5 * 0.015) + (3 * 0.025) + (2 * 0.04)) / 10, readings.PredictedPctPerEightHours, tolerance: 1e-9);
        Assert.Equal(10, readings.CapPct, tolerance: 1e-9);
        double square = (5 * Math.Pow(0.01 - mean, 2)) + (3 * Math.Pow(0.03 - mean, 2)) + (2 * Math.Pow(0.04 - mean, 2));
        Assert.Equal(Math.Sqrt(square / 10), readings.DispersionPctPerEightHours, tolerance: 1e-9);
        string text = string.Join("  ", session.Card(noonUtc).Lines.Select(line => line.Value));
        Assert.Contains("next 0.0230%", text, StringComparison.Ordinal);
        Assert.Contains("venues +/- 0.0125%", text, StringComparison.Ordinal);
        Assert.Contains("10% of the cap", text, StringComparison.Ordinal);
        Assert.DoesNotContain("predicted rate", text, StringComparison.Ordinal);
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

    private static VenueBar Venue(string name, double openInterest, double rate, double hours, double running, double cap) =>
        new(name, double.NaN, openInterest, rate, hours, running, cap, double.NaN, double.NaN, double.NaN, double.NaN, false);
}
