using System.Globalization;
using LiqIndicators.Analytics.Scoring.Map;

namespace LiqIndicators.Workbench.Scoring.Map;

/// <summary>The published form of a map's score: names and nesting are what other programs read.</summary>
internal sealed record MapScoreJson(
    int Hours, MapScoreJson.SideJson Long, MapScoreJson.SideJson Short, IReadOnlyDictionary<string, MapScoreJson.BaselineJson> Baselines)
{
    internal static MapScoreJson From(MapScoreReport report) => new(
        report.Hours.Scored,
        Side(report.Long),
        Side(report.Short),
        report.Baselines.ToDictionary(baseline => baseline.Name, Baseline));

    private static SideJson Side(SideScore score) => new(
        score.ControlsR2,
        score.Gain.Value,
        score.Gain.Low,
        score.Gain.High,
        score.Coefficient,
        score.Spearman,
        score.Slope,
        score.Coverage80,
        score.TopTenth.Precision,
        score.TopTenth.WilsonLow,
        score.PlaceboGain,
        [.. score.Months.Select(Month)]);

    private static MonthJson Month(MonthScore month) => new(
        month.MonthUtc.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        month.Hours,
        month.Gain,
        month.Difference,
        month.GainWithout,
        month.DifferenceWithout);

    private static BaselineJson Baseline(BaselineScore baseline) => new(
        baseline.Long?.Gain ?? double.NaN,
        baseline.Short?.Gain ?? double.NaN,
        baseline.Long?.Difference.Low ?? double.NaN,
        baseline.Short?.Difference.Low ?? double.NaN);

    internal sealed record SideJson(
        double R2Controls,
        double Gain,
        double GainLow,
        double GainHigh,
        double Coefficient,
        double Spearman,
        double Slope,
        double Coverage80,
        double PrecisionTop10,
        double WilsonLow,
        double PlaceboGain,
        IReadOnlyList<MonthJson> Months);

    internal sealed record MonthJson(
        string Month, int Hours, double Gain, double ConservingDifference, double GainWithout, double ConservingDifferenceWithout);

    internal sealed record BaselineJson(double LongGain, double ShortGain, double LongDifferenceLow, double ShortDifferenceLow);
}
