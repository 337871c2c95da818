using System.Globalization;
using MathNet.Numerics.LinearRegression;

namespace LiqIndicators.Workbench.Tests.Scoring.Map;

/// <summary>The score from two files and its definition alone: nothing of the product is used.</summary>
internal sealed class SlowScorer
{
    private readonly List<Dictionary<string, string>> _market;
    private readonly List<Dictionary<string, string>> _predictions;

    internal SlowScorer(string market, string predictions)
    {
        _market = Read(market);
        _predictions = Read(predictions);
        Assert.Equal(_market.Select(row => row["time_utc"]), _predictions.Select(row => row["time_utc"]));
    }

    internal (int Hours, double ControlsR2, double Gain, double Coefficient) Score(bool isLong)
    {
        List<double> outcomes = [];
        List<double[]> controls = [];
        List<double[]> all = [];
        for (int t = 424; t < _market.Count; t++)
        {
            double open = Number(t, "open");
            double distance = (isLong ? open - Number(t, "low") : Number(t, "high") - open) / open;
            if (distance < 0.0005)
            {
                continue;
            }

            double range = Enumerable.Range(t - 24, 24).Average(i => (Number(i, "high") - Number(i, "low")) / Number(i, "open"));
            double[] row = [Math.Log(distance), Math.Pow(Math.Log(distance), 2), Math.Log(range), Math.Log(Number(t - 1, "open_interest_usd"))];
            double predicted = double.Parse(_predictions[t][isLong ? "long_usd" : "short_usd"], CultureInfo.InvariantCulture);
            outcomes.Add(Math.Log(1e4 + Number(t, isLong ? "liquidated_long_usd" : "liquidated_short_usd")));
            controls.Add(row);
            all.Add([.. row, Math.Log(1e5 + predicted)]);
        }

        (double without, _) = Fit(controls, outcomes);
        (double with, double coefficient) = Fit(all, outcomes);
        return (outcomes.Count, without, with - without, coefficient);
    }

    private static (double R2, double LastCoefficient) Fit(List<double[]> x, List<double> y)
    {
        double[] beta = MultipleRegression.QR([.. x], [.. y], intercept: true);
        double mean = y.Average();
        double left = 0;
        for (int i = 0; i < x.Count; i++)
        {
            double fitted = beta[0];
            for (int j = 0; j < x[i].Length; j++)
            {
                fitted += beta[j + 1] * x[i][j];
            }

            left += Math.Pow(y[i] - fitted, 2);
        }

        return (1 - (left / y.Sum(value => Math.Pow(value - mean, 2))), beta[^1]);
    }

    private static List<Dictionary<string, string>> Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string[] header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second))];
    }

    private double Number(int row, string column) => double.Parse(_market[row][column], CultureInfo.InvariantCulture);
}
