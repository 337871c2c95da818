using LiqIndicators.Analytics.Alerts;
using LiqIndicators.Sessions.Alerts;

namespace LiqIndicators.Sessions.Tests.Alerts;

public sealed class AlertDeskTests
{
    private static readonly DateTime StartUtc = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Look_CrossingWithinAndAcrossBars_TellsOncePerBarAndNotWithinTheCoolDown()
    {
        AlertDesk<int> desk = new(
            [new AlertWatch<int>(50, AlertCrossing.Up, 0, (value, _) => value, value => $"at {value}")], TimeSpan.FromMinutes(90));
        List<string> told = [];

        // Bars are hours; a value every 20 minutes. 60 crosses at 0:20; 70 at 1:00 lies in the cool-down; 80 at 2:00 does not.
        int[] values = [40, 60, 40, 70, 40, 40, 80, 40, 90];
        for (int i = 0; i < values.Length; i++)
        {
            List<string> now = [];
            DateTime nowUtc = StartUtc.AddMinutes(20 * i);
            desk.Look(nowUtc, StartUtc.AddHours(nowUtc.Hour), values[i], 0, now);
            told.AddRange(now);
        }

        Assert.Equal(["at 60", "at 80"], told);
    }

    [Fact]
    public void Look_WhatHoldsAtTheStart_IsNotTold()
    {
        AlertDesk<int> desk = new([AlertWatch.When<int>((value, price) => price <= value, _ => "touched")], TimeSpan.Zero);
        List<string> texts = [];

        desk.Look(StartUtc, StartUtc, 100, 99, texts);
        Assert.Empty(texts);
        desk.Look(StartUtc.AddHours(1), StartUtc.AddHours(1), 100, 101, texts);
        Assert.Empty(texts);
        desk.Look(StartUtc.AddHours(2), StartUtc.AddHours(2), 100, 100, texts);
        Assert.Equal(["touched"], texts);
    }

    [Fact]
    public void TryResume_AfterARestart_KeepsTheCoolDownAndNoLonger()
    {
        AlertDesk<int> before = Desk();
        List<string> texts = [];
        before.Look(StartUtc, StartUtc, 0, 0, texts);
        before.Look(StartUtc.AddMinutes(10), StartUtc, 60, 0, texts);
        Assert.Equal(["at 60"], texts);

        AlertDesk<int> after = Desk();
        Assert.True(after.TryResume(before.ToText(), StartUtc.AddMinutes(20)));

        List<string> told = [];
        foreach (int minute in new[] { 30, 60, 90, 120 })
        {
            DateTime nowUtc = StartUtc.AddMinutes(minute);
            after.Look(nowUtc, nowUtc, 0, 0, texts);
            after.Look(nowUtc.AddMinutes(1), nowUtc.AddMinutes(1), minute + 50, 0, texts);
            told.AddRange(texts);
        }

        // Told at 0:10 with a pause of 90 minutes: the next may come from 1:40 on.
        Assert.Equal(["at 170"], told);
    }

    [Fact]
    public void TryResume_TimesOfAnotherClock_AreLeftOut()
    {
        AlertDesk<int> desk = Desk();
        Assert.True(desk.TryResume("1 20300101000000", StartUtc));

        List<string> texts = [];
        desk.Look(StartUtc, StartUtc, 0, 0, texts);
        desk.Look(StartUtc.AddMinutes(1), StartUtc, 60, 0, texts);
        Assert.Equal(["at 60"], texts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2 20260101000000")]
    [InlineData("1")]
    [InlineData("1 20260101000000 20260101000000")]
    [InlineData("1 yesterday")]
    public void TryResume_AnythingElse_IsRefused(string text) => Assert.False(Desk().TryResume(text, StartUtc));

    private static AlertDesk<int> Desk() => new(
        [new AlertWatch<int>(50, AlertCrossing.Up, 0, (value, _) => value, value => $"at {value}")], TimeSpan.FromMinutes(90));
}
