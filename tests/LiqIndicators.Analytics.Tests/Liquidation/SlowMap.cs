using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation;

/// <summary>The rule of the map written from its definition: a list of deposits per side, every one visited at every bar.</summary>
internal sealed class SlowMap
{
    private readonly LeverageKernel _kernel;
    private readonly LiquidationMapOptions _options;
    private DateTime? _start;
    private readonly List<double> _ranges = new();
    private readonly List<double> _volumes = new();
    private double _lastOpenInterest = double.NaN;
    private DateTime _lastOpenInterestUtc;
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
        double Position(double price) => Math.Log(price / grid.AnchorPrice) / grid.CellLogWidth;
        double low = Position(bar.Low);
        double high = Position(bar.High);
        Longs = Cross(Longs, (int)Math.Floor(low), 1 - (low - Math.Floor(low)), isUp: false);
        Shorts = Cross(Shorts, (int)Math.Floor(high), high - Math.Floor(high), isUp: true);

        if (!double.IsNaN(bar.OpenInterestQuantity))
        {
            (double up, double down) = Paths(bar);
            double[] entries = _options.DepositPrice switch
            {
                DepositPrice.Typical => new[] { Position((bar.High + bar.Low + bar.Close) / 3) },
                DepositPrice.Average => new[] { Position((bar.Open + bar.High + bar.Low + bar.Close) / 4) },
                DepositPrice.Close => new[] { Position(bar.Close) },
                _ => new[] { low, high, Position(bar.Close) },
            };
            int slack = _options.CrossedCell == CrossedCell.Part ? 1 : 0;
            double belowWhat = _options.CrossedDeposit == CrossedDeposit.BeyondClose ? Position(bar.Close) : low;
            double aboveWhat = _options.CrossedDeposit == CrossedDeposit.BeyondClose ? Position(bar.Close) : high;
            bool isWhole = _options.CrossedDeposit == CrossedDeposit.WholeKernel;
            bool isJump = IsJump(bar);
            MarketBar opened = bar with { OpenInterestQuantity = isJump ? _lastOpenInterest : bar.OpenInterestQuantity };
            Turn(Longs, PositionSide.Long, opened, cell => isWhole || cell < Math.Floor(belowWhat) + slack, entries, up, grid);
            Turn(Shorts, PositionSide.Short, opened, cell => isWhole || cell > Math.Floor(aboveWhat) - slack, entries, down, grid);
            if (isJump)
            {
                Adopt(Longs, (bar.OpenInterestQuantity / _lastOpenInterest) - 1);
                Adopt(Shorts, (bar.OpenInterestQuantity / _lastOpenInterest) - 1);
            }

            _isSeeded = true;
            _lastOpenInterest = bar.OpenInterestQuantity;
            _lastOpenInterestUtc = bar.TimeUtc;
        }

        _ranges.Add((bar.High - bar.Low) / bar.Open);
        _volumes.Add(bar.VolumeQuantity);
    }

    /// <summary>Mean of all past bars that have the number, each half as heavy after a half-life.</summary>
    private double Usual(List<double> past)
    {
        (double Value, double Weight)[] known = past
            .Select((value, i) => (value, Math.Pow(0.5, (past.Count - i) / _options.UsualHalfLifeBars)))
            .Where(pair => !double.IsNaN(pair.value))
            .ToArray();
        return known.Sum(pair => pair.Value * pair.Weight) / known.Sum(pair => pair.Weight);
    }

    /// <summary>Whether a gain is too large for the time it took.</summary>
    private bool IsJump(in MarketBar bar)
    {
        double hours = Math.Max(1, (bar.TimeUtc - _lastOpenInterestUtc).TotalHours);
        double gain = (bar.OpenInterestQuantity - _lastOpenInterest) / _lastOpenInterest;
        return gain < 999 && gain > _options.LargestGainPerHour * Math.Sqrt(hours);
    }

    /// <summary>Lays the same shape some times more over what stands.</summary>
    private static void Adopt(List<Deposit> side, double times) =>
        side.AddRange(side.Select(d => d with { IsSeed = true, Quantity = d.Quantity * times }).ToArray());

    private List<Deposit> Cross(List<Deposit> side, int edge, double part, bool isUp)
    {
        List<Deposit> kept = new();
        foreach (Deposit deposit in side)
        {
            bool isCrossed = isUp ? deposit.Cell < edge : deposit.Cell > edge;
            if (deposit.Cell == edge)
            {
                deposit.Quantity *= _options.CrossedCell == CrossedCell.Whole ? 0 : 1 - part;
            }

            if (!isCrossed)
            {
                kept.Add(deposit);
            }
        }

        return kept;
    }

    /// <summary>Pace of either side: leg by leg, over the nearer extreme first, as the options define it.</summary>
    private (double Up, double Down) Paths(in MarketBar bar)
    {
        double activity = bar.VolumeQuantity >= 0 && Usual(_volumes) > 0
            ? Math.Pow(bar.VolumeQuantity / Usual(_volumes), 0.5)
            : (bar.High - bar.Low) / bar.Open / Usual(_ranges);
        if (_options.TurnoverRule == TurnoverRule.Even || !double.IsFinite(activity))
        {
            return (1, 1);
        }

        double[] path = bar.Close >= bar.Open
            ? new[] { bar.Open, bar.Low, bar.High, bar.Close }
            : new[] { bar.Open, bar.High, bar.Low, bar.Close };
        double up = 0;
        double down = 0;
        for (int i = 1; i < path.Length; i++)
        {
            double leg = Math.Log(path[i] / path[i - 1]);
            up += Math.Max(0, leg);
            down += Math.Max(0, -leg);
        }

        double range = Math.Max(up, down);
        double Share(double leg) => range > 0 ? leg / range : 1;
        return (activity * (0.25 + (0.75 * Share(up))), activity * (0.25 + (0.75 * Share(down))));
    }

    private void Turn(
        List<Deposit> side,
        PositionSide name,
        in MarketBar bar,
        Func<int, bool> isBeyond,
        double[] entries,
        double path,
        LogPriceGrid grid)
    {
        double left = side.Sum(d => d.Quantity);
        double stays = Math.Pow(1 - _options.TurnoverPerBar, path);
        double kept = Math.Min(stays * left, bar.OpenInterestQuantity);
        foreach (Deposit deposit in side)
        {
            deposit.Quantity *= left > 0 ? kept / left : 0;
        }

        List<(int? Cell, double Weight)> targets = new() { (null, _kernel.Unliquidatable(name)) };
        foreach (double entry in entries)
        {
            double phase = Math.Floor((entry - Math.Floor(entry)) * _options.EntryPhases);
            double rounded = Math.Floor(entry) + ((phase + 0.5) / _options.EntryPhases);
            foreach (KernelPoint point in _kernel.Points(name))
            {
                int cell = (int)Math.Floor(rounded + (point.LogDistance / grid.CellLogWidth));
                if (isBeyond(cell))
                {
                    targets.Add((cell, point.Weight / entries.Length));
                }
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
