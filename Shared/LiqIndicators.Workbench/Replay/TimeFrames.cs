using cAlgo.API;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Replay;

/// <summary>The platform's time frame for a length of bar.</summary>
internal static class TimeFrames
{
    private static readonly Dictionary<TimeSpan, TimeFrame> ByLength = new()
    {
        [TimeSpan.FromMinutes(1)] = TimeFrame.Minute,
        [TimeSpan.FromMinutes(5)] = TimeFrame.Minute5,
        [TimeSpan.FromMinutes(15)] = TimeFrame.Minute15,
        [TimeSpan.FromMinutes(30)] = TimeFrame.Minute30,
        [TimeSpan.FromHours(1)] = TimeFrame.Hour,
        [TimeSpan.FromHours(4)] = TimeFrame.Hour4,
        [TimeSpan.FromHours(8)] = TimeFrame.Hour8,
        [TimeSpan.FromHours(12)] = TimeFrame.Hour12,
        [TimeSpan.FromDays(1)] = TimeFrame.Daily,
    };

    internal static TimeFrame Of(TimeSpan barLength) => ByLength.TryGetValue(barLength, out TimeFrame? timeFrame)
        ? timeFrame
        : throw new CommandException(
            $"bars of {barLength} cannot be shown on a chart; expected bars of {string.Join(", ", ByLength.Values.Select(frame => frame.Name))}.");
}
