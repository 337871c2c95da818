using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.StandIn;

public sealed class TimeFrameTests
{
    [Theory]
    [InlineData("Hour4")]
    [InlineData("hour4")]
    [InlineData("h4")]
    public void Parse_NameOrShortName_IsTheTimeFrame(string text) => Assert.Equal(TimeFrame.Hour4, TimeFrame.Parse(text));

    [Fact]
    public void Parse_Unknown_NamesTheText() => Assert.Contains(
        "Fortnight", Assert.Throws<FormatException>(() => TimeFrame.Parse("Fortnight")).Message, StringComparison.Ordinal);

    [Fact]
    public void Compare_LongerBars_AreGreater()
    {
        TimeFrame[] ordered =
        [
            TimeFrame.Tick, TimeFrame.Minute, TimeFrame.Minute5, TimeFrame.Minute45, TimeFrame.Hour, TimeFrame.Hour12,
            TimeFrame.Daily, TimeFrame.Weekly, TimeFrame.Monthly,
        ];

        for (int i = 1; i < ordered.Length; i++)
        {
            Assert.True(ordered[i] > ordered[i - 1]);
            Assert.True(ordered[i - 1] <= ordered[i]);
        }
    }
}
