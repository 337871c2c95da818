using LiqIndicators.Sessions.Following;
using LiqIndicators.Terminal;

namespace LiqIndicators.Indicators.Tests;

/// <summary>A preset is what the documents' table says it is, in the real indicators: the same outputs and drawings as those inputs set by hand.</summary>
public sealed class PresetTests
{
    private static readonly Preset[] Presets = [Preset.Scalp, Preset.Swing, Preset.Position];

    // As docs/indicators.md tells them: Scalp, Swing, Position.
    private static readonly (Type Algo, (string Input, object[] Values)[] Inputs)[] Told =
    [
        (typeof(LiquidationBands), [("Range (%)", [8.0, 25.0, 50.0]), ("Bands", [12, 24, 40]), ("Noise floor (%)", [2.0, 1.0, 0.5]), ("Days of eaten bands", [2, 10, 45])]),
        (typeof(FundingPressure), [("Window (days)", [3, 14, 60])]),
        (typeof(OpenInterestDivergence), [("Lookback (hours)", [4, 24, 168]), ("Swing bars", [3, 5, 10])]),
        (typeof(LiquidationTape), [("Burst half-life (hours)", [0.25, 1.0, 6.0]), ("Baseline half-life (days)", [2.0, 7.0, 30.0])]),
        (typeof(CascadeRisk), [("Shock (%)", [1.0, 2.0, 5.0]), ("Window (days)", [3, 7, 30])]),
    ];

    public static TheoryData<Type, string> Cases
    {
        get
        {
            TheoryData<Type, string> cases = [];
            foreach ((Type algo, _) in Told)
            {
                Array.ForEach(Presets, preset => cases.Add(algo, preset.ToString()));
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Preset_WhateverItsInputsSay_IsWhatTheTableSays(Type algo, string name)
    {
        Preset preset = Enum.Parse<Preset>(name);
        int column = Array.IndexOf(Presets, preset);
        (string Input, object[] Values)[] inputs = Told.Single(one => one.Algo == algo).Inputs;

        // Set by hand to a distant preset's values, which must not matter.
        Dictionary<string, object?> covered = inputs.ToDictionary(input => input.Input, input => (object?)input.Values[column == 0 ? 2 : 0]);
        string seen = Seen(algo, new(covered) { ["Preset"] = preset });
        string expected = Seen(algo, inputs.ToDictionary(input => input.Input, input => (object?)input.Values[column]));

        Assert.Equal(expected, seen);
        Assert.NotEqual(Seen(algo, new(covered) { ["Preset"] = Preset.Custom }), seen);
    }

    [Fact]
    public void Preset_InputsItDoesNotName_StayAsTheyAreSet()
    {
        Dictionary<string, object?> scalp = new() { ["Preset"] = Preset.Scalp };

        Assert.NotEqual(
            Seen(typeof(LiquidationBands), scalp),
            Seen(typeof(LiquidationBands), new(scalp) { ["Turnover per hour (%)"] = 10.0 }));
    }

    /// <summary>Outputs of the last bars and everything drawn.</summary>
    private static string Seen(Type algo, Dictionary<string, object?> inputs)
    {
        using SimulatedChart chart = new();
        RunningAlgo running = chart.Terminal.Attach(chart.Chart, algo, inputs);
        chart.Terminal.RunTo(SimulatedChart.Hours[170].TimeUtc.AddMinutes(6));
        Assert.Empty(chart.Terminal.Errors);
        int count = chart.Chart.Bars.Count;
        IEnumerable<string> outputs = running.Outputs.OrderBy(output => output.Key, StringComparer.Ordinal)
            .Select(output => FormattableString.Invariant($"{output.Key}: {string.Join(' ', Enumerable.Range(0, count).Select(i => output.Value[i]))}"));
        IEnumerable<string> drawn = chart.Bands().Select(band => FormattableString.Invariant($"{band.Start:O} {band.Low} {band.High}"));
        return string.Join('\n', outputs.Concat(drawn));
    }
}
