using cAlgo.API;
using LiqIndicators.CTrader.Alerts;
using LiqIndicators.CTrader.Windows;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Tape;

namespace LiqIndicators.Indicators;

/// <summary>Shows what was liquidated per bar: longs below zero, shorts above, millions; bursts marked, estimates faint.</summary>
[Levels(0)]
[Indicator("Liquidation Tape", IsOverlay = false, TimeZone = TimeZones.UTC, AccessRights = AccessRights.None)]
public class LiquidationTape : Indicator
{
    private TapeView _view = null!;

    [Parameter("Preset", Group = "Model", DefaultValue = Preset.Custom,
        Description = "Scalp, Swing and Position set both half-lives. Custom takes them from the inputs.")]
    public Preset Preset { get; set; }

    [Parameter("Burst (times ordinary)", Group = "Model", DefaultValue = 4.0, MinValue = 1.5, MaxValue = 100.0, Step = 0.5,
        Description = "Intensity over its baseline from which on liquidations are a burst; alerts listen to it.")]
    public double BurstRatio { get; set; }

    [Parameter("Burst half-life (hours)", Group = "Model", DefaultValue = 1.0, MinValue = 0.05, MaxValue = 48.0, Step = 0.25,
        Description = "Hours after which a print counts half as much for a burst.")]
    public double BurstHalfLifeHours { get; set; }

    [Parameter("Baseline half-life (days)", Group = "Model", DefaultValue = 7.0, MinValue = 1.0, MaxValue = 90.0, Step = 1.0,
        Description = "Days after which a bar counts half as much for what is ordinary.")]
    public double BaselineDays { get; set; }

    [Parameter("Under-reporting", Group = "Model", DefaultValue = 1.0, MinValue = 1.0, MaxValue = 10.0, Step = 0.1,
        Description = "Factor from printed to real: 1 for full feeds, about 2.8 for feeds with one print per second.")]
    public double Reporting { get; set; }

    [Parameter("Estimated share (%)", Group = "Model", DefaultValue = 12.0, MinValue = 0.0, MaxValue = 100.0, Step = 1.0,
        Description = "Where nothing is printed: share of a drop in open interest that counts as forced.")]
    public double EstimatedSharePct { get; set; }

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

    [Output("Longs M", LineColor = "#F29E38", PlotType = PlotType.Histogram, Thickness = 4)]
    public IndicatorDataSeries Longs { get; set; } = null!;

    [Output("Shorts M", LineColor = "#4FA3FF", PlotType = PlotType.Histogram, Thickness = 4)]
    public IndicatorDataSeries Shorts { get; set; } = null!;

    [Output("Longs M estimate", LineColor = "#A3641A", PlotType = PlotType.Histogram, Thickness = 2)]
    public IndicatorDataSeries EstimatedLongs { get; set; } = null!;

    [Output("Shorts M estimate", LineColor = "#2E6FB5", PlotType = PlotType.Histogram, Thickness = 2)]
    public IndicatorDataSeries EstimatedShorts { get; set; } = null!;

    [Output("Long burst mark", LineColor = "#E5484D", PlotType = PlotType.Points, Thickness = 3)]
    public IndicatorDataSeries LongBurstMark { get; set; } = null!;

    [Output("Short burst mark", LineColor = "#E5484D", PlotType = PlotType.Points, Thickness = 3)]
    public IndicatorDataSeries ShortBurstMark { get; set; } = null!;

    [Output("Long burst", LineColor = "Transparent")]
    public IndicatorDataSeries LongBurst { get; set; } = null!;

    [Output("Short burst", LineColor = "Transparent")]
    public IndicatorDataSeries ShortBurst { get; set; } = null!;

    [Output("Estimate", LineColor = "Transparent")]
    public IndicatorDataSeries Estimate { get; set; } = null!;

    [Output("Imbalance", LineColor = "Transparent")]
    public IndicatorDataSeries Imbalance { get; set; } = null!;

    [Output("Share of open interest bps", LineColor = "Transparent")]
    public IndicatorDataSeries ShareBps { get; set; } = null!;

    protected override void Initialize() => _view = new TapeView(
        this,
        new TapeOptions
        {
            BurstRatio = BurstRatio,
            BurstHalfLifeHours = BurstHalfLifeHours,
            BaselineDays = BaselineDays,
            Reporting = Reporting,
            EstimatedSharePct = EstimatedSharePct,
        }.With(Preset),
        new WindowLook(ShowText, null, null, new AlertChoice(Alerts, Sound, Popup, PauseMinutes)),
        new FeedInputs(Venues, Instrument, ApiKey, PriceOffset),
        Write);

    public override void Calculate(int index) => _view.Calculate(index);

    protected override void OnTimer() => _view.Refresh();

    protected override void OnDestroy() => _view.Stop();

    private void Write(int index, TapeReadings readings)
    {
        Longs[index] = readings.PrintedLongs;
        Shorts[index] = readings.PrintedShorts;
        EstimatedLongs[index] = readings.EstimatedLongs;
        EstimatedShorts[index] = readings.EstimatedShorts;
        LongBurstMark[index] = readings.LongBurstMark;
        ShortBurstMark[index] = readings.ShortBurstMark;
        LongBurst[index] = readings.LongBurst;
        ShortBurst[index] = readings.ShortBurst;
        Estimate[index] = readings.Estimate;
        Imbalance[index] = readings.Imbalance;
        ShareBps[index] = readings.OpenInterestShareBps;
    }
}
