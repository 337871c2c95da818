using System.Globalization;
using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Robots;
using LiqIndicators.Sessions.Guarding;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Trading;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Recordings;
using LiqIndicators.Workbench.Report;

namespace LiqIndicators.Workbench.Replay;

/// <summary>Plays the deepest fall of a recording to the real guard, on an account that holds one leveraged long, and takes a picture of its chart.</summary>
internal static class GuardRun
{
    private const double Leverage = 8;
    private const int Width = 1600;
    private const int Height = 900;
    private const int BarsInSight = 140;

    private static readonly AccountOptions Account = new() { Balance = 10_000, Leverage = 20, MarginCalculation = TotalMarginCalculationType.Sum };
    private static readonly TimeSpan TimeAround = TimeSpan.FromHours(1);

    // By the end the cascade is long over, and an account that is only watched may be gone: the picture shows them in the middle of it.
    private static readonly TimeSpan TimeWatched = TimeSpan.FromMinutes(30);

    /// <summary>Plays it.</summary>
    /// <param name="market">The recording; it is both what the broker quotes and what the derivatives market publishes.</param>
    /// <param name="mode">Whether the guard acts.</param>
    /// <param name="folder">Where the picture goes; exists.</param>
    /// <param name="theme">Colours of the terminal.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="CommandException">The recording holds no fall, or the guard threw.</exception>
    internal static GuardRunResult Play(RecordedMarket market, GuardMode mode, string folder, ColorTheme theme)
    {
        IReadOnlyList<ReplayMoment> moments = ReplayMoments.Choose(market.Bars, market.BarLength);
        if (moments.Count < 2)
        {
            throw new CommandException("The recording holds no fall to guard against.");
        }

        DateTime startUtc = moments[0].AtUtc - TimeAround;
        DateTime endUtc = moments[1].AtUtc + TimeAround;
        using ReplayStage stage = new(market, theme, startUtc, Account);
        HeadlessTerminal terminal = stage.Terminal;
        TerminalChart chart = stage.Open(Width, Height, BarsInSight, windows: 0);
        terminal.RunTo(startUtc + market.BarLength);
        Open(terminal, chart.Chart.Symbol);
        RunningAlgo<LeverageGuard> guard = terminal.Attach<LeverageGuard>(
            chart, new Dictionary<string, object?> { [nameof(LeverageGuard.Mode)] = mode, [nameof(LeverageGuard.Sound)] = false });

        byte[]? picture = null;
        DateTime? pictureUtc = null;
        for (DateTime atUtc = terminal.NowUtc; atUtc < endUtc; atUtc += market.BarLength)
        {
            terminal.RunTo(atUtc);
            if (pictureUtc is null && guard.Log.Any(line => line.Text.StartsWith("Wanted first", StringComparison.Ordinal)))
            {
                pictureUtc = atUtc + TimeWatched;
            }

            picture = atUtc == pictureUtc ? ReplayStage.Picture(chart, Width, Height) : picture;
        }

        stage.Check();
        string path = Path.Combine(folder, "guard.png");
        File.WriteAllBytes(path, picture ?? ReplayStage.Picture(chart, Width, Height));
        return new GuardRunResult(
            mode.ToString(),
            Leverage,
            Account.Balance,
            terminal.Account.Equity,
            terminal.Requests.Count,
            terminal.Broker.StopOutCount,
            [.. guard.Log.Select(line => line.Text)],
            [.. terminal.Requests.Where(request => request.InstanceId is not null).Select(request => new ReportAction(request.TimeUtc, TextOf(request)))],
            path);
    }

    private static string TextOf(TradeRequest request) => string.Create(CultureInfo.InvariantCulture, $"{request.Kind} {request.Volume:0.####}");

    private static void Open(HeadlessTerminal terminal, Symbol symbol)
    {
        double volume = symbol.NormalizeVolumeInUnits(Leverage * Account.Balance / symbol.Ask, RoundingMode.Down);
        TradeResult opened = terminal.OpenPosition(TradeType.Buy, symbol.Name, volume);
        if (!opened.IsSuccessful)
        {
            throw new CommandException($"The long of {volume} {symbol.Name} could not be opened: {opened.Error}.");
        }
    }
}
