using System.Globalization;
using System.Runtime.InteropServices;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Analytics.Streaming;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>
/// Where open positions would be liquidated: an incremental map, in base units, of liquidation prices of longs and shorts
/// that always holds exactly the open interest on each side.
/// </summary>
/// <remarks>
/// <para>
/// Every contract has one long and one short, so each side follows the published open interest. Per closed bar, and per
/// side: cells that the bar crossed are consumed; what is left, <c>A</c>, is scaled to
/// <c>kept = min((1 - turnover) A, open interest)</c>; the rest, <c>open interest - kept</c>, is placed around the bar's
/// deposit price by the <see cref="LeverageKernel"/>. Hence <c>opens - closes = change of open interest + consumed</c>.
/// </para>
/// <para>
/// What it is not: a list of positions. Most open mass is closed, topped up or hedged before its price is reached, so
/// dollars at a level are what stands there under the kernel's assumption, not what will be liquidated.
/// </para>
/// <para>
/// Where new mass goes, what a bar crosses and how turnover is shared between the sides are choices of
/// <see cref="LiquidationMapOptions"/>. Times are opening times of bars. Cost per bar does not depend on history; nothing is
/// allocated after construction.
/// </para>
/// </remarks>
public sealed class LiquidationMap : IStreamingIndicator<MarketBar, LiquidationMapStep>, ILiquidationBook
{
    /// <summary>Bars between two fresh summations, which keep running sums from drifting.</summary>
    private const int RefreshBars = 4096;

    /// <summary>
    /// Where the first price lies in its cell: far from any simple fraction, so that the rounding of a price in another
    /// unit cannot carry it over the edge of a cell or of a position within it.
    /// </summary>
    private const double FirstPricePosition = 0.381966;

    /// <summary>A move between two bars that no market makes: near ten, or near a tenth.</summary>
    private const double SmallestUnitChange = 8;

    /// <summary>How far a change of unit may be from a power of ten, in decimal logarithms: the market moved meanwhile.</summary>
    private const double LargestUnitError = 0.08;

    /// <summary>Open interest that grows by more than this says nothing about the positions before: they were next to none.</summary>
    private const double LargestGrowth = 1000;

    /// <summary>Part of turnover that goes with the path in favour of a side; the rest comes with activity alone.</summary>
    private const double FavouredPart = 0.75;

    private readonly LiquidationMapOptions _options;
    private readonly SideMass _longs;
    private readonly SideMass _shorts;
    private readonly CompiledKernel _longKernel;
    private readonly CompiledKernel _shortKernel;
    private readonly LiquidationMap[] _itself;
    private readonly Ledger _longLedger = new();
    private readonly Ledger _shortLedger = new();
    private readonly bool _isTurnoverFixed;
    private readonly double _turnoverRate;
    private readonly DecayedMean _usualRange;
    private readonly DecayedMean _usualVolume;
    private DateTime _firstUtc;
    private double _lastOpenInterest = double.NaN;
    private int _barsToRefresh = RefreshBars;

    /// <summary>An empty map.</summary>
    /// <param name="kernel">Where new positions would be liquidated.</param>
    /// <param name="options">Choices; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is NaN or outside its range.</exception>
    public LiquidationMap(LeverageKernel kernel, LiquidationMapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        _options = (options ?? new LiquidationMapOptions()).Checked();
        Kernel = kernel;
        _isTurnoverFixed = _options.TurnoverRule == TurnoverRule.Even;
        _turnoverRate = -Math.Log(1 - _options.TurnoverPerBar);
        _usualRange = new DecayedMean(_options.UsualHalfLifeBars);
        _usualVolume = new DecayedMean(_options.UsualHalfLifeBars);
        _longs = new SideMass(_options.CellsPerSide);
        _shorts = new SideMass(_options.CellsPerSide);
        _longKernel = new CompiledKernel(kernel, PositionSide.Long, _options.CellLogWidth, _options.EntryPhases);
        _shortKernel = new CompiledKernel(kernel, PositionSide.Short, _options.CellLogWidth, _options.EntryPhases);
        _itself = new[] { this };
    }

