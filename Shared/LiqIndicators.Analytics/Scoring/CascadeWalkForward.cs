using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring;

/// <summary>Probabilities told hour by hour, each by models fitted to outcomes known before that hour.</summary>
/// <param name="Indexes">Bars scored.</param>
/// <param name="Outcomes">What followed; 0 or 1.</param>
/// <param name="Ours">Volatility and model features.</param>
/// <param name="Volatility">Volatility alone.</param>
/// <param name="Climatology">Share of events among the outcomes known.</param>
public sealed record CascadeForecasts(int[] Indexes, double[] Outcomes, double[] Ours, double[] Volatility, double[] Climatology);

/// <summary>Fits and forecasts in time order.</summary>
public static class CascadeWalkForward
{
    private const int RefitHours = 24;

    /// <summary>Forecasts of every hour that can be scored.</summary>
    /// <remarks>
    /// The outcome of hour <c>s</c> is known at <c>s + H</c>, so a fit at hour <c>t</c> uses outcomes up to <c>t - H</c>. Before hour
    /// 720 provisional outcomes with a shorter look-back serve for learning and are not scored.
    /// </remarks>
    /// <param name="bars">Hourly bars in time order.</param>
    /// <param name="features">One set per bar.</param>
    /// <param name="side">Side at risk.</param>
    /// <param name="horizonHours">Hours ahead; in [1, 168].</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is outside its range.</exception>
    public static CascadeForecasts Forecast(
        ReadOnlySpan<MarketBar> bars, ReadOnlySpan<CascadeFeatureSet> features, PositionSide side, int horizonHours)
    {
        if (features.Length != bars.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{features.Length} feature sets; expected {bars.Length}, one per bar."), nameof(features));
        }

        double[] scored = CascadeEvents.Outcomes(bars, side, horizonHours);
        double[] longs = CascadeEvents.Outcomes(bars, PositionSide.Long, horizonHours, CascadeEvents.VolatilityHours);
        double[] shorts = CascadeEvents.Outcomes(bars, PositionSide.Short, horizonHours, CascadeEvents.VolatilityHours);
        List<int> indexes = [];
        List<double> outcomes = [];
        List<double> ours = [];
        List<double> volatility = [];
        List<double> climatology = [];
        CascadeProbabilityModel? full = null;
        CascadeProbabilityModel? plain = null;
        double rate = double.NaN;
        for (int t = CascadeEvents.PercentileHours; t < bars.Length; t++)
        {
            if ((t - CascadeEvents.PercentileHours) % RefitHours == 0)
            {
                int known = t - horizonHours + 1;
                full = Fit(features[..known], longs.AsSpan(0, known), shorts.AsSpan(0, known), false);
                plain = Fit(features[..known], longs.AsSpan(0, known), shorts.AsSpan(0, known), true);
                rate = RateOf((side == PositionSide.Long ? longs : shorts).AsSpan(0, known));
            }

            double withModel = full?.Probability(features[t]) ?? double.NaN;
            double alone = plain?.Probability(features[t]) ?? double.NaN;
            if (double.IsNaN(scored[t] + withModel + alone))
            {
                continue;
            }

            indexes.Add(t);
            outcomes.Add(scored[t]);
            ours.Add(withModel);
            volatility.Add(alone);
            climatology.Add(rate);
        }

        return new CascadeForecasts([.. indexes], [.. outcomes], [.. ours], [.. volatility], [.. climatology]);

        CascadeProbabilityModel? Fit(
            ReadOnlySpan<CascadeFeatureSet> seen,
            ReadOnlySpan<double> longOutcomes,
            ReadOnlySpan<double> shortOutcomes,
            bool volatilityOnly) => CascadeProbabilityModel.Fit(
                "walk-forward", side, horizonHours, seen, longOutcomes, shortOutcomes, volatilityOnly);
    }

    // Laplace's rule: an event not seen yet is rare, not impossible.
    private static double RateOf(ReadOnlySpan<double> outcomes)
    {
        double events = 1;
        double count = 2;
        foreach (double outcome in outcomes)
        {
            if (!double.IsNaN(outcome))
            {
                events += outcome;
                count++;
            }
        }

        return events / count;
    }
}
