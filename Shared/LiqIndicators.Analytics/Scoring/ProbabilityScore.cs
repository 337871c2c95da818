namespace LiqIndicators.Analytics.Scoring;

/// <summary>Scores of told probabilities against what happened.</summary>
public static class ProbabilityScore
{
    /// <summary>Mean squared error; 0 is perfect.</summary>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> outcomes)
    {
        Match(probabilities, outcomes);
        double sum = 0;
        for (int i = 0; i < outcomes.Length; i++)
        {
            double error = probabilities[i] - outcomes[i];
            sum += error * error;
        }

        return sum / outcomes.Length;
    }

    /// <summary>Mean of minus the logarithm of what was said about what happened; natural units.</summary>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> outcomes)
    {
        Match(probabilities, outcomes);
        double sum = 0;
        for (int i = 0; i < outcomes.Length; i++)
        {
            sum -= Math.Log(outcomes[i] > 0.5 ? probabilities[i] : 1 - probabilities[i]);
        }

        return sum / outcomes.Length;
    }

    /// <summary>Share of the reference's Brier score that is saved; 0 for none, negative for a loss.</summary>
    public static double Skill(double brier, double referenceBrier) => 1 - (brier / referenceBrier);

    /// <summary>Mean distance of told and seen over ten bins of equal count; a picture, not a proof: it passes empty models.</summary>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static double ExpectedCalibrationError(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> outcomes)
    {
        Match(probabilities, outcomes);
        const int bins = 10;
        double[] keys = probabilities.ToArray();
        double[] values = outcomes.ToArray();
        Array.Sort(keys, values);
        double sum = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            double told = 0;
            double seen = 0;
            for (int i = bin * keys.Length / bins; i < (bin + 1) * keys.Length / bins; i++)
            {
                told += keys[i];
                seen += values[i];
            }

            sum += Math.Abs(told - seen);
        }

        return sum / keys.Length;
    }

    /// <summary>Area under precision over recall (average precision); the share of events is that of a coin.</summary>
    /// <returns>In [0, 1]; NaN without events. Ties are taken together.</returns>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static double PrecisionRecallArea(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> outcomes)
    {
        Match(probabilities, outcomes);
        double[] keys = probabilities.ToArray();
        double[] values = outcomes.ToArray();
        Array.Sort(keys, values);
        double events = 0;
        foreach (double outcome in values)
        {
            events += outcome;
        }

        double area = 0;
        double hits = 0;
        for (int i = keys.Length - 1; i >= 0;)
        {
            double before = hits;
            int end = i;
            while (i >= 0 && keys[i] == keys[end])
            {
                hits += values[i];
                i--;
            }

            area += (hits - before) / events * (hits / (keys.Length - 1 - i));
        }

        return area;
    }

    /// <summary>Highest threshold at which at least half of the events are told.</summary>
    /// <returns>NaN without events.</returns>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static double ThresholdOfHalfRecall(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> outcomes)
    {
        Match(probabilities, outcomes);
        List<double> told = [];
        for (int i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] > 0.5)
            {
                told.Add(probabilities[i]);
            }
        }

        told.Sort();
        return told.Count == 0 ? double.NaN : told[told.Count / 2];
    }

    /// <summary>Alarms without an event per day: runs of hours at or above the threshold in which no event was coming.</summary>
    /// <param name="probabilities">One per hour, in time order.</param>
    /// <param name="outcomes">0 or 1.</param>
    /// <param name="threshold">From which on an alarm is on.</param>
    /// <returns>At least 0; NaN for a NaN threshold.</returns>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static double FalseAlarmsPerDay(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<double> outcomes, double threshold)
    {
        Match(probabilities, outcomes);
        if (double.IsNaN(threshold))
        {
            return double.NaN;
        }

        int alarms = 0;
        bool isOn = false;
        bool isTrue = false;
        for (int i = 0; i <= outcomes.Length; i++)
        {
            bool isOnNow = i < outcomes.Length && probabilities[i] >= threshold;
            if (isOn && !isOnNow && !isTrue)
            {
                alarms++;
            }

            isTrue = isOnNow && ((isOn && isTrue) || outcomes[i] > 0.5);
            isOn = isOnNow;
        }

        return alarms / (outcomes.Length / 24.0);
    }

    internal static void Match(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> outcomes)
    {
        if (probabilities.Length != outcomes.Length || outcomes.Length == 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{outcomes.Length} outcomes, {probabilities.Length} probabilities; expected as many of each, and at least one."),
                nameof(outcomes));
        }
    }
}