    /// <summary>The choices the map was made with.</summary>
    public LiquidationMapOptions Options => _options;

    /// <summary>Where new positions would be liquidated.</summary>
    public LeverageKernel Kernel { get; }

    /// <inheritdoc/>
    LiquidationMap ILiquidationBook.Map => this;

    /// <inheritdoc/>
    ReadOnlySpan<LiquidationMap> ILiquidationBook.VenueMaps => _itself;

    /// <summary>The price axis; set by the first bar.</summary>
    public LogPriceGrid Grid { get; private set; }

    /// <summary>Bars with open interest until readings are available: the first one seeds the map.</summary>
    public int WarmUpSamples => 1;

    /// <summary>Bars taken so far.</summary>
    public long Bars { get; private set; }

    /// <summary>Whether an open interest has been seen, so that the map holds mass.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Opening time of the last bar; the default value before the first.</summary>
    public DateTime AsOfUtc { get; private set; }

    /// <summary>Opening time of the last bar with open interest; the default value before the first.</summary>
    public DateTime OpenInterestUtc { get; private set; }

    /// <summary>Close of the last bar; quote currency per base unit; NaN before the first.</summary>
    public double LastPrice { get; private set; } = double.NaN;

    /// <summary>Hours from the first bar to the last; 0 before the second.</summary>
    public double Hours { get; private set; }

    /// <summary>What was out of the ordinary in the last bar.</summary>
    public LiquidationMapNotes LastNotes { get; private set; }

    /// <summary>All flows of longs so far; base units.</summary>
    public LiquidationFlow LongLedger => _longLedger.Total;

    /// <summary>All flows of shorts so far; base units.</summary>
    public LiquidationFlow ShortLedger => _shortLedger.Total;

    /// <summary>Open mass of a side, off-grid included; base units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side is unknown.</exception>
    public double OpenQuantity(PositionSide side) => Mass(side).Open;

    /// <summary>Part of <see cref="OpenQuantity"/> beyond the grid or that no price liquidates; base units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side is unknown.</exception>
    public double OffGridQuantity(PositionSide side) => Mass(side).OffGrid;

    /// <summary>Share of a side's mass that still lies where the seed put it; in [0, 1]; NaN without mass.</summary>
    /// <remarks>The seed places positions of unknown entry at the price of one bar: the higher the share, the less the map knows.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The side is unknown.</exception>
    public double SeededShare(PositionSide side) => Mass(side).SeededShare;

    /// <summary>The cells of a side from the nearest to price outward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side is unknown.</exception>
    public LiquidationCells Cells(PositionSide side) => new(Mass(side), Outward(side), Hours);

    /// <summary>Mass of one cell; base units; 0 for a cell without mass.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side is unknown.</exception>
    public double QuantityInCell(PositionSide side, int cell) => Mass(side).QuantityAt(Outward(side) * cell);

    /// <summary>Mass with liquidation prices between two prices; base units.</summary>
    /// <remarks>Mass is taken as even within a cell, so cells at the ends count in part.</remarks>
    /// <param name="side">Side of the positions.</param>
    /// <param name="lowPrice">Quote currency per base unit; &gt; 0.</param>
    /// <param name="highPrice">Quote currency per base unit; at least <paramref name="lowPrice"/>.</param>
    /// <returns>Base units; 0 before the first bar.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is NaN or outside its range, or the side is unknown.</exception>
    public double QuantityBetween(PositionSide side, double lowPrice, double highPrice) =>
        Between(side, lowPrice, highPrice).Quantity;

    /// <summary>What the mass between two prices is worth at its own liquidation prices.</summary>
    /// <inheritdoc cref="QuantityBetween" path="/param"/>
    /// <remarks>Each cell is valued at its geometric middle; cells at the ends count in part.</remarks>
    /// <returns>Quote currency; 0 before the first bar.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is NaN or outside its range, or the side is unknown.</exception>
    public double NotionalBetween(PositionSide side, double lowPrice, double highPrice) =>
        Between(side, lowPrice, highPrice).Notional;

