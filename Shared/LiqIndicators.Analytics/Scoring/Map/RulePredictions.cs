using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Analytics.Scoring.Map;

/// <summary>What one rule foresaw, hour by hour; walk-forward: each hour is asked about before the rule is given it.</summary>
internal sealed class RulePredictions
{
    private readonly IMapRule _rule;
    private readonly double[][] _notionals;

    public RulePredictions(IMapRule rule, IReadOnlyList<MarketBar> bars)
    {
        _rule = rule;
        _notionals = new[] { new double[bars.Count], new double[bars.Count] };
        Estimates = new[] { new LiquidationEstimate[bars.Count], new LiquidationEstimate[bars.Count] };
        Placebos = Array.Empty<double[][]>();
    }

    public string Name => _rule.Name;

    public string? Lacks => _rule.Lacks;

    /// <summary>Expected liquidations per side and hour; unknown for a rule without a scale.</summary>
    public LiquidationEstimate[][] Estimates { get; }

    /// <summary>Per placebo and side, what the rule says of a range shifted away from price.</summary>
    public double[][][] Placebos { get; private set; }

    /// <summary>Raw predictions of a side; quote currency.</summary>
    public double[] Notionals(PositionSide side) => _notionals[(int)side];

    /// <summary>Runs a rule over a recording.</summary>
    public static RulePredictions Run(IMapRule rule, IReadOnlyList<MarketBar> bars, int placebos = 0)
    {
        RulePredictions predictions = new(rule, bars);
        predictions.Placebos = new double[placebos][][];
        SeededSequence[] shifts = new SeededSequence[placebos];
        for (int i = 0; i < placebos; i++)
        {
            predictions.Placebos[i] = new[] { new double[bars.Count], new double[bars.Count] };
            shifts[i] = new SeededSequence((ulong)i + 1);
        }

        for (int hour = 0; hour < bars.Count; hour++)
        {
            MarketBar bar = bars[hour];
            predictions.Predict(bar, hour);
            for (int i = 0; i < placebos; i++)
            {
                predictions.PredictShifted(bar, hour, predictions.Placebos[i], ShiftOf(shifts[i]));
            }

            rule.Update(bar);
        }

        return predictions;
    }

    private static double ShiftOf(SeededSequence numbers) =>
        MapScorer.NearestPlacebo + ((MapScorer.FarthestPlacebo - MapScorer.NearestPlacebo) * numbers.Uniform());

    private void Predict(in MarketBar bar, int hour)
    {
        _notionals[0][hour] = bar.Open * Quantity(PositionSide.Long, bar.Low, bar.Open);
        _notionals[1][hour] = bar.Open * Quantity(PositionSide.Short, bar.Open, bar.High);
        ICalibratedMapRule? calibrated = _rule as ICalibratedMapRule;
        Estimates[0][hour] = calibrated?.Estimate(PositionSide.Long, bar.Open, bar.Low) ?? LiquidationEstimate.Unknown;
        Estimates[1][hour] = calibrated?.Estimate(PositionSide.Short, bar.Open, bar.High) ?? LiquidationEstimate.Unknown;
    }

    private void PredictShifted(in MarketBar bar, int hour, double[][] target, double logShift)
    {
        double factor = Math.Exp(logShift);
        target[0][hour] = bar.Open * Quantity(PositionSide.Long, bar.Low / factor, bar.Open / factor);
        target[1][hour] = bar.Open * Quantity(PositionSide.Short, bar.Open * factor, bar.High * factor);
    }

    private double Quantity(PositionSide side, double low, double high)
    {
        double quantity = _rule.QuantityBetween(side, low, high);
        return quantity >= 0 && quantity <= double.MaxValue
            ? quantity
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"Rule '{Name}' says {quantity} {side} between {low} and {high}; expected a finite number >= 0."));
    }
}
