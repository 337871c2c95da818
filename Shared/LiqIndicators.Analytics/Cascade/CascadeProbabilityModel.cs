using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Analytics.Cascade;

/// <summary>How a model did where it was tried on hours that it had not seen.</summary>
/// <param name="Hours">Hours scored.</param>
/// <param name="Events">Hours of these that an event followed.</param>
/// <param name="EventDays">UTC days among these hours' days with an event.</param>
/// <param name="Brier">Mean squared error of the probability.</param>
/// <param name="Skill">One minus its Brier score over that of volatility alone; 0 for volatility alone.</param>
/// <param name="SkillLow">Lower end of the 95 % day-block interval of the skill.</param>
/// <param name="SkillHigh">Upper end.</param>
public readonly record struct CascadeModelScore(
    int Hours, int Events, int EventDays, double Brier, double Skill, double SkillLow, double SkillHigh);

/// <summary>Fitted probability that forced closes of one side come within a horizon; a versioned set of parameters.</summary>
/// <remarks>
/// Log-odds are <c>intercept + sum weight_j (x_j - mean_j) / scale_j</c>, each standardised feature held to [-4, 4] so that
/// nothing is told far outside of what was fitted. The event: some hour of the horizon has liquidations of the side above
/// their 97.5th percentile over the 720 hours before it, and price moves against the side by more than one deviation.
/// </remarks>
public sealed class CascadeProbabilityModel
{
    private const double MostDeviations = 4;

    private readonly double[] _means;
    private readonly double[] _scales;
    private readonly double[] _weights;
    private readonly double[] _perUnit;

