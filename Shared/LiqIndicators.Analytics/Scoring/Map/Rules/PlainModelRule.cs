using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map.Rules;

/// <summary>
/// The model written as plainly as its definition reads, over whole arrays, with parts that can be taken out. Slow beside
/// the map that ships, and shares no code with it.
/// </summary>
internal sealed class PlainModelRule : IMapRule
{
    private const double UsualHalfLifeHours = 720;
    private const double Median = 0.14;
    private const double Sigma = 1.2;

    /// <summary>Cells on either side of the first price: prices from 1/400 to 400 times it.</summary>
    private const int Reach = 6000;

    private readonly ModelParts _parts;
    private readonly IReadOnlyList<(int Cells, double Weight)> _kernel;
    private readonly double[] _longs = new double[2 * Reach];
    private readonly double[] _shorts = new double[2 * Reach];
    private readonly double[] _deposit = new double[2 * Reach];
    private double _origin = double.NaN;
    private (double Sum, double Weight) _ranges;
    private (double Sum, double Weight) _volumes;
    private double _openInterest = double.NaN;
    private double _longTarget;
    private double _shortTarget;
    private int _first = 2 * Reach;
    private int _last;
    private DateTime _lastUtc;

    public PlainModelRule(string name, ModelParts parts)
    {
        Name = name;
        _parts = parts;
        _kernel = parts.Kernel ?? CellKernels.LogNormal(Median, Sigma);
    }

    public string Name { get; }

    public string? Lacks => double.IsNaN(_openInterest) ? "open interest" : null;

    public double QuantityBetween(PositionSide side, double lowPrice, double highPrice)
    {
        if (double.IsNaN(_origin))
        {
            return 0;
        }

        double low = Math.Max(0, Position(lowPrice));
        double high = Math.Min(2 * Reach, Position(highPrice));
        double[] cells = side == PositionSide.Long ? _longs : _shorts;
        double sum = 0;
        for (int cell = (int)Math.Floor(low); cell < high; cell++)
        {
            sum += cells[cell] * (Math.Min(high, cell + 1.0) - Math.Max(low, cell));
        }

        return sum;
    }

    public void Update(in MarketBar bar)
    {
        double hours = 1;
        if (double.IsNaN(_origin))
        {
            _origin = Math.Log(bar.Open) - (Reach * CellKernels.CellLogWidth);
        }
        else
        {
            hours = (bar.TimeUtc - _lastUtc).TotalHours;
        }

        _lastUtc = bar.TimeUtc;
        if (_parts.ConsumesCrossed)
        {
            Consume(bar);
        }

        if (bar.OpenInterestQuantity >= 0)
        {
            (double up, double down) = Paths(bar);
            Aim(bar);
            double activity = Activity(bar) * Math.Min(1, hours);
            Turn(PositionSide.Long, bar, activity * up, _longTarget);
            Turn(PositionSide.Short, bar, activity * down, _shortTarget);
        }

        _ranges = After(_ranges, (bar.High - bar.Low) / bar.Open);
        _volumes = After(_volumes, bar.VolumeQuantity);
    }

    private void Consume(in MarketBar bar)
    {
        double low = Position(bar.Low);
        double high = Position(bar.High);
        int lowCell = (int)Math.Floor(low);
        int highCell = (int)Math.Floor(high);
        _longs[lowCell] *= low - lowCell;
        Array.Clear(_longs, lowCell + 1, _longs.Length - lowCell - 1);
        _shorts[highCell] *= 1 - (high - highCell);
        Array.Clear(_shorts, 0, highCell);
    }

    /// <summary>
    /// A quarter, and three quarters of how far price went up and down in the bar over its range, if it went to the farther
    /// extreme last: open, low, high, close in a bar that rose.
    /// </summary>
    private (double Up, double Down) Paths(in MarketBar bar)
    {
        double whole = Math.Log(bar.High / bar.Low);
        if (!_parts.TurnoverFollowsPath || whole == 0)
        {
            return (1, 1);
        }

        (double up, double down) = bar.Close >= bar.Open
            ? (whole, Math.Log(bar.Open / bar.Low) + Math.Log(bar.High / bar.Close))
            : (Math.Log(bar.High / bar.Open) + Math.Log(bar.Close / bar.Low), whole);
        return (0.25 + (0.75 * up / whole), 0.25 + (0.75 * down / whole));
    }

