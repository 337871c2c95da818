namespace LiqIndicators.Analytics.Liquidation;

/// <summary>The cells of one side from the nearest to price outward, for <c>foreach</c> without allocation.</summary>
/// <remarks>Valid until the map's next update. Cells between the first and the last that hold no mass are passed over.</remarks>
public readonly struct LiquidationCells
{
    private readonly SideMass _mass;
    private readonly int _sign;
    private readonly double _nowHours;

    internal LiquidationCells(SideMass mass, int sign, double nowHours)
    {
        _mass = mass;
        _sign = sign;
        _nowHours = nowHours;
    }

    /// <summary>Starts at the cell nearest to price.</summary>
    public Enumerator GetEnumerator() => new(_mass, _sign, _nowHours);

    /// <summary>Walks the cells outward.</summary>
    public struct Enumerator
    {
        private readonly SideMass _mass;
        private readonly int _sign;
        private readonly double _nowHours;
        private int _next;

        internal Enumerator(SideMass mass, int sign, double nowHours)
        {
            _mass = mass;
            _sign = sign;
            _nowHours = nowHours;
            _next = mass.First;
            Current = default;
        }

        /// <summary>The cell reached last.</summary>
        public LiquidationCell Current { get; private set; }

        /// <summary>Goes to the next cell that holds mass.</summary>
        public bool MoveNext()
        {
            while (_next <= _mass.Last)
            {
                int outward = _next++;
                double quantity = _mass.QuantityAt(outward);
                if (quantity > 0)
                {
                    double age = Math.Max(0, _nowHours - (_mass.MomentAt(outward) / quantity));
                    Current = new LiquidationCell(_sign * outward, quantity, age);
                    return true;
                }
            }

            return false;
        }
    }
}
