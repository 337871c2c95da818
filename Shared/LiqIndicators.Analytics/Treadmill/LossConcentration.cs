using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Analytics.Treadmill;

/// <summary>Whether open interest left in many parts or in few: largest share and Herfindahl index of its losses.</summary>
/// <remarks>Losses are the samples' net decreases; rises count as no loss. Equal losses in n samples give 1/n for both.</remarks>
public sealed class LossConcentration
{
    private readonly RollingSum _losses;
    private readonly RollingSum _squares;
    private readonly RollingMaximum _largest;

    /// <summary>Creates an empty window.</summary>
    /// <param name="capacity">Samples it holds; in [1, 1,000,000].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is outside its range.</exception>
    public LossConcentration(int capacity)
    {
        _losses = new RollingSum(capacity);
        _squares = new RollingSum(capacity);
        _largest = new RollingMaximum(capacity);
    }

    /// <summary>Concentration after <see cref="Add"/> of the same change; changes nothing.</summary>
    /// <param name="change">Change of open interest during the sample; any unit that is the same throughout.</param>
    public Concentration Preview(double change)
    {
        double loss = Math.Max(0, -change);
        double total = _losses.Preview(loss);
        double largest = _largest.Preview(loss);

        // A window without losses sums to rounding, not to a loss.
        return largest > 0 && total > 0
            ? new Concentration(total, largest / total, _squares.Preview(loss * loss) / (total * total))
            : new Concentration(0, double.NaN, double.NaN);
    }

    /// <summary>Adds a change.</summary>
    /// <param name="change">Finite.</param>
    public void Add(double change)
    {
        double loss = Math.Max(0, -change);
        _losses.Add(loss);
        _squares.Add(loss * loss);
        _largest.Add(loss);
    }

    /// <summary>How concentrated losses are.</summary>
    /// <param name="TotalLoss">Sum of the losses; the unit of the changes.</param>
    /// <param name="LargestShare">Largest loss over their sum; in (0, 1], NaN without losses.</param>
    /// <param name="Herfindahl">Sum of squared shares; in (0, 1], NaN without losses.</param>
    public readonly record struct Concentration(double TotalLoss, double LargestShare, double Herfindahl);
}
