using System.Globalization;
using LiqIndicators.Analytics.Scoring;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>A guard score for people.</summary>
internal static class GuardScoreTable
{
    private static readonly string[] Figures = ["stop-outs", "drawdown", "CVaR95", "turnover", "cost bp", "return"];

    internal static void Write(GuardScoreReport report, TextWriter output)
    {
        output.WriteLine("The same accounts under each policy. Drawdown is the median; CVaR95 the mean return of the worst 5%; turnover what the");
        output.WriteLine("policy closed, in equities of the start. Differences are the guard's less the rival's, intervals 95% over seeds.");
        output.WriteLine();
        Write("Cascades", report.Cascade, output);
        output.WriteLine();
        Write("Calm days", report.Calm, output);
    }

    private static void Write(string title, ScenarioScore score, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {score.Accounts} accounts."));
        TextTable policies = new(["policy", .. Figures]);
        foreach ((PolicyKind kind, PolicyFigures figures) in score.Policies)
        {
            policies.Add(
                Name(kind),
                figures.StopOuts.ToString(CultureInfo.InvariantCulture),
                Fixed(figures.MaxDrawdownMedian, 3),
                Fixed(figures.Cvar95, 3),
                Fixed(figures.Turnover, 2),
                Fixed(10_000 * figures.Cost, 1),
                Fixed(figures.ReturnMean, 4));
        }

        policies.WriteTo(output);
        output.WriteLine();
        TextTable paired = new(["guard less", .. Figures]);
        foreach ((PolicyKind kind, PairedFigures figures) in score.GuardMinus)
        {
            paired.Add(
                Name(kind),
                Paired(figures.StopOuts, 0),
                Paired(figures.MaxDrawdownMedian, 3),
                Paired(figures.Cvar95, 3),
                Paired(figures.Turnover, 2),
                Paired(figures.Cost, 1, 10_000),
                Paired(figures.ReturnMean, 4));
        }

        paired.WriteTo(output);
        output.WriteLine();
        output.WriteLine($"Forgone by the guard, basis points of equity per day: {Paired(score.ForgoneBpsPerDay, 1)}; until the first shock's time {Paired(score.ForgoneBeforeShockBpsPerDay, 1)}.");
    }

    private static string Name(PolicyKind kind) => kind switch
    {
        PolicyKind.Nothing => "nothing",
        PolicyKind.ConstantCap => "constant cap",
        PolicyKind.VolatilityTarget => "volatility target",
        PolicyKind.RandomCuts => "random cuts",
        PolicyKind.LeverageGuard => "LeverageGuard",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown policy."),
    };

    private static string Paired(Interval interval, int digits, double scale = 1) =>
        $"{Signed(interval.Value * scale, digits)} [{Signed(interval.Low * scale, digits)}, {Signed(interval.High * scale, digits)}]";

    private static string Signed(double value, int digits) => (value > 0 ? "+" : "") + Fixed(value, digits);

    private static string Fixed(double value, int digits) => double.IsNaN(value)
        ? ScoreText.NotAvailable
        : value.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
