using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>A copy of a map's cells at one time, for drawing; reuse one to avoid allocation.</summary>
public sealed class LiquidationMapSnapshot
{
    private readonly SideCopy _longs = new();
    private readonly SideCopy _shorts = new();

    /// <summary>Opening time of the last bar in the copy; the default value before the first copy.</summary>
    public DateTime AsOfUtc { get; private set; }

    /// <summary>Last price; quote currency per base unit; NaN before the first copy.</summary>
    public double Price { get; private set; } = double.NaN;

    /// <summary>Price axis of the cells.</summary>
    public LogPriceGrid Grid { get; private set; }

    /// <summary>Cell of the first entry of <see cref="Quantities"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side is unknown.</exception>
    public int FirstCell(PositionSide side) => Copy(side).FirstCell;

    /// <summary>Mass per cell, in order of rising price; base units; empty when the side has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side is unknown.</exception>
    public ReadOnlySpan<double> Quantities(PositionSide side) => Copy(side).Quantities.AsSpan(0, Copy(side).Count);

    /// <summary>Takes the map's cells in place of what was here.</summary>
    public void CopyFrom(LiquidationMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        AsOfUtc = map.AsOfUtc;
        Price = map.LastPrice;
        Grid = map.Grid;
        _longs.CopyFrom(map.Mass(PositionSide.Long), -1);
        _shorts.CopyFrom(map.Mass(PositionSide.Short), 1);
    }

    private SideCopy Copy(PositionSide side) => LiquidationPrice.Sign(side) > 0 ? _longs : _shorts;

    private sealed class SideCopy
    {
        public double[] Quantities { get; private set; } = Array.Empty<double>();

        public int Count { get; private set; }

        public int FirstCell { get; private set; }

        public void CopyFrom(SideMass mass, int sign)
        {
            Count = mass.First > mass.Last ? 0 : mass.Last - mass.First + 1;
            FirstCell = Count == 0 ? 0 : Math.Min(sign * mass.First, sign * mass.Last);
            if (Quantities.Length < Count)
            {
                // Twice what is needed now: the reach of a map grows in small steps.
                Quantities = new double[2 * Count];
            }

            for (int i = 0; i < Count; i++)
            {
                Quantities[i] = mass.QuantityAt(sign * (FirstCell + i));
            }
        }
    }
}