    /// <summary>Mean age of the mass between two prices, weighted by mass, by opening times of bars.</summary>
    /// <inheritdoc cref="QuantityBetween" path="/param"/>
    /// <returns>Hours; &gt;= 0; NaN where there is no mass.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is NaN or outside its range, or the side is unknown.</exception>
    public double AgeHoursBetween(PositionSide side, double lowPrice, double highPrice)
    {
        (double quantity, double _, double moment) = Between(side, lowPrice, highPrice);
        return quantity > 0 ? Math.Max(0, Hours - (moment / quantity)) : double.NaN;
    }

    /// <summary>The map as seen from the last close.</summary>
    /// <exception cref="InvalidOperationException">No bar has been taken.</exception>
    public LiquidationView View() =>
        Bars > 0 ? new LiquidationView(this, LastPrice) : throw new InvalidOperationException("The map has taken no bar: there is no last price.");

    /// <summary>The map as seen from a price: longs below it, shorts above it.</summary>
    /// <param name="price">Quote currency per base unit; &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is NaN or not above 0.</exception>
    public LiquidationView View(double price) => new(this, price);

    /// <summary>The map as seen within a forming bar: longs below its low, shorts above its high.</summary>
    /// <param name="price">Last price; quote currency per base unit; in [low, high].</param>
    /// <param name="formingLow">Lowest price of the forming bar so far; &gt; 0.</param>
    /// <param name="formingHigh">Highest price of the forming bar so far; &gt;= low.</param>
    /// <exception cref="ArgumentOutOfRangeException">A price is NaN or outside its range.</exception>
    public LiquidationView View(double price, double formingLow, double formingHigh) =>
        new(this, price, formingLow, formingHigh);

    /// <summary>What a bar would do, without doing it.</summary>
    /// <remarks>For a forming bar give what is known of it; an open interest not yet published is NaN.</remarks>
    /// <param name="bar">A bar after the last one taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A price is NaN, not above 0 or outside [low, high], the open interest is negative or infinite, or the time is not
    /// UTC or not after the last bar.
    /// </exception>
    public LiquidationMapStep Preview(in MarketBar bar)
    {
        Check(bar);
        double unit = UnitChange(bar);
        Locate(bar, GridFor(bar, unit), out Location at);
        return Plan(
            bar,
            at,
            unit != 1,
            _usualVolume.Value / unit,
            _lastOpenInterest / unit,
            _longs.Open / unit,
            _longs.QuantityUpTo(at.LongWhole, at.LongPart) / unit,
            _shorts.Open / unit,
            _shorts.QuantityUpTo(at.ShortWhole, at.ShortPart) / unit);
    }

