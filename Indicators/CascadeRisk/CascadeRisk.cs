using cAlgo.API;
using LiqIndicators.CTrader.Alerts;
using LiqIndicators.CTrader.Windows;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Following;

namespace LiqIndicators.Indicators;

/// <summary>Shows how probable a flush is and what share of a move forced closing would make, 0 to 100 per side, and the phase as a ribbon.</summary>
[Levels(0, 25, 50)]
[Indicator("Cascade Risk", IsOverlay = false, TimeZone = TimeZones.UTC, AccessRights = AccessRights.None)]
public class CascadeRisk : Indicator
{
    private CascadeView _view = null!;

    [Parameter("Preset", Group = "Model", DefaultValue = Preset.Custom,
        Description = "Scalp, Swing and Position set shock and window. Custom takes them from the inputs.")]
    public Preset Preset { get; set; }

    [Parameter("Shock (%)", Group = "Model", DefaultValue = 2.0, MinValue = 0.1, MaxValue = 20.0, Step = 0.5,
        Description = "Move whose end is told: how far liquidations would carry it.")]
    public double ShockPct { get; set; }

    [Parameter("Window (days)", Group = "Model", DefaultValue = 7, MinValue = 2, MaxValue = 90,
        Description = "Days behind volume and volatility, which tell the depth of the market.")]
    public int WindowDays { get; set; }

    [Parameter("Impact", Group = "Model", DefaultValue = 1.0, MinValue = 0.1, MaxValue = 5.0, Step = 0.1,
        Description = "Strength of price impact: 1 moves price by a day's volatility when a day's volume is closed at once.")]
    public double Impact { get; set; }

    [Parameter("Alert score", Group = "Levels", DefaultValue = 50.0, MinValue = 1.0, MaxValue = 99.0, Step = 5.0,
        Description = "Score whose crossing is told.")]
    public double AlertScore { get; set; }

    [Parameter("Path", Group = "Look", DefaultValue = true, Description = "Draws on the price chart where the shock would end.")]
    public bool ShowPath { get; set; }

    [Parameter("Longs colour", Group = "Look", DefaultValue = "#F29E38", Description = "Path of a fall through longs.")]
    public Color LongsColor { get; set; } = null!;

    [Parameter("Shorts colour", Group = "Look", DefaultValue = "#4FA3FF", Description = "Path of a rise through shorts.")]
    public Color ShortsColor { get; set; } = null!;

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

    [Output("Longs % 24 h", LineColor = "Transparent")]
    public IndicatorDataSeries Long24 { get; set; } = null!;

    [Output("Shorts % 24 h", LineColor = "Transparent")]
    public IndicatorDataSeries Short24 { get; set; } = null!;

    [Output("Longs", LineColor = "#F29E38", Thickness = 2)]
    public IndicatorDataSeries Longs { get; set; } = null!;

    [Output("Shorts", LineColor = "#4FA3FF", Thickness = 2)]
    public IndicatorDataSeries Shorts { get; set; } = null!;

    [Output("Building", LineColor = "#5E8C61", PlotType = PlotType.Histogram, Thickness = 5)]
    public IndicatorDataSeries Building { get; set; } = null!;

    [Output("Crowded", LineColor = "#D9A441", PlotType = PlotType.Histogram, Thickness = 5)]
    public IndicatorDataSeries Crowded { get; set; } = null!;

    [Output("Stress", LineColor = "#E07B39", PlotType = PlotType.Histogram, Thickness = 5)]
    public IndicatorDataSeries Stress { get; set; } = null!;

    [Output("Cascade", LineColor = "#E5484D", PlotType = PlotType.Histogram, Thickness = 5)]
    public IndicatorDataSeries Cascading { get; set; } = null!;

    [Output("Flush confirmed", LineColor = "#3FB6A8", PlotType = PlotType.Histogram, Thickness = 5)]
    public IndicatorDataSeries Flushed { get; set; } = null!;

    [Output("Fragile", LineColor = "#A970D9", PlotType = PlotType.Histogram, Thickness = 5)]
    public IndicatorDataSeries Fragile { get; set; } = null!;

    [Output("Score", LineColor = "Transparent")]
    public IndicatorDataSeries Score { get; set; } = null!;

    [Output("Longs % 1 h", LineColor = "#A3641A", LineStyle = LineStyle.Dots)]
    public IndicatorDataSeries Long1 { get; set; } = null!;

    [Output("Longs % 4 h", LineColor = "Transparent")]
    public IndicatorDataSeries Long4 { get; set; } = null!;

    [Output("Shorts % 1 h", LineColor = "#2E6FB5", LineStyle = LineStyle.Dots)]
    public IndicatorDataSeries Short1 { get; set; } = null!;

    [Output("Shorts % 4 h", LineColor = "Transparent")]
    public IndicatorDataSeries Short4 { get; set; } = null!;

    [Output("Phase", LineColor = "Transparent")]
    public IndicatorDataSeries Phase { get; set; } = null!;

    protected override void Initialize() => _view = new CascadeView(
        this,
        new CascadeOptions { ShockPct = ShockPct, WindowDays = WindowDays, Impact = Impact, AlertScore = AlertScore, ShowsPath = ShowPath }.With(Preset),
        new WindowLook(ShowText, LongsColor, ShortsColor, new AlertChoice(Alerts, Sound, Popup, PauseMinutes)),
        new FeedInputs(Venues, Instrument, ApiKey, PriceOffset),
        Write);

    public override void Calculate(int index) => _view.Calculate(index);

    protected override void OnTimer() => _view.Refresh();

    protected override void OnDestroy() => _view.Stop();

    private void Write(int index, CascadeReadings readings)
    {
        Longs[index] = readings.LongScore;
        Shorts[index] = readings.ShortScore;
        Score[index] = readings.Score;
        Building[index] = readings.Building;
        Crowded[index] = readings.Crowded;
        Stress[index] = readings.Stress;
        Cascading[index] = readings.Cascading;
        Flushed[index] = readings.Flushed;
        Fragile[index] = readings.Fragile;
        Long1[index] = readings.Long1Pct;
        Long4[index] = readings.Long4Pct;
        Long24[index] = readings.Long24Pct;
        Short1[index] = readings.Short1Pct;
        Short4[index] = readings.Short4Pct;
        Short24[index] = readings.Short24Pct;
        Phase[index] = readings.Phase;
    }
}
