using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Scoring.Map;
using LiqIndicators.Simulation;
using LiqIndicators.Simulation.Truth;
using LiqIndicators.Workbench.Scoring.Sim;

namespace LiqIndicators.Workbench.Tests.Scoring.Sim;

[Collection(ScoreRuns.Name)]
public sealed class BookScoreTests
{
    // Two weeks of decisions in the unpublished run-in are enough for a book with all leverages.
    private static readonly Lazy<TruthSnapshot> Truth = new(() => MarketSimulation
        .Stream(new SimulationOptions { Seed = 1001, Days = 1, TruthIntervalHours = 24 }).Single(hour => hour.Truth is not null).Truth!);

    [Fact]
    public void Of_RuleThatKnowsTheTruth_IsPerfect()
    {
        BookScore score = Score(new Oracle(Truth.Value, quantityFactor: 1));

        Assert.Equal(1, score.Spearman, tolerance: 1e-9);
        Assert.Equal(0, score.EarthMover, tolerance: 1e-9);
        Assert.Equal(1, score.MassRatio5, tolerance: 1e-3);
        Assert.Equal(1, score.MassRatio10, tolerance: 1e-3);
        Assert.Equal(0, score.SideError10, tolerance: 1e-3);
        Assert.Equal(1, score.Overlap10);
    }

    [Fact]
    public void Of_RuleThatSeesTwiceTheMass_HasTheShapeButNotTheSize()
    {
        BookScore score = Score(new Oracle(Truth.Value, quantityFactor: 2));

        Assert.Equal(1, score.Spearman, tolerance: 1e-9);
        Assert.Equal(0, score.EarthMover, tolerance: 1e-9);
        Assert.Equal(2, score.MassRatio10, tolerance: 2e-3);
        Assert.Equal(Math.Log(2), score.SideError10, tolerance: 1e-3);
    }

    [Fact]
    public void Of_RuleThatSeesEverythingOnePercentFarther_IsOnePercentAway()
    {
        // Mass that leaves the 20% at the far end is not missed: both books are shares of what lies within.
        BookScore score = Score(new Oracle(Truth.Value, quantityFactor: 1, logShift: 0.01));

        Assert.InRange(score.EarthMover, 0.006, 0.0105);
        Assert.InRange(score.Spearman, -1, 0.97);
    }

    [Fact]
    public void Of_TruthOfASimulation_AddsUpToItsOpenQuantity()
    {
        BookCells cells = BookCells.Of(Truth.Value);
        double price = Truth.Value.Price;

        // 44 cells of 0.005 reach 0.22 in log price below, 36 reach 0.18 above.
        Assert.Equal(44, cells.Longs.Length);
        Assert.Equal(36, cells.Shorts.Length);
        double longs = Truth.Value.OpenQuantity(PositionSide.Long, price * Math.Exp(-0.22), price);
        double shorts = Truth.Value.OpenQuantity(PositionSide.Short, price, price * Math.Exp(0.18));
        Assert.Equal(longs, cells.Longs.Sum(), tolerance: 1e-9 * longs);
        Assert.Equal(shorts, cells.Shorts.Sum(), tolerance: 1e-9 * shorts);
    }

    [Fact]
    public void Median_EvenCountAndMissingFigures_TakesTheMiddleOfWhatIsThere()
    {
        BookScore median = BookScore.Median(
        [
            new BookScore(0.1, 1, 1, 1, 1, 1),
            new BookScore(double.NaN, 2, 2, 2, 2, 2),
            new BookScore(0.5, 3, 3, 3, 3, 3),
            new BookScore(0.3, 9, 9, 9, 9, 9),
        ]);

        Assert.Equal(0.3, median.Spearman, tolerance: 1e-12);
        Assert.Equal(2.5, median.EarthMover, tolerance: 1e-12);
    }

    private static BookScore Score(IMapRule rule) => BookScore.Of(BookCells.Of(rule, Truth.Value.Price), BookCells.Of(Truth.Value));

    /// <summary>A rule that has been told every position.</summary>
    private sealed class Oracle(TruthSnapshot truth, double quantityFactor, double logShift = 0) : IMapRule
    {
        public string Name => "oracle";

        public string? Lacks => null;

        public double QuantityBetween(PositionSide side, double lowPrice, double highPrice) => quantityFactor * truth.Buckets
            .Where(bucket => bucket.Side == side)
            .Where(bucket => Seen(bucket) is double price && price >= lowPrice && price < highPrice)
            .Sum(bucket => bucket.Quantity);

        public void Update(in MarketBar bar)
        {
        }

        private double Seen(TruthBucket bucket) =>
            bucket.LiquidationPrice * Math.Exp(bucket.Side == PositionSide.Long ? -logShift : logShift);
    }
}
