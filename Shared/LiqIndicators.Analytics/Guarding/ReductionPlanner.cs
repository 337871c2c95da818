using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>Builds the cuts of one plan: which positions, in which order, how much of each.</summary>
/// <remarks>
/// A cut must lower both what it is for and the net exposure of its symbol, so a hedge is never laid bare: the larger
/// side goes first, and only when the sides are even are both cut by the same volume.
/// </remarks>
internal sealed class ReductionPlanner
{
    private const double Noise = 1e-9;
    private const int Halvings = 60;

    private readonly GuardOptions _options;
    private readonly ExposureBook _book;
    private readonly LadderBoard _board;
    private GuardSnapshot _snapshot = new();
    private int[] _order = [];
    private int[] _touched = [];
    private double[] _cut = [];
    private double[] _saved = [];
    private GuardReason[] _reason = [];
    private int _count;
    private int _touchedCount;

    /// <summary>Works on the book and the board of the policy.</summary>
    public ReductionPlanner(GuardOptions options, ExposureBook book, LadderBoard board)
    {
        _options = options;
        _book = book;
        _board = board;
    }

    /// <summary>Whether some target was not reached.</summary>
    public bool HasShortfall { get; private set; }

    /// <summary>Whether some position could have been touched.</summary>
    public bool HasCandidates => _count > 0;

    /// <summary>Starts a plan: lists the positions that may be touched, most wanted first.</summary>
    public void Begin(GuardSnapshot snapshot)
    {
        _snapshot = snapshot;
        HasShortfall = false;
        _touchedCount = 0;
        _count = 0;
        int positions = snapshot.Positions.Count;
        if (_order.Length < positions)
        {
            int size = Math.Max(positions, 2 * _order.Length);
            _order = new int[size];
            _touched = new int[size];
            _cut = new double[size];
            _saved = new double[size];
            _reason = new GuardReason[size];
        }

        Array.Clear(_cut, 0, positions);
        for (int p = 0; p < positions; p++)
        {
            PositionState position = snapshot.Positions[p];
            if (_book.SymbolOfPosition(p) >= 0
                && position.Volume > 0
                && !position.IsBlocked
                && _options.Scope.Covers(position.Id, position.Symbol, position.Label))
            {
                Insert(p);
            }
        }
    }

    /// <summary>Lowers the net exposure of one side of a symbol to a target.</summary>
    /// <param name="symbol">Index of the symbol; it has a price.</param>
    /// <param name="side">Endangered side.</param>
    /// <param name="targetExposure">Deposit currency, &gt;= 0.</param>
    /// <param name="reason">Why.</param>
    public void CutSide(int symbol, PositionSide side, double targetExposure, in GuardReason reason)
    {
        double targetVolume = targetExposure / _book.UnitValue(symbol);
        for (int i = 0; i < _count; i++)
        {
            int p = _order[i];
            double excess = _book.NetVolume(symbol, side) - targetVolume;
            if (excess <= _book.Volume(symbol, side) * Noise)
            {
                return;
            }

            if (_book.SymbolOfPosition(p) == symbol && _snapshot.Positions[p].Side == side && IsWanted(p, reason))
            {
                Cut(p, excess, ExposureMeasure.Net, reason);
            }
        }

        HasShortfall |= _book.NetVolume(symbol, side) - targetVolume > _book.Volume(symbol, side) * Noise;
    }

    /// <summary>Lowers a measure of the whole account to a target.</summary>
    /// <param name="measure">What to lower.</param>
    /// <param name="target">Deposit currency, &gt;= 0.</param>
    /// <param name="reason">Why; symbol and side are filled in per position.</param>
    public void CutTotal(ExposureMeasure measure, double target, in GuardReason reason)
    {
        double enough = target * (1 + Noise);
        bool bothSidesCount = measure == ExposureMeasure.Gross
            || (measure == ExposureMeasure.Margin && _snapshot.Account.Calculation != MarginCalculation.Net);

        // Rounding can turn a book over, so that what was the smaller side may be cut in the next pass.
        double before = double.PositiveInfinity;
        double now = _book.Total(measure);
        while (now > enough && now < before * (1 - Noise))
        {
            before = now;
            CutLargerSides(measure, target, reason);
            for (int i = 0; bothSidesCount && i < _count && _book.Total(measure) > enough; i++)
            {
                CutBothSides(_book.SymbolOfPosition(_order[i]), measure, target, reason);
            }

            now = _book.Total(measure);
        }

        HasShortfall |= now > enough;
    }

    /// <summary>Closes everything that may be touched.</summary>
    public void CloseAll(in GuardReason reason)
    {
        for (int i = 0; i < _count; i++)
        {
            Raise(_order[i], _snapshot.Positions[_order[i]].Volume, reason);
        }

        HasShortfall |= _count < _snapshot.Positions.Count;
    }

