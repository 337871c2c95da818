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

    protected override WindowSession<TapeReadings> Open(IMarketFeed feed) => new TapeSession(new TapeOptions(), feed);

    protected override double MainOf(TapeReadings readings) => readings.LongBurst;
}
