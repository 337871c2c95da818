namespace LiqIndicators.Terminal.Series;

/// <summary>One bar of a recording, built from bid prices.</summary>
/// <param name="TimeUtc">Opening time; <see cref="DateTimeKind.Utc"/>.</param>
/// <param name="Open">First price; quote currency per base unit.</param>
/// <param name="High">Highest price; quote currency per base unit.</param>
/// <param name="Low">Lowest price; quote currency per base unit.</param>
/// <param name="Close">Last price; quote currency per base unit.</param>
/// <param name="TickVolume">Count of ticks in the bar; at least 0.</param>
public readonly record struct RecordedBar(
    DateTime TimeUtc, double Open, double High, double Low, double Close, long TickVolume);
