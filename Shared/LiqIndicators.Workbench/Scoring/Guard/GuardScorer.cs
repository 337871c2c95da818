using LiqIndicators.Analytics.Scoring;
using LiqIndicators.Simulation;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>Scores LeverageGuard against simpler ways to reduce leverage, on simulated cascades and calm days.</summary>
internal static class GuardScorer
{
    private const double MinutesPerDay = 24 * 60;

    /// <summary>Scores all policies on all seeds; seeds run side by side, and the result does not depend on it.</summary>
    /// <param name="seeds">At least one.</param>
    /// <param name="options">Guard and rivals.</param>
    /// <param name="advance">Told the number of markets just done.</param>
    internal static GuardScoreReport Run(IReadOnlyList<int> seeds, GuardScoringOptions options, Action<double> advance)
    {
        SeedOutcomes[] outcomes = [.. seeds.AsParallel().AsOrdered().Select(seed => Score(seed, options, advance))];
        return new GuardScoreReport(
            Compare([.. outcomes.Select(seed => seed.Cascade)], [.. outcomes.Select(seed => seed.Days)]),
            Compare([.. outcomes.Select(seed => seed.Calm)], [.. outcomes.Select(seed => seed.Days)]));
    }

    /// <summary>Compares outcomes of seeds; per seed and account one outcome of each policy.</summary>
    internal static ScenarioScore Compare(IReadOnlyList<EpisodeOutcome[][]> seeds, IReadOnlyList<AccountDays> days)
    {
        PolicyKind[] kinds = Enum.GetValues<PolicyKind>();
        PolicyKind[] rivals = [.. kinds.Where(kind => kind != PolicyKind.LeverageGuard)];
        ScoredAccounts[] accounts = [.. kinds.Select(kind => new ScoredAccounts(
            [.. seeds.SelectMany(seed => seed.Select(policies => policies[(int)kind]))], seeds.Count))];
        int figures = rivals.Length * PolicyFigures.Count;
        Interval[] paired = BlockBootstrap.Intervals(seeds.Count, figures + 2, (counts, row) =>
        {
            PolicyFigures guard = accounts[(int)PolicyKind.LeverageGuard].Figures(counts);
            for (int i = 0; i < rivals.Length; i++)
            {
                (guard - accounts[(int)rivals[i]].Figures(counts)).Fill(row[(i * PolicyFigures.Count)..]);
            }

            PolicyFigures forgone = accounts[(int)PolicyKind.Nothing].Figures(counts) - guard;
            double ofAll = 0;
            double ofBefore = 0;
            double drawn = 0;
            for (int seed = 0; seed < days.Count; seed++)
            {
                ofAll += counts[seed] * days[seed].ToEnd;
                ofBefore += counts[seed] * days[seed].ToShock;
                drawn += counts[seed];
            }

            row[figures] = 10_000 * forgone.ReturnMean * drawn / ofAll;
            row[figures + 1] = 10_000 * forgone.ReturnBeforeShock * drawn / ofBefore;
        });

        int[] once = [.. Enumerable.Repeat(1, seeds.Count)];
        return new ScenarioScore(
            accounts[0].Count,
            kinds.ToDictionary(kind => kind, kind => accounts[(int)kind].Figures(once)),
            rivals.Select((kind, i) => (kind, Pair(paired.AsSpan(i * PolicyFigures.Count, PolicyFigures.Count))))
                .ToDictionary(pair => pair.kind, pair => pair.Item2),
            paired[figures],
            paired[figures + 1]);
    }

    private static PairedFigures Pair(ReadOnlySpan<Interval> paired) =>
        new(paired[0], paired[1], paired[2], paired[3], paired[4], paired[5]);

    private static SeedOutcomes Score(int seed, GuardScoringOptions options, Action<double> advance)
    {
        IReadOnlyList<EpisodeEntry> entries = EpisodeEntry.Draw(seed);
        EpisodeOutcome[][] cascade = Outcomes(seed, SimulationScenario.Cascade, entries, options);
        advance(1);
        EpisodeOutcome[][] calm = Outcomes(seed, SimulationScenario.Calm, entries, options);
        advance(1);
        return new SeedOutcomes(cascade, calm, AccountDays.Of(entries));
    }

    private static EpisodeOutcome[][] Outcomes(
        int seed, SimulationScenario scenario, IReadOnlyList<EpisodeEntry> entries, GuardScoringOptions options)
    {
        EpisodeMarket market = EpisodeMarket.Simulate(seed, scenario);
        if (market.IsCascade != (scenario == SimulationScenario.Cascade))
        {
            throw new InvalidOperationException($"Seed {seed}: the hidden schedule does not agree with the scenario {scenario}.");
        }

        double[] volatility = MinuteVolatility.Daily(market.Minutes, options.VolatilityHalfLifeMinutes);
        return [.. entries.Select((entry, i) => EpisodeRun.All(market, entry, i, options, volatility))];
    }

    private sealed record SeedOutcomes(EpisodeOutcome[][] Cascade, EpisodeOutcome[][] Calm, AccountDays Days);

    /// <summary>Mean days that the accounts of a seed are open.</summary>
    /// <param name="ToEnd">From entry to the end.</param>
    /// <param name="ToShock">From entry to the time of the first shock.</param>
    internal readonly record struct AccountDays(double ToEnd, double ToShock)
    {
        internal static AccountDays Of(IReadOnlyList<EpisodeEntry> entries)
        {
            double entry = entries.Average(entry => entry.Minute) / MinutesPerDay;
            return new AccountDays(EpisodeMarket.DaysBefore + EpisodeMarket.DaysAfter - entry, EpisodeMarket.DaysBefore - entry);
        }
    }
}
