using LiqIndicators.Terminal.Series;

namespace LiqIndicators.Terminal.Tests.Series;

/// <summary>The fixtures' formulas written over whole arrays, without the terminal.</summary>
internal static class SlowDefinitions
{
    internal static double[] SimpleAverage(double[] values, int periods) => values
        .Select((_, i) => i + 1 < periods ? double.NaN : values[(i + 1 - periods)..(i + 1)].Average())
        .ToArray();

    /// <summary>Starts from the first number; each new one weighs the given share.</summary>
    internal static double[] Smooth(double[] values, double weight)
    {
        double[] result = new double[values.Length];
        double state = double.NaN;
        for (int i = 0; i < values.Length; i++)
        {
            state = double.IsNaN(state) ? values[i] : (weight * values[i]) + ((1 - weight) * state);
            result[i] = state;
        }

        return result;
    }

    internal static double[] RelativeStrength(double[] values, int periods)
    {
        double[] changes = values.Select((value, i) => i == 0 ? double.NaN : value - values[i - 1]).ToArray();
        double[] gains = Smooth(changes.Select(c => double.IsNaN(c) ? c : Math.Max(c, 0)).ToArray(), 1.0 / periods);
        double[] losses = Smooth(changes.Select(c => double.IsNaN(c) ? c : Math.Max(-c, 0)).ToArray(), 1.0 / periods);
        return gains
            .Select((gain, i) => double.IsNaN(gain) ? double.NaN : losses[i] == 0 ? 100 : 100 * gain / (gain + losses[i]))
            .ToArray();
    }

    internal static (double[] Up, double[] Down) Supertrend(RecordedBar[] bars, int periods, double multiplier)
    {
        double[] ranges = bars
            .Select((bar, i) => i == 0
                ? bar.High - bar.Low
                : new[]
                {
                    bar.High - bar.Low,
                    Math.Abs(bar.High - bars[i - 1].Close),
                    Math.Abs(bar.Low - bars[i - 1].Close),
                }.Max())
            .ToArray();
        double[] average = Smooth(ranges, 1.0 / periods);
        double[] up = new double[bars.Length];
        double[] down = new double[bars.Length];
        double upper = double.NaN;
        double lower = double.NaN;
        bool isUp = true;
        for (int i = 0; i < bars.Length; i++)
        {
            double middle = (bars[i].High + bars[i].Low) / 2;
            double newUpper = middle + (multiplier * average[i]);
            double newLower = middle - (multiplier * average[i]);
            if (i > 0)
            {
                isUp = bars[i].Close > upper || (!(bars[i].Close < lower) && isUp);
                newUpper = newUpper < upper || bars[i - 1].Close > upper ? newUpper : upper;
                newLower = newLower > lower || bars[i - 1].Close < lower ? newLower : lower;
            }

            (upper, lower) = (newUpper, newLower);
            up[i] = isUp ? lower : double.NaN;
            down[i] = isUp ? double.NaN : upper;
        }

        return (up, down);
    }

    internal static double[] Fractals(RecordedBar[] bars) => bars
        .Select((bar, i) => i >= 2 && i < bars.Length - 2
            && new[] { i - 2, i - 1, i + 1, i + 2 }.All(other => bars[other].High < bar.High)
                ? bar.High
                : double.NaN)
        .ToArray();

    /// <summary>Closes of the hours that contain the bars, as they stand after the last of them.</summary>
    internal static (DateTime[] Opens, double[] Closes) Hours(IEnumerable<RecordedBar> bars)
    {
        IGrouping<DateTime, RecordedBar>[] hours = bars
            .GroupBy(bar => bar.TimeUtc.Date.AddHours(bar.TimeUtc.Hour))
            .ToArray();
        return (hours.Select(hour => hour.Key).ToArray(), hours.Select(hour => hour.Last().Close).ToArray());
    }

    internal static (double Top, double Bottom) Bands(double[] closes, int periods, double deviations)
    {
        if (closes.Length < periods)
        {
            return (double.NaN, double.NaN);
        }

        double[] window = closes[^periods..];
        double mean = window.Average();
        double deviation = Math.Sqrt(window.Sum(value => Math.Pow(value - mean, 2)) / periods);
        return (mean + (deviations * deviation), mean - (deviations * deviation));
    }
}
