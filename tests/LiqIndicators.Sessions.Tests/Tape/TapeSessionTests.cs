using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Tape;
using LiqIndicators.Sessions.Tests.Following;

namespace LiqIndicators.Sessions.Tests.Tape;

public sealed class TapeSessionTests : WindowSessionContract<TapeReadings>
{
    protected override TapeReadings None => TapeReadings.None;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(24)]
    public void ReadingsOver_ChartBarsOfAnyLength_SumToTheMarket(int hours)
    {
        WindowSession<TapeReadings> session = Session(Market);
        session.Advance(EndUtc);
        double longs = 0;
        for (DateTime openUtc = Market[0].TimeUtc; openUtc < EndUtc; openUtc += hours * Hour)
        {
            longs += session.ReadingsOver(openUtc, openUtc + (hours * Hour)).LongNotional;
        }

        Assert.Equal(Market.Sum(bar => bar.LiquidatedLongNotional), longs, tolerance: 1);
    }

    [Fact]
    public void ReadingsOver_BarInWhichNothingWasPublished_HaveNoAmount()
    {
        WindowSession<TapeReadings> session = Session(Market);
        session.Advance(EndUtc);
        TapeReadings readings = session.ReadingsOver(EndUtc.AddMinutes(5), EndUtc.AddMinutes(10));

        Assert.True(double.IsNaN(readings.LongNotional));
        Assert.True(double.IsNaN(readings.PrintedLongs));
        Assert.False(double.IsNaN(readings.LongBurst));
    }

    // By hand: open interest falls from 1000 to 900 coins at 50,000 while price falls; 12% of 5,000,000 is forced, 80% of that longs.
    [Fact]
    public void Readings_NothingPrinted_AreAnEstimateAndSaySo()
    {
        MarketBar first = Market[0] with
        {
            Open = 51_000, High = 51_000, Low = 51_000, Close = 51_000, OpenInterestQuantity = 1000, LiquidatedLongNotional = double.NaN, LiquidatedShortNotional = double.NaN,
        };
        MarketBar second = first with { TimeUtc = first.TimeUtc + Hour, Low = 50_000, Close = 50_000, OpenInterestQuantity = 900 };
        WindowSession<TapeReadings> session = Session([first, second]);
        DateTime nowUtc = second.TimeUtc + Hour;
        session.Advance(nowUtc);
        TapeReadings readings = session.ReadingsOver(second.TimeUtc, nowUtc);

        Assert.Equal(1, readings.Estimate);
        Assert.Equal(-0.48, readings.EstimatedLongs, tolerance: 1e-9);
        Assert.Equal(0.12, readings.EstimatedShorts, tolerance: 1e-9);
        Assert.True(double.IsNaN(readings.PrintedLongs));
        Assert.Contains(session.Card(nowUtc).Lines, line => line.Value.StartsWith("ESTIMATE", StringComparison.Ordinal));
    }

    // A venue that prints one order per second tells 2.8 times too little; the other tells all: 2.8 x 10 + 5 and 2.8 x 2 + 1.
    [Fact]
    public void Readings_VenuesThatLeavePrintsOut_AreCorrectedEachByItsOwnFactor()
    {
        VenuesFeed feed = new(new RecordedFeed("test", Market, Hour), Venue("A", 10, 2, isSample: true), Venue("B", 5, 1, isSample: false));
        WindowSession<TapeReadings> session = Open(feed);
        session.Advance(EndUtc);
        TapeReadings readings = session.ReadingsAsOf(EndUtc);

        Assert.Equal(33, readings.LongNotional, tolerance: 1e-9);
        Assert.Equal(6.6, readings.ShortNotional, tolerance: 1e-9);
        Assert.Contains(session.Card(EndUtc).Lines, line => line.Value == "printed x 2.2 for under-reporting, A 85%");
    }

    protected override WindowSession<TapeReadings> Open(IMarketFeed feed) => new TapeSession(new TapeOptions(), feed);

    protected override double MainOf(TapeReadings readings) => readings.LongBurst;

    private static VenueBar Venue(string name, double longs, double shorts, bool isSample) =>
        new(name, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, longs, shorts, 1, 1, isSample);
}
