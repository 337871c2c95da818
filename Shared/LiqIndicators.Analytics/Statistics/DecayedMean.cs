namespace LiqIndicators.Analytics.Statistics;

/// <summary>Mean that forgets by half-life, free of the bias of its first value.</summary>
/// <remarks>
/// <c>sum(x_i 2^(-age_i / halfLife)) / sum(2^(-age_i / halfLife))</c> with ages in samples. A NaN is not a
/// measurement: it ages the mean and adds nothing.
/// </remarks>
public sealed class DecayedMean
{
    private readonly double _keep;
    private double _sum;
    private double _weight;

    /// <summary>Creates an empty mean.</summary>
    /// <param name="halfLifeSamples">Samples after which a weight has halved; &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="halfLifeSamples"/> is NaN or not above 0.</exception>
    public DecayedMean(double halfLifeSamples) => _keep = Math.Pow(2, -1 / Guard.Positive(halfLifeSamples));

    /// <summary>The mean; NaN before the first number.</summary>
    public double Value => _weight > 0 ? _sum / _weight : double.NaN;

    /// <summary>The mean after <see cref="Add"/> of the same number; changes nothing.</summary>
    public double Preview(double value)
    {
        if (double.IsNaN(value))
        {
            return Value;
        }

        return ((_sum * _keep) + value) / ((_weight * _keep) + 1);
    }

    /// <summary>Adds a number; NaN only ages the mean.</summary>
    public void Add(double value)
    {
        bool isMeasured = !double.IsNaN(value);
        _sum = (_sum * _keep) + (isMeasured ? value : 0);
        _weight = (_weight * _keep) + (isMeasured ? 1 : 0);
    }

    /// <summary>Recounts all that was added in another unit.</summary>
    /// <param name="factor">New numbers over old ones; &gt; 0.</param>
    public void Recount(double factor) => _sum *= factor;
}