    /// <summary>Takes a closed bar.</summary>
    /// <param name="bar">A bar after the last one taken.</param>
    /// <returns>What it did: the same as <see cref="Preview"/> of the same bar.</returns>
    /// <exception cref="ArgumentOutOfRangeException">See <see cref="Preview"/>; the map is then unchanged.</exception>
    public LiquidationMapStep Update(in MarketBar bar)
    {
        Check(bar);
        double unit = UnitChange(bar);
        LogPriceGrid grid = GridFor(bar, unit);
        Locate(bar, grid, out Location at);
        Grid = grid;
        if (unit != 1)
        {
            Recount(unit);
        }

        double openLongs = _longs.Open;
        double openShorts = _shorts.Open;
        double consumedLongs = _longs.Consume(at.LongWhole, at.LongPart);
        double consumedShorts = _shorts.Consume(at.ShortWhole, at.ShortPart);
        double lastOpenInterest = _lastOpenInterest;
        LiquidationMapStep step = Plan(
            bar, at, unit != 1, _usualVolume.Value, lastOpenInterest, openLongs, consumedLongs, openShorts, consumedShorts);
        Mark(bar, step.Notes);
        if (!double.IsNaN(bar.OpenInterestQuantity))
        {
            bool isSeed = !IsReady;
            bool isJump = (step.Notes & LiquidationMapNotes.OpenInterestJump) != 0;
            double openInterest = isJump ? lastOpenInterest : bar.OpenInterestQuantity;
            Turn(_longs, openInterest, step.Longs);
            Turn(_shorts, openInterest, step.Shorts);
            Deposit(_longs, _longKernel, -1, at, at.LongLimit, step.Longs.Inserted);
            Deposit(_shorts, _shortKernel, 1, at, at.ShortLimit, step.Shorts.Inserted);
            if (isJump)
            {
                _longs.Grow(bar.OpenInterestQuantity / lastOpenInterest);
                _shorts.Grow(bar.OpenInterestQuantity / lastOpenInterest);
            }

            _lastOpenInterest = bar.OpenInterestQuantity;
            OpenInterestUtc = bar.TimeUtc;
            if (isSeed)
            {
                _longs.MarkSeeded();
                _shorts.MarkSeeded();
                IsReady = true;
            }
        }

        if (!_isTurnoverFixed)
        {
            _usualRange.Add((bar.High - bar.Low) / bar.Open);
            _usualVolume.Add(bar.VolumeQuantity);
        }

        if (--_barsToRefresh == 0)
        {
            _longs.Refresh();
            _shorts.Refresh();
            _barsToRefresh = RefreshBars;
        }

        _longLedger.Add(step.Longs);
        _shortLedger.Add(step.Shorts);
        return step;
    }

    /// <inheritdoc/>
    void ILiquidationBook.Take(in MarketBar bar) => Update(bar);

    /// <summary>Becomes the weighted sum of some maps after a bar that all of them have taken; their grids are the same.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="parts">The maps; at least one.</param>
    /// <param name="longShares">Weight of each map's longs; &gt;= 0.</param>
    /// <param name="shortShares">Weight of each map's shorts; &gt;= 0.</param>
    internal void TakeSum(
        in MarketBar bar, ReadOnlySpan<LiquidationMap> parts, ReadOnlySpan<double> longShares, ReadOnlySpan<double> shortShares)
    {
        Grid = parts[0].Grid;
        Mark(bar, LiquidationMapNotes.None);
        SumAgain(parts, longShares, shortShares);
    }

    /// <summary>Sums the same maps once more, after one of them has changed within the bar.</summary>
    /// <inheritdoc cref="TakeSum" path="/param"/>
    internal void SumAgain(ReadOnlySpan<LiquidationMap> parts, ReadOnlySpan<double> longShares, ReadOnlySpan<double> shortShares)
    {
        LiquidationMapNotes notes = LiquidationMapNotes.None;
        foreach (LiquidationMap part in parts)
        {
            notes |= part.IsReady ? part.LastNotes : LiquidationMapNotes.None;
            IsReady |= part.IsReady;
        }

        LastNotes = IsReady ? notes : LiquidationMapNotes.NotStarted;
        _longs.CopySum(parts, PositionSide.Long, longShares);
        _shorts.CopySum(parts, PositionSide.Short, shortShares);
    }

    /// <summary>Takes over a share of another map of the same grid as a seed: the best guess for positions of which only the sum is known.</summary>
    /// <param name="shape">A map with mass.</param>
    /// <param name="openInterest">Mass of either side afterwards; base units; &gt;= 0.</param>
    internal void SeedLike(LiquidationMap shape, double openInterest)
    {
        Seed(_longs, shape, PositionSide.Long, openInterest);
        Seed(_shorts, shape, PositionSide.Short, openInterest);
        _lastOpenInterest = openInterest;
        OpenInterestUtc = AsOfUtc;
        LastNotes |= LiquidationMapNotes.Seeded | LiquidationMapNotes.OpenInterestJump;
        _longLedger.Add(new LiquidationFlow(0, 0, 0, 0, openInterest));
        _shortLedger.Add(new LiquidationFlow(0, 0, 0, 0, openInterest));
        IsReady = true;
    }

    internal SideMass Mass(PositionSide side) => LiquidationPrice.Sign(side) > 0 ? _longs : _shorts;

