namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>
/// How much a map adds to distance alone in explaining printed liquidations, one side, kept up as bars close.
/// </summary>
/// <remarks>
/// Least squares of <c>ln(1e4 + printed)</c> on a constant, <c>ln d</c>, <c>ln^2 d</c>, log of the usual range and log of
/// open interest, with and without <c>ln(1e5 + crossed)</c>: the difference of R^2, over past bars that weigh half after
/// 1,440 hours. Only means and co-moments are kept, centred as they grow, so a bar costs the same at any time and nothing
/// is allocated. Source: docs/model.md, F6.
/// </remarks>
public sealed class DistanceScore
{
    /// <summary>Bars below which there is no score.</summary>
    public const double FewestBars = 100;

    private const double HalfLifeHours = 1440;
    private const double OutcomeFloor = 1e4;
    private const double PredictionFloor = 1e5;

    // Columns: four controls, then the map, then the outcome.
    private const int Controls = 4;
    private const int Map = 4;
    private const int Outcome = 5;
    private const int Columns = 6;

    // A column of which the others leave less than this share says nothing of its own.
    private const double CollinearShare = 1e-9;

    // Upper 5% of chi-square with one degree of freedom: the square of 1.96.
    private const double ChanceOfOneInTwenty = 3.841;

    private readonly double _keepPerBar;
    private readonly double[] _row = new double[Columns];
    private readonly double[] _means = new double[Columns];
    private readonly double[] _moments = new double[Columns * Columns];
    private readonly double[] _rest = new double[Columns * Columns];
    private double _weight;

    /// <summary>Has compared nothing.</summary>
    /// <param name="barHours">Length of a bar; hours; &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="barHours"/> is NaN or not above 0.</exception>
    public DistanceScore(double barHours) => _keepPerBar = Math.Pow(0.5, Guard.Positive(barHours) / HalfLifeHours);

    /// <summary>The comparison as of the last bar; its gain is NaN before <see cref="FewestBars"/> or without variation.</summary>
    public DistanceComparison Value
    {
        get
        {
            double total = _moments[(Outcome * Columns) + Outcome];
            if (!(_weight >= FewestBars) || !(total > 0))
            {
                return new DistanceComparison(_weight, double.NaN, IsBetter: false);
            }

            int used = TakeOutControls();
            double ofMap = _rest[(Map * Columns) + Map];
            double cross = _rest[(Map * Columns) + Outcome];
            double left = _rest[(Outcome * Columns) + Outcome];
            bool saysSomething = ofMap > CollinearShare * _moments[(Map * Columns) + Map];
            double explained = saysSomething ? cross * cross / ofMap : 0;
            double unexplained = Math.Max(0, left - explained);
            bool isBeyondChance = explained * (_weight - used - 2) > ChanceOfOneInTwenty * unexplained;
            return new DistanceComparison(_weight, Math.Sign(cross) * explained / total, cross > 0 && isBeyondChance);
        }
    }

    /// <summary>Takes a closed bar with what was known before it.</summary>
    /// <param name="move">From the open against the side; fraction of the open; &gt; 0.</param>
    /// <param name="usualRange">Mean of high less low over open, of the day before the bar; fraction; &gt; 0.</param>
    /// <param name="openInterestNotional">At the close before; quote currency; &gt; 0.</param>
    /// <param name="crossedNotional">Open mass that the bar crossed, from the map before it; quote currency; &gt;= 0.</param>
    /// <param name="realisedNotional">Printed liquidations of the bar; quote currency; &gt;= 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN, infinite or outside its range; nothing is then changed.</exception>
    public void Update(
        double move, double usualRange, double openInterestNotional, double crossedNotional, double realisedNotional)
    {
        double distance = Math.Log(Guard.Positive(move));
        double range = Math.Log(Guard.Positive(usualRange));
        double openInterest = Math.Log(Guard.Positive(openInterestNotional));
        double crossed = Math.Log(PredictionFloor + Guard.NotNegative(crossedNotional));
        double realised = Math.Log(OutcomeFloor + Guard.NotNegative(realisedNotional));

        double kept = _keepPerBar * _weight;
        _weight = kept + 1;
        double share = 1 / _weight;
        _row[0] = distance - _means[0];
        _row[1] = (distance * distance) - _means[1];
        _row[2] = range - _means[2];
        _row[3] = openInterest - _means[3];
        _row[Map] = crossed - _means[Map];
        _row[Outcome] = realised - _means[Outcome];
        for (int i = 0; i < Columns; i++)
        {
            _means[i] += share * _row[i];
            for (int j = i; j < Columns; j++)
            {
                int at = (i * Columns) + j;
                _moments[at] = (_keepPerBar * _moments[at]) + (kept * share * _row[i] * _row[j]);
            }
        }
    }

    /// <summary>Leaves in the copy of the co-moments what the controls do not explain, one control after the other.</summary>
    /// <returns>Controls that said something of their own.</returns>
    private int TakeOutControls()
    {
        Array.Copy(_moments, _rest, _rest.Length);
        int used = 0;
        for (int control = 0; control < Controls; control++)
        {
            double pivot = _rest[(control * Columns) + control];
            if (!(pivot > CollinearShare * _moments[(control * Columns) + control]))
            {
                continue;
            }

            used++;
            for (int i = control + 1; i < Columns; i++)
            {
                double factor = _rest[(control * Columns) + i] / pivot;
                for (int j = i; j < Columns; j++)
                {
                    _rest[(i * Columns) + j] -= factor * _rest[(control * Columns) + j];
                }
            }
        }

        return used;
    }
}
