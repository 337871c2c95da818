namespace LiqIndicators.Terminal.Trading;

/// <summary>A span of each week in which the market is open; UTC. It may reach over the end of the week.</summary>
/// <param name="StartDay">Day it starts on.</param>
/// <param name="StartTime">Time of that day.</param>
/// <param name="EndDay">Day it ends on.</param>
/// <param name="EndTime">Time of that day.</param>
public sealed record OpenHours(DayOfWeek StartDay, TimeSpan StartTime, DayOfWeek EndDay, TimeSpan EndTime);
