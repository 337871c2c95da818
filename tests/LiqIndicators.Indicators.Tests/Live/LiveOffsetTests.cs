using cAlgo.API;
using LiqIndicators.Terminal;

namespace LiqIndicators.Indicators.Tests.Live;

/// <summary>A broker whose price lies off the exchanges': levels stand where the broker's chart has them.</summary>
public sealed class LiveOffsetTests
{
    private const double Ratio = 1.0015;

    [Fact]
    public void Bands_BrokerOffBySomeBasisPoints_AreMovedByThatAndItIsShown()
    {
        (LiveTerminal plain, TerminalChart on, RunningAlgo<LiquidationBands> without) = Run(1);
        (LiveTerminal off, TerminalChart moved, RunningAlgo<LiquidationBands> with) = Run(Ratio);

        double[] expected = [.. Edges(on).Select(edge => Ratio * edge)];
        Assert.NotEmpty(expected);
        AssertClose(expected, Edges(moved));
        moved.Recording.Press(moved.Recording.FindControls<Button>().Last());
        Assert.Contains("+0.15% to broker's price", LiveTerminal.TextOn(moved), StringComparison.Ordinal);
        Assert.DoesNotContain("to broker's price", LiveTerminal.TextOn(on), StringComparison.Ordinal);
        Assert.Equal(Ratio * without.Outputs["Short cluster price"].LastValue, with.Outputs["Short cluster price"].LastValue, tolerance: 0.01);
        Assert.Empty(plain.Terminal.Errors.Concat(off.Terminal.Errors));
    }

    [Fact]
    public void Bands_OffsetSwitchedOff_StandAtTheVenuesPrices()
    {
        (LiveTerminal _, TerminalChart on, RunningAlgo<LiquidationBands> _) = Run(1);
        (LiveTerminal _, TerminalChart raw, RunningAlgo<LiquidationBands> _) = Run(Ratio, "Off");

        AssertClose(Edges(on), Edges(raw));
    }

    [Fact]
    public void Outputs_OffsetThatChanges_KeepWhatWasKnownThen()
    {
        DateTime changeUtc = LiveTerminal.StartUtc.AddDays(-10);
        LiveTerminal steady = new(ratio: Ratio);
        RunningAlgo<LiquidationBands> before = Attach(steady.Open(), steady);
        steady.Run(TimeSpan.FromSeconds(8));
        LiveTerminal changing = new(priceOf: timeUtc => timeUtc < changeUtc ? Ratio : 1.004);
        TerminalChart chart = changing.Open();
        RunningAlgo<LiquidationBands> after = Attach(chart, changing);
        changing.Run(TimeSpan.FromSeconds(8));

        int compared = 0;
        for (int i = 0; i < chart.Bars.Count && DateTime.SpecifyKind(chart.Bars.OpenTimes[i], DateTimeKind.Utc).AddHours(1) <= changeUtc; i++)
        {
            Assert.Equal(before.Outputs["Long cluster price"][i], after.Outputs["Long cluster price"][i]);
            compared += double.IsNaN(after.Outputs["Long cluster price"][i]) ? 0 : 1;
        }

        Assert.True(compared > 100, $"Only {compared} bars had a price.");
        Assert.NotEqual(before.Outputs["Long cluster price"].LastValue, after.Outputs["Long cluster price"].LastValue, tolerance: 1);
    }

    [Fact]
    public void Card_BrokerOfAnotherThing_SaysThatItsPriceDoesNotFollow()
    {
        LiveTerminal live = new(priceOf: timeUtc => 1 + (0.2 * Math.Sin(timeUtc.Ticks / (double)TimeSpan.FromHours(7).Ticks)));
        TerminalChart chart = live.Open();
        Attach(chart, live);
        live.Run(TimeSpan.FromSeconds(8));

        Assert.Contains("does not follow the venues'", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
    }

    private static (LiveTerminal Live, TerminalChart Chart, RunningAlgo<LiquidationBands> Bands) Run(double ratio, string shift = "Automatic")
    {
        LiveTerminal live = new(ratio: ratio);
        TerminalChart chart = live.Open();
        RunningAlgo<LiquidationBands> bands = Attach(chart, live, shift);
        live.Run(TimeSpan.FromSeconds(8));
        return (live, chart, bands);
    }

    private static RunningAlgo<LiquidationBands> Attach(TerminalChart chart, LiveTerminal live, string shift = "Automatic") =>
        live.Terminal.Attach<LiquidationBands>(chart, new Dictionary<string, object?>(LiveTerminal.TwoVenues)
        {
            ["Price offset"] = Enum.Parse<Sessions.Feeds.Opening.PriceShift>(shift),
        });

    private static double[] Edges(TerminalChart chart) =>
        [.. chart.Recording.DrawnObjects.OfType<ChartRectangle>().SelectMany(band => new[] { band.Y1, band.Y2 }).Order()];

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance: 0.01));
    }
}