    /// <summary>How busy the bar was: the root of its volume over the mean, or its range over the mean where volume is missing.</summary>
    private double Activity(in MarketBar bar)
    {
        if (!_parts.TurnoverFollowsActivity)
        {
            return 1;
        }

        return _volumes.Sum > 0 && !double.IsNaN(bar.VolumeQuantity)
            ? Math.Sqrt(bar.VolumeQuantity / (_volumes.Sum / _volumes.Weight))
            : _ranges.Sum > 0 ? (bar.High - bar.Low) / bar.Open / (_ranges.Sum / _ranges.Weight) : 1;
    }

    /// <summary>The past weighs half after <see cref="UsualHalfLifeHours"/>.</summary>
    private static (double Sum, double Weight) After((double Sum, double Weight) past, double value)
    {
        double kept = Math.Pow(0.5, 1 / UsualHalfLifeHours);
        return double.IsNaN(value)
            ? (past.Sum * kept, past.Weight * kept)
            : ((past.Sum * kept) + value, (past.Weight * kept) + 1);
    }

    /// <summary>
    /// Says how much each side holds after the bar: the open interest, unless all that the bar opened counts for the side
    /// that price went for; both together still hold the open interest twice.
    /// </summary>
    private void Aim(in MarketBar bar)
    {
        double longs = Sum(_longs);
        double shorts = Sum(_shorts);
        bool isFirst = double.IsNaN(_openInterest);
        _openInterest = bar.OpenInterestQuantity;
        _longTarget = _openInterest;
        _shortTarget = _openInterest;
        if (_parts.OpensBothSides || isFirst)
        {
            return;
        }

        double opened = (2 * _openInterest) - longs - shorts;
        if (opened < 0)
        {
            _longTarget = longs * 2 * _openInterest / (longs + shorts);
            _shortTarget = shorts * 2 * _openInterest / (longs + shorts);
        }
        else
        {
            bool isRise = bar.Close >= bar.Open;
            _longTarget = longs + (isRise ? opened : 0);
            _shortTarget = shorts + (isRise ? 0 : opened);
        }
    }

    private void Turn(PositionSide side, in MarketBar bar, double path, double target)
    {
        double[] cells = side == PositionSide.Long ? _longs : _shorts;
        double left = Sum(cells);
        double kept = Math.Min(Math.Exp(-_parts.TurnoverPerHour * path) * left, target);
        if (left > 0)
        {
            for (int i = _first; i <= _last; i++)
            {
                cells[i] *= kept / left;
            }
        }

        Deposit(side, bar, target - kept, cells);
    }

    private void Deposit(PositionSide side, in MarketBar bar, double quantity, double[] cells)
    {
        int close = (int)Math.Floor(Position(bar.Close));
        double[] prices = _parts.EntersAtTurningPoints
            ? new[] { bar.Low, bar.High, bar.Close }
            : new[] { (bar.High + bar.Low + bar.Close) / 3 };
        foreach (double price in prices)
        {
            Spread(side, (int)Math.Floor(Position(price)), 1.0 / prices.Length, close);
        }

        double total = Sum(_deposit);
        for (int i = _first; i <= _last; i++)
        {
            cells[i] += quantity * _deposit[i] / total;
            _deposit[i] = 0;
        }
    }

    private void Spread(PositionSide side, int entry, double share, int close)
    {
        foreach ((int distance, double weight) in _kernel)
        {
            int target = side == PositionSide.Long ? entry - distance : entry + distance;
            bool isOnItsSide = side == PositionSide.Long ? target <= close : target >= close;
            if (isOnItsSide && target >= 0 && target < _deposit.Length)
            {
                _deposit[target] += share * weight;
                _first = Math.Min(_first, target);
                _last = Math.Max(_last, target);
            }
        }
    }

    private double Sum(double[] cells)
    {
        double sum = 0;
        for (int i = _first; i <= _last; i++)
        {
            sum += cells[i];
        }

        return sum;
    }

    private double Position(double price) => (Math.Log(price) - _origin) / CellKernels.CellLogWidth;
}
