using LiqIndicators.Analytics.Streaming;

namespace LiqIndicators.Analytics.Statistics;

/// <summary>Intensity of a self-exciting process with an exponential kernel, at constant cost per event.</summary>
/// <remarks>
/// <c>lambda(t) = mu + sum_i a w_i exp(-b (t - t_i))</c> over the events up to and at <c>t</c>: the sum decays by
/// <c>exp(-b dt)</c> and grows by <c>a w</c>, so no event is kept. The branching ratio <c>n = a E[w] / b</c> is the
/// mean number of events that one event sets off; 1 and above does not settle.
/// </remarks>
public sealed class HawkesIntensity
{
    private readonly double _baselinePerHour;
    private readonly double _excitation;
    private readonly double _decayPerHour;
    private DateTime _asOfUtc = DateTime.MinValue;
    private double _sum;
    private long _cachedTicks;
    private double _cachedFactor = 1;

    /// <summary>Creates a process without events.</summary>
    /// <param name="baselinePerHour"><c>mu</c>; events per hour; at least 0.</param>
    /// <param name="excitation"><c>a</c>; events per hour that an event of weight 1 adds; at least 0.</param>
    /// <param name="decayPerHour"><c>b</c>; per hour; &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public HawkesIntensity(double baselinePerHour, double excitation, double decayPerHour)
    {
        _baselinePerHour = Guard.NotNegative(baselinePerHour);
        _excitation = Guard.NotNegative(excitation);
        _decayPerHour = Guard.Positive(decayPerHour);
    }

    /// <summary>Mean number of events set off by one: <c>a E[w] / b</c>.</summary>
    /// <param name="meanWeight"><c>E[w]</c>; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="meanWeight"/> is NaN or negative.</exception>
    public double BranchingRatio(double meanWeight) => _excitation * Guard.NotNegative(meanWeight) / _decayPerHour;

    /// <summary>Branching ratio from counts alone: <c>1 - sqrt(mean / variance)</c> of events per period.</summary>
    /// <remarks>Holds for periods long against the kernel. A variance below the mean gives 0: no excitation to be seen.</remarks>
    /// <param name="mean">Mean number of events per period; &gt; 0.</param>
    /// <param name="variance">Variance of that number; &gt; 0.</param>
    /// <returns>In [0, 1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or not above 0.</exception>
    public static double BranchingRatioOfCounts(double mean, double variance) =>
        Math.Max(0, 1 - Math.Sqrt(Guard.Positive(mean) / Guard.Positive(variance)));

    /// <summary>Intensity at a time, an event of that time included; changes nothing.</summary>
    /// <param name="timeUtc">Not before the last event.</param>
    /// <param name="weight"><c>w</c>; at least 0; 0 for no event.</param>
    /// <returns>Events per hour; at least <c>mu</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time goes backwards or the weight is NaN or negative.</exception>
    public double Preview(DateTime timeUtc, double weight) => _baselinePerHour + Decayed(timeUtc) + (_excitation * Guard.NotNegative(weight));

    /// <summary>Commits an event and gives the intensity at its time.</summary>
    /// <param name="timeUtc">Not before the last event.</param>
    /// <param name="weight"><c>w</c>; at least 0; 0 for no event.</param>
    /// <returns>Events per hour; at least <c>mu</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time goes backwards or the weight is NaN or negative.</exception>
    public double Update(DateTime timeUtc, double weight)
    {
        double intensity = Preview(timeUtc, weight);
        if (_asOfUtc != DateTime.MinValue)
        {
            long ticks = (timeUtc - _asOfUtc).Ticks;
            _cachedFactor = Factor(ticks);
            _cachedTicks = ticks;
        }

        _sum = intensity - _baselinePerHour;
        _asOfUtc = timeUtc;
        return intensity;
    }

    private double Decayed(DateTime timeUtc)
    {
        if (_asOfUtc == DateTime.MinValue)
        {
            Guard.Utc(timeUtc);
            return 0;
        }

        // Events of one time are one event in parts, so equal times pass.
        StreamingRun.Later(timeUtc, _asOfUtc.AddTicks(-1));
        return _sum * Factor((timeUtc - _asOfUtc).Ticks);
    }

    // Bars of one length need one exponential in all.
    private double Factor(long ticks) =>
        ticks == _cachedTicks ? _cachedFactor : Math.Exp(-_decayPerHour * ticks / TimeSpan.TicksPerHour);
}