    /// <summary>Factor between a cell of the grid and its outward index: longs lie below price.</summary>
    internal static int Outward(PositionSide side) => side == PositionSide.Long ? -1 : 1;

    private static void Seed(SideMass mass, LiquidationMap shape, PositionSide side, double openInterest)
    {
        double share = openInterest / shape.OpenQuantity(side);
        mass.CopySum(MemoryMarshal.CreateReadOnlySpan(ref shape, 1), side, MemoryMarshal.CreateReadOnlySpan(ref share, 1));
        mass.MarkSeeded();
    }

    private static void Turn(SideMass mass, double openInterest, in LiquidationFlow flow)
    {
        double left = mass.Open;
        if (left > 0)
        {
            mass.Keep(Math.Clamp((openInterest - flow.Inserted) / left, 0, 1));
        }
    }

    private static LiquidationFlow Flow(
        double open, double consumed, double openInterest, double turnover, out double openAfter)
    {
        double left = Math.Max(0, open - consumed);
        if (double.IsNaN(openInterest))
        {
            openAfter = left;
            return new LiquidationFlow(consumed, 0, 0, 0);
        }

        double kept = Math.Min((1 - turnover) * left, openInterest);
        double closed = Math.Max(0, left - openInterest);
        openAfter = openInterest;
        return new LiquidationFlow(consumed, closed, Math.Max(0, left - closed - kept), openInterest - kept);
    }

    private static bool IsAdmissible(in MarketBar bar, DateTime asOfUtc, bool hasBars) =>
        bar.Low > 0 && bar.High <= double.MaxValue
        && bar.Open >= bar.Low && bar.Open <= bar.High
        && bar.Close >= bar.Low && bar.Close <= bar.High
        && bar.TimeUtc.Kind == DateTimeKind.Utc && (!hasBars || bar.TimeUtc > asOfUtc)
        && !(bar.OpenInterestQuantity < 0) && !double.IsInfinity(bar.OpenInterestQuantity)
        && !(bar.VolumeQuantity < 0) && !double.IsInfinity(bar.VolumeQuantity);

    /// <summary>Says what is wrong with a bar; apart from the test itself, which every bar pays for.</summary>
    private static void Explain(in MarketBar bar, DateTime asOfUtc)
    {
        Guard.Utc(bar.TimeUtc, "bar.TimeUtc");
        Guard.Positive(bar.Low, "bar.Low");
        Guard.Positive(bar.High, "bar.High");
        Guard.InRange(bar.Open, bar.Low, bar.High, "bar.Open");
        Guard.InRange(bar.Close, bar.Low, bar.High, "bar.Close");
        if (!double.IsNaN(bar.OpenInterestQuantity))
        {
            Guard.NotNegative(bar.OpenInterestQuantity, "bar.OpenInterestQuantity");
        }

        if (!double.IsNaN(bar.VolumeQuantity))
        {
            Guard.NotNegative(bar.VolumeQuantity, "bar.VolumeQuantity");
        }

        throw new ArgumentOutOfRangeException(nameof(bar), bar.TimeUtc, string.Create(
            CultureInfo.InvariantCulture, $"bar.TimeUtc is {bar.TimeUtc:O}; expected a time after {asOfUtc:O}."));
    }

    private void Check(in MarketBar bar)
    {
        if (!IsAdmissible(bar, AsOfUtc, Bars > 0))
        {
            Explain(bar, AsOfUtc);
        }
    }

    /// <summary>New over old unit of price, when the price moved by a power of ten between two bars; else 1.</summary>
    private double UnitChange(in MarketBar bar)
    {
        double move = bar.Open / LastPrice;
        if (!(move <= 1 / SmallestUnitChange) && !(move >= SmallestUnitChange))
        {
            return 1;
        }

        double power = Math.Round(Math.Log10(move));
        return Math.Abs(Math.Log10(move) - power) <= LargestUnitError ? Math.Pow(10, power) : 1;
    }

