using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map;

/// <summary>The figures of one side.</summary>
internal sealed class SideScoring
{
    private readonly ScoredSide _side;
    private readonly IReadOnlyList<MarketBar> _bars;
    private readonly RulePredictions _ours;
    private readonly IReadOnlyList<RulePredictions> _others;
    private readonly BlockRegression _regression;
    private readonly double[] _gains;
    private readonly double[] _coefficients;
    private readonly double _controlsR2;
    private readonly Interval[] _intervals;

    public SideScoring(
        ScoredSide side,
        IReadOnlyList<MarketBar> bars,
        int days,
        RulePredictions ours,
        IReadOnlyList<RulePredictions> others,
        ulong seed)
    {
        _side = side;
        _bars = bars;
        _ours = ours;
        _others = others;

        List<double[]> candidates = new() { side.Regressor(ours.Notionals(side.Side)) };
        candidates.AddRange(others.Select(rule => side.Regressor(rule.Notionals(side.Side))));
        candidates.AddRange(ours.Placebos.Select(placebo => side.Regressor(placebo[(int)side.Side])));
        _regression = new BlockRegression(side.Days, days, side.Controls, side.Outcome, candidates);
        _gains = new double[candidates.Count];
        _coefficients = new double[candidates.Count];

        int[] all = new int[days];
        Array.Fill(all, 1);
        _controlsR2 = _regression.Fit(all, _gains, _coefficients);

        // Figure 0 is our gain, figure i our gain less that of rule i: one set of resamples pairs them.
        double[] gains = new double[candidates.Count];
        _intervals = BlockBootstrap.Intervals(
            days,
            1 + others.Count,
            (counts, figures) =>
            {
                _regression.Fit(counts, gains);
                figures[0] = gains[0];
                for (int i = 1; i < figures.Length; i++)
                {
                    figures[i] = gains[0] - gains[i];
                }
            },
            seed: seed);
    }

    /// <summary>The score of our map.</summary>
    /// <param name="fewestHoursOfMonth">Months with fewer hours have no gain of their own.</param>
    public SideScore Score(int fewestHoursOfMonth)
    {
        double[] predicted = _side.Pick(_ours.Notionals(_side.Side));
        LiquidationEstimate[] estimates = _side.Pick(_ours.Estimates[(int)_side.Side]);
        bool isCalibrated = estimates.All(estimate => !double.IsNaN(estimate.Notional));
        (double intercept, double slope) = isCalibrated
            ? Association.Line(estimates.Select(estimate => estimate.Notional).ToArray(), _side.Realised)
            : (double.NaN, double.NaN);
        double[] placebos = _gains[(1 + _others.Count)..];
        return new SideScore(
            _side.Hours.Count,
            _controlsR2,
            _intervals[0],
            _coefficients[0],
            Association.Spearman(predicted, _side.Realised),
            slope,
            intercept,
            Coverage(estimates),
            TopTenth(predicted),
            placebos.Length > 0 ? placebos.Average() : double.NaN,
            Months(fewestHoursOfMonth));
    }

    /// <summary>The score of a rule ours is compared with; null when the recording lacks what it needs.</summary>
    public BaselineSideScore? Baseline(int index)
    {
        RulePredictions rule = _others[index];
        if (rule.Lacks is not null)
        {
            return null;
        }

        double[] predicted = _side.Pick(rule.Notionals(_side.Side));
        return new BaselineSideScore(
            _gains[index + 1],
            _intervals[index + 1],
            Association.Spearman(predicted, _side.Realised),
            TopTenth(predicted));
    }

    private double Coverage(LiquidationEstimate[] estimates)
    {
        int inside = 0;
        for (int i = 0; i < estimates.Length; i++)
        {
            if (double.IsNaN(estimates[i].LowNotional) || double.IsNaN(estimates[i].HighNotional))
            {
                return double.NaN;
            }

            inside += _side.Realised[i] >= estimates[i].LowNotional && _side.Realised[i] <= estimates[i].HighNotional ? 1 : 0;
        }

        return (double)inside / estimates.Length;
    }

    private TopTenthScore TopTenth(double[] predicted)
    {
        int chosen = predicted.Length / 10;
        int[] order = Enumerable.Range(0, predicted.Length).ToArray();
        Array.Sort(order, (a, b) => predicted[a] == predicted[b] ? a.CompareTo(b) : predicted[b].CompareTo(predicted[a]));
        double[] falling = (double[])_side.Realised.Clone();
        Array.Sort(falling, static (a, b) => b.CompareTo(a));
        double least = falling[chosen - 1];
        int hits = order.Take(chosen).Count(i => _side.Realised[i] >= least);
        return new TopTenthScore(chosen, hits, (double)hits / chosen, WilsonInterval.Of(hits, chosen).Low);
    }

    private List<MonthScore> Months(int fewestHours)
    {
        DateTime[] months = _side.Hours.Select(hour => MonthOf(_bars[hour].TimeUtc)).ToArray();
        int reference = Enumerable.Range(0, _others.Count).FirstOrDefault(i => _others[i].Name == MapRules.Conserving, -1);
        List<MonthScore> scores = new();
        foreach (IGrouping<DateTime, int> month in Enumerable.Range(0, months.Length).GroupBy(i => months[i]))
        {
            int[] inside = new int[_regression.Blocks];
            foreach (int i in month)
            {
                inside[_side.Days[i]] = 1;
            }

            int[] outside = Array.ConvertAll(inside, count => 1 - count);
            int hours = month.Count();
            (double gain, double difference) = Part(inside, hours >= fewestHours, reference);
            (double without, double differenceWithout) = Part(outside, months.Length - hours >= fewestHours, reference);
            scores.Add(new MonthScore(month.Key, hours, gain, difference, without, differenceWithout));
        }

        return scores;
    }

    private (double Gain, double Difference) Part(int[] counts, bool isEnough, int reference)
    {
        if (!isEnough)
        {
            return (double.NaN, double.NaN);
        }

        double[] gains = new double[_gains.Length];
        _regression.Fit(counts, gains);
        return (gains[0], reference < 0 ? double.NaN : gains[0] - gains[reference + 1]);
    }

    private static DateTime MonthOf(DateTime timeUtc) => new(timeUtc.Year, timeUtc.Month, 1, 0, 0, 0, DateTimeKind.Utc);
}
