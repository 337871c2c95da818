using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map;

/// <summary>The hours of one side that count, with what is to be explained and what explains it without a map.</summary>
internal sealed class ScoredSide
{
    private const double SmallestMove = 0.0005;
    private const double OutcomeFloor = 1e4;
    private const double PredictionFloor = 1e5;

    private readonly List<int> _hours = new();
    private readonly List<int> _days = new();
    private readonly List<double[]> _rows = new();
    private readonly List<double> _outcomes = new();

    private ScoredSide(PositionSide side) => Side = side;

    public PositionSide Side { get; }

    /// <summary>Row of the recording of each scored hour.</summary>
    public IReadOnlyList<int> Hours => _hours;

    /// <summary>Day block of each scored hour.</summary>
    public IReadOnlyList<int> Days => _days;

    /// <summary>Realised liquidations of each scored hour; quote currency.</summary>
    public double[] Realised { get; private set; } = Array.Empty<double>();

    /// <summary>Logarithm of the realised liquidations and a floor.</summary>
    public double[] Outcome => _outcomes.ToArray();

    /// <summary>log d, log² d, log of the mean relative range, log of the open interest: one column each.</summary>
    public IReadOnlyList<double[]> Controls => Enumerable.Range(0, 4).Select(Column).ToArray();

    /// <summary>Collects the hours from a row on.</summary>
    /// <param name="side">Side of the positions.</param>
    /// <param name="bars">Hourly bars.</param>
    /// <param name="from">First row that may be scored.</param>
    /// <param name="dayOfHour">Day block of every row.</param>
    public static ScoredSide Collect(PositionSide side, IReadOnlyList<MarketBar> bars, int from, IReadOnlyList<int> dayOfHour)
    {
        ScoredSide scored = new(side);
        for (int hour = from; hour < bars.Count; hour++)
        {
            MarketBar bar = bars[hour];
            double distance = (side == PositionSide.Long ? bar.Open - bar.Low : bar.High - bar.Open) / bar.Open;
            double realised = bar.LiquidatedNotional(side);
            double openInterest = bars[hour - 1].OpenInterestNotional;
            double range = MeanRange(bars, hour);
            if (distance >= SmallestMove && realised >= 0 && openInterest > 0 && range > 0)
            {
                double log = Math.Log(distance);
                scored._hours.Add(hour);
                scored._days.Add(dayOfHour[hour]);
                scored._rows.Add(new[] { log, log * log, Math.Log(range), Math.Log(openInterest) });
                scored._outcomes.Add(Math.Log(OutcomeFloor + realised));
            }
        }

        scored.Realised = scored._hours.Select(hour => bars[hour].LiquidatedNotional(side)).ToArray();
        return scored;
    }

    /// <summary>The scored hours of a list over all rows.</summary>
    public T[] Pick<T>(T[] ofAllHours) => _hours.Select(hour => ofAllHours[hour]).ToArray();

    /// <summary>The column that a prediction adds to the controls.</summary>
    public double[] Regressor(double[] notionals) => _hours.Select(hour => Math.Log(PredictionFloor + notionals[hour])).ToArray();

    private static double MeanRange(IReadOnlyList<MarketBar> bars, int hour)
    {
        double sum = 0;
        for (int i = hour - MapScorer.RangeHours; i < hour; i++)
        {
            sum += (bars[i].High - bars[i].Low) / bars[i].Open;
        }

        return sum / MapScorer.RangeHours;
    }

    private double[] Column(int index) => _rows.Select(row => row[index]).ToArray();
}
