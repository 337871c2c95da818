using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Guarding;
using LiqIndicators.TestKit;

namespace LiqIndicators.Sessions.Tests.Guarding;

public sealed class GuardSessionEpisodeTests
{
    /// <summary>
    /// No order breaks a rule; and once the world is calm again, what is left undone has a reason that only time, the
    /// caps or the user can lift.
    /// </summary>
    [Fact]
    public void Step_AdversarialEpisodes_KeepEveryRuleAndFinish()
    {
        int episodes = DeepRun.Count(300, 10_000);
        int orders = 0;
        for (int seed = 1; seed <= episodes; seed++)
        {
            Episode episode = new(seed);
            episode.Play();
            orders += episode.Broker.Commands.Count;
            Assert.True(episode.Problems.Count == 0, $"Seed {seed}: {string.Join(Environment.NewLine, episode.Problems.Take(5))}");

            GuardStatus status = episode.Desk.Session.Status;
            bool isExcused = episode.WasKilled
                || status.General == Refusal.NoPermission
                || status.Refused.Any(r => r.Why is Refusal.ActionCap or Refusal.VolumeCap or Refusal.UnknownSymbol);
            Assert.True(
                isExcused || status.Decision.Actions.Count == 0,
                $"Seed {seed}: {string.Join("; ", status.Decision.Actions)} refused {string.Join("; ", status.Refused)} {status.General}");
        }

        // An episode in which nothing is sent proves nothing.
        Assert.True(orders > 2 * episodes, $"{orders} orders");
    }

    [Fact]
    public void Step_AdversarialEpisodesInMonitor_SendNothing()
    {
        for (int seed = 1; seed <= DeepRun.Count(30, 1_000); seed++)
        {
            Episode episode = new(seed, GuardMode.Monitor);
            episode.Play();
            Assert.Empty(episode.Broker.Commands);
        }
    }

    /// <summary>
    /// The same positions, risk and fates of orders, once without and once with crashes at chosen moments: what is
    /// held at the end is the same.
    /// </summary>
    [Fact]
    public void Crash_AtAnyMoment_EndsInTheSameState()
    {
        for (int seed = 1; seed <= DeepRun.Count(150, 5_000); seed++)
        {
            Random random = new(seed);
            int positions = 1 + random.Next(5);
            double[] volumes = [.. Enumerable.Range(0, positions).Select(_ => (1 + random.Next(60)) * 0.01)];
            OrderFate[] fates = [.. Enumerable.Range(0, 6).Select(_ => RandomFate(random))];
            HashSet<int> crashes = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(90))];
            double risk = new[] { 30, 50, 70 }[random.Next(3)];

            double undisturbed = Play(volumes, fates, risk, []);
            double crashed = Play(volumes, fates, risk, crashes);
            Assert.True(Math.Abs(undisturbed - crashed) < 1e-9, $"Seed {seed}: {undisturbed} without, {crashed} with crashes");
        }
    }

    private static double Play(double[] volumes, OrderFate[] fates, double risk, HashSet<int> crashes)
    {
        FakeBroker broker = new(10_000);
        for (int i = 0; i < volumes.Length; i++)
        {
            broker.Open(i + 1, PositionSide.Long, Math.Round(volumes[i], 2));
        }

        broker.SetRisk(risk);
        broker.Fate = (n, _) => n < fates.Length ? fates[n] : OrderFate.Good;
        // Without tolerance: within it, which position happens to be free first decides how much stays.
        Desk desk = new(broker, Desk.Armed(), new GuardOptions { Ladder = Desk.Ladder, TolerancePct = 0 });
        for (int i = 0; i < 1_200; i++)
        {
            if (crashes.Contains(i))
            {
                desk.Crash();
            }

            desk.Run(1);
        }

        return broker.Volume(FakeBroker.Btc, PositionSide.Long);
    }

    private static OrderFate RandomFate(Random random) => random.Next(6) switch
    {
        0 => new OrderFate(TradeOutcome.Timeout, 2, 1, 5),
        1 => new OrderFate(TradeOutcome.Timeout, 2, 0, 0),
        2 => new OrderFate(TradeOutcome.Done, 1, 1, 0.5),
        3 => new OrderFate(null, 0, 1, 3),
        4 => OrderFate.Refused(TradeOutcome.NoMoney),
        _ => OrderFate.Good,
    };
}
