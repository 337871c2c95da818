using LiqIndicators.Workbench.Scoring.Guard;

namespace LiqIndicators.Workbench.Tests.Scoring.Guard;

public sealed class ScoredAccountsTests
{
    // 40 returns of -0.40 to -0.01 are 2 worst: (-0.40 - 0.39) / 2.
    [Fact]
    public void Figures_OfAKnownList_AreThoseWorkedByHand()
    {
        EpisodeOutcome[] outcomes = [.. Enumerable.Range(1, 40).Select(i => new EpisodeOutcome(
            -i / 100.0, 0.5, IsStoppedOut: i > 37, MaxDrawdown: i / 50.0, Turnover: i % 2, Cost: 0.001, Cuts: 1))];

        PolicyFigures figures = new ScoredAccounts(outcomes, seeds: 10).Figures(Once(10));

        Assert.Equal(3, figures.StopOuts);
        Assert.Equal(-0.395, figures.Cvar95, tolerance: 1e-12);
        Assert.Equal(20.5 / 50, figures.MaxDrawdownMedian, tolerance: 1e-12);
        Assert.Equal(0.5, figures.Turnover, tolerance: 1e-12);
        Assert.Equal(0.001, figures.Cost, tolerance: 1e-12);
        Assert.Equal(-0.205, figures.ReturnMean, tolerance: 1e-12);
        Assert.Equal(0.5, figures.ReturnBeforeShock, tolerance: 1e-12);
    }

    // Of 30 accounts the tail is 1.5: the worst, and half of the next.
    [Fact]
    public void Cvar95_OfATailThatIsNoWholeNumber_CountsTheEdgeInPart()
    {
        EpisodeOutcome[] outcomes = [.. Enumerable.Range(0, 30).Select(i => Outcome(i == 7 ? -0.9 : i == 3 ? -0.6 : 0.1, 0))];

        Assert.Equal((-0.9 - 0.3) / 1.5, new ScoredAccounts(outcomes, 30).Figures(Once(30)).Cvar95, tolerance: 1e-12);
    }

    // A resample that counts seeds several times is the list with these seeds written out several times.
    [Fact]
    public void Figures_OfAResample_EqualThoseOfTheListWrittenOut()
    {
        Random random = new(7);
        EpisodeOutcome[] outcomes = [.. Enumerable.Range(0, 12 * 8).Select(_ => Outcome(random.NextDouble() - 0.7, random.NextDouble()))];
        ScoredAccounts accounts = new(outcomes, seeds: 12);
        for (int draw = 0; draw < 50; draw++)
        {
            int[] counts = new int[12];
            for (int i = 0; i < 12; i++)
            {
                counts[random.Next(12)]++;
            }

            EpisodeOutcome[] written = [.. Enumerable.Range(0, 12)
                .SelectMany(seed => Enumerable.Repeat(seed, counts[seed]))
                .SelectMany(seed => outcomes.Skip(8 * seed).Take(8))];
            double[] returns = [.. written.Select(outcome => outcome.Return).Order()];
            double[] falls = [.. written.Select(outcome => outcome.MaxDrawdown).Order()];

            // 96 accounts: a tail of 4.8.
            double tail = (returns.Take(4).Sum() + (0.8 * returns[4])) / 4.8;
            PolicyFigures figures = accounts.Figures(counts);
            Assert.Equal(tail, figures.Cvar95, tolerance: 1e-12);
            Assert.Equal((falls[47] + falls[48]) / 2, figures.MaxDrawdownMedian, tolerance: 1e-12);
            Assert.Equal(returns.Average(), figures.ReturnMean, tolerance: 1e-12);
        }
    }

    private static int[] Once(int seeds) => [.. Enumerable.Repeat(1, seeds)];

    private static EpisodeOutcome Outcome(double profit, double drawdown) => new(profit, profit, false, drawdown, 0, 0, 0);
}
