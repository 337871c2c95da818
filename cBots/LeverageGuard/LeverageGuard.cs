using cAlgo.API;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.CTrader.Guarding;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Robots;

/// <summary>Takes leverage off the account, step by step, while a liquidation cascade is likely, and again when the margin level nears the stop-out level.</summary>
[Robot("Leverage Guard", TimeZone = TimeZones.UTC, AccessRights = AccessRights.None)]
public class LeverageGuard : Robot
{
    private GuardView? _guard;

    [Parameter("Mode", Group = "Mode", DefaultValue = GuardMode.Monitor,
        Description = "Monitor says what it would do and sends nothing. Armed closes volume, cancels orders or moves stops.")]
    public GuardMode Mode { get; set; }

    [Parameter("Confirm live account", Group = "Mode", DefaultValue = false,
        Description = "On a live account Armed acts only with this second confirmation.")]
    public bool IsLiveConfirmed { get; set; }

    [Parameter("Kill switch", Group = "Mode", DefaultValue = false,
        Description = "Stops the orders of all instances on this machine and account. Only the button on a chart lifts it, not this input.")]
    public bool IsKilled { get; set; }

    [Parameter("Preset", Group = "Ladder", DefaultValue = GuardPreset.Balanced,
        Description = "From which cascade risk on how much leverage is allowed. Custom takes the rungs below; BackstopOnly has no ladder.")]
    public GuardPreset Preset { get; set; }

    [Parameter("Custom rungs", Group = "Ladder", DefaultValue = "50/35/5/8, 60/45/3/4, 70/55/1/1.5",
        Description = "For Custom: arms at / released below / leverage of the symbol / of the account, parted by commas.")]
    public string CustomRungs { get; set; } = "";

    [Parameter("Response", Group = "Ladder", DefaultValue = LadderResponse.Reduce,
        Description = "What the ladder does about too much leverage: close volume, or move stops nearer.")]
    public LadderResponse Response { get; set; }

    [Parameter("Stop distance (%)", Group = "Ladder", DefaultValue = 2.0, MinValue = 0.1, MaxValue = 50.0, Step = 0.1,
        Description = "Distance of a tightened stop from the market.")]
    public double StopDistancePct { get; set; }

    [Parameter("Data age (min)", Group = "Data", DefaultValue = 15, MinValue = 1, MaxValue = 1440,
        Description = "Oldest market data that still count. Older ones hold the ladder; the backstop stays active.")]
    public int MaxRiskAgeMinutes { get; set; }

    [Parameter("Venues", Group = "Data", DefaultValue = VenueChoice.Default,
        Description = "Exchanges whose markets tell the risk, best first: binance, bybit, okx, hyperliquid, bitmex, binancecoinm; okx*0.5 counts half.")]
    public string Venues { get; set; } = "";

    [Parameter("Backstop (x stop-out)", Group = "Limits", DefaultValue = 2.0, MinValue = 0.0, MaxValue = 20.0, Step = 0.1,
        Description = "Margin level, in stop-out levels, below which margin is freed without any market data. 0 turns it off.")]
    public double BackstopFactor { get; set; }

    [Parameter("Daily loss (%)", Group = "Limits", DefaultValue = 0.0, MinValue = 0.0, MaxValue = 100.0, Step = 0.5,
        Description = "Loss since the start of the day (UTC) that ends the day. 0 turns it off.")]
    public double DailyLossPct { get; set; }

    [Parameter("Equity floor", Group = "Limits", DefaultValue = 0.0, MinValue = 0.0, MaxValue = 1e15,
        Description = "Equity, in the currency of the account, below which exposure is taken off. 0 turns it off.")]
    public double EquityFloor { get; set; }

    [Parameter("Leverage left", Group = "Limits", DefaultValue = 0.0, MinValue = 0.0, MaxValue = 100.0, Step = 0.5,
        Description = "Exposure over equity that the daily loss and the equity floor leave. 0 closes everything they may touch.")]
    public double LossLimitLeverage { get; set; }

