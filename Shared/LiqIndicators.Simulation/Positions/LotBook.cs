using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Margin;

namespace LiqIndicators.Simulation.Positions;

/// <summary>All open positions of the traders of one side.</summary>
/// <remarks>
/// A lot stands for many like positions: one entry price, leverage, margin and size. Lots of one leverage close at one
/// hazard, so a lot holds units of its leverage group and the group holds how much one unit still is: closing a share
/// of a whole group is O(1).
/// </remarks>
internal sealed class LotBook
{
    private readonly PositionSide _side;
    private readonly MarginTierTable _tiers;
    private readonly TriggerIndex _liquidations;
    private readonly TriggerIndex _stops;
    private readonly double[] _groupUnits;
    private readonly double[] _groupScale;
    private double[] _units;
    private double[] _openedQuantity;
    private double[] _entryPrice;
    private double[] _marginFraction;
    private double[] _positionQuantity;
    private int[] _group;
    private int[] _free;
    private int _freeCount;
    private int _used;

    /// <summary>An empty book.</summary>
    /// <param name="side">Side of the positions.</param>
    /// <param name="groups">Number of leverage groups.</param>
    /// <param name="centerPrice">Price the market starts from.</param>
    /// <param name="tiers">Margin rules.</param>
    public LotBook(PositionSide side, int groups, double centerPrice, MarginTierTable tiers)
    {
        const int Capacity = 1 << 14;
        _side = side;
        _tiers = tiers;
        _liquidations = new TriggerIndex(side, centerPrice, Capacity);
        _stops = new TriggerIndex(side, centerPrice, Capacity);
        _groupUnits = new double[groups];
        _groupScale = new double[groups];
        Array.Fill(_groupScale, 1);
        _units = new double[Capacity];
        _openedQuantity = new double[Capacity];
        _entryPrice = new double[Capacity];
        _marginFraction = new double[Capacity];
        _positionQuantity = new double[Capacity];
        _group = new int[Capacity];
        _free = new int[Capacity];
    }

    /// <summary>Side of the positions.</summary>
    public PositionSide Side => _side;

    /// <summary>Lots have numbers below this; some may be empty.</summary>
    public int UsedLots => _used;

    /// <summary>Number of leverage groups.</summary>
    public int Groups => _groupUnits.Length;

    /// <summary>Open mass of a leverage group; base units.</summary>
    public double GroupQuantity(int group) => _groupUnits[group] * _groupScale[group];

    /// <summary>Open mass of all groups; base units.</summary>
    public double TotalQuantity()
    {
        double sum = 0;
        for (int group = 0; group < _groupUnits.Length; group++)
        {
            sum += GroupQuantity(group);
        }

        return sum;
    }

    /// <summary>Open mass of a lot; base units, 0 for an empty one.</summary>
    public double Quantity(int lot) => _units[lot] * _groupScale[_group[lot]];

    /// <summary>Share of the lot's first quantity that is still open; NaN for an empty one.</summary>
    public double OpenShare(int lot) => Quantity(lot) / _openedQuantity[lot];

    /// <summary>Leverage group of a lot.</summary>
    public int GroupOf(int lot) => _group[lot];

    /// <summary>Entry price of a lot; quote per base.</summary>
    public double EntryPrice(int lot) => _entryPrice[lot];

    /// <summary>Liquidation price of a lot; quote per base, 0 when there is none, NaN for an empty lot.</summary>
    public double LiquidationPrice(int lot) => _liquidations.PriceOf(lot);

    /// <summary>Isolated margin over the notional at entry.</summary>
    public double MarginFraction(int lot) => _marginFraction[lot];

    /// <summary>Quantity of each single position a lot stands for; base units.</summary>
    public double PositionQuantity(int lot) => _positionQuantity[lot];

    /// <summary>Opens a lot.</summary>
    /// <param name="group">Leverage group.</param>
    /// <param name="quantity">All its positions together; base units, above 0.</param>
    /// <param name="entryPrice">Traded price; quote per base.</param>
    /// <param name="marginFraction">Isolated margin over the notional at entry.</param>
    /// <param name="positionQuantity">Quantity of each single position; decides the margin bracket.</param>
    /// <param name="stopDistanceShare">Where the stop lies between entry (0) and liquidation price (1); NaN without a stop.</param>
    public void Open(
        int group, double quantity, double entryPrice, double marginFraction, double positionQuantity, double stopDistanceShare)
    {
        double liquidationPrice = IsolatedMargin.LiquidationPrice(
            _side, entryPrice, positionQuantity, marginFraction * entryPrice * positionQuantity, _tiers);
        int lot = TakeNumber();
        double units = quantity / _groupScale[group];
        _units[lot] = units;
        _openedQuantity[lot] = quantity;
        _entryPrice[lot] = entryPrice;
        _marginFraction[lot] = marginFraction;
        _positionQuantity[lot] = positionQuantity;
        _group[lot] = group;
        _groupUnits[group] += units;
        _liquidations.Add(lot, liquidationPrice);
        if (!double.IsNaN(stopDistanceShare))
        {
            _stops.Add(lot, entryPrice + (stopDistanceShare * (liquidationPrice - entryPrice)));
        }
    }

