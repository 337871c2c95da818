using LiqIndicators.Analytics.Scoring;

namespace LiqIndicators.Analytics.Tests.Scoring;

public sealed class AssociationTests
{
    [Fact]
    public void Spearman_WithTies_SharesTheirRanks()
    {
        // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4: deviations multiply to 4.5, squares sum to 4.5 and 5.
        double correlation = Association.Spearman(new[] { 10.0, 20, 20, 30 }, new[] { 1.0, 30, 20, 400 });

        Assert.Equal(4.5 / Math.Sqrt(22.5), correlation, tolerance: 1e-12);
    }

    [Fact]
    public void Spearman_OfAConstant_IsNotAvailable() =>
        Assert.True(double.IsNaN(Association.Spearman(new[] { 1.0, 1, 1 }, new[] { 1.0, 2, 3 })));

    [Fact]
    public void Line_ThroughThreePoints_IsTheOneOfLeastSquares()
    {
        // Mean x 1, mean y 2; sum dx dy = (-1)(-2) + 0 + (1)(1) = 3, sum dx² = 2.
        (double intercept, double slope) = Association.Line(new[] { 0.0, 1, 2 }, new[] { 0.0, 3, 3 });

        Assert.Equal(1.5, slope, tolerance: 1e-12);
        Assert.Equal(0.5, intercept, tolerance: 1e-12);
    }

    [Fact]
    public void Line_OfAConstant_IsNotAvailable() =>
        Assert.True(double.IsNaN(Association.Line(new[] { 0.1, 0.1, 0.1 }, new[] { 0.0, 1, 2 }).Slope));

    [Fact]
    public void EarthMoverDistance_MassTwoCellsAway_TravelsTwoCells() =>
        Assert.Equal(1.0, Association.EarthMoverDistance(new[] { 1.0, 0, 0 }, new[] { 0.0, 0, 2 }, 0.5), tolerance: 1e-12);

    [Fact]
    public void EarthMoverDistance_HalfOfTheMassOneCellAway_TravelsHalfACell() =>
        Assert.Equal(0.05, Association.EarthMoverDistance(new[] { 2.0, 0 }, new[] { 3.0, 3 }, 0.1), tolerance: 1e-12);

    [Fact]
    public void EarthMoverDistance_WithoutMass_IsNotAvailable() =>
        Assert.True(double.IsNaN(Association.EarthMoverDistance(new[] { 0.0 }, new[] { 1.0 }, 1)));

    [Fact]
    public void Spearman_ListsOfDifferentLength_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Association.Spearman(new[] { 1.0 }, new[] { 1.0, 2 }));
}
