using LiqIndicators.Analytics.Cascade;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Tests.Following;

namespace LiqIndicators.Sessions.Tests.Cascade;

public sealed class CascadeSessionTests : WindowSessionContract<CascadeReadings>
{
    protected override CascadeReadings None => CascadeReadings.None;

    [Fact]
    public void Draw_WithMapAndDepth_CarriesBothShocksFromThePriceOn()
    {
        WindowSession<CascadeReadings> session = Session(Market);
        session.Advance(EndUtc);
        ChartDrawing drawing = new();
        session.Draw(drawing, EndUtc, Hour);
        CascadeReadings readings = session.ReadingsAsOf(EndUtc);
        double price = Market[^1].Close;

        Assert.Equal(4, drawing.Segments.Count);
        Assert.Equal(price, drawing.Segments[0].StartPrice);
        Assert.Equal(price * 0.98, drawing.Segments[0].EndPrice, tolerance: 1e-6);
        Assert.Equal(readings.LongEndPrice, drawing.Segments[1].EndPrice);
        Assert.Equal(readings.ShortEndPrice, drawing.Segments[3].EndPrice);
        Assert.True(readings.LongEndPrice <= price * 0.98);
        Assert.True(readings.ShortEndPrice >= price * 1.02);
        Assert.InRange(readings.LongScore, 0, 100);
    }

    [Fact]
    public void Probabilities_HourlyBars_AreTheShippedModels()
    {
        WindowSession<CascadeReadings> session = Session(Market);
        session.Advance(EndUtc);
        CascadeProbabilityReading expected = CascadeProbabilities.Run(Market)[^1];
        CascadeReadings readings = session.ReadingsAsOf(EndUtc);

        Assert.Equal(100 * expected.Long24, readings.Long24Pct);
        Assert.Equal(100 * expected.Short1, readings.Short1Pct);
    }

    [Fact]
    public void Probabilities_OtherBars_AreNotGivenAndTheCardSaysWhy()
    {
        CascadeSession session = new(new CascadeOptions(), new RecordedFeed("test", Market, TimeSpan.FromMinutes(30)));
        session.Advance(EndUtc);

        Assert.True(double.IsNaN(session.ReadingsAsOf(EndUtc).Long24Pct));
        Assert.Contains(session.Card(EndUtc).Lines, line => line.Value == "no probabilities: bars are not hours");
    }

    [Fact]
    public void Phase_CascadeMarket_GoesThroughACascadeAndTellsEachChange()
    {
        WindowSession<CascadeReadings> session = Session(Market);
        session.Advance(EndUtc);
        CascadeReadings[] all = [.. Market.Select(bar => session.ReadingsAsOf(bar.TimeUtc + Hour))];

        Assert.Contains(all, readings => readings.Phase == 4 && !double.IsNaN(readings.Cascading));
        for (int i = 1; i < all.Length; i++)
        {
            Assert.Equal(all[i].HasChangedPhase == 1, !all[i].Phase.Equals(all[i - 1].Phase));
        }
    }

    protected override WindowSession<CascadeReadings> Open(IMarketFeed feed) => new CascadeSession(new CascadeOptions(), feed);

    protected override double MainOf(CascadeReadings readings) => readings.Score;
}
