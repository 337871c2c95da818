using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

public sealed class GuardInputsTests
{
    // Whoever turns to Custom starts from the rungs he had, not from others that arm at an ordinary hour's risk.
    [Fact]
    public void ToPolicy_CustomAsItStands_HasTheRungsAndDwellOfBalanced()
    {
        LeverageLadder custom = new GuardInputs { Preset = GuardPreset.Custom }.ToPolicy().Ladder!;

        Assert.Equal(GuardPresets.Balanced.Count, custom.Count);
        Assert.All(Enumerable.Range(1, custom.Count), rung => Assert.Equal(GuardPresets.Balanced[rung], custom[rung]));
        Assert.Equal(GuardPresets.Balanced.ReleaseDwell, custom.ReleaseDwell);
    }
}
