using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Scoring;
using LiqIndicators.TestKit;
using Xunit.Abstractions;

namespace LiqIndicators.Analytics.Tests.Scoring;

public sealed class SharedCascadeTests
{
    private readonly ITestOutputHelper _output;

    public SharedCascadeTests(ITestOutputHelper output) => _output = output;

    [SkippableFact]
    public void Print()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        MarketBar[] bars = SharedMarket.Winter();
        CascadeFeatureSet[] features = CascadeFeatures.Run(bars);
        foreach (int h in CascadeScoring.HorizonsHours)
        {
            foreach (PositionSide side in Enum.GetValues<PositionSide>())
            {
                double[] o = [.. CascadeEvents.Outcomes(bars, side, h).Where(x => !double.IsNaN(x))];
                CascadeScore s = CascadeScoring.Score(bars, features, side, h, new CascadeScoringOptions { Resamples = 300 });
                _output.WriteLine($"-> {h} {side} rate {100 * o.Average():F2} of {o.Length} hours {s.Hours} ev {s.Events} days {s.EventDays} B {s.BrierOurs:F5} vol {s.BrierVolatility:F5} clim {s.BrierClimatology:F5} skill {s.SkillVsVolatility.Value:F4} [{s.SkillVsVolatility.Low:F4},{s.SkillVsVolatility.High:F4}] ll {s.LogLoss:F4} int {s.CalibrationIntercept.Value:F2} [{s.CalibrationIntercept.Low:F2},{s.CalibrationIntercept.High:F2}] slope {s.CalibrationSlope.Value:F2} [{s.CalibrationSlope.Low:F2},{s.CalibrationSlope.High:F2}] ece {s.ExpectedCalibrationError:F4} pr {s.PrecisionRecallArea:F3} fa {s.FalseAlarmsPerDay:F2} lead {s.LeadMedianMinutes} sh {s.ShuffledLeadMedianMinutes}");
                CascadeProbabilityModel m = CascadeScoring.Ship("x", bars, features, s with { SkillVsVolatility = new(1, 1, 1) });
                _output.WriteLine($"-> w {m.Intercept:F2} {string.Join(' ', m.Weights.Select(w => w.ToString("F3")))} means {string.Join(' ', m.Means.Select(w => w.ToString("F3")))} sc {string.Join(' ', m.Scales.Select(w => w.ToString("F3")))}");
            }
        }

        foreach (int h in CascadeScoring.HorizonsHours)
        {
            _output.WriteLine("-> " + FlushTest.Run(bars, h, new FlushTestOptions()));
        }
    }
}
