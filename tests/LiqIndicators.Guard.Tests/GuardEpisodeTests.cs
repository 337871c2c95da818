using cAlgo.API;
using LiqIndicators.Sessions.Guarding;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Trading;
using LiqIndicators.TestKit;

namespace LiqIndicators.Guard.Tests;

/// <summary>The whole way from the platform's events to the broker's book, under everything that a market and a broker can do.</summary>
public sealed class GuardEpisodeTests
{
    [Fact]
    public void Robot_AdversarialEpisodes_KeepsEveryRuleAndFinishes()
    {
        int episodes = DeepRun.Count(60, 2_000);
        int orders = 0;
        for (int seed = 1; seed <= episodes; seed++)
        {
            using GuardEpisode episode = new(seed);
            episode.Play();
            orders += episode.Orders;
            Assert.True(episode.Problems.Count == 0, $"Seed {seed}: {string.Join(Environment.NewLine, episode.Problems.Take(5))}");

            GuardStatus status = episode.Status;
            bool isExcused = episode.WasKilled
                || status.General == Refusal.NoPermission
                || status.Refused.Any(r => r.Why is Refusal.ActionCap or Refusal.VolumeCap or Refusal.UnknownSymbol);
            Assert.True(
                isExcused || (status.Decision.Actions ?? []).Count == 0,
                $"Seed {seed}: {string.Join("; ", status.Decision.Actions ?? [])} refused {string.Join("; ", status.Refused)} {status.General}");
        }

        // An episode in which nothing is sent proves nothing.
        Assert.True(orders > 2 * episodes, $"{orders} orders");
    }

    [Fact]
    public void Robot_AdversarialEpisodesInMonitor_SendsNothing()
    {
        for (int seed = 1; seed <= DeepRun.Count(10, 200); seed++)
        {
            using GuardEpisode episode = new(seed, GuardMode.Monitor);
            episode.Play();
            Assert.Equal(0, episode.Orders);
        }
    }

    /// <summary>
    /// The same positions, risk and fates of orders, once without and once with crashes at chosen moments. What is held at the end may differ by
    /// the tolerance of the ladder: within it, which position happens to be free first decides how much stays.
    /// </summary>
    [Fact]
    public void Crash_AtAnyMoment_EndsInTheSameHoldings()
    {
        for (int seed = 1; seed <= DeepRun.Count(25, 1_000); seed++)
        {
            Random random = new(seed);
            double[] volumes = [.. Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Math.Round((1 + random.Next(30)) * 0.01, 2))];
            OrderFate[] fates = [.. Enumerable.Range(0, 6).Select(_ => RandomFate(random))];
            HashSet<int> crashes = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(90))];
            (double risk, double allowed) = new[] { (50.0, 0.5), (60, 0.3), (70, 0.1) }[random.Next(3)];

            double undisturbed = Play(volumes, fates, risk, []);
            double crashed = Play(volumes, fates, risk, crashes);
            Assert.True(undisturbed <= allowed * 1.05 + 1e-9, $"Seed {seed}: {undisturbed} held, {allowed} allowed");
            Assert.True(Math.Abs(undisturbed - crashed) <= allowed * 0.05 + 1e-9, $"Seed {seed}: {undisturbed} without, {crashed} with crashes");
        }
    }

    private static double Play(double[] volumes, OrderFate[] fates, double risk, HashSet<int> crashes)
    {
        using GuardedTerminal desk = new(
            new TerminalOptions
            {
                Account = GuardedTerminal.Account,
                ChartIsNull = true,
                Fates = request => request.Number < fates.Length ? fates[request.Number] : OrderFate.Plain,
            },
            null,
            ("Mode", GuardMode.Armed));
        foreach (double volume in volumes)
        {
            desk.Buy(volume);
        }

        desk.SetRisk(risk);
        desk.Attach();
        for (int i = 0; i < 900; i++)
        {
            if (crashes.Contains(i))
            {
                desk.Guard.Crash();
                desk.Guard.Revive();
            }

            desk.Run(1);
        }

        Assert.Empty(desk.Terminal.Errors);
        return desk.Volume(TradeType.Buy);
    }

    private static OrderFate RandomFate(Random random) => random.Next(6) switch
    {
        0 => OrderFate.Refused(ErrorCode.Timeout) with { FillShare = 1, FillAfter = TimeSpan.FromSeconds(5), ReplyAfter = TimeSpan.FromSeconds(2) },
        1 => OrderFate.Refused(ErrorCode.Timeout) with { ReplyAfter = TimeSpan.FromSeconds(2) },
        2 => new OrderFate { FillAfter = TimeSpan.FromSeconds(0.5), ReplyAfter = TimeSpan.FromSeconds(1) },
        3 => new OrderFate { IsAnswered = false, FillAfter = TimeSpan.FromSeconds(3) },
        4 => OrderFate.Refused(ErrorCode.NoMoney),
        _ => OrderFate.Plain,
    };
}