    /// <summary>Creates a model.</summary>
    /// <param name="version">What was fitted and on what; not empty.</param>
    /// <param name="side">Side at risk.</param>
    /// <param name="horizonHours">Hours ahead; in [1, 168].</param>
    /// <param name="intercept">Log-odds at the means.</param>
    /// <param name="means">Mean of each feature; volatility alone or all of them.</param>
    /// <param name="scales">Deviation of each feature; &gt; 0.</param>
    /// <param name="weights">Log-odds per deviation of each feature.</param>
    /// <param name="score">How it did walk-forward.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The version is empty, or the lengths differ or fit no feature set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public CascadeProbabilityModel(
        string version,
        PositionSide side,
        int horizonHours,
        double intercept,
        IReadOnlyList<double> means,
        IReadOnlyList<double> scales,
        IReadOnlyList<double> weights,
        CascadeModelScore score)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(scales);
        ArgumentNullException.ThrowIfNull(weights);
        if (version.Length == 0)
        {
            throw new ArgumentException("version is empty; expected what was fitted and on what.", nameof(version));
        }

        bool isKnownWidth = weights.Count is CascadeFeatureSet.VolatilityCount or CascadeFeatureSet.Count;
        if (!isKnownWidth || means.Count != weights.Count || scales.Count != weights.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{weights.Count} weights, {means.Count} means, {scales.Count} scales; expected {CascadeFeatureSet.VolatilityCount} or {CascadeFeatureSet.Count} of each."),
                nameof(weights));
        }

        Version = version;
        Side = side;
        HorizonHours = Guard.InRange(horizonHours, 1, 168);
        Intercept = Guard.InRange(intercept, double.MinValue, double.MaxValue);
        _means = [.. means];
        _scales = [.. scales];
        _weights = [.. weights];
        foreach (double scale in _scales)
        {
            Guard.Positive(scale, nameof(scales));
        }

        _perUnit = Array.ConvertAll(_scales, scale => 1 / scale);
        Score = score;
    }

    /// <summary>What was fitted and on what.</summary>
    public string Version { get; }

    /// <summary>Side at risk.</summary>
    public PositionSide Side { get; }

    /// <summary>Hours ahead.</summary>
    public int HorizonHours { get; }

    /// <summary>Log-odds at the means.</summary>
    public double Intercept { get; }

    /// <summary>Mean of each feature.</summary>
    public IReadOnlyList<double> Means => _means;

    /// <summary>Deviation of each feature.</summary>
    public IReadOnlyList<double> Scales => _scales;

    /// <summary>Log-odds per deviation of each feature.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>How the fit did walk-forward.</summary>
    public CascadeModelScore Score { get; }

    /// <summary>Whether it looks at volatility alone.</summary>
    public bool IsVolatilityOnly => _weights.Length == CascadeFeatureSet.VolatilityCount;

    /// <summary>Probability of the event within the horizon.</summary>
    /// <returns>In (0, 1); NaN when a feature that it needs is not available.</returns>
    public double Probability(in CascadeFeatureSet features)
    {
        Span<double> row = stackalloc double[CascadeFeatureSet.Count];
        row = row[.._weights.Length];
        features.Fill(Side, HorizonHours, row);
        double logOdds = Intercept;
        for (int j = 0; j < row.Length; j++)
        {
            logOdds += _weights[j] * Math.Clamp((row[j] - _means[j]) * _perUnit[j], -MostDeviations, MostDeviations);
        }

        return LogisticRegression.Probability(logOdds);
    }

    /// <summary>Fits one set of weights to the hours of both sides whose outcome is known.</summary>
    /// <remarks>
    /// A fall forces longs by the same mechanics as a rise forces shorts, so the sides share their weights, with the
    /// features as each side sees them: twice the events for the same number of parameters.
    /// </remarks>
    /// <param name="version">What is fitted and on what.</param>
    /// <param name="side">Side that the model is to speak about.</param>
    /// <param name="horizonHours">Hours ahead.</param>
    /// <param name="features">One set per hour; those with a missing feature are left out.</param>
    /// <param name="longOutcomes">1 for an event, 0 for none, NaN for not known; one per hour.</param>
    /// <param name="shortOutcomes">The same for shorts.</param>
    /// <param name="volatilityOnly">Whether to look at volatility alone.</param>
    /// <returns>The model, without a score; null when no hour is complete.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static CascadeProbabilityModel? Fit(
        string version,
        PositionSide side,
        int horizonHours,
        ReadOnlySpan<CascadeFeatureSet> features,
        ReadOnlySpan<double> longOutcomes,
        ReadOnlySpan<double> shortOutcomes,
        bool volatilityOnly)
    {
        if (features.Length != longOutcomes.Length || features.Length != shortOutcomes.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{longOutcomes.Length} and {shortOutcomes.Length} outcomes; expected {features.Length} of each side, one per feature set."),
                nameof(longOutcomes));
        }

        int width = volatilityOnly ? CascadeFeatureSet.VolatilityCount : CascadeFeatureSet.Count;
        double[] rows = new double[2 * features.Length * width];
        double[] known = new double[2 * features.Length];
        int count = 0;
        for (int i = 0; i < features.Length; i++)
        {
            count += Take(features[i], PositionSide.Long, longOutcomes[i], count) ? 1 : 0;
            count += Take(features[i], PositionSide.Short, shortOutcomes[i], count) ? 1 : 0;
        }

        if (count == 0)
        {
            return null;
        }

        double[] means = new double[width];
        double[] scales = new double[width];
        Standardise(rows.AsSpan(0, count * width), means, scales);
        double[] fitted = LogisticRegression.Fit(
            rows.AsSpan(0, count * width), known.AsSpan(0, count), [], [], Penalties(width, horizonHours));
        return new CascadeProbabilityModel(
            version, side, horizonHours, fitted[0], means, scales, fitted[1..], default);

        bool Take(in CascadeFeatureSet set, PositionSide of, double outcome, int place)
        {
            Span<double> row = rows.AsSpan(place * width, width);
            set.Fill(of, horizonHours, row);
            double sum = outcome;
            foreach (double value in row)
            {
                sum += value;
            }

            known[place] = outcome;
            return !double.IsNaN(sum);
        }
    }

    /// <summary>The same parameters with a score.</summary>
    public CascadeProbabilityModel With(CascadeModelScore score) =>
        new(Version, Side, HorizonHours, Intercept, _means, _scales, _weights, score);

    // Neighbouring hours share most of their horizon and of their features, so a long horizon brings few independent
    // observations, and its weights are held the tighter.
    private static double[] Penalties(int width, int horizonHours)
    {
        double[] penalties = new double[width + 1];
        Array.Fill(penalties, 10 * horizonHours * Math.Sqrt(horizonHours));
        penalties[0] = 1e-6;
        return penalties;
    }

    private static void Standardise(Span<double> rows, Span<double> means, Span<double> scales)
    {
        int width = means.Length;
        int count = rows.Length / width;
        for (int j = 0; j < width; j++)
        {
            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                sum += rows[(i * width) + j];
            }

            double mean = sum / count;
            double squares = 0;
            for (int i = 0; i < count; i++)
            {
                double distance = rows[(i * width) + j] - mean;
                squares += distance * distance;
            }

            double scale = Math.Sqrt(squares / count);
            means[j] = mean;
            scales[j] = scale > 0 ? scale : 1;
            for (int i = 0; i < count; i++)
            {
                ref double cell = ref rows[(i * width) + j];
                cell = Math.Clamp((cell - means[j]) / scales[j], -MostDeviations, MostDeviations);
            }
        }
    }
}
