using cAlgo.API;
using cAlgo.API.Internals;
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

    // Where the account of the pictures would be closed, below the last price.
    private const double StopOutDistance = 0.025;

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

            // A position shows on every chart of the account, so what needs one comes after all others.
            foreach (bool holdsPosition in new[] { false, true })
            {
                TakeAll(stage, [.. charts.Where(one => one.Subject.Moment == moment.Name && one.Subject.HoldsPosition == holdsPosition)], folder, pictures);
            }
        }

        stage.Check();
        return pictures.Count == 2 * charts.Length
            ? pictures
            : throw new CommandException($"{market.Name} has no fall between its highest and its last bar; {pictures.Count} of {2 * charts.Length} pictures were taken.");
    }

    private static void TakeAll(ReplayStage stage, (PictureSubject Subject, TerminalChart Chart)[] charts, string folder, List<string> pictures)
    {
        Array.ForEach(charts, one => Prepare(stage, one.Subject, one.Chart));
        foreach ((string theme, ColorTheme color) in new[] { ("light", ColorTheme.Light), ("dark", ColorTheme.Dark) })
        {
            stage.Terminal.ChangeColorTheme(color);
            foreach ((PictureSubject subject, TerminalChart chart) in charts)
            {
                string path = Path.Combine(folder, $"{subject.Name}-{theme}.png");
                (int width, int height) = SizeOf(subject);
                File.WriteAllBytes(path, ReplayStage.Picture(chart, width, height));
                pictures.Add(path);
            }
        }
    }

    private static (int Width, int Height) SizeOf(PictureSubject subject) =>
        subject.Algo is null ? (ReplayRun.Width, ReplayRun.Height) : (Width, Height);

    /// <summary>Does by hand what a trader would have done before the picture is taken.</summary>
    private static void Prepare(ReplayStage stage, PictureSubject subject, TerminalChart chart)
    {
        if (subject.HoldsPosition && stage.Terminal.Account.Margin == 0)
        {
            // Equity E of a long of V bought at P is half of its margin, V·p / (2·leverage), where p = P·(1 − distance).
            Symbol symbol = chart.Chart.Symbol;
            double perUnit = symbol.Ask * (StopOutDistance + ((1 - StopOutDistance) / (2 * stage.Terminal.Account.PreciseLeverage)));
            double volume = symbol.NormalizeVolumeInUnits(stage.Terminal.Account.Equity / perUnit, RoundingMode.Down);
            stage.Terminal.OpenPosition(TradeType.Buy, symbol.Name, volume);
        }

        if (!double.IsNaN(subject.Reach))
        {
            double price = chart.Bars.LastBar.Close;
            chart.Chart.SetYRange(price * (1 - subject.Reach), price * (1 + subject.Reach));
        }

        if (subject.ShowsDetails && chart.Recording.FindControls<Button>().FirstOrDefault(button => button.Text.EndsWith("more", StringComparison.Ordinal)) is Button more)
        {
            chart.Recording.Press(more);
        }
    }

    private static TerminalChart Open(ReplayStage stage, PictureSubject subject)
    {
        if (subject.Algo is null)
        {
            return ReplayRun.OpenAll(stage);
        }

        TerminalChart chart = stage.Open(Width, Height, subject.BarsInSight, windows: subject.Algo == typeof(LiquidationBands) ? 0 : 1);
        stage.Terminal.Attach(chart, subject.Algo, subject.Parameters);
        return chart;
    }
}
