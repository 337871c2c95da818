using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.Fixtures;

/// <summary>
/// Marks a bar whose high tops the two bars on each side. The mark lies two bars back, so each calculation writes
/// there again, and takes a mark away when the forming bar outgrows it.
/// </summary>
[Indicator(IsOverlay = true)]
public class FractalMarks : Indicator
{
    [Output("Top", PlotType = PlotType.Points)]
    public IndicatorDataSeries Top { get; set; } = null!;

    public override void Calculate(int index)
    {
        double middle = Bars.HighPrices[index - 2];
        bool isTop = middle > Bars.HighPrices[index - 4]
            && middle > Bars.HighPrices[index - 3]
            && middle > Bars.HighPrices[index - 1]
            && middle > Bars.HighPrices[index];
        Top[index - 2] = isTop ? middle : double.NaN;
    }
}
