using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.MarketData.Tests.Parsers;

internal static class TestPages
{
    public static readonly DateTime StartUtc = new(2026, 5, 4, 0, 0, 0, DateTimeKind.Utc);

    public static readonly SeriesPage OneDayOfFiveMinutes =
        new(TimeSpan.FromMinutes(5), new TimeRange(StartUtc, StartUtc.AddDays(1)));
}
