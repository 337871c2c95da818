using LiqIndicators.Analytics.Alerts;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Alerts;

public sealed class AlertRuleTests
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Update_ValueCrossesUp_FiresOnceAndNotWhileItStays() =>
        Assert.Equal([0, 0, 1, 0, 0], Fired(new AlertRuleOptions { Level = 60 }, (0, 50), (60, 59), (120, 60), (180, 75), (240, 80)));

    [Fact]
    public void Update_FirstValueBeyondTheLevel_FiresNothing() =>
        Assert.Equal([0, 0], Fired(new AlertRuleOptions { Level = 60 }, (0, 90), (60, 95)));

    [Fact]
    public void Update_CrossesTwiceInOneBar_FiresOncePerBar()
    {
        AlertRuleOptions options = new() { Level = 60, Crossing = AlertCrossing.Up, CoolDown = TimeSpan.Zero };

        Assert.Equal([0, 1, 0, 0, 0, 1], Fired(options, (0, 50), (5, 61), (6, 50), (7, 61), (59, 50), (65, 61)));
    }

    [Fact]
    public void Update_CrossesWithinTheCoolDown_IsSpentNotPostponed()
    {
        AlertRuleOptions options = new() { Level = 60, Crossing = AlertCrossing.Up, CoolDown = TimeSpan.FromMinutes(90) };

        Assert.Equal([0, 1, 0, 0, 0, 0, 1], Fired(options, (0, 50), (5, 61), (65, 50), (70, 61), (119, 61), (130, 50), (140, 61)));
    }

    [Fact]
    public void Update_TremblesAtTheLevel_TakesTheMarginToFireAgain()
    {
        AlertRuleOptions options = new() { Level = 60, Margin = 5, Crossing = AlertCrossing.Up, CoolDown = TimeSpan.Zero };

        Assert.Equal([0, 1, 0, 0, 0, 1], Fired(options, (0, 50), (60, 61), (120, 56), (180, 61), (240, 54), (300, 60)));
    }

    [Fact]
    public void Update_FallsBelow_FiresDownOnlyWhereAskedFor()
    {
        Assert.Equal([0, 2], Fired(new AlertRuleOptions { Level = -60, Crossing = AlertCrossing.Down }, (0, -50), (60, -61)));
        Assert.Equal([0, 0], Fired(new AlertRuleOptions { Level = -60, Crossing = AlertCrossing.Up }, (0, -50), (60, -61)));
        Assert.Equal([0, 2], Fired(new AlertRuleOptions { Level = -60, Margin = 9, Crossing = AlertCrossing.Down }, (0, -50), (60, -61)));
    }

    [Fact]
    public void Update_NaNInBetween_KeepsTheSide() =>
        Assert.Equal([0, 0, 1], Fired(new AlertRuleOptions { Level = 60 }, (0, 50), (60, double.NaN), (120, 61)));

    [Fact]
    public void Preview_Crossing_ChangesNothing()
    {
        AlertRule rule = new(new AlertRuleOptions { Level = 60 });
        rule.Update(new AlertInput(Start, Start, 50));
        AlertInput crossing = new(Start.AddMinutes(1), Start, 70);

        Assert.Equal(AlertCrossing.Up, rule.Preview(crossing).Fired);
        Assert.Equal(AlertCrossing.Up, rule.Preview(crossing).Fired);
        Assert.Equal(AlertCrossing.Up, rule.Update(crossing).Fired);
    }

    [Fact]
    public void Update_TimeGoesBack_IsRefused()
    {
        AlertRule rule = new(new AlertRuleOptions { Level = 60 });
        rule.Update(new AlertInput(Start, Start, 50));
        Assert.Throws<ArgumentOutOfRangeException>(() => rule.Update(new AlertInput(Start.AddSeconds(-1), Start, 70)));
    }

    [Fact]
    public void Constructor_NoCrossing_SaysWhatWasExpected()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new AlertRule(new AlertRuleOptions { Crossing = AlertCrossing.None }));
        Assert.Contains("Crossing is None; expected Up, Down or Both", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Update_SteadyState_AllocatesNothing()
    {
        AlertRule rule = new(new AlertRuleOptions { Level = 60 });
        rule.Update(new AlertInput(Start, Start, 50));

        Assert.Equal(0, Allocations.Of(1, 200, i => rule.Update(new AlertInput(Start.AddHours(i), Start.AddHours(i), i % 2 == 0 ? 50 : 70))));
    }

    // Minutes and values; bars of an hour.
    private static int[] Fired(AlertRuleOptions options, params (int Minute, double Value)[] values)
    {
        AlertRule rule = new(options);
        return Array.ConvertAll(values, v => (int)rule.Update(
            new AlertInput(Start.AddMinutes(v.Minute), Start.AddHours(v.Minute / 60), v.Value)).Fired);
    }
}
