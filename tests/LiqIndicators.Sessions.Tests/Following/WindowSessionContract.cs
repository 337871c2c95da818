using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Presentation;
using LiqIndicators.Simulation;

namespace LiqIndicators.Sessions.Tests.Following;

/// <summary>What every session behind an indicator with its own window promises.</summary>
/// <typeparam name="TReadings">Its readings.</typeparam>
public abstract class WindowSessionContract<TReadings>
    where TReadings : struct
{
    protected static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    protected static readonly IReadOnlyList<MarketBar> Market = MarketSimulation.Run(
        new SimulationOptions { Seed = 1001, Scenario = SimulationScenario.Cascade, Days = 12, TruthIntervalHours = 168 }).Bars;

    protected static readonly DateTime EndUtc = Market[^1].TimeUtc + Hour;

    protected abstract TReadings None { get; }

    protected abstract WindowSession<TReadings> Open(IMarketFeed feed);

    /// <summary>The number that must not be known without its inputs.</summary>
    protected abstract double MainOf(TReadings readings);

    protected WindowSession<TReadings> Session(IReadOnlyList<MarketBar> bars) => Open(new RecordedFeed("test", bars, Hour));

    [Fact]
    public void ReadingsAsOf_AnyTime_AreWhatAnEarlierSessionKnewThen()
    {
        WindowSession<TReadings> whole = Session(Market);
        whole.Advance(EndUtc);
        DateTime middleUtc = Market[2 * Market.Count / 3].TimeUtc.AddMinutes(30);
        WindowSession<TReadings> half = Session(Market);
        half.Advance(middleUtc);

        Assert.Equal(half.ReadingsAsOf(middleUtc), whole.ReadingsAsOf(middleUtc));
        Assert.NotEqual(whole.ReadingsAsOf(EndUtc), whole.ReadingsAsOf(middleUtc));
        Assert.False(double.IsNaN(MainOf(whole.ReadingsAsOf(middleUtc))));
        Assert.Equal(None, whole.ReadingsAsOf(Market[0].TimeUtc));
    }

    [Fact]
    public void Advance_InAnyStepsAndAgainFromTheStart_ComesToTheSameReadings()
    {
        WindowSession<TReadings> atOnce = Session(Market);
        atOnce.Advance(EndUtc);
        RestartingFeed feed = new(Market);
        WindowSession<TReadings> slowly = Open(feed);
        slowly.Advance(Market[100].TimeUtc);
        feed.Restart();
        for (DateTime timeUtc = Market[0].TimeUtc; timeUtc <= EndUtc; timeUtc += TimeSpan.FromMinutes(37))
        {
            slowly.Advance(timeUtc);
        }

        slowly.Advance(EndUtc);

        Assert.All(Market, bar => Assert.Equal(atOnce.ReadingsAsOf(bar.TimeUtc), slowly.ReadingsAsOf(bar.TimeUtc)));
    }

    [Fact]
    public void ReadingsAsOf_LongAfterTheLastBar_AreNone()
    {
        WindowSession<TReadings> session = Session(Market);
        session.Advance(EndUtc);

        Assert.NotEqual(None, session.ReadingsAsOf(EndUtc + (3 * Hour)));
        Assert.Equal(None, session.ReadingsAsOf(EndUtc + (3 * Hour) + TimeSpan.FromSeconds(1)));
        Assert.True(session.Card(EndUtc + (4 * Hour)).IsStale);
        Assert.Contains(session.Card(EndUtc + (4 * Hour)).Lines, line => line.Value == "STALE 4 h");
    }

    [Fact]
    public void Card_NoBars_SaysThatItWaits()
    {
        HudCard card = Session([]).Card(EndUtc);

        Assert.Contains(card.Lines, line => line.Value == "waiting for market data (test)" && line.Tone == HudTone.Warning);
    }

    [Fact]
    public void Readings_MarketOfPricesAlone_AreNaNAndNamedMissing()
    {
        WindowSession<TReadings> session = Session(PricesAlone(Market));
        session.Advance(EndUtc);

        Assert.All(Market, bar => Assert.True(double.IsNaN(MainOf(session.ReadingsAsOf(bar.TimeUtc)))));
        Assert.Contains(session.Card(EndUtc).Lines, line => line.Tone == HudTone.Warning && line.Value.StartsWith("missing: ", StringComparison.Ordinal));
    }

    protected static IReadOnlyList<MarketBar> PricesAlone(IReadOnlyList<MarketBar> bars) =>
    [
        .. bars.Select(bar => bar with
        {
            VolumeQuantity = double.NaN,
            OpenInterestQuantity = double.NaN,
            FundingRate = double.NaN,
            FundingIntervalHours = double.NaN,
            LiquidatedLongNotional = double.NaN,
            LiquidatedShortNotional = double.NaN,
        }),
    ];
}
