using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Guarding;

public sealed class LeverageLadderTests
{
    private static readonly DateTime Start = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    private static readonly LadderRung[] Rungs = [new(30, 20, 5), new(50, 35, 3), new(70, 50, 1)];

    private static readonly LadderState Idle = LadderState.Idle("BTCUSD", PositionSide.Long);

    [Theory]
    [InlineData(29.9, 0)]
    [InlineData(30, 1)]
    [InlineData(50, 2)]
    [InlineData(100, 3)]
    public void Step_NoArmDwell_ArmsAtOnce(double risk, int rung)
        => Assert.Equal(rung, Ladder(0, 600).Step(Idle, risk, Start).Rung);

    [Theory]
    [InlineData(50, 3)]
    [InlineData(49.9, 2)]
    [InlineData(34.9, 1)]
    [InlineData(19.9, 0)]
    public void Step_FallingRisk_KeepsARungDownToItsReleaseThreshold(double risk, int rung)
        => Assert.Equal(rung, Ladder(0, 0).Step(Idle with { Rung = 3, PendingRung = 3 }, risk, Start).Rung);

    [Fact]
    public void Step_ArmDwell_WaitsForTheWholeTime()
    {
        LeverageLadder ladder = Ladder(60, 600);
        LadderState state = ladder.Step(Idle, 55, Start);
        Assert.Equal(0, state.Rung);
        state = ladder.Step(state, 55, Start.AddSeconds(59));
        Assert.Equal(0, state.Rung);
        state = ladder.Step(state, 55, Start.AddSeconds(60));
        Assert.Equal(2, state.Rung);
    }

    [Fact]
    public void Step_SpikeWithinTheWait_ArmsOnlyWhatLasted()
    {
        LeverageLadder ladder = Ladder(60, 600);
        LadderState state = ladder.Step(Idle, 35, Start);
        state = ladder.Step(state, 90, Start.AddSeconds(59));
        state = ladder.Step(state, 90, Start.AddSeconds(60));
        Assert.Equal(1, state.Rung);
        state = ladder.Step(state, 90, Start.AddSeconds(119));
        Assert.Equal(1, state.Rung);
        state = ladder.Step(state, 90, Start.AddSeconds(120));
        Assert.Equal(3, state.Rung);
    }

    [Fact]
    public void Step_DipWithinTheWait_StartsTheWaitAnew()
    {
        LeverageLadder ladder = Ladder(60, 600);
        LadderState state = ladder.Step(Idle, 55, Start);
        state = ladder.Step(state, 10, Start.AddSeconds(30));
        state = ladder.Step(state, 55, Start.AddSeconds(40));
        state = ladder.Step(state, 55, Start.AddSeconds(99));
        Assert.Equal(0, state.Rung);
        Assert.Equal(2, ladder.Step(state, 55, Start.AddSeconds(100)).Rung);
    }

    [Fact]
    public void Step_ReleaseDwell_LetsGoOnlyAsFarAsTheRiskStayedDown()
    {
        LeverageLadder ladder = Ladder(0, 600);
        LadderState state = ladder.Step(Idle, 80, Start);
        state = ladder.Step(state, 40, Start.AddSeconds(10));
        state = ladder.Step(state, 5, Start.AddSeconds(20));
        state = ladder.Step(state, 5, Start.AddSeconds(609));
        Assert.Equal(3, state.Rung);
        state = ladder.Step(state, 5, Start.AddSeconds(610));
        Assert.Equal(2, state.Rung);
        state = ladder.Step(state, 5, Start.AddSeconds(1_210));
        Assert.Equal(0, state.Rung);
    }

    [Theory]
    [InlineData(30, 30, 5, "ReleaseRiskPct")]
    [InlineData(0, 0, 5, "ArmRiskPct")]
    [InlineData(101, 20, 5, "ArmRiskPct")]
    [InlineData(30, 20, -1, "MaxSymbolLeverage")]
    [InlineData(30, 20, double.NaN, "MaxSymbolLeverage")]
    public void Constructor_BadRung_NamesTheFieldAndTheValue(double arm, double release, double leverage, string field)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new LeverageLadder([new LadderRung(arm, release, leverage)], TimeSpan.Zero, TimeSpan.Zero));
        Assert.Equal(field, error.ParamName);
        Assert.Contains("Rung 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_LeverageRisesWithRisk_IsRefused()
        => Assert.Throws<ArgumentException>(
            () => new LeverageLadder([new LadderRung(30, 20, 3), new LadderRung(50, 40, 5)], TimeSpan.Zero, TimeSpan.Zero));

    private static LeverageLadder Ladder(int armSeconds, int releaseSeconds) =>
        new(Rungs, TimeSpan.FromSeconds(armSeconds), TimeSpan.FromSeconds(releaseSeconds));
}
