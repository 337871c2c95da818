using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.Fixtures;

/// <summary>A robot that trades when the test says so and writes down what the platform tells it.</summary>
[Robot(TimeZone = TimeZones.UTC, AccessRights = AccessRights.None)]
public class TradingBot : Robot
{
    public List<string> Events { get; } = [];

    protected override void OnStart()
    {
        Positions.Opened += arguments => Note("opened", arguments.Position);
        Positions.Modified += arguments => Note("modified", arguments.Position);
        Positions.Closed += arguments => Note($"closed {arguments.Reason}", arguments.Position);
    }

    protected override void OnError(Error error) => Events.Add($"error {error.Code}");

    private void Note(string what, Position position) =>
        Events.Add(FormattableString.Invariant($"{what} {position.Id} {position.VolumeInUnits}"));
}
