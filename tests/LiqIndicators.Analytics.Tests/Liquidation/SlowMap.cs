using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation;

/// <summary>The rule of the map written from its definition: a list of deposits per side, every one visited at every bar.</summary>
internal sealed class SlowMap
{
    private readonly LeverageKernel _kernel;
    private readonly LiquidationMapOptions _options;
    private DateTime? _start;
    private bool _isSeeded;

    internal SlowMap(LeverageKernel kernel, LiquidationMapOptions options)
    {
        _kernel = kernel;
        _options = options;
    }

    internal sealed record Deposit(int? Cell, double Hours, bool IsSeed)
    {
        internal double Quantity { get; set; }
    }

    internal List<Deposit> Longs { get; private set; } = new();

    internal List<Deposit> Shorts { get; private set; } = new();

    internal double Hours { get; private set; }

    internal void Update(in MarketBar bar, LogPriceGrid grid)
    {
        _start ??= bar.TimeUtc;
        Hours = (bar.TimeUtc - _start.Value).TotalHours;
        int low = (int)Math.Floor(Math.Log(bar.Low / grid.AnchorPrice) / grid.CellLogWidth);
        int high = (int)Math.Floor(Math.Log(bar.High / grid.AnchorPrice) / grid.CellLogWidth);
        Longs = Longs.Where(d => !(d.Cell >= low)).ToList();
        Shorts = Shorts.Where(d => !(d.Cell <= high)).ToList();
        if (double.IsNaN(bar.OpenInterestQuantity))
        {
            return;
        }

        double entry = Math.Log((bar.High + bar.Low + bar.Close) / 3 / grid.AnchorPrice) / grid.CellLogWidth;
        double phase = Math.Floor((entry - Math.Floor(entry)) * _options.EntryPhases);
        double rounded = Math.Floor(entry) + ((phase + 0.5) / _options.EntryPhases);
        Turn(Longs, PositionSide.Long, bar, cell => cell < low, rounded, grid);
        Turn(Shorts, PositionSide.Short, bar, cell => cell > high, rounded, grid);
        _isSeeded = true;
    }

    private void Turn(
        List<Deposit> side, PositionSide name, in MarketBar bar, Func<int, bool> isBeyond, double entry, LogPriceGrid grid)
    {
        double left = side.Sum(d => d.Quantity);
        double kept = Math.Min((1 - _options.TurnoverPerBar) * left, bar.OpenInterestQuantity);
        foreach (Deposit deposit in side)
        {
            deposit.Quantity *= left > 0 ? kept / left : 0;
        }

        List<(int? Cell, double Weight)> targets = new() { (null, _kernel.Unliquidatable(name)) };
        foreach (KernelPoint point in _kernel.Points(name))
        {
            int cell = (int)Math.Floor(entry + (point.LogDistance / grid.CellLogWidth));
            if (isBeyond(cell))
            {
                targets.Add((cell, point.Weight));
            }
        }

        double total = targets.Sum(t => t.Weight);
        double inserted = bar.OpenInterestQuantity - kept;
        foreach ((int? cell, double weight) in targets)
        {
            double share = total > 0 ? weight / total : (cell is null ? 1 : 0);
            side.Add(new Deposit(cell, Hours, !_isSeeded) { Quantity = inserted * share });
        }
    }
}
