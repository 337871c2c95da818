using LiqIndicators.Simulation;
using LiqIndicators.Workbench.Pictures;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Tests;

public sealed class PictureRunTests
{
    // The documents load on any line, and every clone carries them.
    private const int LargestPicture = 200_000;

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Fact]
    public void Take_CascadeMarket_PicturesEachIndicatorInBothThemes()
    {
        SimulationOptions options = new() { Seed = 1001, Scenario = SimulationScenario.Cascade, Days = 8, TruthIntervalHours = 168 };
        RecordedMarket market = new("test", options.Bar, MarketSimulation.Run(options).Bars);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("liq-pictures-");
        try
        {
            IReadOnlyList<string> pictures = PictureRun.Take(market, folder.FullName, _ => { });

            Assert.Equal(
                PictureSubject.All.SelectMany(subject => new[] { $"{subject.Name}-dark.png", $"{subject.Name}-light.png" }).Order(StringComparer.Ordinal),
                pictures.Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Dictionary<string, byte[]> files = pictures.ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllBytes);
            Assert.All(files.Values, bytes =>
            {
                Assert.Equal(PngSignature, bytes[..4]);
                Assert.InRange(bytes.Length, 5_000, LargestPicture);
            });
            Assert.All(PictureSubject.All, subject => Assert.NotEqual(files[$"{subject.Name}-dark"], files[$"{subject.Name}-light"]));
            Assert.NotEqual(files["liquidation-bands-dark"], files["liquidation-bands-heatmap-dark"]);
            Assert.NotEqual(files["liquidation-bands-dark"], files["liquidation-bands-histogram-dark"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
