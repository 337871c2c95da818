using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>The same market under several kernels: how far what nobody publishes, leverage, could move the mass of a band.</summary>
/// <remarks>
/// Five maps that differ in nothing but the kernel: the model's own, textbook tiers, the measured book, and log-normal
/// distances with a median of 6% and sigma 1.0 and with 16% and 1.4. Their spread is not a probability. Nothing is
/// allocated after construction.
/// </remarks>
public sealed class LiquidationEnsemble
{
    private readonly LiquidationMap[] _maps;

    /// <summary>Empty maps.</summary>
    /// <param name="barLength">Length of a bar; above zero.</param>
    /// <param name="kernel">The kernel in the middle; null for the model's own.</param>
    /// <param name="turnoverPerHour">Share that changes hands in an hour of usual range; in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public LiquidationEnsemble(
        TimeSpan barLength, LeverageKernel? kernel = null, double turnoverPerHour = LiquidationModel.TurnoverPerHour)
    {
        LeverageKernel[] kernels =
        [
            kernel ?? LeverageKernels.Wide(),
            LeverageKernels.Textbook(),
            LeverageKernels.Hyperliquid(),
            LogNormal(0.06, 1.0),
            LogNormal(0.16, 1.4),
        ];
        _maps = Array.ConvertAll(kernels, each => LiquidationModel.CreateMap(barLength, each, turnoverPerHour));
    }

    /// <summary>The map of the kernel in the middle.</summary>
    public LiquidationMap Map => _maps[0];

    /// <summary>How many maps there are.</summary>
    public int Count => _maps.Length;

    /// <summary>Open mass of a side between two prices, under each kernel.</summary>
    /// <param name="side">Side of the positions.</param>
    /// <param name="lowPrice">Quote currency per base unit; &gt; 0.</param>
    /// <param name="highPrice">Quote currency per base unit; at least <paramref name="lowPrice"/>.</param>
    /// <returns>Zeros before the first bar.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is NaN or outside its range, or the side is unknown.</exception>
    public EnsembleEstimate NotionalBetween(PositionSide side, double lowPrice, double highPrice)
    {
        double own = Map.NotionalBetween(side, lowPrice, highPrice);
        double least = own;
        double most = own;
        for (int i = 1; i < _maps.Length; i++)
        {
            double notional = _maps[i].NotionalBetween(side, lowPrice, highPrice);
            least = Math.Min(least, notional);
            most = Math.Max(most, notional);
        }

        return new EnsembleEstimate(least, own, most);
    }

    /// <summary>Takes a closed bar.</summary>
    /// <param name="bar">A bar after the last one taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">The maps refuse the bar; nothing is then changed.</exception>
    public void Update(in MarketBar bar)
    {
        foreach (LiquidationMap map in _maps)
        {
            map.Update(bar);
        }
    }

    /// <summary>Coarser than the model's own kernel, in about thirty points: five maps are to cost no more than five times one.</summary>
    private static LeverageKernel LogNormal(double median, double sigma) =>
        LeverageKernels.LogNormalGraded(median, sigma, 0.001, cells: 1600, singles: 12, growth: 0.25);
}
