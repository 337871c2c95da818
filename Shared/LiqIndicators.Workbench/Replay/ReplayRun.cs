using cAlgo.API;
using LiqIndicators.Indicators;
using LiqIndicators.Terminal;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Replay;

/// <summary>Plays a recorded market to the real indicators on a chart of the headless terminal and takes pictures.</summary>
internal static class ReplayRun
{
    internal const int Width = 1600;
    internal const int Height = 900;
    internal const int BarsInSight = 268;

    private static readonly Type[] Indicators =
        [typeof(LiquidationBands), typeof(FundingPressure), typeof(OpenInterestDivergence), typeof(LiquidationTape), typeof(CascadeRisk)];

    /// <summary>Opens a chart with all indicators on it.</summary>
    internal static TerminalChart OpenAll(ReplayStage stage)
    {
        TerminalChart chart = stage.Open(Width, Height, BarsInSight, windows: Indicators.Length - 1);
        Array.ForEach(Indicators, indicator => stage.Terminal.Attach(chart, indicator));
        return chart;
    }

    /// <summary>Plays the whole recording.</summary>
    /// <param name="market">The recording.</param>
    /// <param name="folder">Where the pictures go; exists.</param>
    /// <param name="theme">Colours of the terminal.</param>
    /// <param name="advance">Told the number of bars just played.</param>
    /// <returns>Paths of the pictures, in the order of time.</returns>
    /// <exception cref="CommandException">An indicator threw.</exception>
    internal static IReadOnlyList<string> TakePictures(RecordedMarket market, string folder, ColorTheme theme, Action<double> advance)
    {
        using ReplayStage stage = new(market, theme);
        TerminalChart chart = OpenAll(stage);
        List<string> pictures = [];
        foreach (ReplayMoment moment in ReplayMoments.Choose(market.Bars, market.BarLength))
        {
            int before = chart.Bars.Count;
            stage.Terminal.RunTo(moment.AtUtc);
            advance(chart.Bars.Count - before);
            string path = Path.Combine(folder, $"{moment.Name}.png");
            File.WriteAllBytes(path, ReplayStage.Picture(chart, Width, Height));
            pictures.Add(path);
        }

        stage.Check();
        return pictures;
    }
}
