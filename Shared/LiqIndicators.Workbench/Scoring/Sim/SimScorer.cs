using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Scoring.Map;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Simulation;

namespace LiqIndicators.Workbench.Scoring.Sim;

/// <summary>Scores maps against simulated markets whose every position is known.</summary>
/// <remarks>
/// Each seed draws its own mix of leverage, tiers, churn and shocks, which no rule is told. Rules see hourly bars as an
/// exchange publishes them; once a day after the warm-up their map is compared with the open positions.
/// </remarks>
internal static class SimScorer
{
    /// <summary>Days that feed the rules before the first comparison.</summary>
    internal const int WarmUpDays = 20;

    /// <summary>Published days of each market.</summary>
    internal const int Days = 120;

    /// <summary>Scores all rules on all seeds; seeds run side by side, and the result does not depend on it.</summary>
    internal static SimScoreReport Run(IReadOnlyList<int> seeds, int days = Days, BandKernel kernel = BandKernel.Model)
    {
        SeedScore[] scores = [.. seeds.AsParallel().AsOrdered().Select(seed => Score(seed, days, kernel))];
        return new SimScoreReport(
            scores[0].Rules[0].Name,
            [.. scores.Select(score => new SeedFigures(score.Seed, score.Snapshots, score.Rules[0].Score))],
            BookScore.Median([.. scores.Select(score => score.Rules[0].Score)]),
            Compare(scores, rule => rule.Kind == RuleKind.Ablation),
            Compare(scores, rule => rule.Kind == RuleKind.Baseline));
    }

    private static SeedScore Score(int seed, int days, BandKernel kernel)
    {
        List<(RuleKind Kind, IMapRule Rule, List<BookScore> Scores)> rules = [(RuleKind.Ours, ScoredKernel.Rule(kernel), [])];
        rules.AddRange(MapRules.Ablations().Select(rule => (RuleKind.Ablation, rule, new List<BookScore>())));
        rules.AddRange(MapRules.Baselines(countsWholeCells: false).Select(rule => (RuleKind.Baseline, rule, new List<BookScore>())));

        SimulationOptions options = new()
        {
            Seed = seed,
            Scenario = SimulationScenario.Mixed,
            Days = days,
            TruthIntervalHours = 24,
        };
        int hours = 0;
        foreach (SimulatedHour hour in MarketSimulation.Stream(options))
        {
            foreach ((RuleKind _, IMapRule rule, List<BookScore> _) in rules)
            {
                foreach (MarketBar bar in hour.Bars)
                {
                    rule.Update(bar);
                }
            }

            hours++;
            if (hour.Truth is null || hours < 24 * WarmUpDays)
            {
                continue;
            }

            BookCells truth = BookCells.Of(hour.Truth);
            foreach ((RuleKind _, IMapRule rule, List<BookScore> scores) in rules)
            {
                scores.Add(BookScore.Of(BookCells.Of(rule, hour.Truth.Price), truth));
            }
        }

        return new SeedScore(
            seed,
            rules[0].Scores.Count,
            [.. rules.Select(rule => new RuleFigures(rule.Kind, rule.Rule.Name, BookScore.Median(rule.Scores)))]);
    }

    private static List<ComparedRule> Compare(SeedScore[] seeds, Func<RuleFigures, bool> isChosen)
    {
        List<ComparedRule> compared = [];
        for (int i = 0; i < seeds[0].Rules.Count; i++)
        {
            if (isChosen(seeds[0].Rules[i]))
            {
                compared.Add(new ComparedRule(
                    seeds[0].Rules[i].Name,
                    BookScore.Median([.. seeds.Select(seed => seed.Rules[i].Score)]),
                    seeds.Count(seed => !(seed.Rules[i].Score.Spearman >= seed.Rules[0].Score.Spearman)),
                    seeds.Count(seed => !(seed.Rules[i].Score.EarthMover <= seed.Rules[0].Score.EarthMover))));
            }
        }

        return compared;
    }

    private enum RuleKind
    {
        Ours,
        Ablation,
        Baseline,
    }

    private sealed record RuleFigures(RuleKind Kind, string Name, BookScore Score);

    private sealed record SeedScore(int Seed, int Snapshots, IReadOnlyList<RuleFigures> Rules);
}