    /// <summary>Writes the cuts as actions, in the order in which they were found.</summary>
    public void Write(List<GuardAction> actions, bool urgent)
    {
        for (int i = 0; i < _touchedCount; i++)
        {
            int p = _touched[i];
            PositionState position = _snapshot.Positions[p];
            if (_cut[p] <= 0 || _reason[p].IsUrgent != urgent)
            {
                continue;
            }

            SymbolState symbol = _snapshot.Symbols[_book.SymbolOfPosition(p)];
            double volume = _cut[p];
            if (symbol.VolumeMax > 0 && volume > symbol.VolumeMax)
            {
                volume = VolumeRounding.CutAtMost(position.Volume, symbol.VolumeMax, Min(symbol, position), Step(symbol, position));
            }

            if (volume > 0)
            {
                actions.Add(new GuardAction(
                    GuardActionKind.Reduce, position.Id, position.Symbol, position.Side, position.Volume, volume, double.NaN, _reason[p]));
            }
        }
    }

    private double Left(int position) => _snapshot.Positions[position].Volume - _cut[position];

    private void CutLargerSides(ExposureMeasure measure, double target, in GuardReason reason)
    {
        for (int i = 0; i < _count && _book.Total(measure) > target * (1 + Noise); i++)
        {
            int p = _order[i];
            int symbol = _book.SymbolOfPosition(p);
            PositionSide side = _snapshot.Positions[p].Side;
            double net = _book.NetVolume(symbol, side);
            if (net > 0 && Left(p) > 0 && IsWanted(p, reason))
            {
                double most = Math.Min(Left(p), net);
                double excess = _book.Total(measure) - target;
                bool isLong = side == PositionSide.Long;
                Cut(p, Wish(measure, symbol, most, excess, isLong ? 1 : 0, isLong ? 0 : 1), measure, reason);
            }
        }
    }

    /// <summary>Cuts both sides of an even book by the same volume; a result that does not lower the measure is undone.</summary>
    private void CutBothSides(int symbol, ExposureMeasure measure, double target, in GuardReason reason)
    {
        double most = Math.Min(LeftOf(symbol, PositionSide.Long), LeftOf(symbol, PositionSide.Short));
        if (most <= 0)
        {
            return;
        }

        double before = _book.Measure(measure, symbol);
        double netBefore = Math.Abs(_book.NetVolume(symbol, PositionSide.Long));
        int touchedBefore = _touchedCount;
        Array.Copy(_cut, _saved, _snapshot.Positions.Count);

        double wish = Wish(measure, symbol, most, _book.Total(measure) - target, 1, 1);
        PositionSide first = _board.Rung(symbol, PositionSide.Short) > _board.Rung(symbol, PositionSide.Long)
            ? PositionSide.Short
            : PositionSide.Long;
        PositionSide second = first == PositionSide.Long ? PositionSide.Short : PositionSide.Long;
        CutLeg(symbol, first, wish, reason);
        CutLeg(symbol, second, wish, reason);

        double allowance = Math.Max(0, _snapshot.Symbols[symbol].VolumeMin);
        if (_book.Measure(measure, symbol) >= before
            || Math.Abs(_book.NetVolume(symbol, PositionSide.Long)) > netBefore + allowance)
        {
            Undo(touchedBefore);
        }
    }

    private void CutLeg(int symbol, PositionSide side, double wish, in GuardReason reason)
    {
        double left = wish;
        for (int i = 0; i < _count && left > wish * Noise; i++)
        {
            int p = _order[i];
            if (_book.SymbolOfPosition(p) == symbol && _snapshot.Positions[p].Side == side && Left(p) > 0)
            {
                left -= Raise(p, RoundUp(p, Math.Min(left, Left(p))), reason);
            }
        }
    }

    private void Undo(int touchedBefore)
    {
        for (int p = 0; p < _snapshot.Positions.Count; p++)
        {
            if (_cut[p] != _saved[p])
            {
                _book.Take(_book.SymbolOfPosition(p), _snapshot.Positions[p].Side, _saved[p] - _cut[p]);
                _cut[p] = _saved[p];
            }
        }

        _touchedCount = touchedBefore;
    }

    /// <summary>Smallest volume within the limit that lowers the measure by the excess; the limit when none does.</summary>
    private double Wish(ExposureMeasure measure, int symbol, double most, double excess, int fromLong, int fromShort)
    {
        double before = _book.Measure(measure, symbol);
        if (before - _book.Measure(measure, symbol, fromLong * most, fromShort * most) <= excess)
        {
            return most;
        }

        double low = 0;
        double high = most;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            if (before - _book.Measure(measure, symbol, fromLong * middle, fromShort * middle) >= excess)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }

    /// <summary>Cuts a position by the rounded wish if that lowers the measure and the net exposure, else by less, else not.</summary>
    private void Cut(int p, double wish, ExposureMeasure measure, in GuardReason reason)
    {
        double total = RoundUp(p, Math.Min(wish, Left(p)));
        if (!Lowers(p, total - _cut[p], measure))
        {
            total = RoundDown(p, Math.Min(wish, Left(p)));
            if (!Lowers(p, total - _cut[p], measure))
            {
                return;
            }
        }

        Raise(p, total, reason);
    }

