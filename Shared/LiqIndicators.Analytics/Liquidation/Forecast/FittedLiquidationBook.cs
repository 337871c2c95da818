using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>A map whose kernel is fitted to printed liquidations as time goes on: a mixture of kernels, each with a map of its own.</summary>
/// <remarks>
/// <para>
/// Exponentiated gradient, per side. Before each bar with published liquidations the mixture foresees
/// <c>p = s sum w_k c_k</c> of them, <c>c_k</c> what the bar crosses of map <c>k</c> and <c>s</c> the fitted scale. With
/// <c>e = ln(1e4 + printed) - ln(1e4 + p)</c>, less its own mean so that only the shape is fitted and not the level,
/// <c>w_k</c> is multiplied by <c>exp(0.05 e s c_k / (1e4 + p))</c>, brought back to a sum of 1 and drawn to the prior by 0.1%.
/// Every bar is foreseen before it is learnt from. Source: docs/model.md, F9.
/// </para>
/// <para>
/// The prior is 60% the model's own kernel and 10% each of the others, and holds until liquidations are published. Each map holds
/// exactly the open interest, so the mixture does too. New weights re-weigh all standing mass. Cost per bar does not depend
/// on history; nothing is allocated after construction.
/// </para>
/// </remarks>
public sealed class FittedLiquidationBook : ILiquidationBook
{
    /// <summary>Version of the components, the prior and the rule; a change of any of them raises it.</summary>
    public const string Version = "1";

    private const double Floor = 1e4;
    private const double Rate = 0.05;
    private const double LargestError = 2;
    private const double PullToPrior = 0.001;
    private const double MeanHalfLifeHours = 720;

    private static readonly double[] Prior = { 0.6, 0.1, 0.1, 0.1, 0.1 };

    private readonly LiquidationMap[] _maps;
    private readonly SideFit _longs;
    private readonly SideFit _shorts;

    /// <summary>Empty maps under the prior.</summary>
    /// <param name="barLength">Length of a bar; above zero.</param>
    /// <param name="turnoverPerHour">Share that changes hands in an hour of usual activity; in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public FittedLiquidationBook(TimeSpan barLength, double turnoverPerHour = LiquidationModel.TurnoverPerHour)
    {
        LeverageKernel[] kernels =
        {
            LeverageKernels.Wide(),
            LeverageKernels.Textbook(),
            LeverageKernels.Hyperliquid(),
            LogNormal(0.05, 1.0),
            LogNormal(0.16, 1.4),
        };
        _maps = Array.ConvertAll(kernels, kernel => LiquidationModel.CreateMap(barLength, kernel, turnoverPerHour));
        _longs = new SideFit(barLength.TotalHours);
        _shorts = new SideFit(barLength.TotalHours);
        Map = LiquidationModel.CreateMap(barLength, kernels[0], turnoverPerHour);
    }