    /// <summary>The same map in another unit of price: its coins are as many times smaller as prices are larger.</summary>
    private void Recount(double unit)
    {
        _longs.Recount(1 / unit);
        _shorts.Recount(1 / unit);
        _longLedger.Recount(1 / unit);
        _shortLedger.Recount(1 / unit);
        _lastOpenInterest /= unit;
        _usualVolume.Recount(1 / unit);
    }

    private void Mark(in MarketBar bar, LiquidationMapNotes notes)
    {
        if (Bars == 0)
        {
            _firstUtc = bar.TimeUtc;
        }

        Bars++;
        Hours = (bar.TimeUtc - _firstUtc).TotalHours;
        AsOfUtc = bar.TimeUtc;
        LastPrice = bar.Close;
        LastNotes = notes;
    }

    private double EntryPrice(in MarketBar bar) => _options.DepositPrice switch
    {
        DepositPrice.Typical => (bar.High + bar.Low + bar.Close) / 3,
        DepositPrice.Average => (bar.Open + bar.High + bar.Low + bar.Close) / 4,
        _ => bar.Close,
    };

    private LogPriceGrid GridFor(in MarketBar bar, double unit)
    {
        if (Bars > 0)
        {
            return unit == 1 ? Grid : new LogPriceGrid(Grid.AnchorPrice * unit, Grid.CellLogWidth);
        }

        double anchor = double.IsNaN(_options.AnchorPrice)
            ? EntryPrice(bar) * Math.Exp(-FirstPricePosition * _options.CellLogWidth)
            : _options.AnchorPrice;
        return new LogPriceGrid(anchor, _options.CellLogWidth);
    }

    private void Locate(in MarketBar bar, in LogPriceGrid grid, out Location at)
    {
        double low = grid.PositionOf(bar.Low);
        double high = grid.PositionOf(bar.High);
        double entry = grid.PositionOf(EntryPrice(bar));
        int lowCell = (int)Math.Floor(low);
        int highCell = (int)Math.Floor(high);

        // A cell that can be crossed in part may hold mass in the rest of it.
        bool isPart = _options.CrossedCell == CrossedCell.Part;
        int open = isPart ? 1 : 0;
        int longLimit = int.MinValue / 2;
        int shortLimit = int.MinValue / 2;
        if (_options.CrossedDeposit == CrossedDeposit.BeyondExtremes)
        {
            (longLimit, shortLimit) = (-lowCell - open, highCell - open);
        }
        else if (_options.CrossedDeposit == CrossedDeposit.BeyondClose)
        {
            int closeCell = grid.CellOf(bar.Close);
            (longLimit, shortLimit) = (-closeCell - open, closeCell - open);
        }

        at.Low = low;
        at.High = high;
        at.Entry = entry;
        at.LongWhole = -lowCell - open;
        at.LongPart = isPart ? 1 - (low - lowCell) : 0;
        at.ShortWhole = highCell - open;
        at.ShortPart = isPart ? high - highCell : 0;
        at.LongLimit = longLimit;
        at.ShortLimit = shortLimit;
    }

    private static SideMass.Entry EntryAt(CompiledKernel kernel, double position, int sign)
    {
        double whole = Math.Floor(position);
        return new SideMass.Entry(sign * (int)whole, (int)((position - whole) * kernel.Phases), 1.0 / 3);
    }

    private void Deposit(
        SideMass mass, CompiledKernel kernel, int sign, in Location at, int limit, double quantity)
    {
        if (_options.DepositPrice != DepositPrice.LowHighClose)
        {
            double whole = Math.Floor(at.Entry);
            mass.Deposit(kernel, sign * (int)whole, (int)((at.Entry - whole) * kernel.Phases), limit, quantity, Hours);
            return;
        }

        SideMass.Entries entries = default;
        entries.Add(EntryAt(kernel, at.Entry, sign));
        entries.Add(EntryAt(kernel, at.Low, sign));
        entries.Add(EntryAt(kernel, at.High, sign));
        mass.Deposit(kernel, entries, limit, quantity, Hours);
    }

