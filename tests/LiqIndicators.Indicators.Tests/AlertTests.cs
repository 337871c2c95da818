using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Platform;

namespace LiqIndicators.Indicators.Tests;

/// <summary>Alerts of the real indicators: through the platform's notifications, of now and never of history.</summary>
public sealed class AlertTests
{
    private static readonly Dictionary<string, object?> Loud = new() { ["Sound"] = true, ["Popup"] = true, ["Pause (min)"] = 0 };

    [Fact]
    public void Alerts_Burst_AreToldOncePerBarBySoundPopupAndLog()
    {
        using SimulatedChart chart = new();
        RunningAlgo<LiquidationTape> tape = chart.Terminal.Attach<LiquidationTape>(chart.Chart, Loud);
        chart.Terminal.RunTo(SimulatedChart.EndUtc);

        SentNotification[] popups = [.. chart.Terminal.Notifications.Where(sent => sent.Kind == NotificationKind.Popup)];
        Assert.NotEmpty(popups);
        Assert.All(popups, popup => Assert.Contains("burst of", popup.Text, StringComparison.Ordinal));
        Assert.Equal(popups.Length, popups.Select(popup => (popup.Text.Contains("longs", StringComparison.Ordinal), popup.TimeUtc.Date, popup.TimeUtc.Hour)).Distinct().Count());
        Assert.Equal(popups.Length, chart.Terminal.Notifications.Count(sent => sent.Kind == NotificationKind.Sound));
        Assert.Equal(popups.Length, tape.Log.Count);
    }

    [Fact]
    public void Alerts_PriceEntersABand_SayThatItWasTouched()
    {
        using SimulatedChart chart = new();
        chart.AttachBands(Loud);
        chart.Terminal.RunTo(SimulatedChart.EndUtc);

        Assert.Contains(chart.Terminal.Notifications, sent => sent.Text.Contains("Liquidation band of longs touched", StringComparison.Ordinal));
    }

    [Fact]
    public void Alerts_OverHistory_AreSilent()
    {
        using SimulatedChart chart = new(new TerminalOptions { StartUtc = SimulatedChart.EndUtc });
        chart.Terminal.Attach<LiquidationTape>(chart.Chart, Loud);
        chart.Terminal.Attach<CascadeRisk>(chart.Chart, Loud);

        Assert.Empty(chart.Terminal.Notifications);
    }

    [Fact]
    public void Alerts_SwitchedOff_AreSilent()
    {
        using SimulatedChart chart = new();
        chart.Terminal.Attach<LiquidationTape>(chart.Chart, new Dictionary<string, object?>(Loud) { ["Alerts"] = false });
        chart.Terminal.RunTo(SimulatedChart.EndUtc);

        Assert.Empty(chart.Terminal.Notifications);
    }

    [Fact]
    public void Alerts_AfterASwitchOfTheTimeFrame_KeepTheirPause()
    {
        int Told(bool switches)
        {
            using SimulatedChart chart = new(new TerminalOptions { StartUtc = SimulatedChart.Hours[48].TimeUtc });
            chart.Terminal.Attach<LiquidationTape>(chart.Chart, new Dictionary<string, object?>(Loud) { ["Pause (min)"] = 10080 });
            for (DateTime atUtc = SimulatedChart.Hours[48].TimeUtc; atUtc < SimulatedChart.EndUtc; atUtc = atUtc.AddHours(6))
            {
                chart.Terminal.RunTo(atUtc);
                if (switches)
                {
                    chart.Chart.ChangeTimeFrame(atUtc.Hour == 0 ? cAlgo.API.TimeFrame.Minute15 : cAlgo.API.TimeFrame.Hour);
                }
            }

            return chart.Terminal.Notifications.Count(sent => sent.Kind == NotificationKind.Popup);
        }

        int undisturbed = Told(switches: false);
        Assert.InRange(undisturbed, 1, 2);
        Assert.InRange(Told(switches: true), 1, undisturbed);
    }
}
