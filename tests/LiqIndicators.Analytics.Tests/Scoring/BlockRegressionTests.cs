using LiqIndicators.Analytics.Scoring;
using MathNet.Numerics.LinearRegression;

namespace LiqIndicators.Analytics.Tests.Scoring;

public sealed class BlockRegressionTests
{
    private const int Rows = 240;
    private const int Blocks = 12;

    private readonly int[] _blockOfRow = Enumerable.Range(0, Rows).Select(row => row % Blocks).ToArray();
    private readonly double[][] _controls;
    private readonly double[] _outcome;
    private readonly double[][] _candidates;

    public BlockRegressionTests()
    {
        Random random = new(5);
        double[] Column(Func<int, double> value) => Enumerable.Range(0, Rows).Select(value).ToArray();
        double[] first = Column(_ => 10 + random.NextDouble());
        double[] second = Column(i => first[i] * first[i]);
        double[] useful = Column(i => first[i] + (3 * random.NextDouble()));
        double[] noise = Column(_ => 1e6 * random.NextDouble());
        _controls = new[] { first, second };
        _candidates = new[] { useful, noise };
        _outcome = Column(i => (2 * first[i]) + useful[i] + random.NextDouble());
    }

    [Theory]
    [InlineData(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)]
    [InlineData(0, 2, 1, 3, 0, 0, 1, 1, 2, 0, 1, 1)]
    [InlineData(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1)]
    public void Fit_AnyChoiceOfBlocks_EqualsTwoRegressionsOnThoseRows(params int[] counts)
    {
        BlockRegression regression = new(_blockOfRow, Blocks, _controls, _outcome, _candidates);
        double[] gains = new double[2];
        double[] coefficients = new double[2];

        double controlsR2 = regression.Fit(counts, gains, coefficients);

        (double expectedR2, _) = Slow(counts, _controls);
        Assert.Equal(expectedR2, controlsR2, tolerance: 1e-9);
        for (int i = 0; i < 2; i++)
        {
            (double r2, double coefficient) = Slow(counts, _controls.Append(_candidates[i]).ToArray());
            Assert.Equal(r2 - expectedR2, gains[i], tolerance: 1e-9);
            Assert.Equal(coefficient, coefficients[i], tolerance: 1e-6 * Math.Abs(coefficient));
        }
    }

    [Fact]
    public void Fit_CandidateThatTheControlsDetermine_AddsNothing()
    {
        double[] said = Enumerable.Range(0, Rows).Select(i => (2 * _controls[0][i]) - _controls[1][i] + 7).ToArray();
        double[] constant = Enumerable.Repeat(4.0, Rows).ToArray();
        BlockRegression regression = new(_blockOfRow, Blocks, _controls, _outcome, new[] { said, constant });
        double[] gains = new double[2];

        regression.Fit(Enumerable.Repeat(1, Blocks).ToArray(), gains);

        Assert.Equal(new double[] { 0, 0 }, gains);
    }

    [Fact]
    public void Fit_FewerRowsThanControls_IsNotAvailable()
    {
        BlockRegression regression = new(new[] { 0, 1, 1, 1 }, 2, new[] { new double[] { 1, 2, 4, 3 } }, new double[] { 1, 2, 1, 4 }, new[] { new double[] { 1, 0, 0, 2 } });
        double[] gains = new double[1];

        Assert.True(double.IsNaN(regression.Fit(new[] { 1, 0 }, gains)));
        Assert.True(double.IsNaN(gains[0]));
    }

    [Fact]
    public void Constructor_ColumnOfAnotherLength_NamesIt() => Assert.Contains(
        "controls",
        Assert.Throws<ArgumentException>(() => new BlockRegression(_blockOfRow, Blocks, new[] { new double[3] }, _outcome, _candidates)).Message,
        StringComparison.Ordinal);

    private (double R2, double LastCoefficient) Slow(int[] counts, double[][] columns)
    {
        List<double[]> x = new();
        List<double> y = new();
        for (int row = 0; row < Rows; row++)
        {
            for (int copy = 0; copy < counts[_blockOfRow[row]]; copy++)
            {
                x.Add(columns.Select(column => column[row]).ToArray());
                y.Add(_outcome[row]);
            }
        }

        double[] beta = MultipleRegression.QR(x.ToArray(), y.ToArray(), intercept: true);
        double mean = y.Average();
        double left = x.Select((row, i) => y[i] - beta[0] - row.Select((value, j) => value * beta[j + 1]).Sum()).Sum(e => e * e);
        return (1 - (left / y.Sum(value => (value - mean) * (value - mean))), beta[^1]);
    }
}
