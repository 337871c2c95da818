using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>The same market under several kernels: how far what nobody publishes, leverage, could move the mass of a band.</summary>
/// <remarks>
/// The book in the middle and four maps that differ from the model's in nothing but the kernel: textbook tiers, the measured
/// book, and log-normal distances with a median of 6% and sigma 1.0 and with 16% and 1.4. Their spread is not a
/// probability. Nothing is allocated after construction.
/// </remarks>
public sealed class LiquidationEnsemble : ILiquidationBook
{
    private readonly ILiquidationBook _book;
    private readonly LiquidationMap[] _others;

    /// <summary>Empty maps around the model's own.</summary>
    /// <param name="barLength">Length of a bar; above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="barLength"/> is not above zero.</exception>
    public LiquidationEnsemble(TimeSpan barLength)
        : this(barLength, LiquidationModel.CreateMap(barLength), LiquidationModel.TurnoverPerHour)
    {
    }

    /// <summary>Empty maps around a book.</summary>
    /// <param name="barLength">Length of a bar; above zero.</param>
    /// <param name="book">The one in the middle, without bars; fed by this ensemble alone.</param>
    /// <param name="turnoverPerHour">Share that changes hands in an hour of usual activity; in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public LiquidationEnsemble(TimeSpan barLength, ILiquidationBook book, double turnoverPerHour)
    {
        ArgumentNullException.ThrowIfNull(book);
        _book = book;
        LeverageKernel[] kernels =
        [
            LeverageKernels.Textbook(),
            LeverageKernels.Hyperliquid(),
            LogNormal(0.06, 1.0),
            LogNormal(0.16, 1.4),
        ];
        _others = Array.ConvertAll(kernels, each => LiquidationModel.CreateMap(barLength, each, turnoverPerHour));
    }

    /// <summary>The map in the middle.</summary>
    public LiquidationMap Map => _book.Map;

    /// <inheritdoc/>
    public ReadOnlySpan<LiquidationMap> VenueMaps => _book.VenueMaps;

    /// <summary>The kernel in the middle.</summary>
    public LeverageKernel Kernel => _book.Kernel;

    /// <summary>How many kernels there are.</summary>
    public int Count => 1 + _others.Length;

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
        foreach (LiquidationMap map in _others)
        {
            double notional = map.NotionalBetween(side, lowPrice, highPrice);
            least = Math.Min(least, notional);
            most = Math.Max(most, notional);
        }

        return new EnsembleEstimate(least, own, most);
    }

    /// <summary>How far a band would have to reach to hold its mass under any of the kernels.</summary>
    /// <remarks>
    /// For each kernel the band grows by whole cells to both sides alike until it holds what it holds in the middle map;
    /// the widest growth counts, at most the band's own height to either side.
    /// </remarks>
    /// <param name="side">Side of the positions.</param>
    /// <param name="lowPrice">Lower edge of the band; quote currency per base unit; &gt; 0.</param>
    /// <param name="highPrice">Upper edge of the band; quote currency per base unit; at least the lower one.</param>
    /// <returns>Edges outside the band's or equal to them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is NaN or outside its range, or the side is unknown.</exception>
    public (double LowPrice, double HighPrice) OuterRange(PositionSide side, double lowPrice, double highPrice)
    {
        double wanted = Map.QuantityBetween(side, lowPrice, highPrice);
        double cell = Math.Exp(Map.Options.CellLogWidth);
        int most = (int)Math.Round(Math.Log(highPrice / lowPrice) / Map.Options.CellLogWidth);
        double growth = 1;
        int grown = 0;
        foreach (LiquidationMap map in _others)
        {
            while (grown < most && map.QuantityBetween(side, lowPrice / growth, highPrice * growth) < wanted)
            {
                grown++;
                growth *= cell;
            }
        }

        return (lowPrice / growth, highPrice * growth);
    }

    /// <inheritdoc/>
    public void Take(in MarketBar bar)
    {
        _book.Take(bar);
        foreach (LiquidationMap map in _others)
        {
            map.Update(bar);
        }
    }

    /// <summary>Coarser than the model's own kernel, in about thirty points: five maps are to cost no more than five times one.</summary>
    private static LeverageKernel LogNormal(double median, double sigma) =>
        LeverageKernels.LogNormalGraded(median, sigma, 0.001, cells: 1600, singles: 12, growth: 0.25);
}