    /// <summary>The one formula of preview and update: what a bar does, given what was open and what it crosses.</summary>
    private LiquidationMapStep Plan(
        in MarketBar bar,
        in Location at,
        bool isOtherUnit,
        double usualVolume,
        double lastOpenInterest,
        double openLongs,
        double consumedLongs,
        double openShorts,
        double consumedShorts)
    {
        bool isJump = IsJump(bar, lastOpenInterest);
        double openInterest = isJump ? lastOpenInterest : bar.OpenInterestQuantity;
        double longTurnover = _options.TurnoverPerBar;
        double shortTurnover = longTurnover;
        if (!_isTurnoverFixed)
        {
            (double longPace, double shortPace) = Paces(bar, usualVolume);
            longTurnover = Turnover(longPace);
            shortTurnover = Turnover(shortPace);
        }

        LiquidationFlow longs = Flow(openLongs, consumedLongs, openInterest, longTurnover, out double afterLongs);
        LiquidationFlow shorts = Flow(openShorts, consumedShorts, openInterest, shortTurnover, out double afterShorts);
        if (!IsReady && double.IsNaN(openInterest))
        {
            afterLongs = afterShorts = double.NaN;
        }

        LiquidationMapNotes notes = Notes(openInterest, at, longs, shorts);
        notes |= isOtherUnit ? LiquidationMapNotes.PriceUnitChanged : LiquidationMapNotes.None;
        if (isJump)
        {
            double adopted = bar.OpenInterestQuantity - lastOpenInterest;
            notes |= LiquidationMapNotes.OpenInterestJump;
            longs = longs with { Adopted = adopted };
            shorts = shorts with { Adopted = adopted };
            afterLongs = afterShorts = bar.OpenInterestQuantity;
        }

        return new LiquidationMapStep(bar.TimeUtc, afterLongs, afterShorts, longs, shorts, notes);
    }

    /// <summary>Whether open interest came into view rather than being opened: more than trading makes of it in the time.</summary>
    private bool IsJump(in MarketBar bar, double lastOpenInterest)
    {
        double gain = bar.OpenInterestQuantity - lastOpenInterest;
        double largest = _options.LargestGainPerHour * lastOpenInterest;
        return gain > largest && bar.OpenInterestQuantity < LargestGrowth * lastOpenInterest
            && gain > largest * Math.Sqrt(Math.Max(1, (bar.TimeUtc - OpenInterestUtc).TotalHours));
    }

    private LiquidationMapNotes Notes(
        double openInterest, in Location at, in LiquidationFlow longs, in LiquidationFlow shorts)
    {
        if (double.IsNaN(openInterest))
        {
            return IsReady
                ? LiquidationMapNotes.OpenInterestMissing
                : LiquidationMapNotes.OpenInterestMissing | LiquidationMapNotes.NotStarted;
        }

        LiquidationMapNotes notes = IsReady ? LiquidationMapNotes.None : LiquidationMapNotes.Seeded;
        if (longs.Inserted > 0 && !Reaches(_longKernel, -1, at.Low, at, at.LongLimit))
        {
            notes |= LiquidationMapNotes.KernelCrossedLongs;
        }

        if (shorts.Inserted > 0 && !Reaches(_shortKernel, 1, at.High, at, at.ShortLimit))
        {
            notes |= LiquidationMapNotes.KernelCrossedShorts;
        }

        return notes;
    }

    /// <summary>Whether the kernel reaches beyond the limit from the outermost of a bar's entries.</summary>
    private bool Reaches(CompiledKernel kernel, int sign, double extreme, in Location at, int limit)
    {
        double outermost = _options.DepositPrice == DepositPrice.LowHighClose ? extreme : at.Entry;
        double whole = Math.Floor(outermost);
        return kernel.ReachesBeyond((int)((outermost - whole) * kernel.Phases), limit - (sign * (int)whole));
    }

    /// <summary>Share of a side that is closed to be opened again; in [0, 1).</summary>
    /// <param name="pace">The side's turnover over its usual one; &gt;= 0.</param>
    private double Turnover(double pace) => pace == 1 ? _options.TurnoverPerBar : 1 - Math.Exp(-_turnoverRate * pace);

