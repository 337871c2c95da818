using cAlgo.API;
using LiqIndicators.CTrader.Alerts;
using LiqIndicators.CTrader.Windows;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.OpenInterest;

namespace LiqIndicators.Indicators;

/// <summary>Shows whether positions are opened or closed behind a move, coloured by who acts, and where the two disagree.</summary>
[Levels(0)]
[Indicator("Open Interest Divergence", IsOverlay = false, TimeZone = TimeZones.UTC, AccessRights = AccessRights.None)]
public class OpenInterestDivergence : Indicator
{
    private OpenInterestView _view = null!;

    [Parameter("Preset", Group = "Model", DefaultValue = Preset.Custom,
        Description = "Scalp, Swing and Position set lookback and swing bars. Custom takes them from the inputs.")]
    public Preset Preset { get; set; }

    [Parameter("Lookback (hours)", Group = "Model", DefaultValue = 24, MinValue = 1, MaxValue = 720,
        Description = "Hours over which price and open interest are compared.")]
    public int LookbackHours { get; set; }

    [Parameter("Dead band", Group = "Model", DefaultValue = 0.5, MinValue = 0.0, MaxValue = 5.0, Step = 0.1,
        Description = "Changes smaller than this many robust deviations count as none.")]
    public double DeadBandZ { get; set; }

    [Parameter("Swing bars", Group = "Model", DefaultValue = 5, MinValue = 1, MaxValue = 50,
        Description = "Bars of the derivatives market on either side that make a swing; more confirm later.")]
    public int SwingBars { get; set; }

    [Parameter("Arrows", Group = "Look", DefaultValue = true, Description = "Draws confirmed divergences on the price chart.")]
    public bool ShowArrows { get; set; }

    [Parameter("Longs colour", Group = "Look", DefaultValue = "#F29E38", Description = "Divergences that warn longs.")]
    public Color LongsColor { get; set; } = null!;

    [Parameter("Shorts colour", Group = "Look", DefaultValue = "#4FA3FF", Description = "Divergences that warn shorts.")]
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

    [Output("Long build-up", LineColor = "#F29E38", PlotType = PlotType.Histogram, Thickness = 4)]
    public IndicatorDataSeries LongBuildUp { get; set; } = null!;

    [Output("Short build-up", LineColor = "#4FA3FF", PlotType = PlotType.Histogram, Thickness = 4)]
    public IndicatorDataSeries ShortBuildUp { get; set; } = null!;

    [Output("Short covering", LineColor = "#2E6FB5", PlotType = PlotType.Histogram, Thickness = 4)]
    public IndicatorDataSeries ShortCovering { get; set; } = null!;

    [Output("Long unwinding", LineColor = "#A3641A", PlotType = PlotType.Histogram, Thickness = 4)]
    public IndicatorDataSeries LongUnwinding { get; set; } = null!;

    [Output("Neutral", LineColor = "#7C8490", PlotType = PlotType.Histogram, Thickness = 4)]
    public IndicatorDataSeries Neutral { get; set; } = null!;

    [Output("Price change %", LineColor = "#98A1AE", Thickness = 1)]
    public IndicatorDataSeries PriceChange { get; set; } = null!;

    [Output("Open interest change %", LineColor = "Transparent")]
    public IndicatorDataSeries OpenInterestChange { get; set; } = null!;

    [Output("Regime", LineColor = "Transparent")]
    public IndicatorDataSeries Regime { get; set; } = null!;

    [Output("Divergence %", LineColor = "Transparent")]
    public IndicatorDataSeries Divergence { get; set; } = null!;

    [Output("Confirmed", LineColor = "Transparent")]
    public IndicatorDataSeries Confirmed { get; set; } = null!;

    [Output("Over volume", LineColor = "Transparent")]
    public IndicatorDataSeries VolumeRatio { get; set; } = null!;

    protected override void Initialize() => _view = new OpenInterestView(
        this,
        new OpenInterestOptions { LookbackHours = LookbackHours, DeadBandZ = DeadBandZ, SwingBars = SwingBars, ShowsArrows = ShowArrows }.With(Preset),
        new WindowLook(ShowText, LongsColor, ShortsColor, new AlertChoice(Alerts, Sound, Popup, PauseMinutes)),
        new FeedInputs(Venues, Instrument, ApiKey, PriceOffset),
        Write);

    public override void Calculate(int index) => _view.Calculate(index);

    protected override void OnTimer() => _view.Refresh();

    protected override void OnDestroy() => _view.Stop();

    private void Write(int index, OpenInterestReadings readings)
    {
        LongBuildUp[index] = readings.LongBuildUp;
        ShortBuildUp[index] = readings.ShortBuildUp;
        ShortCovering[index] = readings.ShortCovering;
        LongUnwinding[index] = readings.LongUnwinding;
        Neutral[index] = readings.Neutral;
        PriceChange[index] = readings.PriceChangePct;
        OpenInterestChange[index] = readings.OpenInterestChangePct;
        Regime[index] = readings.Regime;
        Divergence[index] = readings.DivergencePct;
        Confirmed[index] = readings.Confirmed;
        VolumeRatio[index] = readings.VolumeRatio;
    }
}
