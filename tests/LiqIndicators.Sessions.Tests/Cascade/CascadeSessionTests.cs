using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Tests.Following;
using LiqIndicators.Simulation;

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
        session.Draw(drawing, EndUtc, EndUtc, Hour);
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
        Assert.All(drawing.Segments, segment => Assert.True(segment.EndUtc <= EndUtc + (6 * Hour)));
        Assert.Contains(
            session.Card(EndUtc).Lines,
            line => line.Value == FormattableString.Invariant($"to {readings.LongEndPrice:N2} / {readings.ShortEndPrice:N2}"));
    }

    [Fact]
    public void Draw_OldData_HasNoPathFromAPriceThatIsGone()
    {
        WindowSession<CascadeReadings> session = Session(Market);
        session.Advance(EndUtc);
        ChartDrawing drawing = new();
        session.Draw(drawing, EndUtc + (8 * Hour), EndUtc + (7 * Hour), Hour);

        Assert.True(drawing.IsStale);
        Assert.Empty(drawing.Segments);
    }

    [Fact]
    public void Score_CascadeMarket_RisesBeforeTheWorstHourAndIsLowOnOrdinaryDays()
    {
        MarketBar worst = Market.MaxBy(bar => bar.LiquidatedLongNotional);
        WindowSession<CascadeReadings> session = Session(Market);
        session.Advance(EndUtc);

        Assert.InRange(session.ReadingsAsOf(worst.TimeUtc).LongScore, 50, 100);
        Assert.InRange(session.ReadingsAsOf(worst.TimeUtc + Hour).LongScore, 90, 100);

        // The same market without shocks: half of its hours say that next to nothing is forced.
        IReadOnlyList<MarketBar> calm = MarketSimulation.Run(
            new SimulationOptions { Seed = 1001, Scenario = SimulationScenario.Calm, Days = 12, TruthIntervalHours = 168 }).Bars;
        WindowSession<CascadeReadings> quiet = Session(calm);
        quiet.Advance(EndUtc);
        double[] scores = [.. calm.Select(bar => quiet.ReadingsAsOf(bar.TimeUtc + Hour).Score).Where(score => !double.IsNaN(score)).Order()];
        Assert.InRange(scores[scores.Length / 2], 0, 10);
    }

    [Fact]
    public void Score_PrintsUnknown_IsOutOfTheMapAndTheCardSaysSo()
    {
        WindowSession<CascadeReadings> session = Session([.. Market.Select(bar => bar with
        {
            VolumeQuantity = double.NaN, LiquidatedLongNotional = double.NaN, LiquidatedShortNotional = double.NaN,
        })]);
        session.Advance(EndUtc);

        Assert.InRange(session.ReadingsAsOf(EndUtc).LongScore, 0.01, 30);
        Assert.Contains(
            session.Card(EndUtc).Lines, line => line.Value == "without printed liquidations, volume (1.5 open interests a day assumed), order book");
    }

    // The state machine's own tests hold which breakers hold when; here the words must follow its reading.
    [Fact]
    public void Card_UnderStress_SaysWhichBreakersHoldAndThatSpotIsNotKnown()
    {
        MarketBar worst = Market.MaxBy(bar => bar.LiquidatedLongNotional);
        WindowSession<CascadeReadings> session = Session(Market);
        session.Advance(worst.TimeUtc + Hour);

        string line = Assert.Single(session.Card(worst.TimeUtc + Hour).Lines, line => line.Value.StartsWith("breakers ", StringComparison.Ordinal)).Value;
        Assert.Matches("^breakers [0-4] of 4", line);
        Assert.Contains("(not known: spot bid)", line, StringComparison.Ordinal);

        WindowSession<CascadeReadings> calm = Session([.. Market.Take(60)]);
        calm.Advance(EndUtc);
        Assert.DoesNotContain(calm.Card(EndUtc).Lines, line => line.Value.StartsWith("breakers ", StringComparison.Ordinal));
    }

    [Fact]
    public void Book_KnownNow_MovesThePathAndTheTextButNoReading()
    {
        VenuesFeed feed = new(new RecordedFeed("test", Market, Hour));
        WindowSession<CascadeReadings> session = Open(feed);
        session.Advance(EndUtc);
        CascadeReadings without = session.ReadingsAsOf(EndUtc);
        ChartDrawing before = new();
        session.Draw(before, EndUtc, EndUtc, Hour);

        // One dollar of depth: whatever the shock liquidates carries the price through the whole map.
        feed.Book = new BookDepth(EndUtc, 2, 1, 1, 1e12);
        ChartDrawing after = new();
        session.Draw(after, EndUtc, EndUtc, Hour);

        Assert.True(after.Segments[1].EndPrice < 0.9 * before.Segments[1].EndPrice);
        Assert.Equal(1.02 * Market[^1].Close, after.Segments[3].EndPrice, tolerance: 1e-3 * Market[^1].Close);
        Assert.Equal(without, session.ReadingsAsOf(EndUtc));
        Assert.Contains(session.Card(EndUtc).Lines, line => line.Value.EndsWith(", book $1 / $1.0T in 1%", StringComparison.Ordinal));
        Assert.DoesNotContain(session.Card(EndUtc).Lines, line => line.Value.Contains("order book", StringComparison.Ordinal));
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
    public void Probabilities_BarsThatMakeUpNoHour_AreNotGivenAndTheCardSaysWhy()
    {
        CascadeSession session = new(new CascadeOptions(), new RecordedFeed("test", Market, TimeSpan.FromMinutes(45)));
        session.Advance(EndUtc);

        Assert.True(double.IsNaN(session.ReadingsAsOf(EndUtc).Long24Pct));
        Assert.Contains(session.Card(EndUtc).Lines, line => line.Value == "no probabilities: bars do not make up hours");
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
