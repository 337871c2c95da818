using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Simulation.Positions;

/// <summary>Lots of one side ordered by the price that acts on them, in cells of 0.01% of log price.</summary>
/// <remarks>
/// A trigger of a long acts when the price is at or below it, one of a short when the price is at or above it.
/// Doubly linked lists in arrays: adding and removing are O(1), looking for crossed triggers costs the cells passed.
/// </remarks>
internal sealed class TriggerIndex
{
    private const int CellsPerLogUnit = 10_000;
    private const int HalfRange = 6;
    private const int None = -1;
    private readonly bool _isLong;
    private readonly double _lowestLogPrice;
    private readonly int[] _firstLot;
    private int[] _next;
    private int[] _previous;
    private int[] _cell;
    private double[] _price;
    private int _nearest;

    /// <summary>An empty index.</summary>
    /// <param name="side">Side of the lots.</param>
    /// <param name="centerPrice">Price in the middle of the range of cells; triggers beyond the range wait in the end cells.</param>
    /// <param name="capacity">Number of lots to begin with.</param>
    public TriggerIndex(PositionSide side, double centerPrice, int capacity)
    {
        _isLong = side == PositionSide.Long;
        _lowestLogPrice = Math.Log(centerPrice) - HalfRange;
        _firstLot = new int[2 * HalfRange * CellsPerLogUnit];
        Array.Fill(_firstLot, None);
        _next = new int[capacity];
        _previous = new int[capacity];
        _cell = new int[capacity];
        _price = new double[capacity];
        Array.Fill(_price, double.NaN);
        _nearest = _isLong ? 0 : _firstLot.Length - 1;
    }

    /// <summary>Price at which a lot acts; NaN when the lot is not in the index.</summary>
    public double PriceOf(int lot) => _price[lot];

    /// <summary>Makes room for lots with numbers below <paramref name="capacity"/>.</summary>
    public void Grow(int capacity)
    {
        int old = _price.Length;
        Array.Resize(ref _next, capacity);
        Array.Resize(ref _previous, capacity);
        Array.Resize(ref _cell, capacity);
        Array.Resize(ref _price, capacity);
        Array.Fill(_price, double.NaN, old, capacity - old);
    }

    /// <summary>Puts a lot in at its price.</summary>
    public void Add(int lot, double price)
    {
        int cell = CellOf(price);
        int first = _firstLot[cell];
        _price[lot] = price;
        _cell[lot] = cell;
        _next[lot] = first;
        _previous[lot] = None;
        _firstLot[cell] = lot;
        if (first != None)
        {
            _previous[first] = lot;
        }

        _nearest = _isLong ? Math.Max(_nearest, cell) : Math.Min(_nearest, cell);
    }

    /// <summary>Takes a lot out; does nothing when it is not in.</summary>
    public void Remove(int lot)
    {
        if (double.IsNaN(_price[lot]))
        {
            return;
        }

        int before = _previous[lot];
        int after = _next[lot];
        if (before == None)
        {
            _firstLot[_cell[lot]] = after;
        }
        else
        {
            _next[before] = after;
        }

        if (after != None)
        {
            _previous[after] = before;
        }

        _price[lot] = double.NaN;
    }

    /// <summary>Collects the lots whose triggers the price has reached. They stay in.</summary>
    /// <param name="price">Present price; quote per base.</param>
    /// <param name="crossed">Receives the numbers of the lots; emptied first.</param>
    public void CollectCrossed(double price, List<int> crossed)
    {
        crossed.Clear();
        if (_isLong ? CellOf(price) > _nearest : CellOf(price) < _nearest)
        {
            return;
        }

        int here = CellOf(price);
        int step = _isLong ? -1 : 1;
        int cell = _nearest;
        for (; cell != here; cell += step)
        {
            for (int lot = _firstLot[cell]; lot != None; lot = _next[lot])
            {
                crossed.Add(lot);
            }

            if (crossed.Count == 0)
            {
                _nearest = cell + step;
            }
        }

        for (int lot = _firstLot[here]; lot != None; lot = _next[lot])
        {
            if (_isLong ? _price[lot] >= price : _price[lot] <= price)
            {
                crossed.Add(lot);
            }
        }
    }

    private int CellOf(double price)
    {
        double cell = (Math.Log(Math.Max(price, 1e-300)) - _lowestLogPrice) * CellsPerLogUnit;
        return (int)Math.Clamp(cell, 0, _firstLot.Length - 1);
    }
}
