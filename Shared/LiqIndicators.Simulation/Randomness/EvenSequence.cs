namespace LiqIndicators.Simulation.Randomness;

/// <summary>Points spread evenly over the unit cube of two dimensions, from a random start.</summary>
/// <remarks>
/// A lot stands for many traders; drawing its traits evenly instead of independently lets few lots show the smooth
/// mass that many traders make. Source: the R-sequence of M. Roberts, powers of the root of x^3 = x + 1.
/// </remarks>
internal sealed class EvenSequence
{
    private const double Root = 1.324717957244746;
    private static readonly double[] Steps = [1 / Root, 1 / (Root * Root)];
    private readonly double[] _point = new double[2];

    /// <summary>Starts at a random point.</summary>
    public EvenSequence(RandomStream random)
    {
        for (int i = 0; i < _point.Length; i++)
        {
            _point[i] = random.NextUniform();
        }
    }

    /// <summary>Coordinate of the present point; in [0, 1).</summary>
    public double this[int dimension] => _point[dimension];

    /// <summary>Goes to the next point.</summary>
    public void Next()
    {
        for (int i = 0; i < _point.Length; i++)
        {
            double moved = _point[i] + Steps[i];
            _point[i] = moved >= 1 ? moved - 1 : moved;
        }
    }
}
