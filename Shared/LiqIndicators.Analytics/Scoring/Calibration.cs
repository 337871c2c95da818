using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Analytics.Scoring;

/// <summary>How told log-odds must be moved and stretched to come true.</summary>
/// <remarks>
/// Intercept: what must be added to all log-odds for their mean to come true, slope held at 1; 0 is perfect. Slope: of
/// the outcome's log-odds on those told; 1 is perfect, less is over-confidence. Log-odds and the fit to all observations
/// are kept, from which a resample is a step or two away.
/// </remarks>
public sealed class Calibration
{
    private static readonly double[] NoPenaltyOfOne = [1e-9];
    private static readonly double[] NoPenaltyOfTwo = [1e-9, 1e-9];

    private readonly double[] _logOdds;
    private readonly double[] _outcomes;
    private readonly double[] _intercept;
    private readonly double[] _line;

    /// <summary>Fits both to all observations.</summary>
    /// <param name="probabilities">In (0, 1).</param>
    /// <param name="outcomes">0 or 1; one per probability.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public Calibration(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> outcomes)
    {
        ProbabilityScore.Match(probabilities, outcomes);
        _outcomes = outcomes.ToArray();
        _logOdds = new double[probabilities.Length];
        for (int i = 0; i < _logOdds.Length; i++)
        {
            _logOdds[i] = LogisticRegression.LogOdds(probabilities[i]);
        }

        _intercept = LogisticRegression.Fit([], _outcomes, [], _logOdds, NoPenaltyOfOne);
        _line = LogisticRegression.Fit(_logOdds, _outcomes, [], [], NoPenaltyOfTwo);
    }

    /// <summary>Intercept over all observations.</summary>
    public double Intercept => _intercept[0];

    /// <summary>Slope over all observations.</summary>
    public double Slope => _line[1];

    /// <summary>Intercept of a resample; NaN when it holds events alone or none.</summary>
    /// <param name="weights">How often each observation counts.</param>
    public double InterceptOf(double[] weights) => HasBoth(weights)
        ? LogisticRegression.Fit([], _outcomes, weights, _logOdds, NoPenaltyOfOne, _intercept)[0]
        : double.NaN;

    /// <summary>Slope of a resample; NaN when it holds events alone or none.</summary>
    /// <param name="weights">How often each observation counts.</param>
    public double SlopeOf(double[] weights) => HasBoth(weights)
        ? LogisticRegression.Fit(_logOdds, _outcomes, weights, [], NoPenaltyOfTwo, _line)[1]
        : double.NaN;

    private bool HasBoth(double[] weights)
    {
        double events = 0;
        double total = 0;
        for (int i = 0; i < _outcomes.Length; i++)
        {
            events += weights[i] * _outcomes[i];
            total += weights[i];
        }

        return events > 0 && events < total;
    }
}
