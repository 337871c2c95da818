using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.TestKit;
using MathNet.Numerics.LinearAlgebra;

namespace LiqIndicators.Analytics.Tests.Liquidation.Forecast;

public sealed class DistanceScoreTests
{
    [Fact]
    public void Value_ManyBars_EqualsWeightedLeastSquaresOverThem()
    {
        List<Row> rows = Rows(seed: 21, count: 900, effect: 0.6);
        DistanceScore score = new(1);
        foreach (Row row in rows)
        {
            row.Give(score);
        }

        double keep = Math.Pow(0.5, 1.0 / 1440);
        double expected = RSquared(rows, keep, withMap: true) - RSquared(rows, keep, withMap: false);
        Assert.True(expected > 0.02);
        Assert.Equal(expected, score.Value.Gain, tolerance: 1e-9);
        Assert.Equal((1 - Math.Pow(keep, rows.Count)) / (1 - keep), score.Value.Bars, tolerance: 1e-6);
        Assert.True(score.Value.IsBetter);
    }

    [Fact]
    public void Value_MoreMassFewerLiquidations_IsNegative()
    {
        DistanceScore score = new(1);
        Rows(seed: 22, count: 900, effect: -0.6).ForEach(row => row.Give(score));

        Assert.True(score.Value.Gain < -0.02);
        Assert.False(score.Value.IsBetter);
    }

    [Fact]
    public void Value_MapThatRepeatsDistance_AddsNothing()
    {
        DistanceScore score = new(1);
        foreach (Row row in Rows(seed: 23, count: 500, effect: 0))
        {
            // With the floor the map's column is the logarithm of the move plus a constant.
            double move = Math.Max(row.Move, 0.001);
            (row with { Move = move, Crossed = (1e8 * move) - 1e5 }).Give(score);
        }

        Assert.Equal(0, score.Value.Gain, tolerance: 1e-9);
        Assert.False(score.Value.IsBetter);
    }

    [Fact]
    public void Value_OpenInterestThatStandsStill_StillComparesTheRest()
    {
        List<Row> rows = Rows(seed: 24, count: 600, effect: 0.6).ConvertAll(row => row with { OpenInterest = 8e9 });
        DistanceScore score = new(1);
        rows.ForEach(row => row.Give(score));

        Assert.True(score.Value.Gain > 0.02);
        Assert.True(score.Value.IsBetter);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(110)]
    public void Value_TooFewBars_IsNotAvailable(int count)
    {
        DistanceScore score = new(1);
        Rows(seed: 25, count, effect: 0.6).ForEach(row => row.Give(score));

        Assert.Equal(count < 100, double.IsNaN(score.Value.Gain));
    }

    [Fact]
    public void Update_Bars_AllocatesNothing()
    {
        DistanceScore score = new(1);
        List<Row> rows = Rows(seed: 26, count: 400, effect: 0.6);
        rows[0].Give(score);
        double sum = score.Value.Bars;
        long allocated = Allocations.Of(0, rows.Count, i =>
        {
            rows[i].Give(score);
            sum += score.Value.Bars;
        });

        Assert.Equal(0, allocated);
        Assert.True(sum > 0);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(0.01, double.NaN, 1)]
    [InlineData(0.01, 1, -1)]
    public void Update_BadNumber_RefusesAndChangesNothing(double move, double crossed, double realised)
    {
        DistanceScore score = new(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => score.Update(move, 0.01, 1e9, crossed, realised));
        Assert.Equal(0, score.Value.Bars);
    }

    private static List<Row> Rows(int seed, int count, double effect)
    {
        Random random = new(seed);
        double Gauss() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        List<Row> rows = [];
        for (int i = 0; i < count; i++)
        {
            double move = 0.001 * Math.Exp(Gauss());
            double range = 0.008 * Math.Exp(0.4 * Gauss());
            double openInterest = 8e9 * Math.Exp(0.05 * Gauss());
            double mapNoise = Gauss();
            double crossed = 3e9 * move * Math.Exp(mapNoise);
            double realised = 1e8 * move * Math.Exp((effect * mapNoise) + Gauss());
            rows.Add(new Row(move, range, openInterest, crossed, realised));
        }

        return rows;
    }

    /// <summary>The definition: all rows at once, each weighing less the older it is.</summary>
    private static double RSquared(List<Row> rows, double keep, bool withMap)
    {
        double[] roots = [.. rows.Select((_, i) => Math.Sqrt(Math.Pow(keep, rows.Count - 1 - i)))];
        Matrix<double> design = Matrix<double>.Build.DenseOfRows(rows.Select((row, i) => Columns(row, withMap).Select(value => value * roots[i])));
        double[] outcomes = [.. rows.Select(row => Math.Log(1e4 + row.Realised))];
        Vector<double> weighted = Vector<double>.Build.DenseOfEnumerable(outcomes.Select((value, i) => value * roots[i]));
        Vector<double> fitted = design * design.QR().Solve(weighted);
        double mean = outcomes.Select((value, i) => value * roots[i] * roots[i]).Sum() / roots.Sum(root => root * root);
        double total = outcomes.Select((value, i) => Math.Pow((value - mean) * roots[i], 2)).Sum();
        return 1 - (Math.Pow((weighted - fitted).L2Norm(), 2) / total);
    }

    private static IEnumerable<double> Columns(Row row, bool withMap)
    {
        double log = Math.Log(row.Move);
        double[] controls = [1, log, log * log, Math.Log(row.Range), Math.Log(row.OpenInterest)];
        return withMap ? controls.Append(Math.Log(1e5 + row.Crossed)) : controls;
    }

    private sealed record Row(double Move, double Range, double OpenInterest, double Crossed, double Realised)
    {
        internal void Give(DistanceScore score) => score.Update(Move, Range, OpenInterest, Crossed, Realised);
    }
}
