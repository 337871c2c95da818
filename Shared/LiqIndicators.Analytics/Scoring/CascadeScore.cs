using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring;

/// <summary>How forecasts of cascades of one side and horizon did, walk-forward.</summary>
/// <param name="HorizonHours">Hours ahead.</param>
/// <param name="Side">Side at risk.</param>
/// <param name="Hours">Hours scored.</param>
/// <param name="Events">Hours that an event followed.</param>
/// <param name="EventDays">UTC days among these hours.</param>
/// <param name="BrierOurs">Brier score of volatility and model features.</param>
/// <param name="BrierVolatility">Brier score of volatility alone.</param>
/// <param name="BrierClimatology">Brier score of the share of events known before.</param>
/// <param name="SkillVsVolatility">One minus the first over the second, with its day-block interval.</param>
/// <param name="LogLoss">Log loss of ours.</param>
/// <param name="CalibrationIntercept">Calibration in the large of ours, with its day-block interval; 0 is perfect.</param>
/// <param name="CalibrationSlope">Calibration slope of ours, with its day-block interval; 1 is perfect.</param>
/// <param name="ExpectedCalibrationError">Of ours, over ten bins of equal count.</param>
/// <param name="PrecisionRecallArea">Of ours.</param>
/// <param name="FalseAlarmsPerDay">Of ours, at the threshold that tells half of the events.</param>
/// <param name="LeadMedianMinutes">Median lead of ours at that threshold.</param>
/// <param name="ShuffledLeadMedianMinutes">The same for onsets at random hours.</param>
public sealed record CascadeScore(
    int HorizonHours,
    PositionSide Side,
    int Hours,
    int Events,
    int EventDays,
    double BrierOurs,
    double BrierVolatility,
    double BrierClimatology,
    Interval SkillVsVolatility,
    double LogLoss,
    Interval CalibrationIntercept,
    Interval CalibrationSlope,
    double ExpectedCalibrationError,
    double PrecisionRecallArea,
    double FalseAlarmsPerDay,
    double LeadMedianMinutes,
    double ShuffledLeadMedianMinutes)
{
    /// <summary>Whether model features have proved themselves: only then do they ship, otherwise volatility alone does.</summary>
    public bool AreModelFeaturesProved => SkillVsVolatility.Low > 0;

    /// <summary>The part that travels with the parameters that ship.</summary>
    public CascadeModelScore OfShipped => AreModelFeaturesProved
        ? new(Hours, Events, EventDays, BrierOurs, SkillVsVolatility.Value, SkillVsVolatility.Low, SkillVsVolatility.High)
        : new(Hours, Events, EventDays, BrierVolatility, 0, 0, 0);
}

/// <summary>Settings of <see cref="CascadeScoring"/>.</summary>
public sealed record CascadeScoringOptions
{
    /// <summary>Resamples of days behind each interval; in [1, 1,000,000].</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Shuffles of onsets; in [1, 1,000,000].</summary>
    public int Shuffles { get; init; } = 10_000;

    /// <summary>Seed of resamples and shuffles.</summary>
    public ulong Seed { get; init; } = 20_260_131;
}

/// <summary>Scores forecasts of cascades.</summary>
public static class CascadeScoring
{
    /// <summary>Horizons that are scored; hours.</summary>
    public static IReadOnlyList<int> HorizonsHours { get; } = [1, 4, 24];