    /// <summary>The mixture.</summary>
    public LiquidationMap Map { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<LiquidationMap> VenueMaps => _maps.AsSpan(0, 1);

    /// <summary>The mixture of kernels as fitted so far; its version counts the bars learnt from.</summary>
    public LeverageKernel Kernel => new(
        "fitted online",
        FormattableString.Invariant($"{Version} after {LearntBars} bars"),
        "any",
        Points(PositionSide.Long),
        Points(PositionSide.Short));

    /// <summary>Bars with published liquidations that the weights have learnt from.</summary>
    public long LearntBars { get; private set; }

    /// <summary>Weights of the kernels on one side: the model's own, textbook tiers, the measured book, 5% and 16% log-normal.</summary>
    public ReadOnlySpan<double> Weights(PositionSide side) => Of(side).Weights;

    /// <inheritdoc/>
    public void Take(in MarketBar bar)
    {
        // Foreseen before the maps take the bar and learnt from after: a bar that they refuse teaches nothing.
        bool hasLongs = Map.IsReady && Foresee(PositionSide.Long, bar.Low, bar);
        bool hasShorts = Map.IsReady && Foresee(PositionSide.Short, bar.High, bar);
        foreach (LiquidationMap map in _maps)
        {
            map.Update(bar);
        }

        if (hasLongs)
        {
            _longs.Learn(bar.LiquidatedLongNotional);
        }

        if (hasShorts)
        {
            _shorts.Learn(bar.LiquidatedShortNotional);
        }

        LearntBars += hasLongs || hasShorts ? 1 : 0;
        Map.TakeSum(bar, _maps, _longs.Weights, _shorts.Weights);
    }

    private static LeverageKernel LogNormal(double median, double sigma) =>
        LeverageKernels.LogNormalGraded(median, sigma, 0.001, cells: 1600, singles: 12, growth: 0.15);

    private SideFit Of(PositionSide side) => LiquidationPrice.Sign(side) > 0 ? _longs : _shorts;

    /// <summary>Takes note of what the bar crosses of each map; false where there is nothing to learn of it.</summary>
    private bool Foresee(PositionSide side, double extreme, in MarketBar bar)
    {
        double realised = bar.LiquidatedNotional(side);
        double move = Math.Abs((extreme / bar.Open) - 1);
        if (!(realised >= 0) || move < LiquidationForecast.ShortestMove)
        {
            return false;
        }

        SideFit fit = Of(side);
        for (int i = 0; i < _maps.Length; i++)
        {
            double quantity = _maps[i].QuantityBetween(side, Math.Min(bar.Open, extreme), Math.Max(bar.Open, extreme));
            fit.Crossed[i] = bar.Open * quantity;
        }

        return true;
    }

    private List<KernelPoint> Points(PositionSide side)
    {
        ReadOnlySpan<double> weights = Weights(side);
        List<KernelPoint> points = new();
        double left = 1;
        for (int i = 0; i < _maps.Length; i++)
        {
            foreach (KernelPoint point in _maps[i].Kernel.Points(side))
            {
                points.Add(point with { Weight = point.Weight * weights[i] });
                left -= points[^1].Weight;
            }
        }

        points.Add(new KernelPoint(side == PositionSide.Long ? double.NegativeInfinity : double.PositiveInfinity, Math.Max(0, left)));
        return points;
    }

    private sealed class SideFit
    {
        private readonly double[] _weights = (double[])Prior.Clone();
        private readonly LiquidationScale _scale;
        private readonly double _keepPerBar;
        private double _errors;
        private double _count;

        internal SideFit(double barHours)
        {
            _scale = new LiquidationScale(barHours);
            _keepPerBar = Math.Pow(0.5, barHours / MeanHalfLifeHours);
        }

        internal double[] Weights => _weights;

        /// <summary>What the bar crosses of each map; quote currency.</summary>
        internal double[] Crossed { get; } = new double[Prior.Length];

        internal void Learn(double realised)
        {
            double crossed = 0;
            for (int i = 0; i < _weights.Length; i++)
            {
                crossed += _weights[i] * Crossed[i];
            }

            double scale = _scale.Value;
            double expected = Floor + (scale * crossed);
            double error = Math.Log((Floor + realised) / expected);
            double ownError = _count > 0 ? error - (_errors / _count) : 0;
            _errors = (_keepPerBar * _errors) + error;
            _count = (_keepPerBar * _count) + 1;
            _scale.Update(crossed, realised);

            double step = Rate * Math.Clamp(ownError, -LargestError, LargestError) * scale / expected;
            double sum = 0;
            for (int i = 0; i < _weights.Length; i++)
            {
                _weights[i] *= Math.Exp(step * (Crossed[i] - crossed));
                sum += _weights[i];
            }

            for (int i = 0; i < _weights.Length; i++)
            {
                _weights[i] = ((1 - PullToPrior) * _weights[i] / sum) + (PullToPrior * Prior[i]);
            }
        }
    }
}
