using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Benchmarks.Liquidation;

/// <summary>The same rule, on whole cells, written the obvious way: every bar sums and scales every cell.</summary>
internal sealed class EagerMap
{
    private readonly LeverageKernel _kernel;
    private readonly LiquidationMapOptions _options;
    private readonly double[] _longs;
    private readonly double[] _shorts;
    private int _zero;
    private bool _hasStarted;

    internal EagerMap(LeverageKernel kernel, LiquidationMapOptions options)
    {
        _kernel = kernel;
        _options = options;
        _longs = new double[options.CellsPerSide];
        _shorts = new double[options.CellsPerSide];
    }

    internal double OpenLong => _longs.Sum();

    internal void Update(in MarketBar bar)
    {
        double entry = Math.Log((bar.High + bar.Low + bar.Close) / 3) / _options.CellLogWidth;
        if (!_hasStarted)
        {
            _zero = (int)entry - (_longs.Length / 2);
            _hasStarted = true;
        }

        int low = CellOf(Math.Log(bar.Low) / _options.CellLogWidth);
        int high = CellOf(Math.Log(bar.High) / _options.CellLogWidth);
        Array.Clear(_longs, low, _longs.Length - low);
        Array.Clear(_shorts, 0, high + 1);
        int close = CellOf(Math.Log(bar.Close) / _options.CellLogWidth);
        Turn(_longs, bar.OpenInterestQuantity, PositionSide.Long, entry, close);
        Turn(_shorts, bar.OpenInterestQuantity, PositionSide.Short, entry, close);
    }

    private int CellOf(double position) => (int)Math.Floor(position) - _zero;

    private void Turn(double[] cells, double openInterest, PositionSide side, double entry, int crossed)
    {
        double left = cells.Sum();
        double kept = Math.Min((1 - _options.TurnoverPerBar) * left, openInterest);
        double factor = left > 0 ? kept / left : 0;
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] *= factor;
        }

        double beyond = 0;
        foreach (KernelPoint point in _kernel.Points(side))
        {
            beyond += IsBeyond(side, CellOf(entry + (point.LogDistance / _options.CellLogWidth)), crossed) ? point.Weight : 0;
        }

        foreach (KernelPoint point in _kernel.Points(side))
        {
            int cell = CellOf(entry + (point.LogDistance / _options.CellLogWidth));
            if (IsBeyond(side, cell, crossed))
            {
                cells[cell] += (openInterest - kept) * point.Weight / beyond;
            }
        }
    }

    private static bool IsBeyond(PositionSide side, int cell, int crossed) =>
        side == PositionSide.Long ? cell < crossed : cell > crossed;
}
