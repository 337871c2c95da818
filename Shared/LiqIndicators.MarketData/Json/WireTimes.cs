namespace LiqIndicators.MarketData.Json;

/// <summary>Takes the jitter off times that stand for whole minutes or hours.</summary>
internal static class WireTimes
{
    /// <summary>The minute in which a time lies.</summary>
    public static DateTime FloorToMinute(DateTime timeUtc) => Floor(timeUtc, TimeSpan.TicksPerMinute);

    /// <summary>The hour in which a time lies.</summary>
    public static DateTime FloorToHour(DateTime timeUtc) => Floor(timeUtc, TimeSpan.TicksPerHour);

    private static DateTime Floor(DateTime timeUtc, long ticks) => timeUtc.AddTicks(-(timeUtc.Ticks % ticks));
}
