namespace LiqIndicators.Analytics.Statistics;

/// <summary>Logistic regression by penalised maximum likelihood.</summary>
public static class LogisticRegression
{
    private const int MostSteps = 50;
    private const double Tolerance = 1e-11;

    /// <summary>Probability out of log-odds; in (0, 1) for finite ones.</summary>
    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>Log-odds of a probability; infinite at 0 and 1.</summary>
    public static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    /// <summary>Intercept and weights that minimise <c>-log likelihood + sum penalty_j weight_j^2 / 2</c>.</summary>
    /// <remarks>
    /// Newton's method with halved steps where a full one does not help. The problem is convex and, with penalties
    /// above 0, has one finite solution even for outcomes that the features separate.
    /// </remarks>
    /// <param name="features">Row-major, one row per outcome; finite.</param>
    /// <param name="outcomes">0 or 1, or counts share between them; one per row.</param>
    /// <param name="rowWeights">How often each row counts; at least 0; empty for once each.</param>
    /// <param name="offsets">Known part of the log-odds; empty for none.</param>
    /// <param name="penalties">One per weight after that of the intercept, which comes first; at least 0.</param>
    /// <param name="start">Where to begin, intercept first; empty for zero. Saves steps when a like problem has been solved.</param>
    /// <returns>The intercept, then one weight per feature.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or there are no rows.</exception>
    public static double[] Fit(
        ReadOnlySpan<double> features,
        ReadOnlySpan<double> outcomes,
        ReadOnlySpan<double> rowWeights,
        ReadOnlySpan<double> offsets,
        ReadOnlySpan<double> penalties,
        ReadOnlySpan<double> start = default)
    {
        int width = penalties.Length - 1;
        bool isWeighted = rowWeights.Length > 0;
        bool isOffset = offsets.Length > 0;
        if (outcomes.Length == 0
            || width < 0
            || features.Length != outcomes.Length * width
            || (isWeighted && rowWeights.Length != outcomes.Length)
            || (isOffset && offsets.Length != outcomes.Length)
            || (start.Length > 0 && start.Length != penalties.Length))
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{outcomes.Length} outcomes, {features.Length} features, {rowWeights.Length} row weights, {offsets.Length} offsets, {penalties.Length} penalties; expected at least one outcome, {width} features each, and one row weight and offset each or none."),
                nameof(features));
        }

        int size = width + 1;
        double[] weights = new double[size];
        start.CopyTo(weights);
        double[] trial = new double[size];
        double[] gradient = new double[size];
        double[] hessian = new double[size * size];
        double loss = Loss(features, outcomes, rowWeights, offsets, penalties, weights);
        for (int step = 0; step < MostSteps; step++)
        {
            Derive(features, outcomes, rowWeights, offsets, penalties, weights, gradient, hessian);
            Cholesky.Solve(hessian, gradient);
            double scale = 1;
            double trialLoss = double.PositiveInfinity;
            for (int halving = 0; halving < 30; halving++, scale /= 2)
            {
                for (int j = 0; j < size; j++)
                {
                    trial[j] = weights[j] - (scale * gradient[j]);
                }

                trialLoss = Loss(features, outcomes, rowWeights, offsets, penalties, trial);
                if (trialLoss <= loss)
                {
                    break;
                }
            }

            if (!(trialLoss <= loss))
            {
                break;
            }

            double gain = loss - trialLoss;
            trial.CopyTo(weights, 0);
            loss = trialLoss;
            if (gain <= Tolerance * (1 + Math.Abs(loss)))
            {
                break;
            }
        }

        return weights;
    }

    private static double Loss(
        ReadOnlySpan<double> features,
        ReadOnlySpan<double> outcomes,
        ReadOnlySpan<double> rowWeights,
        ReadOnlySpan<double> offsets,
        ReadOnlySpan<double> penalties,
        ReadOnlySpan<double> weights)
    {
        double loss = 0;
        int width = weights.Length - 1;
        for (int i = 0; i < outcomes.Length; i++)
        {
            double rowWeight = rowWeights.Length > 0 ? rowWeights[i] : 1;
            if (rowWeight == 0)
            {
                continue;
            }

            double logOdds = LogOddsOf(features.Slice(i * width, width), offsets.Length > 0 ? offsets[i] : 0, weights);
            double softPlus = logOdds > 0 ? logOdds + Math.Log(1 + Math.Exp(-logOdds)) : Math.Log(1 + Math.Exp(logOdds));
            loss += rowWeight * (softPlus - (outcomes[i] * logOdds));
        }

        for (int j = 0; j < weights.Length; j++)
        {
            loss += 0.5 * penalties[j] * weights[j] * weights[j];
        }

        return loss;
    }

    private static void Derive(
        ReadOnlySpan<double> features,
        ReadOnlySpan<double> outcomes,
        ReadOnlySpan<double> rowWeights,
        ReadOnlySpan<double> offsets,
        ReadOnlySpan<double> penalties,
        ReadOnlySpan<double> weights,
        Span<double> gradient,
        Span<double> hessian)
    {
        int size = weights.Length;
        int width = size - 1;
        gradient.Clear();
        hessian.Clear();
        for (int i = 0; i < outcomes.Length; i++)
        {
            ReadOnlySpan<double> row = features.Slice(i * width, width);
            double rowWeight = rowWeights.Length > 0 ? rowWeights[i] : 1;
            if (rowWeight == 0)
            {
                continue;
            }

            double probability = Probability(LogOddsOf(row, offsets.Length > 0 ? offsets[i] : 0, weights));
            double error = rowWeight * (probability - outcomes[i]);
            double curvature = rowWeight * probability * (1 - probability);
            for (int j = 0; j < size; j++)
            {
                double left = j == 0 ? 1 : row[j - 1];
                gradient[j] += error * left;
                for (int k = 0; k <= j; k++)
                {
                    hessian[(j * size) + k] += curvature * left * (k == 0 ? 1 : row[k - 1]);
                }
            }
        }

        for (int j = 0; j < size; j++)
        {
            gradient[j] += penalties[j] * weights[j];

            // Where all probabilities are at an end the curvature vanishes; a grain of it keeps the step finite.
            hessian[(j * size) + j] += penalties[j] + 1e-9;
        }
    }

    private static double LogOddsOf(ReadOnlySpan<double> row, double offset, ReadOnlySpan<double> weights)
    {
        double sum = offset + weights[0];
        for (int j = 0; j < row.Length; j++)
        {
            sum += weights[j + 1] * row[j];
        }

        return sum;
    }
}
