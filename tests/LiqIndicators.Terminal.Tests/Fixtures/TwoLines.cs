using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.Fixtures;

/// <summary>One line that joins over NaN and one that breaks.</summary>
[Indicator(IsOverlay = true)]
public class TwoLines : Indicator
{
    [Output("Line", LineColor = "Red")]
    public IndicatorDataSeries Line { get; set; } = null!;

    [Output("Broken", LineColor = "#FF0000", PlotType = PlotType.DiscontinuousLine)]
    public IndicatorDataSeries Broken { get; set; } = null!;

    public override void Calculate(int index)
    {
    }
}