    /// <summary>Adds margin to a lot, which moves its liquidation price away; its stop stays.</summary>
    /// <param name="lot">Number of the lot.</param>
    /// <param name="addedFraction">Margin added over the notional at entry.</param>
    public void TopUp(int lot, double addedFraction)
    {
        _marginFraction[lot] += addedFraction;
        double margin = _marginFraction[lot] * _entryPrice[lot] * _positionQuantity[lot];
        double price = IsolatedMargin.LiquidationPrice(_side, _entryPrice[lot], _positionQuantity[lot], margin, _tiers);
        _liquidations.Remove(lot);
        _liquidations.Add(lot, price);
    }

    /// <summary>Closes the same share of every lot of a group.</summary>
    /// <param name="group">Leverage group.</param>
    /// <param name="share">In [0, 1).</param>
    /// <returns>Closed; base units.</returns>
    public double CloseShareOfGroup(int group, double share)
    {
        double closed = GroupQuantity(group) * share;
        _groupScale[group] *= 1 - share;
        return closed;
    }

    /// <summary>Closes the same share of every lot.</summary>
    /// <param name="share">In [0, 1).</param>
    /// <returns>Closed; base units.</returns>
    public double CloseShareOfAll(double share)
    {
        double closed = 0;
        for (int group = 0; group < _groupUnits.Length; group++)
        {
            closed += CloseShareOfGroup(group, share);
        }

        return closed;
    }

    /// <summary>Closes a share of one lot.</summary>
    /// <param name="lot">Number of the lot.</param>
    /// <param name="share">In [0, 1]; 1 empties the lot and frees its number.</param>
    /// <returns>Closed; base units.</returns>
    public double CloseLot(int lot, double share)
    {
        double closedUnits = _units[lot] * share;
        double closed = closedUnits * _groupScale[_group[lot]];
        _groupUnits[_group[lot]] = Math.Max(0, _groupUnits[_group[lot]] - closedUnits);
        _units[lot] -= closedUnits;
        if (share >= 1)
        {
            _units[lot] = 0;
            _liquidations.Remove(lot);
            _stops.Remove(lot);
            _free[_freeCount++] = lot;
        }

        return closed;
    }

    /// <summary>Number of a lot that must be liquidated at a price, or -1.</summary>
    public int FindLiquidated(double price) => _liquidations.FindCrossed(price);

    /// <summary>Number of a lot whose stop a price has reached, or -1.</summary>
    public int FindStopped(double price) => _stops.FindCrossed(price);

    /// <summary>Counts the open mass of every group again from its lots, so that rounding does not add up.</summary>
    public void RecountGroups()
    {
        Array.Clear(_groupUnits);
        for (int lot = 0; lot < _used; lot++)
        {
            _groupUnits[_group[lot]] += _units[lot];
        }

        for (int group = 0; group < _groupScale.Length; group++)
        {
            if (_groupScale[group] < 1e-60)
            {
                RescaleGroup(group);
            }
        }
    }

    private void RescaleGroup(int group)
    {
        double scale = _groupScale[group];
        for (int lot = 0; lot < _used; lot++)
        {
            if (_group[lot] == group)
            {
                _units[lot] *= scale;
            }
        }

        _groupUnits[group] *= scale;
        _groupScale[group] = 1;
    }

    private int TakeNumber()
    {
        if (_freeCount > 0)
        {
            return _free[--_freeCount];
        }

        if (_used == _units.Length)
        {
            int capacity = 2 * _used;
            Array.Resize(ref _units, capacity);
            Array.Resize(ref _openedQuantity, capacity);
            Array.Resize(ref _entryPrice, capacity);
            Array.Resize(ref _marginFraction, capacity);
            Array.Resize(ref _positionQuantity, capacity);
            Array.Resize(ref _group, capacity);
            Array.Resize(ref _free, capacity);
            _liquidations.Grow(capacity);
            _stops.Grow(capacity);
        }

        return _used++;
    }
}
