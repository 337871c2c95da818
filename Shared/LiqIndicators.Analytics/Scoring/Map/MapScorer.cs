using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map;

/// <summary>Scores a map against realised liquidations, walk-forward, beside the rules it has to beat.</summary>
/// <remarks>
/// <para>
/// The unit is an hour and a side. With <c>d</c> the distance from the open to the extreme as a fraction of the open (hours
/// with <c>d</c> below 5 bps are left out), <c>y = log(10^4 + realised)</c> is regressed on a constant, <c>log d</c>,
/// <c>log² d</c>, the log of the mean <c>(high - low) / open</c> of the previous 24 hours and the log of the open interest
/// at the end of the previous hour. The score is what <c>log(10^5 + predicted)</c> adds to R²: knowing that near levels are
/// hit more often earns nothing. Predicted is the mass of the side between the open and the extreme, times the open.
/// </para>
/// <para>
/// Hours are rows: a missing hour is not filled. The first 24 hours have no mean range, the next 400 are warm-up. Intervals
/// are from a bootstrap of whole UTC days.
/// </para>
/// </remarks>
public static class MapScorer
{
    /// <summary>Hours of the mean range among the controls.</summary>
    public const int RangeHours = 24;

    /// <summary>Hours at the start that feed the rules and are not scored.</summary>
    public const int WarmUpHours = RangeHours + 400;

    /// <summary>Fewest scored hours a side must have.</summary>
    public const int FewestHours = 100;

    /// <summary>Smallest shift of a placebo, in log price.</summary>
    public const double NearestPlacebo = 0.01;

    /// <summary>Largest shift of a placebo, in log price.</summary>
    public const double FarthestPlacebo = 0.10;

    private const int Placebos = 8;
    private const int FewestHoursOfMonth = 48;

    /// <summary>Runs all rules over a recording and scores them.</summary>
    /// <param name="bars">Hourly bars in time order, with open interest and liquidations.</param>
    /// <param name="ours">The map to score; without bars.</param>
    /// <param name="baselines">The rules to compare it with, without bars; <see cref="MapRules.Conserving"/> among them.</param>
    /// <param name="seed">Decides the bootstrap's draws.</param>
    /// <exception cref="MapScoreException">The recording lacks a column or has too few hours.</exception>
    public static MapScoreReport Run(
        IReadOnlyList<MarketBar> bars, IMapRule ours, IReadOnlyList<IMapRule> baselines, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(baselines);
        Check(bars);

        int[] days = DayBlocks(bars, out int dayCount);
        ScoredSide longs = ScoredSide.Collect(PositionSide.Long, bars, WarmUpHours, days);
        ScoredSide shorts = ScoredSide.Collect(PositionSide.Short, bars, WarmUpHours, days);
        foreach (ScoredSide side in new[] { longs, shorts })
        {
            if (side.Hours.Count < FewestHours)
            {
                throw new MapScoreException(FormattableString.Invariant(
                    $"Only {side.Hours.Count} of {bars.Count} hours can be scored for {side.Side} positions; expected at least {FewestHours} after a warm-up of {WarmUpHours}."));
            }
        }

        RulePredictions our = RulePredictions.Run(ours, bars, Placebos);
        RulePredictions[] others = baselines.Select(rule => RulePredictions.Run(rule, bars)).ToArray();
        SideScoring ofLongs = new(longs, bars, dayCount, our, others, seed);
        SideScoring ofShorts = new(shorts, bars, dayCount, our, others, seed);
        return new MapScoreReport(
            Use(bars, longs, shorts),
            our.Name,
            ofLongs.Score(FewestHoursOfMonth),
            ofShorts.Score(FewestHoursOfMonth),
            others.Select((rule, i) => new BaselineScore(rule.Name, rule.Lacks, ofLongs.Baseline(i), ofShorts.Baseline(i))).ToArray(),
            bars.Select((bar, i) => new HourPrediction(
                bar.TimeUtc, our.Notionals(PositionSide.Long)[i], our.Notionals(PositionSide.Short)[i])).ToArray());
    }

    private static void Check(IReadOnlyList<MarketBar> bars)
    {
        if (bars.Count <= WarmUpHours)
        {
            throw new MapScoreException(FormattableString.Invariant(
                $"The recording holds {bars.Count} hours; expected at least {WarmUpHours + FewestHours}: {WarmUpHours} warm up and {FewestHours} are scored."));
        }

        Expect(bars, bar => bar.OpenInterestQuantity, "open interest (column 'open_interest_usd' or 'open_interest_base')");
        Expect(bars, bar => bar.LiquidatedLongNotional, "liquidations of longs (column 'liquidated_long_usd')");
        Expect(bars, bar => bar.LiquidatedShortNotional, "liquidations of shorts (column 'liquidated_short_usd')");

        TimeSpan step = bars.Zip(bars.Skip(1), (before, after) => after.TimeUtc - before.TimeUtc).Min();
        if (step != TimeSpan.FromHours(1))
        {
            throw new MapScoreException($"The recording's bars are {step} apart; expected hours (01:00:00).");
        }
    }

    private static void Expect(IReadOnlyList<MarketBar> bars, Func<MarketBar, double> value, string what)
    {
        if (bars.All(bar => double.IsNaN(value(bar))))
        {
            throw new MapScoreException($"The recording has no {what}; a map cannot be scored without it.");
        }
    }

    private static int[] DayBlocks(IReadOnlyList<MarketBar> bars, out int count)
    {
        int[] days = new int[bars.Count];
        count = 0;
        for (int hour = WarmUpHours; hour < bars.Count; hour++)
        {
            bool isNewDay = hour == WarmUpHours || bars[hour].TimeUtc.Date != bars[hour - 1].TimeUtc.Date;
            count += isNewDay ? 1 : 0;
            days[hour] = count - 1;
        }

        return days;
    }

    private static HourUse Use(IReadOnlyList<MarketBar> bars, ScoredSide longs, ScoredSide shorts)
    {
        int withoutOpenInterest = 0;
        int withoutLiquidations = 0;
        for (int hour = WarmUpHours; hour < bars.Count; hour++)
        {
            if (double.IsNaN(bars[hour - 1].OpenInterestQuantity))
            {
                withoutOpenInterest++;
            }
            else if (double.IsNaN(bars[hour].LiquidatedLongNotional) && double.IsNaN(bars[hour].LiquidatedShortNotional))
            {
                withoutLiquidations++;
            }
        }

        int scored = longs.Hours.Union(shorts.Hours).Count();
        return new HourUse(bars.Count, WarmUpHours, scored, withoutOpenInterest, withoutLiquidations);
    }
}
