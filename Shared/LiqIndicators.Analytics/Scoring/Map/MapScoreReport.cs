namespace LiqIndicators.Analytics.Scoring.Map;

/// <summary>How well a map and the rules it is compared with foresee realised liquidations.</summary>
/// <param name="Hours">Which hours of the recording could be used.</param>
/// <param name="Rule">Name of the scored map.</param>
/// <param name="Long">Score of longs.</param>
/// <param name="Short">Score of shorts.</param>
/// <param name="Baselines">The rules it is compared with.</param>
/// <param name="Predictions">The scored map's raw predictions, hour by hour, warm-up included.</param>
public sealed record MapScoreReport(
    HourUse Hours,
    string Rule,
    SideScore Long,
    SideScore Short,
    IReadOnlyList<BaselineScore> Baselines,
    IReadOnlyList<HourPrediction> Predictions);

/// <summary>Which hours of a recording could be used.</summary>
/// <param name="Recorded">Hours in the recording.</param>
/// <param name="WarmUp">The first hours, which feed the rules and are not scored.</param>
/// <param name="Scored">Hours scored on at least one side.</param>
/// <param name="WithoutOpenInterest">Hours left out because the open interest of the hour before is missing.</param>
/// <param name="WithoutLiquidations">Hours left out because their liquidations are missing on both sides.</param>
public readonly record struct HourUse(int Recorded, int WarmUp, int Scored, int WithoutOpenInterest, int WithoutLiquidations);

/// <summary>What a rule foresaw of one hour, from bars before it, for the way from its open to its extremes.</summary>
/// <param name="TimeUtc">Opening time of the hour.</param>
/// <param name="LongNotional">Open mass of longs between the low and the open; quote currency; &gt;= 0.</param>
/// <param name="ShortNotional">Open mass of shorts between the open and the high; quote currency; &gt;= 0.</param>
public readonly record struct HourPrediction(DateTime TimeUtc, double LongNotional, double ShortNotional);

/// <summary>Score of one side.</summary>
/// <param name="Hours">Hours scored.</param>
/// <param name="ControlsR2">Share of variance that distance, volatility and open interest explain without any map.</param>
/// <param name="Gain">Share of variance the map adds; &gt;= 0; with its day-block bootstrap interval.</param>
/// <param name="Coefficient">Elasticity of realised to predicted mass, beyond the controls.</param>
/// <param name="Spearman">Rank correlation of predicted and realised mass.</param>
/// <param name="Slope">Slope of realised on expected liquidations, both in quote currency; NaN for a map without a scale.</param>
/// <param name="Intercept">Intercept of that line; quote currency; NaN for a map without a scale.</param>
/// <param name="Coverage80">Share of hours whose realised liquidations lie in the 80% range; NaN for a map without one.</param>
/// <param name="TopTenth">How the tenth of entered bands with most predicted mass did.</param>
/// <param name="PlaceboGain">Mean gain of the same map read 1 to 10% away from where price went.</param>
/// <param name="Months">The gain month by month, and without each month.</param>
public sealed record SideScore(
    int Hours,
    double ControlsR2,
    Interval Gain,
    double Coefficient,
    double Spearman,
    double Slope,
    double Intercept,
    double Coverage80,
    TopTenthScore TopTenth,
    double PlaceboGain,
    IReadOnlyList<MonthScore> Months);

/// <summary>The tenth of hours with most predicted mass against the tenth with most realised liquidations.</summary>
/// <param name="Chosen">Hours in either tenth.</param>
/// <param name="Hits">Hours in both.</param>
/// <param name="Precision">Hits over chosen; in [0, 1]; a rule that knows nothing has 0.1.</param>
/// <param name="WilsonLow">Lower end of its 95% Wilson interval.</param>
public readonly record struct TopTenthScore(int Chosen, int Hits, double Precision, double WilsonLow);

/// <summary>One calendar month of a score.</summary>
/// <param name="MonthUtc">First moment of the month.</param>
/// <param name="Hours">Hours scored in it.</param>
/// <param name="Gain">Gain in the month alone; NaN for a month with too few hours.</param>
/// <param name="Difference">That gain less the gain of <see cref="MapRules.Conserving"/>.</param>
/// <param name="GainWithout">Gain over all other months; NaN when they have too few hours.</param>
/// <param name="DifferenceWithout">That gain less the gain of <see cref="MapRules.Conserving"/>.</param>
public readonly record struct MonthScore(
    DateTime MonthUtc, int Hours, double Gain, double Difference, double GainWithout, double DifferenceWithout);

/// <summary>A rule the map is compared with.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Lacks">What the recording does not give it; null when it could be scored.</param>
/// <param name="Long">Its score for longs; null when it could not be scored.</param>
/// <param name="Short">Its score for shorts; null when it could not be scored.</param>
public sealed record BaselineScore(string Name, string? Lacks, BaselineSideScore? Long, BaselineSideScore? Short);

/// <summary>A compared rule on one side.</summary>
/// <param name="Gain">Share of variance it adds to the controls.</param>
/// <param name="Difference">Gain of the scored map less this gain, with its day-block bootstrap interval, paired.</param>
/// <param name="Spearman">Rank correlation of its predictions with realised liquidations; NaN when they are all the same.</param>
/// <param name="TopTenth">How its top tenth did.</param>
public sealed record BaselineSideScore(
    double Gain, Interval Difference, double Spearman, TopTenthScore TopTenth);
