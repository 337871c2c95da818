using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>
/// Open mass of one side over cells counted outward: for either side, price moving against the positions crosses rising
/// indices. Decay is one global scale; every cell is stored divided by it.
/// </summary>
internal sealed class SideMass
{
    /// <summary>The scale is folded into the cells before products with it could lose digits.</summary>
    private const double SmallestScale = 1e-100;

    /// <summary>Below this share of the total a cell is dust: it would end as denormal numbers, which are slow.</summary>
    private const double Dust = 1e-40;

    private readonly Cell[] _cells;
    private readonly double[] _seeded;
    private int _origin;
    private int _first = int.MaxValue;
    private int _last = int.MinValue;
    private double _scale = 1;
    private double _total;
    private double _offGrid;
    private double _seededTotal;
    private double _seededOffGrid;
    private bool _isPlaced;

    public SideMass(int cells)
    {
        _cells = new Cell[cells];
        _seeded = new double[cells];
    }

    /// <summary>Outward index of the nearest cell that may hold mass; above <see cref="Last"/> when there is none.</summary>
    public int First => _first;

    /// <summary>Outward index of the farthest cell that may hold mass.</summary>
    public int Last => _last;

    /// <summary>All open mass, off-grid included; base units.</summary>
    public double Open => _total * _scale;

    /// <summary>Open mass beyond the grid or without a liquidation price; base units.</summary>
    public double OffGrid => _offGrid * _scale;

    /// <summary>Share of the open mass that was placed by the seed; NaN when there is no mass.</summary>
    public double SeededShare => _total > 0 ? Math.Clamp(_seededTotal / _total, 0, 1) : double.NaN;

    /// <summary>Mass of a cell; base units.</summary>
    public double QuantityAt(int outward) =>
        outward >= _first && outward <= _last ? _cells[outward - _origin].Mass * _scale : 0;

    /// <summary>Mass of a cell times the hours of its deposits.</summary>
    public double MomentAt(int outward) =>
        outward >= _first && outward <= _last ? _cells[outward - _origin].Moment * _scale : 0;

    /// <summary>Mass of all cells up to one, and of a part of the next; base units.</summary>
    /// <param name="whole">Outward index of the last cell that counts in full.</param>
    /// <param name="part">Part of the cell behind it that counts; in [0, 1].</param>
    public double QuantityUpTo(int whole, double part)
    {
        double sum = 0;
        int last = Math.Min(whole, _last);
        for (int i = _first; i <= last; i++)
        {
            sum += _cells[i - _origin].Mass;
        }

        int next = whole + 1;
        if (part > 0 && next >= _first && next <= _last)
        {
            sum += _cells[next - _origin].Mass * part;
        }

        return sum * _scale;
    }

    /// <summary>Takes away all cells up to one, and a part of the next.</summary>
    /// <param name="whole">Outward index of the last cell that is taken in full.</param>
    /// <param name="part">Part of the cell behind it that is taken; in [0, 1].</param>
    /// <returns>How much that was: <see cref="QuantityUpTo"/> of before; base units.</returns>
    public double Consume(int whole, double part)
    {
        double sum = 0;
        if (whole >= _first)
        {
            int last = Math.Min(whole, _last);
            for (int i = _first; i <= last; i++)
            {
                int index = i - _origin;
                sum += _cells[index].Mass;
                _seededTotal -= _seeded[index];
                _cells[index] = default;
                _seeded[index] = 0;
            }

            _first = whole + 1;
        }

        int next = whole + 1;
        if (part > 0 && next >= _first && next <= _last)
        {
            int index = next - _origin;
            ref Cell cell = ref _cells[index];
            double taken = cell.Mass * part;
            sum += taken;
            _seededTotal -= _seeded[index] * part;
            cell = new Cell(cell.Mass - taken, cell.Moment * (1 - part));
            _seeded[index] *= 1 - part;
        }

        _total -= sum;
        if (_first > _last)
        {
            ForgetCells();
        }

        return sum * _scale;
    }

