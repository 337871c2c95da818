using System.Globalization;

namespace LiqIndicators.Analytics.Streaming;

/// <summary>What all streaming indicators share: the loop over a series and the order of time.</summary>
public static class StreamingRun
{
    /// <summary>Readings of a whole series: a loop over <see cref="IStreamingIndicator{TInput, TOutput}.Update"/>.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The times do not increase, or a number is outside its range.</exception>
    public static TOutput[] Over<TInput, TOutput>(
        IStreamingIndicator<TInput, TOutput> indicator, IReadOnlyList<TInput> series)
        where TInput : struct
        where TOutput : struct
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(series);

        TOutput[] readings = new TOutput[series.Count];
        for (int i = 0; i < readings.Length; i++)
        {
            TInput sample = series[i];
            readings[i] = indicator.Update(sample);
        }

        return readings;
    }

    /// <summary>Accepts a UTC time later than the last committed one.</summary>
    /// <param name="timeUtc">Time of the new sample.</param>
    /// <param name="lastUtc">Time of the last committed sample; <see cref="DateTime.MinValue"/> before the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not UTC, or the time is not later.</exception>
    public static DateTime Later(DateTime timeUtc, DateTime lastUtc) =>
        Guard.Utc(timeUtc) > lastUtc ? timeUtc : throw NotLater(timeUtc, lastUtc);

    // Apart, because the text's making would keep the check from being inlined.
    private static ArgumentOutOfRangeException NotLater(DateTime timeUtc, DateTime lastUtc) => new(
        nameof(timeUtc), timeUtc, string.Create(CultureInfo.InvariantCulture, $"timeUtc is {timeUtc:O}; expected a time after {lastUtc:O}."));
}