    /// <summary>Turnover of longs and of shorts over the usual one.</summary>
    private (double Longs, double Shorts) Paces(in MarketBar bar, double usualVolume)
    {
        double activity = Activity(bar, usualVolume);
        if (double.IsNaN(activity))
        {
            return (1, 1);
        }

        // Down first, up through the whole range and down to the close, or mirrored: with the bar the path is the range,
        // against it the range less the bar's own move.
        double range = Math.Log(bar.High / bar.Low);
        double against = range > 0 ? Math.Max(0, 1 - (Math.Abs(Math.Log(bar.Close / bar.Open)) / range)) : 1;
        double slower = activity * (1 - FavouredPart + (FavouredPart * against));
        return bar.Close >= bar.Open ? (activity, slower) : (slower, activity);
    }

    /// <summary>How busy a bar was, by its volume or, without one, by its range; usually about 1; NaN when nothing usual is known.</summary>
    /// <remarks>Range grows with the root of volume, so both measure the same: docs/model.md, F4.</remarks>
    private double Activity(in MarketBar bar, double usualVolume)
    {
        if (usualVolume > 0 && bar.VolumeQuantity >= 0)
        {
            return Math.Sqrt(bar.VolumeQuantity / usualVolume);
        }

        double usualRange = _usualRange.Value;
        return usualRange > 0 ? (bar.High - bar.Low) / (bar.Open * usualRange) : double.NaN;
    }

    private (double Quantity, double Notional, double Moment) Between(PositionSide side, double lowPrice, double highPrice)
    {
        SideMass mass = Mass(side);
        Guard.Positive(lowPrice);
        Guard.InRange(highPrice, lowPrice, double.MaxValue);
        if (!IsReady || mass.First > mass.Last)
        {
            return (0, 0, 0);
        }

        double low = Grid.PositionOf(lowPrice);
        double high = Grid.PositionOf(highPrice);
        int sign = Outward(side);
        int nearest = Math.Min(sign * mass.First, sign * mass.Last);
        int farthest = Math.Max(sign * mass.First, sign * mass.Last);
        int from = (int)Math.Max(Math.Floor(low), nearest);
        int to = (int)Math.Min(Math.Floor(high), farthest);

        double quantity = 0;
        double notional = 0;
        double moment = 0;
        double price = Grid.MidPrice(from);
        double ratio = Math.Exp(Grid.CellLogWidth);
        for (int cell = from; cell <= to; cell++)
        {
            double part = Math.Min(high, cell + 1.0) - Math.Max(low, cell);
            double held = mass.QuantityAt(sign * cell) * part;
            quantity += held;
            notional += held * price;
            moment += mass.MomentAt(sign * cell) * part;
            price *= ratio;
        }

        return (quantity, notional, moment);
    }

    /// <summary>Running sums of flows, number by number: copies of the whole record right after its parts are written are slow.</summary>
    private sealed class Ledger
    {
        private double _consumed;
        private double _closed;
        private double _restruck;
        private double _inserted;
        private double _adopted;

        public LiquidationFlow Total => new(_consumed, _closed, _restruck, _inserted, _adopted);

        public void Add(in LiquidationFlow flow)
        {
            _consumed += flow.Consumed;
            _closed += flow.Closed;
            _restruck += flow.Restruck;
            _inserted += flow.Inserted;
            _adopted += flow.Adopted;
        }

        public void Recount(double factor)
        {
            _consumed *= factor;
            _closed *= factor;
            _restruck *= factor;
            _inserted *= factor;
            _adopted *= factor;
        }
    }

    /// <summary>
    /// What a bar's prices mean on the grid: positions, what is crossed (cells outward and a part of the next), and up to
    /// where nothing may be placed. Single fields, for the same reason as in <see cref="Ledger"/>.
    /// </summary>
    private struct Location
    {
        public double Low;
        public double High;
        public double Entry;
        public int LongWhole;
        public double LongPart;
        public int ShortWhole;
        public double ShortPart;
        public int LongLimit;
        public int ShortLimit;
    }
}
