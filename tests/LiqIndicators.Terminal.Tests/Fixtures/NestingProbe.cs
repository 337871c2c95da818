using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.Fixtures;

/// <summary>Makes a nested indicator and never reads it by itself.</summary>
[Indicator(IsOverlay = true)]
public class NestingProbe : Indicator
{
    public Probe Inner { get; private set; } = null!;

    protected override void Initialize() => Inner = Indicators.GetIndicator<Probe>(50);

    public override void Calculate(int index)
    {
    }
}
