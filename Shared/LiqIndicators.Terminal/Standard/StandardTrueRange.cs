using cAlgo.API;
using cAlgo.API.Indicators;

namespace LiqIndicators.Terminal.Standard;

/// <summary>Greatest of high − low, |high − close before| and |low − close before|; high − low for the first bar.</summary>
internal sealed class StandardTrueRange : Indicator, TrueRange
{
    [Output("Main")]
    public IndicatorDataSeries Result { get; set; } = null!;

    public override void Calculate(int index)
    {
        double before = Bars.ClosePrices[index - 1];
        double high = index > 0 ? Math.Max(Bars.HighPrices[index], before) : Bars.HighPrices[index];
        double low = index > 0 ? Math.Min(Bars.LowPrices[index], before) : Bars.LowPrices[index];
        Result[index] = high - low;
    }
}