    private bool Lowers(int p, double add, ExposureMeasure measure)
    {
        if (add <= _snapshot.Positions[p].Volume * Noise)
        {
            return false;
        }

        int symbol = _book.SymbolOfPosition(p);
        PositionSide side = _snapshot.Positions[p].Side;
        double net = _book.NetVolume(symbol, side);
        double lessLong = side == PositionSide.Long ? add : 0;
        double lessShort = side == PositionSide.Short ? add : 0;
        return Math.Abs(net - add) < Math.Abs(net)
            && _book.Measure(measure, symbol, lessLong, lessShort) < _book.Measure(measure, symbol);
    }

    /// <summary>Raises the cut of a position to a total, which is kept as rounded: sums would grow a tail of binary fractions.</summary>
    /// <returns>What it adds; units.</returns>
    private double Raise(int p, double total, in GuardReason reason)
    {
        PositionState position = _snapshot.Positions[p];
        double add = total - _cut[p];
        if (add <= position.Volume * Noise)
        {
            return 0;
        }

        if (_cut[p] == 0)
        {
            _touched[_touchedCount++] = p;
            _reason[p] = reason with { Symbol = position.Symbol, Side = position.Side };
        }

        _cut[p] = total;
        _book.Take(_book.SymbolOfPosition(p), position.Side, add);
        return add;
    }

    private double RoundUp(int p, double wish)
    {
        PositionState position = _snapshot.Positions[p];
        SymbolState symbol = _snapshot.Symbols[_book.SymbolOfPosition(p)];
        return VolumeRounding.CutAtLeast(position.Volume, _cut[p] + wish, Min(symbol, position), Step(symbol, position));
    }

    private double RoundDown(int p, double wish)
    {
        PositionState position = _snapshot.Positions[p];
        SymbolState symbol = _snapshot.Symbols[_book.SymbolOfPosition(p)];
        return VolumeRounding.CutAtMost(position.Volume, _cut[p] + wish, Min(symbol, position), Step(symbol, position));
    }

    /// <summary>A symbol that does not tell its minimum allows only to close a position whole.</summary>
    private static double Min(in SymbolState symbol, in PositionState position) =>
        symbol.VolumeMin > 0 && symbol.VolumeStep > 0 ? symbol.VolumeMin : position.Volume;

    private static double Step(in SymbolState symbol, in PositionState position) =>
        symbol.VolumeMin > 0 && symbol.VolumeStep > 0 ? symbol.VolumeStep : position.Volume;

    private double LeftOf(int symbol, PositionSide side)
    {
        double left = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_book.SymbolOfPosition(_order[i]) == symbol && _snapshot.Positions[_order[i]].Side == side)
            {
                left += Left(_order[i]);
            }
        }

        return left;
    }

    private bool IsWanted(int p, in GuardReason reason) => reason.IsUrgent || _options.Profit switch
    {
        ProfitPolicy.LosersOnly => _snapshot.Positions[p].NetProfit < 0,
        ProfitPolicy.WinnersOnly => _snapshot.Positions[p].NetProfit > 0,
        _ => true,
    };

    /// <summary>Insertion keeps the list sorted without allocating; accounts hold tens of positions, not thousands.</summary>
    private void Insert(int p)
    {
        int place = _count;
        while (place > 0 && Comes(p, _order[place - 1]))
        {
            _order[place] = _order[place - 1];
            place--;
        }

        _order[place] = p;
        _count++;
    }

    private bool Comes(int p, int other)
    {
        PositionState a = _snapshot.Positions[p];
        PositionState b = _snapshot.Positions[other];
        int rungA = _board.Rung(_book.SymbolOfPosition(p), a.Side);
        int rungB = _board.Rung(_book.SymbolOfPosition(other), b.Side);
        if (rungA != rungB)
        {
            return rungA > rungB;
        }

        if (_options.Order == CutOrder.OldestFirst)
        {
            return a.OpenedUtc != b.OpenedUtc ? a.OpenedUtc < b.OpenedUtc : a.Id < b.Id;
        }

        int profitA = ProfitRank(a.NetProfit);
        int profitB = ProfitRank(b.NetProfit);
        if (profitA != profitB)
        {
            return profitA < profitB;
        }

        double marginA = MarginOf(p, a);
        double marginB = MarginOf(other, b);
        return marginA != marginB ? marginA > marginB : a.Id < b.Id;
    }

    private int ProfitRank(double netProfit) => _options.Profit switch
    {
        ProfitPolicy.LosersFirst or ProfitPolicy.LosersOnly => netProfit < 0 ? 0 : 1,
        ProfitPolicy.WinnersFirst or ProfitPolicy.WinnersOnly => netProfit > 0 ? 0 : 1,
        _ => 0,
    };

    private double MarginOf(int p, in PositionState position)
    {
        if (position.Margin > 0)
        {
            return position.Margin;
        }

        double exposure = position.Volume * _book.UnitValue(_book.SymbolOfPosition(p));
        return exposure > 0 ? exposure / _snapshot.Account.Leverage : 0;
    }
}
