using System.Text.Json.Serialization;
using LiqIndicators.Analytics.Scoring;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Scoring.Cascade;

/// <summary>The published form of a cascade score: names and nesting are what other programs read.</summary>
internal sealed record CascadeScoreJson(
    int Hours, CascadeScoreJson.FlushJson Flush, IReadOnlyList<CascadeScoreJson.ResultJson> Results)
{
    internal static CascadeScoreJson From(CascadeScoreReport report) => new(
        report.Hours,
        new FlushJson(report.FlushOptions.ExtremeSigmas, report.FlushOptions.FlushDrop, report.Flush),
        [.. report.Results.Select(Result)]);

    private static ResultJson Result(CascadeScore score) => new(
        score.HorizonHours,
        SideNames.Of(score.Side),
        score.Events,
        score.EventDays,
        score.BrierOurs,
        score.BrierVolatility,
        score.BrierClimatology,
        score.SkillVsVolatility.Value,
        score.SkillVsVolatility.Low,
        score.SkillVsVolatility.High,
        score.LogLoss,
        score.CalibrationIntercept.Value,
        score.CalibrationIntercept.Low,
        score.CalibrationIntercept.High,
        score.CalibrationSlope.Value,
        score.CalibrationSlope.Low,
        score.CalibrationSlope.High,
        score.ExpectedCalibrationError,
        score.PrecisionRecallArea,
        score.FalseAlarmsPerDay,
        score.LeadMedianMinutes,
        score.ShuffledLeadMedianMinutes);

    internal sealed record FlushJson(double ExtremeSigmas, double FlushDrop, IReadOnlyList<FlushTestResult> Horizons);

    internal sealed record ResultJson(
        int HorizonHours,
        string Side,
        int Events,
        int EventDays,
        double BrierOurs,
        double BrierVolatility,
        double BrierClimatology,
        double SkillVsVolatility,
        double SkillLow,
        double SkillHigh,
        double LogLoss,
        double CalibrationIntercept,
        double CalibrationInterceptLow,
        double CalibrationInterceptHigh,
        double CalibrationSlope,
        double CalibrationSlopeLow,
        double CalibrationSlopeHigh,
        double Ece,
        [property: JsonPropertyName("prAuc")] double PrecisionRecallArea,
        double FalseAlarmsPerDay,
        double LeadMedianMinutes,
        double ShuffledLeadMedianMinutes);
}