    /// <summary>Walk-forward score of one side and horizon.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no hour that can be scored, or the lengths differ.</exception>
    public static CascadeScore Score(
        MarketBar[] bars, CascadeFeatureSet[] features, PositionSide side, int horizonHours, CascadeScoringOptions options)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(options);
        CascadeForecasts forecasts = CascadeWalkForward.Forecast(bars, features, side, horizonHours);
        if (forecasts.Outcomes.Length == 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{bars.Length} bars hold no hour that can be scored; expected more than {CascadeEvents.PercentileHours + horizonHours} with liquidations, open interest and funding."),
                nameof(bars));
        }

        DateTime[] times = Array.ConvertAll(forecasts.Indexes, index => bars[index].TimeUtc);
        DayBlockBootstrap bootstrap = new(times, options.Resamples, options.Seed);
        double[] outcomes = forecasts.Outcomes;
        double threshold = ProbabilityScore.ThresholdOfHalfRecall(forecasts.Ours, outcomes);
        bool[] alarms = Array.ConvertAll(forecasts.Ours, probability => probability >= threshold);
        Calibration calibration = new(forecasts.Ours, outcomes);
        int[] onsets = Onsets(forecasts, CascadeEvents.Bursts(bars, side));
        return new CascadeScore(
            horizonHours,
            side,
            outcomes.Length,
            outcomes.Count(outcome => outcome > 0.5),
            times.Where((_, i) => outcomes[i] > 0.5).Select(time => time.Date).Distinct().Count(),
            ProbabilityScore.Brier(forecasts.Ours, outcomes),
            ProbabilityScore.Brier(forecasts.Volatility, outcomes),
            ProbabilityScore.Brier(forecasts.Climatology, outcomes),
            bootstrap.Of(weights => ProbabilityScore.Skill(
                Squares(forecasts.Ours, outcomes, weights), Squares(forecasts.Volatility, outcomes, weights))),
            ProbabilityScore.LogLoss(forecasts.Ours, outcomes),
            bootstrap.Of(calibration.InterceptOf),
            bootstrap.Of(calibration.SlopeOf),
            ProbabilityScore.ExpectedCalibrationError(forecasts.Ours, outcomes),
            ProbabilityScore.PrecisionRecallArea(forecasts.Ours, outcomes),
            ProbabilityScore.FalseAlarmsPerDay(forecasts.Ours, outcomes, threshold),
            LeadTime.MedianMinutes(alarms, onsets),
            onsets.Length == 0
                ? double.NaN
                : LeadTime.ShuffledMedianMinutes(alarms, onsets.Length, options.Shuffles, options.Seed));
    }

    /// <summary>The model that ships for one side and horizon: fitted to all hours, with its walk-forward score.</summary>
    /// <param name="version">What is fitted and on what.</param>
    /// <param name="bars">Hourly bars in time order.</param>
    /// <param name="features">One set per bar.</param>
    /// <param name="score">Walk-forward score on the same bars.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">No hour is complete.</exception>
    public static CascadeProbabilityModel Ship(
        string version, MarketBar[] bars, CascadeFeatureSet[] features, CascadeScore score)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(score);
        CascadeProbabilityModel model = CascadeProbabilityModel.Fit(
            version,
            score.Side,
            score.HorizonHours,
            features,
            CascadeEvents.Outcomes(bars, PositionSide.Long, score.HorizonHours, CascadeEvents.VolatilityHours),
            CascadeEvents.Outcomes(bars, PositionSide.Short, score.HorizonHours, CascadeEvents.VolatilityHours),
            !score.AreModelFeaturesProved)
            ?? throw new ArgumentException("No bar has all features; expected at least one.", nameof(bars));
        return model.With(score.OfShipped);
    }

    // A run of hours that an event follows is one cascade; it sets in with the first burst after the run began.
    private static int[] Onsets(CascadeForecasts forecasts, bool[] bursts)
    {
        List<int> onsets = [];
        for (int i = 0; i < forecasts.Outcomes.Length; i++)
        {
            bool begins = forecasts.Outcomes[i] > 0.5 && (i == 0 || forecasts.Outcomes[i - 1] < 0.5);
            for (int j = i + 1; begins && j < forecasts.Indexes.Length; j++)
            {
                if (bursts[forecasts.Indexes[j]])
                {
                    onsets.Add(j);
                    break;
                }
            }
        }

        return [.. onsets.Distinct()];
    }

    private static double Squares(double[] probabilities, double[] outcomes, double[] weights)
    {
        double sum = 0;
        for (int i = 0; i < outcomes.Length; i++)
        {
            double error = probabilities[i] - outcomes[i];
            sum += weights[i] * error * error;
        }

        return sum;
    }
}
