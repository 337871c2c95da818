using cAlgo.API;
using cAlgo.API.Collections;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Runtime;
using LiqIndicators.Terminal.Series;

namespace LiqIndicators.Terminal.Trading;

/// <summary>A symbol: the broker's words about it, its price, and how far its recording is played.</summary>
internal sealed class TerminalSymbol : Symbol
{
    private readonly TerminalCore _core;
    private readonly Recording _recording;
    private readonly long _historyTicks;
    private readonly List<(long After, RecordedTick Tick)> _manual = [];
    private readonly Callbacks<Action<SymbolTickEventArgs>> _tick = new();
    private long _played;

    internal TerminalSymbol(TerminalCore core, SymbolSpecification specification, Recording recording, long id)
    {
        _core = core;
        _recording = recording;
        Listed = core.Broker.AddSymbol(specification);
        Id = id;
        BaseAsset = core.Assets.Get(specification.BaseAsset);
        QuoteAsset = core.Assets.Get(specification.QuoteAsset);
        DynamicLeverage = new ReadOnlyItems<LeverageTier>(
            specification.DynamicLeverage.Select(step => new Tier(step)));
        MarketHours = new TerminalMarketHours(core, specification.Sessions);
        Ticks = new TickSeries(core, specification.Name);
        Depth = new TerminalDepth(this);
        _historyTicks = (long)recording.FirstAtOrAfter(core.NowUtc) * Recording.TicksPerBar;
        _played = _historyTicks;
        if (_played > 0)
        {
            RecordedTick last = TickAt(_played - 1);
            Listed.SetQuote(last.Bid, last.Bid + specification.Spread);
        }
    }

    public event Action<SymbolTickEventArgs> Tick
    {
        add => _tick.Add(value);
        remove => _tick.Remove(value);
    }

    public long Id { get; }

    public string Name => Specification.Name;

    public string Description => Specification.Description;

    public double Bid => Listed.Bid;

    public double Ask => Listed.Ask;

    public double Spread => Ask - Bid;

    public double PipSize => Specification.PipSize;

    public double TickSize => Specification.TickSize;

    public int Digits => Specification.Digits;

    public double VolumeInUnitsMin => Specification.VolumeMin;

    public double VolumeInUnitsMax => Specification.VolumeMax;

    public double VolumeInUnitsStep => Specification.VolumeStep;

    /// <summary>Frozen at the start, as on the platform.</summary>
    public double PipValue { get; private set; } = double.NaN;

    public double TickValue => Specification.TickSize * QuoteRate;

    public long LotSize => Specification.LotSize;

    public double UnrealizedNetProfit => Listed.GrossProfit + Listed.Commissions;

    public double UnrealizedGrossProfit => Listed.GrossProfit;

    public Asset BaseAsset { get; }

    public Asset QuoteAsset { get; }

    public double PnLConversionFeeRate => 0;

    public double Commission => Specification.Commission;

    public SymbolCommissionType CommissionType => Specification.CommissionType;

    public double MinCommission => 0;

    public Asset MinCommissionAsset => QuoteAsset;

    public SymbolMinCommissionType MinCommissionType => SymbolMinCommissionType.QuoteAsset;

    public DayOfWeek? AdministrativeCharge3DaysRollover => null;

    public double AdministrativeCharge => 0;

    public int GracePeriod => 0;

    public double SwapLong => 0;

    public double SwapShort => 0;

    public DayOfWeek? Swap3DaysRollover => null;

    public SymbolSwapCalculationType SwapCalculationType => SymbolSwapCalculationType.Pips;

    public bool IsTradingEnabled => true;

    public SymbolTradingMode TradingMode => SymbolTradingMode.FullAccess;

    public SymbolMinDistanceType MinDistanceType => SymbolMinDistanceType.Pips;

    public double MinTakeProfitDistance => 0;

    public double MinStopLossDistance => Specification.MinStopLossDistance;

    public IReadonlyList<LeverageTier> DynamicLeverage { get; }

    public MarketHours MarketHours { get; }

    /// <summary>The symbol at the broker.</summary>
    internal BrokerSymbol Listed { get; }

    internal SymbolSpecification Specification => Listed.Specification;

    internal TickSeries Ticks { get; }

    internal TerminalDepth Depth { get; }

    /// <summary>The next recorded price; null at the end of the recording.</summary>
    internal RecordedTick? NextTick =>
        _played < (long)_recording.Count * Recording.TicksPerBar ? TickAt(_played) : null;

