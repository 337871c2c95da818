using System.Globalization;
using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Rendering.Layout;

/// <summary>Chooses bars that open a round stretch of time: minutes, hours, days, months or years, UTC.</summary>
internal static class TimeTicks
{
    private static readonly int[] Minutes = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720];
    private static readonly int[] Days = [1, 2, 5, 10];
    private static readonly int[] Months = [1, 3, 6];
    private const int MinutesPerDay = 1440;

    /// <summary>Labels for the bars in sight.</summary>
    /// <param name="candles">All bars.</param>
    /// <param name="view">Bars in sight.</param>
    /// <param name="barWidth">Pixels per bar; &gt; 0.</param>
    /// <param name="leastGap">Pixels between neighbours; &gt; 0.</param>
    public static IReadOnlyList<TimeTick> For(IReadOnlyList<SceneCandle> candles, SceneView view, double barWidth, double leastGap)
    {
        int first = Math.Max(0, view.FirstBar);
        int last = Math.Min(candles.Count - 1, view.LastBar);
        if (last <= first)
        {
            return [];
        }

        double minutes = UsualMinutes(candles, first, last) * leastGap / barWidth;
        List<TimeTick> ticks = [];
        for (int bar = Math.Max(first, 1); bar <= last; bar++)
        {
            if (Label(candles[bar - 1].TimeUtc, candles[bar].TimeUtc, minutes) is not (string text, bool isMajor))
            {
                continue;
            }

            // Gaps in trading can bring two labels together: the larger unit wins.
            if (ticks.Count > 0 && (bar - ticks[^1].Bar) * barWidth < leastGap * 0.6)
            {
                if (!isMajor || ticks[^1].IsMajor)
                {
                    continue;
                }

                ticks.RemoveAt(ticks.Count - 1);
            }

            ticks.Add(new TimeTick(bar, text, isMajor));
        }

        return ticks;
    }

    private static (string Text, bool IsMajor)? Label(DateTime before, DateTime time, double minutes)
    {
        if (minutes <= Minutes[^1])
        {
            long step = Array.Find(Minutes, m => m >= minutes) * TimeSpan.TicksPerMinute;
            return before.Ticks / step == time.Ticks / step ? null
                : before.Date != time.Date ? (Write(time, "d MMM"), true)
                : (Write(time, "HH:mm"), false);
        }

        bool isNewMonth = before.Month != time.Month || before.Year != time.Year;
        if (minutes <= Days[^1] * MinutesPerDay)
        {
            int step = Array.Find(Days, d => d * MinutesPerDay >= minutes);

            // Counted within the month, and never close to its end: the first of a month is always labelled.
            bool isNewStretch = (before.Day - 1) / step != (time.Day - 1) / step && (step == 1 || time.Day <= 31 - step);
            return isNewMonth ? (Write(time, "MMM"), true)
                : before.Date != time.Date && isNewStretch ? (Write(time, "d MMM"), false)
                : null;
        }

        int months = Array.Find(Months, m => m * 30 * MinutesPerDay >= minutes);
        bool isNewYear = before.Year != time.Year;
        return isNewYear ? (Write(time, "yyyy"), true)
            : months > 0 && isNewMonth && (before.Month - 1) / months != (time.Month - 1) / months ? (Write(time, "MMM"), false)
            : null;
    }

    private static double UsualMinutes(IReadOnlyList<SceneCandle> candles, int first, int last)
    {
        List<double> steps = [];
        for (int bar = first + 1; bar <= last; bar++)
        {
            steps.Add((candles[bar].TimeUtc - candles[bar - 1].TimeUtc).TotalMinutes);
        }

        steps.Sort();
        return Math.Max(1.0 / 60, steps[steps.Count / 2]);
    }

    private static string Write(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
