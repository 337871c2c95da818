using cAlgo.API;
using cAlgo.API.Hosting;

namespace LiqIndicators.Terminal.Series;

/// <summary>Which builder makes the bars of a time frame.</summary>
internal static class BarBuilders
{
    /// <exception cref="NotSupportedException">The recording is too coarse, or the kind of bar is not built here.</exception>
    internal static IBarBuilder For(TimeFrame timeFrame, string symbolName, TimeSpan interval, double pipSize)
    {
        if (timeFrame.Unit == TimeFrameUnit.Renko)
        {
            return new RenkoBuilder(timeFrame.Size * pipSize);
        }

        TimeBarBuilder bars = new(OpenTimes(timeFrame));
        if (Length(timeFrame) is { } length && (length < interval || length.Ticks % interval.Ticks != 0))
        {
            throw new NotSupportedException(
                $"{symbolName} is recorded in bars of {interval}; {timeFrame} cannot be built from them.");
        }

        return timeFrame.IsHeikinAshi ? new HeikinAshiBuilder(bars) : bars;
    }

    /// <summary>Length of a bar; null for months, which differ.</summary>
    internal static TimeSpan? Length(TimeFrame timeFrame) => timeFrame.Unit switch
    {
        TimeFrameUnit.Minute => TimeSpan.FromMinutes(timeFrame.Size),
        TimeFrameUnit.Hour => TimeSpan.FromHours(timeFrame.Size),
        TimeFrameUnit.Day => TimeSpan.FromDays(timeFrame.Size),
        TimeFrameUnit.Week => TimeSpan.FromDays(7 * timeFrame.Size),
        _ => null,
    };

    private static Func<DateTime, DateTime> OpenTimes(TimeFrame timeFrame)
    {
        if (timeFrame.Unit == TimeFrameUnit.Month)
        {
            return time => new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc);
        }

        // The first day of the calendar is a Monday, so weeks counted from it open on Mondays.
        long length = Length(timeFrame)?.Ticks ?? throw new NotSupportedException(
            $"{timeFrame} bars are not built from a recording of bars; use minutes to months, Heikin-Ashi or Renko.");
        return time => new DateTime(time.Ticks - (time.Ticks % length), DateTimeKind.Utc);
    }
}