    [Parameter("By result", Group = "Positions", DefaultValue = ProfitPolicy.Any,
        Description = "Which positions first, or at all, by their open result. The two 'only' bind the ladder alone.")]
    public ProfitPolicy Profit { get; set; }

    [Parameter("Order", Group = "Positions", DefaultValue = CutOrder.LargestMarginFirst,
        Description = "Which positions first, otherwise. OldestFirst where the broker demands first in, first out.")]
    public CutOrder Order { get; set; }

    [Parameter("Cancel orders", Group = "Positions", DefaultValue = true,
        Description = "Cancels pending orders whose fill would break a limit in force.")]
    public bool CancelsOrders { get; set; }

    [Parameter("Symbols", Group = "Scope", DefaultValue = "", Description = "Symbols that may be touched, parted by commas; empty for all.")]
    public string OnlySymbols { get; set; } = "";

    [Parameter("Labels", Group = "Scope", DefaultValue = "", Description = "Labels that may be touched, parted by commas; empty for all.")]
    public string OnlyLabels { get; set; } = "";

    [Parameter("Protected labels", Group = "Scope", DefaultValue = "", Description = "Labels that are never touched, parted by commas.")]
    public string ProtectedLabels { get; set; } = "";

    [Parameter("Protected numbers", Group = "Scope", DefaultValue = "",
        Description = "Numbers of positions and orders that are never touched, parted by commas.")]
    public string ProtectedNumbers { get; set; } = "";

    [Parameter("Orders per hour", Group = "Caps", DefaultValue = 60, MinValue = 1, MaxValue = 1000,
        Description = "Most orders in any 60 minutes; a third is kept for the backstop and the loss limits.")]
    public int MaxOrdersPerHour { get; set; }

    [Parameter("Volume per hour", Group = "Caps", DefaultValue = 0.0, MinValue = 0.0, MaxValue = 1e15,
        Description = "Most exposure closed in any 60 minutes, in the currency of the account. 0 for no cap.")]
    public double MaxVolumePerHour { get; set; }

    [Parameter("Spread (bp)", Group = "Caps", DefaultValue = 20.0, MinValue = 0.1, MaxValue = 1000.0,
        Description = "Widest spread in which the ladder trades. The backstop and the loss limits trade through it.")]
    public double MaxSpreadBps { get; set; }

    [Parameter("Slippage (bp)", Group = "Caps", DefaultValue = 30.0, MinValue = 0.1, MaxValue = 1000.0,
        Description = "Slippage of a fill after which the ladder pauses in the symbol for a minute.")]
    public double MaxSlippageBps { get; set; }

    [Parameter("Sound", Group = "Alerts", DefaultValue = true, Description = "Plays a sound with each alert. Every alert is written to the log.")]
    public bool Sound { get; set; }

    protected override void OnStart() => _guard = GuardView.Start(
        this,
        new GuardInputs
        {
            Mode = Mode,
            IsLiveConfirmed = IsLiveConfirmed,
            IsKilled = IsKilled,
            Preset = Preset,
            CustomRungs = CustomRungs,
            Response = Response,
            StopDistancePct = StopDistancePct,
            MaxRiskAgeMinutes = MaxRiskAgeMinutes,
            BackstopFactor = BackstopFactor,
            DailyLossPct = DailyLossPct,
            EquityFloor = EquityFloor,
            LossLimitLeverage = LossLimitLeverage,
            Profit = Profit,
            Order = Order,
            CancelsOrders = CancelsOrders,
            Symbols = OnlySymbols,
            Labels = OnlyLabels,
            ProtectedLabels = ProtectedLabels,
            ProtectedNumbers = ProtectedNumbers,
            MaxOrdersPerHour = MaxOrdersPerHour,
            MaxVolumePerHour = MaxVolumePerHour,
            MaxSpreadBps = MaxSpreadBps,
            MaxSlippageBps = MaxSlippageBps,
        },
        new FeedInputs(Venues),
        Sound);

    protected override void OnTimer() => _guard?.OnTimer();

    protected override void OnTick() => _guard?.OnTick();

    protected override void OnStop() => _guard?.Stop();

    protected override void OnException(Exception exception) => _guard?.Report(exception);
}