    /// <summary>Scales all mass.</summary>
    /// <param name="factor">In [0, 1].</param>
    public void Keep(double factor)
    {
        // A factor this small, 0 included, leaves nothing; its product with the scale could underflow.
        if (factor < SmallestScale)
        {
            Clear();
            return;
        }

        _scale *= factor;
        if (_scale < SmallestScale)
        {
            Refresh();
        }
    }

    /// <summary>Places mass around one entry, in the kernel's proportions beyond a limit.</summary>
    /// <param name="kernel">Cells outward from an entry.</param>
    /// <param name="cell">Outward index of the entry's cell.</param>
    /// <param name="phase">Which position within that cell.</param>
    /// <param name="crossed">Outward index up to which nothing may be placed.</param>
    /// <param name="quantity">Base units; &gt;= 0; off-grid as a whole when the kernel does not reach beyond the limit.</param>
    /// <param name="hours">Time of the deposit in hours of the map's clock.</param>
    public void Deposit(
        CompiledKernel kernel, int cell, int phase, int crossed, double quantity, double hours)
    {
        Place(cell);
        double stored = quantity / _scale;
        _total += stored;
        int from = kernel.FirstBeyond(phase, Math.Max(crossed, _origin - 1) - cell);
        double weight = kernel.Tails(phase)[from];
        if (weight > 0)
        {
            Spread(kernel, cell, phase, from, stored / weight, hours);
        }
        else
        {
            _offGrid += stored;
        }
    }

    /// <summary>Places mass around several entries, in their and the kernel's proportions beyond a limit.</summary>
    /// <param name="kernel">Cells outward from an entry.</param>
    /// <param name="entries">Where the entries were made.</param>
    /// <param name="crossed">Outward index up to which nothing may be placed.</param>
    /// <param name="quantity">Base units; &gt;= 0; off-grid as a whole when the kernel does not reach beyond the limit.</param>
    /// <param name="hours">Time of the deposit in hours of the map's clock.</param>
    public void Deposit(CompiledKernel kernel, in Entries entries, int crossed, double quantity, double hours)
    {
        Place(entries.First.Cell);
        double stored = quantity / _scale;
        _total += stored;
        int limit = Math.Max(crossed, _origin - 1);
        double weight = 0;
        for (int i = 0; i < entries.Count; i++)
        {
            Entry entry = entries[i];
            weight += entry.Weight * kernel.Tails(entry.Phase)[kernel.FirstBeyond(entry.Phase, limit - entry.Cell)];
        }

        if (!(weight > 0))
        {
            _offGrid += stored;
            return;
        }

        for (int i = 0; i < entries.Count; i++)
        {
            Entry entry = entries[i];
            int from = kernel.FirstBeyond(entry.Phase, limit - entry.Cell);
            Spread(kernel, entry.Cell, entry.Phase, from, stored / weight * entry.Weight, hours);
        }
    }

    private void Spread(CompiledKernel kernel, int cell, int phase, int from, double factor, double hours)
    {
        CompiledKernel.Step[] steps = kernel.Steps(phase);
        int index = cell - _origin;
        int room = _cells.Length - index;
        int to = steps.Length;
        while (to > from && steps[to - 1].Offset >= room)
        {
            to--;
        }

        _offGrid += factor * kernel.Tails(phase)[to];
        if (to > from)
        {
            _first = Math.Min(_first, cell + steps[from].Offset);
            _last = Math.Max(_last, cell + steps[to - 1].Offset);
            Add(_cells, index, steps.AsSpan(from, to - from), factor, factor * hours);
        }
    }

    /// <summary>Scales all mass up; what comes in counts as seeded.</summary>
    /// <param name="factor">At least 1.</param>
    public void Grow(double factor)
    {
        // Of the mass that then stands in a cell this part came in; the rest keeps what was seeded of it.
        double added = 1 - (1 / factor);
        for (int i = _first; i <= _last; i++)
        {
            ref double seeded = ref _seeded[i - _origin];
            seeded += added * (_cells[i - _origin].Mass - seeded);
        }

        _seededTotal += added * (_total - _seededTotal);
        _seededOffGrid += added * (_offGrid - _seededOffGrid);
        _scale *= factor;
    }

