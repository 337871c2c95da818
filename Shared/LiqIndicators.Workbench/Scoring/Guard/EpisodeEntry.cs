using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>An account that somebody opens with too much or too little leverage, before anything happens.</summary>
/// <param name="Side">Side of all its positions.</param>
/// <param name="Minute">Minute of the episode at whose close they are opened.</param>
/// <param name="Equity">Money at the start; US dollars.</param>
/// <param name="Leverage">Exposure over equity at the start.</param>
/// <param name="Parts">Shares of the exposure by position; they sum to 1.</param>
internal sealed record EpisodeEntry(PositionSide Side, int Minute, double Equity, double Leverage, IReadOnlyList<double> Parts)
{
    /// <summary>Accounts of each seed: as many long as short.</summary>
    internal const int PerSeed = 8;

    private const double LeastLeverage = 2;
    private const double MostLeverage = 20;
    private const double LeastEquity = 5_000;
    private const double MostEquity = 50_000;

    /// <summary>Draws the accounts of a seed, in twins: what one holds long the other holds short.</summary>
    /// <remarks>
    /// Equity from 5,000 to 50,000 and leverage from 2 to 20, both log-uniform; one to three positions; entry at any minute
    /// of the days before the first shock but the last hour. Nothing of the market goes in.
    /// </remarks>
    internal static IReadOnlyList<EpisodeEntry> Draw(int seed)
    {
        SeededSequence numbers = new((ulong)seed);
        List<EpisodeEntry> entries = [];
        while (entries.Count < PerSeed)
        {
            double leverage = LogUniform(numbers, LeastLeverage, MostLeverage);
            double equity = LogUniform(numbers, LeastEquity, MostEquity);
            int minute = numbers.Below(((EpisodeMarket.DaysBefore * 24) - 1) * 60);
            double[] parts = [.. Enumerable.Range(0, 1 + numbers.Below(3)).Select(_ => 0.2 + numbers.Uniform())];
            double sum = parts.Sum();
            EpisodeEntry entry = new(PositionSide.Long, minute, equity, leverage, [.. parts.Select(part => part / sum)]);
            entries.Add(entry);
            entries.Add(entry with { Side = PositionSide.Short });
        }

        return entries;
    }

    private static double LogUniform(SeededSequence numbers, double from, double to) =>
        from * Math.Pow(to / from, numbers.Uniform());
}