    /// <summary>When the last recorded price is played.</summary>
    internal DateTime EndUtc => _recording.Count == 0
        ? DateTime.MinValue
        : _recording.Tick(_recording.Count - 1, Recording.TicksPerBar - 1).TimeUtc;

    private double QuoteRate => Listed.QuoteToAccount;

    public double NormalizeVolumeInUnits(double volume, RoundingMode roundingMode)
    {
        double steps = volume / VolumeInUnitsStep;

        // A volume that is a whole number of steps up to rounding of the division stays what it is.
        double nearest = Math.Round(steps);
        double whole = Math.Abs(steps - nearest) < 1e-6
            ? nearest
            : roundingMode switch
            {
                RoundingMode.Down => Math.Floor(steps),
                RoundingMode.Up => Math.Ceiling(steps),
                _ => nearest,
            };
        double rounded = (double)((decimal)whole * (decimal)VolumeInUnitsStep);
        return Math.Clamp(rounded, VolumeInUnitsMin, VolumeInUnitsMax);
    }

    public double QuantityToVolumeInUnits(double quantity) => quantity * Math.Max(LotSize, 1);

    public double VolumeInUnitsToQuantity(double volume) => volume / Math.Max(LotSize, 1);

    public double GetEstimatedMargin(TradeType tradeType, double volume) =>
        Listed.MarginOf(volume, tradeType == TradeType.Buy ? Ask : Bid);

    public double VolumeForFixedRisk(double amount, double stopLossInPips) =>
        VolumeForFixedRisk(amount, stopLossInPips, RoundingMode.Down);

    public double VolumeForFixedRisk(double amount, double stopLossInPips, RoundingMode roundingMode) =>
        NormalizeVolumeInUnits(amount / (stopLossInPips * PipValue), roundingMode);

    public double VolumeForProportionalRisk(
        ProportionalAmountType type, double percentage, double stopLossInPips) =>
        VolumeForProportionalRisk(type, percentage, stopLossInPips, RoundingMode.Down);

    public double VolumeForProportionalRisk(
        ProportionalAmountType type, double percentage, double stopLossInPips, RoundingMode roundingMode) =>
        VolumeForFixedRisk(Proportion(type, percentage), stopLossInPips, roundingMode);

    public double AmountRisked(double volume, double stopLossInPips) => volume * stopLossInPips * PipValue;

    public double PipsForFixedRisk(double amount, double volume) => amount / (volume * PipValue);

    public double PipsForProportionalRisk(ProportionalAmountType type, double percentage, double volume) =>
        PipsForFixedRisk(Proportion(type, percentage), volume);

    internal IBarBuilder CreateBuilder(TimeFrame timeFrame) =>
        BarBuilders.For(timeFrame, Name, _recording.Interval, PipSize);

    /// <summary>All prices up to now, in order.</summary>
    internal IEnumerable<RecordedTick> PlayedTicks()
    {
        int manual = 0;
        for (long i = 0; i <= _played; i++)
        {
            for (; manual < _manual.Count && _manual[manual].After == i; manual++)
            {
                yield return _manual[manual].Tick;
            }

            if (i < _played)
            {
                yield return TickAt(i);
            }
        }
    }

    /// <summary>Fixes what the platform fixes at the start; the symbol must be known by then, since it may price itself.</summary>
    internal void Freeze() => PipValue = Specification.PipSize * QuoteRate;

    internal void Advance() => _played++;

    internal void KeepManual(RecordedTick tick) => _manual.Add((_played, tick));

    internal void SetQuote(DateTime timeUtc, double bid, double ask)
    {
        Listed.SetQuote(bid, ask);
        Ticks.Append(timeUtc, bid, ask);
        Depth.RaiseUpdated();
    }

    internal void RaiseTick()
    {
        SymbolTickEventArgs arguments = new(Name, Bid, Ask, this);
        _tick.Raise("Symbol.Tick", handler => handler(arguments));
    }

    private RecordedTick TickAt(long index) =>
        _recording.Tick((int)(index / Recording.TicksPerBar), (int)(index % Recording.TicksPerBar));

    private double Proportion(ProportionalAmountType type, double percentage) => percentage / 100
        * (type == ProportionalAmountType.Balance ? _core.Desk.Account.Balance : _core.Desk.Account.Equity);

    private sealed class Tier : LeverageTier
    {
        internal Tier(LeverageStep step)
        {
            Volume = step.UpToNotional;
            Leverage = step.Leverage;
        }

        public double Volume { get; }

        public double Leverage { get; }
    }
}