    /// <summary>The same mass counted in another unit.</summary>
    /// <param name="factor">New quantity over old; &gt; 0.</param>
    public void Recount(double factor) => _scale *= factor;

    /// <summary>Becomes the weighted sum of a side of some maps, whose grids are the same.</summary>
    /// <param name="parts">The maps.</param>
    /// <param name="side">Which of their sides.</param>
    /// <param name="shares">Weight of each; &gt;= 0.</param>
    public void CopySum(ReadOnlySpan<LiquidationMap> parts, PositionSide side, ReadOnlySpan<double> shares)
    {
        Clear();
        int first = int.MaxValue;
        int last = int.MinValue;
        foreach (LiquidationMap part in parts)
        {
            first = Math.Min(first, part.Mass(side)._first);
            last = Math.Max(last, part.Mass(side)._last);
        }

        _scale = 1;
        _origin = first <= last ? first : 0;
        _isPlaced = first <= last;
        _offGrid = _total = _seededTotal = _seededOffGrid = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            AddPart(parts[i].Mass(side), shares[i]);
        }

        _first = first;
        _last = Math.Min(last, _origin + _cells.Length - 1);
        _total += _offGrid;
        _seededTotal += _seededOffGrid;
    }

    private void AddPart(SideMass part, double share)
    {
        double factor = share * part._scale;
        if (!(factor > 0))
        {
            return;
        }

        _offGrid += factor * part._offGrid;
        _seededOffGrid += factor * part._seededOffGrid;
        for (int i = part._first; i <= part._last; i++)
        {
            double mass = factor * part._cells[i - part._origin].Mass;
            double seeded = factor * part._seeded[i - part._origin];
            int index = i - _origin;
            if (index >= _cells.Length)
            {
                _offGrid += mass;
                _seededOffGrid += seeded;
                continue;
            }

            _cells[index].Mass += mass;
            _cells[index].Moment += factor * part._cells[i - part._origin].Moment;
            _seeded[index] += seeded;
            _total += mass;
            _seededTotal += seeded;
        }
    }

    /// <summary>Takes all present mass for seeded.</summary>
    public void MarkSeeded()
    {
        for (int i = 0; i < _cells.Length; i++)
        {
            _seeded[i] = _cells[i].Mass;
        }

        _seededTotal = _total;
        _seededOffGrid = _offGrid;
    }

    /// <summary>Folds the scale into the cells and sums them afresh, so that running sums do not drift.</summary>
    public void Refresh()
    {
        double dust = _total * Dust;
        double total = 0;
        double seeded = 0;
        for (int i = _first; i <= _last; i++)
        {
            int index = i - _origin;
            Cell cell = _cells[index];
            if (cell.Mass <= dust)
            {
                _cells[index] = default;
                _seeded[index] = 0;
                continue;
            }

            _cells[index] = new Cell(cell.Mass * _scale, cell.Moment * _scale);
            _seeded[index] *= _scale;
            total += _cells[index].Mass;
            seeded += _seeded[index];
        }

        _offGrid *= _scale;
        _seededOffGrid *= _scale;
        _total = total + _offGrid;
        _seededTotal = seeded + _seededOffGrid;
        _scale = 1;
    }

    /// <summary>The inner loop of a deposit. Mass and moment in one instruction where the machine can: a fifth off an update.</summary>
    private static void Add(
        Cell[] cells, int start, ReadOnlySpan<CompiledKernel.Step> steps, double mass, double moment)
    {
        if (Sse2.IsSupported)
        {
            Vector128<double> amount = Vector128.Create(mass, moment);
            foreach (ref readonly CompiledKernel.Step step in steps)
            {
                ref Vector128<double> cell = ref Unsafe.As<Cell, Vector128<double>>(ref cells[start + step.Offset]);
                cell = Sse2.Add(cell, Sse2.Multiply(amount, Vector128.Create(step.Weight)));
            }

            return;
        }

        foreach (ref readonly CompiledKernel.Step step in steps)
        {
            ref Cell cell = ref cells[start + step.Offset];
            cell.Mass += mass * step.Weight;
            cell.Moment += moment * step.Weight;
        }
    }

    /// <summary>Moves the window when the entry leaves the part of it that gives room on both sides.</summary>
    private void Place(int entry)
    {
        int index = entry - _origin;
        if (_isPlaced && index >= _cells.Length / 16 && index <= _cells.Length / 2)
        {
            return;
        }

        int origin = entry - (_cells.Length / 4);
        if (_isPlaced)
        {
            Shift(origin);
        }

        _origin = origin;
        _isPlaced = true;
    }

    private void Shift(int origin)
    {
        if (_first > _last)
        {
            return;
        }

        int limit = origin + _cells.Length;
        for (int i = _first; i <= _last; i++)
        {
            if (i < origin || i >= limit)
            {
                _offGrid += _cells[i - _origin].Mass;
                _seededOffGrid += _seeded[i - _origin];
            }
        }

        _first = Math.Max(_first, origin);
        _last = Math.Min(_last, limit - 1);
        int count = Math.Max(0, _last - _first + 1);
        int source = _first - _origin;
        int target = _first - origin;
        Move(_cells, source, target, count);
        Move(_seeded, source, target, count);
        if (count == 0)
        {
            ForgetCells();
        }
    }

    private static void Move<T>(T[] array, int source, int target, int count)
    {
        if (count > 0)
        {
            Array.Copy(array, source, array, target, count);
        }

        Array.Clear(array, 0, count > 0 ? target : array.Length);
        if (count > 0)
        {
            Array.Clear(array, target + count, array.Length - target - count);
        }
    }

    /// <summary>No cell holds mass: what is left is off-grid.</summary>
    private void ForgetCells()
    {
        _first = int.MaxValue;
        _last = int.MinValue;
        _total = _offGrid;
        _seededTotal = _seededOffGrid;
    }

    private void Clear()
    {
        if (_total == 0 && _first > _last)
        {
            return;
        }

        Array.Clear(_cells, 0, _cells.Length);
        Array.Clear(_seeded, 0, _seeded.Length);
        _offGrid = 0;
        _seededOffGrid = 0;
        _scale = 1;
        ForgetCells();
    }

    /// <summary>Where some of a bar's entries were made.</summary>
    /// <param name="Cell">Outward index.</param>
    /// <param name="Phase">Which position within the cell.</param>
    /// <param name="Weight">Share of the bar's entries; in (0, 1].</param>
    internal readonly record struct Entry(int Cell, int Phase, double Weight)
    {
        public bool IsAt(in Entry other) => Cell == other.Cell && Phase == other.Phase;
    }

    /// <summary>Where the entries of a bar were made: one to three places, equal ones put together.</summary>
    internal struct Entries
    {
        private Entry _second;
        private Entry _third;

        public Entry First { get; private set; }

        public int Count { get; private set; }

        public readonly Entry this[int index] => index switch { 0 => First, 1 => _second, _ => _third };

        public void Add(in Entry entry)
        {
            if (Count > 0 && First.IsAt(entry))
            {
                First = First with { Weight = First.Weight + entry.Weight };
            }
            else if (Count > 1 && _second.IsAt(entry))
            {
                _second = _second with { Weight = _second.Weight + entry.Weight };
            }
            else
            {
                switch (Count++)
                {
                    case 0:
                        First = entry;
                        break;
                    case 1:
                        _second = entry;
                        break;
                    default:
                        _third = entry;
                        break;
                }
            }
        }
    }

    /// <summary>Stored mass, and its product with the hours of its deposits: neighbours, for one visit touches both.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Cell
    {
        public Cell(double mass, double moment)
        {
            Mass = mass;
            Moment = moment;
        }

        public double Mass;
        public double Moment;
    }
}
