using System.Globalization;
using System.Text;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Funding;
using LiqIndicators.Sessions.OpenInterest;
using LiqIndicators.Sessions.Tape;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>Writes what each preset sets, read from the options that the indicators themselves use.</summary>
internal static class PresetTable
{
    private static readonly Preset[] Presets = [Preset.Scalp, Preset.Swing, Preset.Position];

    /// <summary>Every input that a preset sets: algo, input, value under a preset.</summary>
    internal static readonly IReadOnlyList<(string Algo, string Input, Func<Preset, double> ValueOf)> Rows =
    [
        ("LiquidationBands", "Range (%)", preset => 100 * new LiquidationBandsOptions().With(preset).Clusters.Range),
        ("LiquidationBands", "Bands", preset => new LiquidationBandsOptions().With(preset).Clusters.MaximumCount),
        ("LiquidationBands", "Noise floor (%)", preset => 100 * new LiquidationBandsOptions().With(preset).Clusters.NoiseFloor),
        ("LiquidationBands", "Days of eaten bands", preset => new LiquidationBandsOptions().With(preset).TraceTime.TotalDays),
        ("FundingPressure", "Window (days)", preset => new FundingOptions().With(preset).WindowDays),
        ("OpenInterestDivergence", "Lookback (hours)", preset => new OpenInterestOptions().With(preset).LookbackHours),
        ("OpenInterestDivergence", "Swing bars", preset => new OpenInterestOptions().With(preset).SwingBars),
        ("LiquidationTape", "Burst half-life (hours)", preset => new TapeOptions().With(preset).BurstHalfLifeHours),
        ("LiquidationTape", "Baseline half-life (days)", preset => new TapeOptions().With(preset).BaselineDays),
        ("CascadeRisk", "Shock (%)", preset => new CascadeOptions().With(preset).ShockPct),
        ("CascadeRisk", "Window (days)", preset => new CascadeOptions().With(preset).WindowDays),
    ];

    internal static string Write()
    {
        StringBuilder text = new("\n## Presets\n\n");
        text.Append("The input `Preset` sets these and leaves the others as they are. `Custom` sets none: every input counts as it stands.\n");
        text.Append("They are a table because the platform's files of inputs, `.cbotset`, are for cBots; for indicators it has none.\n\n");
        text.Append("| algo | input | ").AppendJoin(" | ", Presets).Append(" |\n|---|---|").Append(string.Concat(Enumerable.Repeat("---|", Presets.Length))).Append('\n');
        foreach ((string algo, string input, Func<Preset, double> valueOf) in Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {algo} | {input} | ")
                .AppendJoin(" | ", Presets.Select(preset => valueOf(preset).ToString("0.####", CultureInfo.InvariantCulture)))
                .Append(" |\n");
        }

        return text.ToString();
    }
}
