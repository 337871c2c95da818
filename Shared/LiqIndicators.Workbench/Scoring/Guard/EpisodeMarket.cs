using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Simulation;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>Five days of a simulated market, minute by minute, with what the cascade session could know at each.</summary>
/// <remarks>
/// The market of a seed begins days before, so that the session has a history. It is fed with bars of five minutes as an
/// exchange publishes them, the length the live feed has, and each counts only a minute after its close. Nothing of
/// the truth goes in: the shocks serve to place the days and to label them.
/// </remarks>
internal sealed class EpisodeMarket
{
    /// <summary>Days before the first shock.</summary>
    internal const int DaysBefore = 3;

    /// <summary>Days after the first shock: all shocks lie within.</summary>
    internal const int DaysAfter = 2;

    /// <summary>How late bars reach a reader.</summary>
    internal static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    private const int SimulatedDays = 16;
    private static readonly TimeSpan BarLength = TimeSpan.FromMinutes(5);

    private EpisodeMarket(int seed, bool isCascade, int firstShock, EpisodeMinute[] minutes)
    {
        Seed = seed;
        IsCascade = isCascade;
        FirstShock = firstShock;
        Minutes = minutes;
    }

    /// <summary>Seed of the market.</summary>
    internal int Seed { get; }

    /// <summary>Whether the hidden schedule has a shock within these days; what came of it does not matter.</summary>
    internal bool IsCascade { get; }

    /// <summary>Index of the minute in which the first shock of the seed's schedule begins, or would begin in a calm market.</summary>
    internal int FirstShock { get; }

    /// <summary>The minutes, in time order without gaps.</summary>
    internal IReadOnlyList<EpisodeMinute> Minutes { get; }

    /// <summary>Simulates the days of a seed.</summary>
    /// <param name="seed">Seed of market and schedule.</param>
    /// <param name="scenario">Cascade, or calm for the same days of the same seed without shocks.</param>
    internal static EpisodeMarket Simulate(int seed, SimulationScenario scenario)
    {
        SimulationOptions options = new()
        {
            Seed = seed,
            Scenario = scenario,
            Days = SimulatedDays,
            Bar = TimeSpan.FromMinutes(1),
            TruthIntervalHours = 168,
        };
        DateTime shockUtc = MarketSimulation.Shocks(options with { Scenario = SimulationScenario.Cascade })[0].StartUtc;
        DateTime startUtc = shockUtc.AddDays(-DaysBefore);
        DateTime endUtc = shockUtc.AddDays(DaysAfter);
        List<MarketBar> minutes = [.. MarketSimulation.Stream(options)
            .TakeWhile(hour => hour.Bars[0].TimeUtc < endUtc)
            .SelectMany(hour => hour.Bars)];
        bool isCascade = MarketSimulation.Shocks(options)
            .Any(shock => shock.StartUtc < endUtc && shock.StartUtc.AddMinutes(shock.Minutes) > startUtc);
        return new EpisodeMarket(seed, isCascade, DaysBefore * 24 * 60, Quote(minutes, startUtc, endUtc));
    }

    /// <summary>Bars of several minutes out of bars of one; an incomplete last one is left out.</summary>
    internal static List<MarketBar> Join(IReadOnlyList<MarketBar> minutes, int length)
    {
        List<MarketBar> bars = [];
        for (int first = 0; first + length <= minutes.Count; first += length)
        {
            MarketBar bar = minutes[first];
            for (int i = first + 1; i < first + length; i++)
            {
                bar = bar.JoinedWith(minutes[i]);
            }

            bars.Add(bar);
        }

        return bars;
    }

    private static EpisodeMinute[] Quote(List<MarketBar> minutes, DateTime startUtc, DateTime endUtc)
    {
        CascadeSession session = new(
            new CascadeOptions(), new RecordedFeed("simulated", Join(minutes, (int)BarLength.TotalMinutes), BarLength));
        session.Advance(endUtc);

        int first = (int)(startUtc - minutes[0].TimeUtc).TotalMinutes;
        EpisodeMinute[] quoted = new EpisodeMinute[(int)(endUtc - startUtc).TotalMinutes];
        for (int i = 0; i < quoted.Length; i++)
        {
            MarketBar bar = minutes[first + i];
            DateTime closeUtc = bar.TimeUtc.AddMinutes(1);
            double unrest = 0;
            for (int back = 0; back < TradingCosts.UnrestMinutes; back++)
            {
                unrest += Math.Abs(Math.Log(minutes[first + i - back].Close / minutes[first + i - back - 1].Close));
            }

            quoted[i] = new EpisodeMinute(
                closeUtc,
                bar.High,
                bar.Low,
                bar.Close,
                10_000 * unrest / TradingCosts.UnrestMinutes,
                session.ReadingsAsOf(closeUtc - Delay));
        }

        return quoted;
    }
}
