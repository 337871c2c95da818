using cAlgo.API;
using LiqIndicators.Indicators;
using LiqIndicators.Terminal;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Recordings;
using LiqIndicators.Workbench.Replay;

namespace LiqIndicators.Workbench.Pictures;

/// <summary>Takes the pictures of the documents: each indicator by itself, in both themes of the terminal.</summary>
internal static class PictureRun
{
    private const int Width = 1280;
    private const int Height = 640;
    private const int BarsInSight = 200;

    /// <summary>Plays the market once to all charts.</summary>
    /// <param name="market">The recording.</param>
    /// <param name="folder">Where the pictures go; exists.</param>
    /// <param name="advance">Told the number of bars just played.</param>
    /// <returns>Paths of the pictures, in the order they were taken.</returns>
    /// <exception cref="CommandException">An indicator threw, or the market has no fall to show.</exception>
    internal static IReadOnlyList<string> Take(RecordedMarket market, string folder, Action<double> advance)
    {
        using ReplayStage stage = new(market, ColorTheme.Dark);
        (PictureSubject Subject, TerminalChart Chart)[] charts = [.. PictureSubject.All.Select(subject => (subject, Open(stage, subject)))];
        List<string> pictures = [];
        foreach (ReplayMoment moment in ReplayMoments.Choose(market.Bars, market.BarLength))
        {
            int before = charts[0].Chart.Bars.Count;
            stage.Terminal.RunTo(moment.AtUtc);
            advance(charts[0].Chart.Bars.Count - before);
            foreach ((string theme, ColorTheme color) in new[] { ("light", ColorTheme.Light), ("dark", ColorTheme.Dark) })
            {
                stage.Terminal.ChangeColorTheme(color);
                foreach ((PictureSubject subject, TerminalChart chart) in charts.Where(one => one.Subject.Moment == moment.Name))
                {
                    string path = Path.Combine(folder, $"{subject.Name}-{theme}.png");
                    (int width, int height) = SizeOf(subject);
                    File.WriteAllBytes(path, ReplayStage.Picture(chart, width, height));
                    pictures.Add(path);
                }
            }
        }

        stage.Check();
        return pictures.Count == 2 * charts.Length
            ? pictures
            : throw new CommandException($"{market.Name} has no fall between its highest and its last bar; {pictures.Count} of {2 * charts.Length} pictures were taken.");
    }

    private static (int Width, int Height) SizeOf(PictureSubject subject) =>
        subject.Algo is null ? (ReplayRun.Width, ReplayRun.Height) : (Width, Height);

    private static TerminalChart Open(ReplayStage stage, PictureSubject subject)
    {
        if (subject.Algo is null)
        {
            return ReplayRun.OpenAll(stage);
        }

        TerminalChart chart = stage.Open(Width, Height, BarsInSight, windows: subject.Algo == typeof(LiquidationBands) ? 0 : 1);
        stage.Terminal.Attach(chart, subject.Algo, subject.Parameters);
        return chart;
    }
}
