using System.Globalization;
using LiqIndicators.Sessions.Following;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Algos;
using LiqIndicators.Workbench.Packages.Packing;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>The table of presets in a release says what the documents say and names inputs that there are.</summary>
public sealed class PresetTableTests
{
    [Fact]
    public void Rows_NameInputsOfTheirAlgo_AndSwingIsTheStandard()
    {
        foreach ((string algo, string input, Func<Preset, double> valueOf) in PresetTable.Rows)
        {
            AlgoInput found = Assert.Single(AlgoAssembly.Read(BuiltAlgos.PathOf(algo)).Inputs, one => one.Name == input);
            Assert.Equal(double.Parse(found.Default!, CultureInfo.InvariantCulture), valueOf(Preset.Swing), tolerance: 1e-12);
            Assert.Equal(double.Parse(found.Default!, CultureInfo.InvariantCulture), valueOf(Preset.Custom), tolerance: 1e-12);
        }
    }

    [Theory]
    [InlineData("Scalp", 1)]
    [InlineData("Swing", 2)]
    [InlineData("Position", 3)]
    public void Table_OfARelease_SaysWhatTheDocumentsSay(string preset, int column)
    {
        string document = File.ReadLines(Path.Combine(Repository.Root, "docs", "indicators.md")).Single(line => line.StartsWith($"| {preset} |", StringComparison.Ordinal));

        Assert.Equal(NumbersOf(document), PresetTable.Write().Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| algo", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[column + 2]));
    }

    // "8%, 12, 2%, 2" and "0.25 h, 2 days": the numbers alone, in order.
    private static IEnumerable<string> NumbersOf(string row) =>
        row.Split(' ', '|', ',').Select(word => word.TrimEnd('%')).Where(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
}
