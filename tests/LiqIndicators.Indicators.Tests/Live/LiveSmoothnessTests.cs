using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Charting;

namespace LiqIndicators.Indicators.Tests.Live;

/// <summary>What each indicator costs the terminal while it follows a live feed: its timer runs each second, and the age of the data with it.</summary>
public sealed class LiveSmoothnessTests
{
    private const int Ticks = 5_000;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static TheoryData<Type, string?> Indicators => SmoothnessTests.Indicators;

    // Half a minute after a bar closed, its age is told in seconds: the card of the bands changes with each. No window tells an age.
    [Theory]
    [MemberData(nameof(Indicators))]
    public void Ticks_TwoMillisecondsApartForTenSeconds_WriteTheAgeOnceASecondAndNothingElse(Type type, string? mode)
    {
        LiveTerminal live = new();
        TerminalChart chart = live.Open();
        Dictionary<string, object?> inputs = new(LiveTerminal.TwoVenues);
        if (mode is not null)
        {
            inputs["Mode"] = Enum.Parse<Sessions.Bands.BandMode>(mode);
        }

        live.Terminal.Attach(chart, type, inputs);
        live.Run(LiveTerminal.StartUtc.Date.AddHours(12).AddMinutes(5).AddSeconds(35) - live.Terminal.NowUtc);
        double price = chart.Bars.LastBar.Close;
        string text = LiveTerminal.TextOn(chart);
        List<DateTime> writtenUtc = [];
        for (int tick = 0; tick < Ticks; tick++)
        {
            ChartActivity before = chart.Recording.Activity;
            live.Terminal.Tick(LiveTerminal.Symbol, live.Terminal.NowUtc + Step, price * (1 + (1e-6 * (tick % 100))));
            ChartActivity done = chart.Recording.Activity.Since(before);
            if (done.Changes > 0)
            {
                string now = LiveTerminal.TextOn(chart);
                Assert.Equal((1, 1), (done.Changes, done.ControlsUpdated));
                Assert.NotEqual(text, now);
                text = now;
                writtenUtc.Add(live.Terminal.NowUtc);
            }
        }

        Assert.Empty(live.Terminal.Errors);
        Assert.InRange(writtenUtc.Count, mode is null ? 0 : 9, mode is null ? 0 : 10);
        Assert.All(writtenUtc.Zip(writtenUtc.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Second - Step));
    }
}
