using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.Fixtures;

/// <summary>A robot that writes down what happens to it, with the count of bars it saw then.</summary>
[Robot(TimeZone = TimeZones.UTC, AccessRights = AccessRights.None)]
public class ProbeBot : Robot
{
    public List<string> Events { get; } = [];

    protected override void OnStart()
    {
        Bars.BarClosed += _ => Note("Bars.BarClosed");
        Bars.BarOpened += _ => Note("Bars.BarOpened");
        Bars.Tick += arguments => Note($"Bars.Tick {(arguments.IsBarOpened ? "opened" : "same")}");
        Symbol.Tick += _ => Note("Symbol.Tick");
        Note("OnStart");
    }

    protected override void OnBarClosed() => Note("OnBarClosed");

    protected override void OnBar() => Note("OnBar");

    protected override void OnTick() => Note("OnTick");

    protected override void OnStop() => Note("OnStop");

    protected override void OnError(Error error) => Note($"OnError {error.Code}");

    private void Note(string what) => Events.Add(FormattableString.Invariant($"{what} {Bars.Count} {Bars.LastBar.Close}"));
}
