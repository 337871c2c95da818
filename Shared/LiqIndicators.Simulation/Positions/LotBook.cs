using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Margin;

namespace LiqIndicators.Simulation.Positions;

/// <summary>All open positions of the traders of one side.</summary>
/// <remarks>
/// A lot stands for many like positions: one entry price, leverage and size, and margins from a smallest to a largest
/// one, so that liquidation prices lie evenly (in log price) between a near and a far one. The price eats into a lot
/// from its near end. Lots of one leverage close at one hazard, so a lot holds units of its leverage group and the group
/// holds how much one unit still is: closing a share of a whole group is O(1).
/// </remarks>
internal sealed class LotBook
{
    /// <summary>Largest margin over notional that still leaves a long a liquidation price above 0.</summary>
    public const double LargestMargin = 0.98;

    private readonly PositionSide _side;
    private readonly MarginTierTable _tiers;
    private readonly TriggerIndex _liquidations;
    private readonly TriggerIndex _stops;
    private readonly List<int> _crossed = [];
    private readonly double[] _groupUnits;
    private readonly double[] _groupScale;
    private double[] _units;
    private double[] _openedQuantity;
    private double[] _entryPrice;
    private double[] _nearMargin;
    private double[] _farMargin;
    private double[] _nearLogPrice;
    private double[] _farLogPrice;
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
        _nearMargin = new double[Capacity];
        _farMargin = new double[Capacity];
        _nearLogPrice = new double[Capacity];
        _farLogPrice = new double[Capacity];
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

    /// <summary>Log of the liquidation price that the market reaches first; negative infinity when there is none.</summary>
    public double NearLogPrice(int lot) => _nearLogPrice[lot];

    /// <summary>Log of the liquidation price of the positions with the largest margin; negative infinity when there is none.</summary>
    public double FarLogPrice(int lot) => _farLogPrice[lot];

    /// <summary>Smallest isolated margin in a lot over its notional at entry.</summary>
    public double NearMargin(int lot) => _nearMargin[lot];

    /// <summary>Mean isolated margin of a lot over its notional at entry.</summary>
    public double MeanMargin(int lot) => (_nearMargin[lot] + _farMargin[lot]) / 2;

    /// <summary>Quantity of each single position a lot stands for; base units.</summary>
    public double PositionQuantity(int lot) => _positionQuantity[lot];

    /// <summary>Opens a lot.</summary>
    /// <param name="group">Leverage group.</param>
    /// <param name="quantity">All its positions together; base units, above 0.</param>
    /// <param name="entryPrice">Traded price; quote per base.</param>
    /// <param name="nearMargin">Smallest isolated margin over the notional at entry; in (0, 1].</param>
    /// <param name="farMargin">Largest isolated margin over the notional at entry; at least the smallest.</param>
    /// <param name="positionQuantity">Quantity of each single position; decides the margin bracket.</param>
    /// <param name="stopDistanceShare">Where the stop lies between entry (0) and near liquidation price (1); NaN without a stop.</param>
    public void Open(
        int group,
        double quantity,
        double entryPrice,
        double nearMargin,
        double farMargin,
        double positionQuantity,
        double stopDistanceShare)
    {
        int lot = TakeNumber();
        double units = quantity / _groupScale[group];
        _units[lot] = units;
        _openedQuantity[lot] = quantity;
        _entryPrice[lot] = entryPrice;
        _nearMargin[lot] = nearMargin;
        _farMargin[lot] = farMargin;
        _positionQuantity[lot] = positionQuantity;
        _group[lot] = group;
        _groupUnits[group] += units;
        double nearPrice = PlaceLiquidations(lot);
        if (!double.IsNaN(stopDistanceShare))
        {
            _stops.Add(lot, entryPrice + (stopDistanceShare * (nearPrice - entryPrice)));
        }
    }

    /// <summary>Adds margin to a lot, which moves its liquidation prices away; its stop stays.</summary>
    /// <param name="lot">Number of the lot.</param>
    /// <param name="addedMargin">Added over the notional at entry; margins stay below 1.</param>
    public void TopUp(int lot, double addedMargin)
    {
        _nearMargin[lot] = Math.Max(_nearMargin[lot], Math.Min(LargestMargin, _nearMargin[lot] + addedMargin));
        _farMargin[lot] = Math.Max(_farMargin[lot], Math.Min(LargestMargin, _farMargin[lot] + addedMargin));
        _liquidations.Remove(lot);
        PlaceLiquidations(lot);
    }

    /// <summary>Liquidates every position whose liquidation price the market has reached.</summary>
    /// <param name="price">Present price; quote per base.</param>
    /// <returns>Liquidated; base units.</returns>
    public double Liquidate(double price)
    {
        const double JustBeyond = 1e-9;
        double liquidated = 0;
        double beyond = _side == PositionSide.Long ? price * (1 - JustBeyond) : price * (1 + JustBeyond);
        double beyondLog = Math.Log(beyond);
        _liquidations.CollectCrossed(price, _crossed);
        foreach (int lot in _crossed)
        {
            double far = _farLogPrice[lot];
            bool isWhole = _side == PositionSide.Long ? far >= beyondLog : far <= beyondLog;
            if (isWhole)
            {
                liquidated += CloseLot(lot, 1);
                continue;
            }

            double near = _nearLogPrice[lot];
            liquidated += CloseLot(lot, (near - beyondLog) / (near - far));
            _nearMargin[lot] = IsolatedMargin.MarginFor(_side, _entryPrice[lot], _positionQuantity[lot], beyond, _tiers)
                / (_entryPrice[lot] * _positionQuantity[lot]);
            _nearLogPrice[lot] = beyondLog;
            _liquidations.Remove(lot);
            _liquidations.Add(lot, beyond);
        }

        return liquidated;
    }

    /// <summary>Closes every lot whose stop the market has reached.</summary>
    /// <param name="price">Present price; quote per base.</param>
    /// <returns>Closed; base units.</returns>
    public double StopOut(double price)
    {
        double stopped = 0;
        _stops.CollectCrossed(price, _crossed);
        foreach (int lot in _crossed)
        {
            stopped += CloseLot(lot, 1);
        }

        return stopped;
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

    private double LiquidationPriceAt(int lot, double margin) => IsolatedMargin.LiquidationPrice(
        _side, _entryPrice[lot], _positionQuantity[lot], margin * _entryPrice[lot] * _positionQuantity[lot], _tiers);

    private double PlaceLiquidations(int lot)
    {
        double nearPrice = LiquidationPriceAt(lot, _nearMargin[lot]);
        _nearLogPrice[lot] = Math.Log(nearPrice);
        _farLogPrice[lot] = Math.Log(LiquidationPriceAt(lot, _farMargin[lot]));
        _liquidations.Add(lot, nearPrice);
        return nearPrice;
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
            Array.Resize(ref _nearMargin, capacity);
            Array.Resize(ref _farMargin, capacity);
            Array.Resize(ref _nearLogPrice, capacity);
            Array.Resize(ref _farLogPrice, capacity);
            Array.Resize(ref _positionQuantity, capacity);
            Array.Resize(ref _group, capacity);
            Array.Resize(ref _free, capacity);
            _liquidations.Grow(capacity);
            _stops.Grow(capacity);
        }

        return _used++;
    }
}
