using cAlgo.API;
using LiqIndicators.CTrader.Alerts;
using LiqIndicators.CTrader.Windows;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Funding;

namespace LiqIndicators.Indicators;

/// <summary>Shows who pays funding on a derivatives market, how much, and how unusual that is: -100 to 100.</summary>
[Levels(-100, -60, 0, 60, 100)]
[Indicator("Funding Pressure", IsOverlay = false, TimeZone = TimeZones.UTC, AccessRights = AccessRights.None)]
public class FundingPressure : Indicator
{
    private FundingView _view = null!;

    [Parameter("Preset", Group = "Model", DefaultValue = Preset.Custom,
        Description = "Scalp, Swing and Position set the window. Custom takes them from the inputs.")]
    public Preset Preset { get; set; }

    [Parameter("Window (days)", Group = "Model", DefaultValue = 14, MinValue = 2, MaxValue = 365,
        Description = "Days that scores compare the rate with.")]
    public int WindowDays { get; set; }

    [Parameter("Full rate (% per 8 h)", Group = "Model", DefaultValue = 0.03, MinValue = 0.001, MaxValue = 1.0, Step = 0.005,
        Description = "Rate that counts as full pressure by itself.")]
    public double FullRatePct { get; set; }

    [Parameter("Crowded", Group = "Levels", DefaultValue = 60.0, MinValue = 1.0, MaxValue = 99.0, Step = 5.0,
        Description = "Pressure at which a side is called crowded; alerts listen to it.")]
    public double CrowdedLevel { get; set; }

    [Parameter("Released", Group = "Levels", DefaultValue = 40.0, MinValue = 0.0, MaxValue = 99.0, Step = 5.0,
        Description = "Pressure at which a crowded side is released; at most the level above.")]
    public double ReleasedLevel { get; set; }

    [Parameter("Text", Group = "Look", DefaultValue = true, Description = "Shows the line of text in the window, with what is missing.")]
    public bool ShowText { get; set; }

    [Parameter("Alerts", Group = "Alerts", DefaultValue = true, Description = "Writes alerts to the log; once per bar, with the pause below.")]
    public bool Alerts { get; set; }

    [Parameter("Sound", Group = "Alerts", DefaultValue = false, Description = "Plays a sound with each alert.")]
    public bool Sound { get; set; }

    [Parameter("Popup", Group = "Alerts", DefaultValue = false, Description = "Shows a popup with each alert, where the platform can.")]
    public bool Popup { get; set; }

    [Parameter("Pause (min)", Group = "Alerts", DefaultValue = 60, MinValue = 0, MaxValue = 10080,
        Description = "Least minutes between two alerts of one kind.")]
    public int PauseMinutes { get; set; }

    [Parameter("Venues", Group = "Data", DefaultValue = VenueChoice.Default,
        Description = "Exchanges to read, best first: binance, bybit, okx, hyperliquid, bitmex, binancecoinm; okx*0.5 counts half; with a key coinglass or coinalyze.")]
    public string Venues { get; set; } = "";

    [Parameter("Instrument", Group = "Data", DefaultValue = "",
        Description = "What to follow, such as BTC or binance:BTCUSDT, okx:BTC-USD-SWAP; empty for the chart's symbol.")]
    public string Instrument { get; set; } = "";

    [Parameter("API key", Group = "Data", DefaultValue = "",
        Description = "Key of CoinGlass or Coinalyze, when Venues names one; exchanges need none.")]
    public string ApiKey { get; set; } = "";

    [Parameter("Price offset", Group = "Data", DefaultValue = PriceShift.Automatic,
        Description = "Moves levels by the measured difference between the broker's price and the exchanges'.")]
    public PriceShift PriceOffset { get; set; }

    [Output("Longs pay", LineColor = "#F29E38", PlotType = PlotType.Histogram, Thickness = 4)]
    public IndicatorDataSeries LongsPay { get; set; } = null!;

    [Output("Shorts pay", LineColor = "#4FA3FF", PlotType = PlotType.Histogram, Thickness = 4)]
    public IndicatorDataSeries ShortsPay { get; set; } = null!;

    [Output("Settlement", LineColor = "#98A1AE", PlotType = PlotType.Points, Thickness = 3)]
    public IndicatorDataSeries Settlement { get; set; } = null!;

    [Output("Pressure", LineColor = "Transparent")]
    public IndicatorDataSeries Pressure { get; set; } = null!;

    [Output("Rate % per 8 h", LineColor = "Transparent")]
    public IndicatorDataSeries RatePct { get; set; } = null!;

    [Output("Rate % per year", LineColor = "Transparent")]
    public IndicatorDataSeries AnnualRatePct { get; set; } = null!;

    [Output("Paid % 1 d", LineColor = "Transparent")]
    public IndicatorDataSeries Cumulative1d { get; set; } = null!;

    [Output("Paid % 7 d", LineColor = "Transparent")]
    public IndicatorDataSeries Cumulative7d { get; set; } = null!;

    [Output("Paid % 30 d", LineColor = "Transparent")]
    public IndicatorDataSeries Cumulative30d { get; set; } = null!;

    [Output("Robust z", LineColor = "Transparent")]
    public IndicatorDataSeries RobustZ { get; set; } = null!;

    protected override void Initialize() => _view = new FundingView(
        this,
        new FundingOptions { WindowDays = WindowDays, FullRatePct = FullRatePct, CrowdedLevel = CrowdedLevel, ReleasedLevel = ReleasedLevel }.With(Preset),
        new WindowLook(ShowText, null, null, new AlertChoice(Alerts, Sound, Popup, PauseMinutes)),
        new FeedInputs(Venues, Instrument, ApiKey, PriceOffset),
        Write);

    public override void Calculate(int index) => _view.Calculate(index);

    protected override void OnTimer() => _view.Refresh();

    protected override void OnDestroy() => _view.Stop();

    private void Write(int index, FundingReadings readings)
    {
        LongsPay[index] = readings.LongsPay;
        ShortsPay[index] = readings.ShortsPay;
        Settlement[index] = readings.Settlement;
        Pressure[index] = readings.Pressure;
        RatePct[index] = readings.RatePctPerEightHours;
        AnnualRatePct[index] = readings.AnnualRatePct;
        Cumulative1d[index] = readings.Cumulative1dPct;
        Cumulative7d[index] = readings.Cumulative7dPct;
        Cumulative30d[index] = readings.Cumulative30dPct;
        RobustZ[index] = readings.RobustZ;
    }
}
