using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>Takes one account through one episode.</summary>
internal static class EpisodeRun
{
    private const ulong RandomCutsSeed = 0x6375747300000000;

    /// <summary>Every policy on the same account and the same prices.</summary>
    /// <param name="market">The episode.</param>
    /// <param name="entry">The account.</param>
    /// <param name="number">Number of the account within its seed; decides the times of random cuts.</param>
    /// <param name="options">Guard and rivals.</param>
    /// <param name="dailyVolatility">By minute, for volatility targeting.</param>
    /// <returns>Outcomes in the order of <see cref="PolicyKind"/>.</returns>
    internal static EpisodeOutcome[] All(
        EpisodeMarket market, EpisodeEntry entry, int number, GuardScoringOptions options, IReadOnlyList<double> dailyVolatility)
    {
        EpisodeOutcome guarded = One(market, entry, new GuardedPolicy(market.Minutes, options.Guard), out IReadOnlyList<double> cuts);
        SeededSequence numbers = new(RandomCutsSeed + ((ulong)market.Seed * EpisodeEntry.PerSeed) + (ulong)number);
        RandomCuts random = new(cuts, entry.Minute + 1, market.Minutes.Count, numbers);
        return
        [
            One(market, entry, new NoPolicy(), out _),
            One(market, entry, new LeverageCap(_ => options.ConstantCap), out _),
            One(market, entry, new LeverageCap(minute => options.TargetDailyVolatility / dailyVolatility[minute]), out _),
            One(market, entry, random, out _),
            guarded,
        ];
    }

    /// <summary>One policy on one account.</summary>
    /// <remarks>
    /// The policy looks at each close from the entry on, and wherever within a minute the price has gone on by
    /// <see cref="PricePath.Step"/>; between closes it knows what it knew at the close before.
    /// </remarks>
    internal static EpisodeOutcome One(EpisodeMarket market, EpisodeEntry entry, IReducingPolicy policy, out IReadOnlyList<double> cuts)
    {
        IReadOnlyList<EpisodeMinute> minutes = market.Minutes;
        EpisodeAccount account = new(entry.Equity);

        // The guard claims its lock at a first look and holds it from the second on: it was there before the entry.
        for (int i = Math.Max(0, entry.Minute - 1); i <= entry.Minute; i++)
        {
            account.Quote(minutes[i].CloseUtc, minutes[i].Close, minutes[i].UnrestBps);
            policy.Look(account, i);
        }

        account.Open(entry);
        double before = entry.Equity;
        List<PricePoint> path = [];
        for (int i = entry.Minute + 1; i < minutes.Count && account.Positions.Count > 0; i++)
        {
            PricePath.Of(minutes[i - 1].Close, minutes[i], path);
            for (int point = 0; point < path.Count; point++)
            {
                account.Quote(path[point].TimeUtc, path[point].Price, minutes[i].UnrestBps);
                if (point == path.Count - 1)
                {
                    policy.Look(account, i);
                }
                else if (path[point].IsWorthALook)
                {
                    policy.Look(account, i - 1);
                }
            }

            before = i < market.FirstShock ? account.Equity : before;
        }

        cuts = account.Cuts;
        return account.End(before);
    }
}
