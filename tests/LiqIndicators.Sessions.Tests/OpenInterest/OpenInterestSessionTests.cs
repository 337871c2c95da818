using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.OpenInterest;
using LiqIndicators.Sessions.Tests.Following;

namespace LiqIndicators.Sessions.Tests.OpenInterest;

public sealed class OpenInterestSessionTests : WindowSessionContract<OpenInterestReadings>
{
    protected override OpenInterestReadings None => OpenInterestReadings.None;

    // By the table of quadrants; a steady drift of one percent per bar lies far outside any dead band.
    [Theory]
    [InlineData(1.01, 1.01, 1)]
    [InlineData(0.99, 1.01, 2)]
    [InlineData(1.01, 0.99, 3)]
    [InlineData(0.99, 0.99, 4)]
    public void Regime_SteadyDrift_IsItsQuadrant(double priceStep, double openInterestStep, int regime)
    {
        WindowSession<OpenInterestReadings> session = Session(Drift(priceStep, openInterestStep));
        session.Advance(EndUtc);
        OpenInterestReadings readings = session.ReadingsAsOf(EndUtc);

        Assert.Equal(regime, readings.Regime);
        Assert.Equal(100 * (Math.Pow(openInterestStep, 24) - 1), readings.OpenInterestChangePct, tolerance: 1e-6);
        Assert.Equal(100 * (Math.Pow(priceStep, 24) - 1), readings.PriceChangePct, tolerance: 1e-6);
        double[] ribbon = [readings.LongBuildUp, readings.ShortBuildUp, readings.ShortCovering, readings.LongUnwinding];
        Assert.Equal(readings.OpenInterestChangePct, ribbon[regime - 1]);
        Assert.Equal(3, ribbon.Count(double.IsNaN));
    }

    [Fact]
    public void Draw_ConfirmedDivergences_StandWhereTheyBecameKnownAndNeverMove()
    {
        WindowSession<OpenInterestReadings> session = Session(Market);
        ChartDrawing drawing = new();
        List<ChartArrow> before = [];
        foreach (MarketBar bar in Market)
        {
            DateTime nowUtc = bar.TimeUtc + Hour;
            session.Advance(nowUtc);
            session.Draw(drawing, nowUtc, nowUtc, Hour);
            Assert.Equal(before, drawing.Arrows.Take(before.Count));
            Assert.All(drawing.Arrows.Skip(before.Count), arrow => Assert.Equal(nowUtc, arrow.TimeUtc));
            Assert.Equal(session.ReadingsAsOf(nowUtc).Confirmed != 0, drawing.Arrows.Count > before.Count);
            before = [.. drawing.Arrows];
        }

        Assert.NotEmpty(before);
    }

    // A wave of a day, each top higher than the last, while open interest falls throughout: a divergence a day.
    [Fact]
    public void Draw_ManyMoreDivergencesThanAreDrawn_KeepsTheNewest()
    {
        const int Days = 100;
        IReadOnlyList<MarketBar> waves =
        [
            .. Enumerable.Range(0, Days * 24).Select(i =>
            {
                double price = 100_000 * Math.Exp((0.02 * Math.Sin(2 * Math.PI * i / 24)) + (0.0002 * i));
                return Market[0] with
                {
                    TimeUtc = Market[0].TimeUtc + (i * Hour), Open = price, High = price, Low = price, Close = price, OpenInterestQuantity = 1000 * Math.Pow(0.999, i),
                };
            }),
        ];
        WindowSession<OpenInterestReadings> session = Session(waves);
        ChartDrawing drawing = new();
        List<DateTime> confirmedUtc = [];
        foreach (MarketBar bar in waves)
        {
            DateTime nowUtc = bar.TimeUtc + Hour;
            session.Advance(nowUtc);
            session.Draw(drawing, nowUtc, nowUtc, Hour);
            if (session.ReadingsAsOf(nowUtc).Confirmed != 0)
            {
                confirmedUtc.Add(nowUtc);
            }

            Assert.Equal(confirmedUtc.TakeLast(ChartDrawing.MostOfAKind), drawing.Arrows.Select(arrow => arrow.TimeUtc));
            Assert.Equal(drawing.Arrows.Count, drawing.Segments.Count);
        }

        Assert.Equal(60, drawing.Arrows.Count);
        Assert.InRange(confirmedUtc.Count, 80, Days);
    }

    [Fact]
    public void Draw_ArrowsSwitchedOff_IsEmpty()
    {
        OpenInterestSession session = new(new OpenInterestOptions { ShowsArrows = false }, new RecordedFeed("test", Market, Hour));
        session.Advance(EndUtc);
        ChartDrawing drawing = new();
        session.Draw(drawing, EndUtc, EndUtc, Hour);

        Assert.Empty(drawing.Arrows);
        Assert.Empty(drawing.Segments);
    }

    protected override WindowSession<OpenInterestReadings> Open(IMarketFeed feed) => new OpenInterestSession(new OpenInterestOptions(), feed);

    protected override double MainOf(OpenInterestReadings readings) => readings.DivergencePct;

    private static IReadOnlyList<MarketBar> Drift(double priceStep, double openInterestStep) =>
    [
        .. Market.Select((bar, i) =>
        {
            double price = 100_000 * Math.Pow(priceStep, i);
            return bar with { Open = price, High = price, Low = price, Close = price, OpenInterestQuantity = 1000 * Math.Pow(openInterestStep, i) };
        }),
    ];
}
