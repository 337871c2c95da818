using cAlgo.API;
using LiqIndicators.CTrader.Alerts;
using LiqIndicators.CTrader.Bands;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Following;

namespace LiqIndicators.Indicators;

/// <summary>Draws where open positions of a derivatives market would be liquidated, as bands on the price chart.</summary>
[Indicator(IsOverlay = true, AutoRescale = false, TimeZone = TimeZones.UTC, AccessRights = AccessRights.None)]
public class LiquidationBands : Indicator
{
    private LiquidationBandsView _view = null!;

    [Parameter("Preset", Group = "Model", DefaultValue = Preset.Custom,
        Description = "Scalp, Swing and Position set range, bands, noise floor and days of eaten bands. Custom takes them from the inputs.")]
    public Preset Preset { get; set; }

    [Parameter("Kernel", Group = "Model", DefaultValue = BandKernel.Model,
        Description = "How far from their entries positions are assumed to be liquidated.")]
    public BandKernel Kernel { get; set; }

    [Parameter("Turnover per hour (%)", Group = "Model", DefaultValue = 6.0, MinValue = 0.0, MaxValue = 50.0, Step = 0.5,
        Description = "Share of open positions that changes hands in an hour of usual activity.")]
    public double TurnoverPct { get; set; }

    [Parameter("Mode", Group = "Bands", DefaultValue = BandMode.Bands,
        Description = "Bands: the largest pockets. Heatmap: the whole map through time. Histogram: the whole map now.")]
    public BandMode Mode { get; set; }

    [Parameter("Range (%)", Group = "Bands", DefaultValue = 25.0, MinValue = 1.0, MaxValue = 90.0, Step = 1.0,
        Description = "How far from the price bands are looked for.")]
    public double RangePct { get; set; }

    [Parameter("Bands", Group = "Bands", DefaultValue = 24, MinValue = 1, MaxValue = 100,
        Description = "Most bands that stand at a time.")]
    public int MaximumBands { get; set; }

    [Parameter("Noise floor (%)", Group = "Bands", DefaultValue = 1.0, MinValue = 0.0, MaxValue = 50.0, Step = 0.1,
        Description = "Bands below this share of all positions in range are left out.")]
    public double NoiseFloorPct { get; set; }

    [Parameter("Days of eaten bands", Group = "Bands", DefaultValue = 10, MinValue = 0, MaxValue = 365,
        Description = "How long the faint trace of a band stays after price went through it.")]
    public int TraceDays { get; set; }

    [Parameter("Objects", Group = "Bands", DefaultValue = 120, MinValue = 2, MaxValue = 300,
        Description = "Most chart objects, labels included; more make the terminal slow.")]
    public int MaximumObjects { get; set; }

    [Parameter("Labels", Group = "Look", DefaultValue = 6, MinValue = 0, MaxValue = 20,
        Description = "How many of the largest bands show their amount.")]
    public int MaximumLabels { get; set; }

    [Parameter("Uncertainty", Group = "Look", DefaultValue = true,
        Description = "A fainter halo around each band to where other assumptions about leverage would put the same amount.")]
    public bool ShowUncertainty { get; set; }

    [Parameter("Longs colour", Group = "Look", DefaultValue = "#F29E38", Description = "Bands of long positions, below the price.")]
    public Color LongsColor { get; set; } = null!;

    [Parameter("Shorts colour", Group = "Look", DefaultValue = "#4FA3FF", Description = "Bands of short positions, above the price.")]
    public Color ShortsColor { get; set; } = null!;

    [Parameter("Card", Group = "Look", DefaultValue = true, Description = "Shows source, age of data, nearest bands and totals.")]
    public bool ShowCard { get; set; }

    [Parameter("Own stop-out", Group = "Look", DefaultValue = true,
        Description = "Draws the estimated price at which the broker would close the account's own positions in the symbol.")]
    public bool ShowOwnStopOut { get; set; }

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

    [Output("Long cluster price", LineColor = "Transparent")]
    public IndicatorDataSeries LongPrice { get; set; } = null!;

    [Output("Long cluster USD", LineColor = "Transparent")]
    public IndicatorDataSeries LongNotional { get; set; } = null!;

    [Output("Short cluster price", LineColor = "Transparent")]
    public IndicatorDataSeries ShortPrice { get; set; } = null!;

    [Output("Short cluster USD", LineColor = "Transparent")]
    public IndicatorDataSeries ShortNotional { get; set; } = null!;

    [Output("Imbalance", LineColor = "Transparent")]
    public IndicatorDataSeries Imbalance { get; set; } = null!;

    protected override void Initialize() => _view = new LiquidationBandsView(
        this,
        LiquidationBandsInputs.Options(
            TurnoverPct, RangePct, MaximumBands, NoiseFloorPct, TraceDays, MaximumObjects, MaximumLabels, Kernel, ShowUncertainty).With(Preset),
        new LiquidationBandsLook(LongsColor, ShortsColor, ShowCard, new AlertChoice(Alerts, Sound, Popup, PauseMinutes), Mode, ShowOwnStopOut),
        new FeedInputs(Venues, Instrument, ApiKey, PriceOffset),
        Write);

    public override void Calculate(int index) => _view.Calculate(index);

    protected override void OnTimer() => _view.Refresh();

    protected override void OnDestroy() => _view.Stop();

    private void Write(int index, BandReadings readings)
    {
        LongPrice[index] = readings.LongPrice;
        LongNotional[index] = readings.LongNotional;
        ShortPrice[index] = readings.ShortPrice;
        ShortNotional[index] = readings.ShortNotional;
        Imbalance[index] = readings.Imbalance;
    }
}
