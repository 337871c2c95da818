using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.Sessions.Feeds.Series;

/// <summary>One venue's bars on a grid of times: a ring of fixed size, so that memory does not grow with time.</summary>
/// <remarks>
/// A bar is found by its number, the count of bar lengths since 1970, so rows may come in any order and twice.
/// Open interest belongs to the bar at whose close it was measured.
/// </remarks>
internal sealed class BarGrid
{
    // Relative difference below which two statements of a number are the same one.
    private const double SameWithin = 1e-9;

    private readonly BarSlot[] _slots;

    public BarGrid(TimeSpan barLength, int capacity)
    {
        BarLength = barLength;
        _slots = new BarSlot[capacity];
        Array.Fill(_slots, BarSlot.Empty);
        Newest = capacity - 1;
    }

    public TimeSpan BarLength { get; }

    public int Capacity => _slots.Length;

    /// <summary>Number of the last bar that has a place.</summary>
    public long Newest { get; private set; }

    /// <summary>Number of the first bar that has a place.</summary>
    public long Oldest => Newest - _slots.Length + 1;

    /// <summary>Number of the bar in which a time lies.</summary>
    public long NumberOf(DateTime timeUtc) => (timeUtc - DateTime.UnixEpoch).Ticks / BarLength.Ticks;

    /// <summary>Opening time of a bar; UTC.</summary>
    public DateTime TimeOf(long number) => DateTime.UnixEpoch.AddTicks(number * BarLength.Ticks);

    /// <summary>Makes room up to a bar; the oldest bars leave.</summary>
    public void Advance(long number)
    {
        if (number - Newest >= _slots.Length)
        {
            Array.Fill(_slots, BarSlot.Empty);
            Newest = number;
        }

        while (Newest < number)
        {
            Newest++;
            _slots[Newest % _slots.Length] = BarSlot.Empty;
        }
    }

    /// <summary>Whether a bar has a place.</summary>
    public bool Holds(long number) => number >= Oldest && number <= Newest;

    /// <summary>A bar; empty when it has no place.</summary>
    public BarSlot At(long number) => Holds(number) ? _slots[number % _slots.Length] : BarSlot.Empty;

    /// <summary>Puts a whole bar into its place, as from a cache.</summary>
    public void Put(long number, in BarSlot slot)
    {
        if (Holds(number))
        {
            _slots[number % _slots.Length] = slot;
        }
    }

    /// <summary>Takes the prices and volume of a closed bar.</summary>
    public SlotChange Take(CandleRow row)
    {
        long number = NumberOf(row.TimeUtc);
        if (!Holds(number) || TimeOf(number) != row.TimeUtc)
        {
            return SlotChange.None;
        }

        ref BarSlot slot = ref _slots[number % _slots.Length];
        BarSlot old = slot;
        slot.Open = (double)row.Open;
        slot.High = (double)row.High;
        slot.Low = (double)row.Low;
        slot.Close = (double)row.Close;
        double volume = (double?)row.VolumeQuantity ?? ((double?)row.VolumeNotional / slot.Close) ?? double.NaN;
        slot.Volume = volume;
        bool isSame = IsSame(old.Open, slot.Open) && IsSame(old.High, slot.High) && IsSame(old.Low, slot.Low)
            && IsSame(old.Close, slot.Close) && IsSame(old.Volume, slot.Volume);
        return !old.HasCandle ? SlotChange.New : isSame ? SlotChange.None : SlotChange.Revised;
    }

    /// <summary>Takes open interest measured at a bar's close.</summary>
    public SlotChange Take(OpenInterestRow row)
    {
        long number = NumberOf(row.TimeUtc) - 1;
        return TimeOf(number + 1) == row.TimeUtc
            ? TakeOpenInterest(number, (double?)row.Quantity ?? double.NaN, (double?)row.Notional ?? double.NaN)
            : SlotChange.None;
    }

    /// <summary>Takes open interest at a bar's close, in base units, quote currency or both.</summary>
    public SlotChange TakeOpenInterest(long number, double quantity, double notional)
    {
        if (!Holds(number))
        {
            return SlotChange.None;
        }

        ref BarSlot slot = ref _slots[number % _slots.Length];
        BarSlot old = slot;
        slot.OpenInterestQuantity = quantity;
        slot.OpenInterestNotional = notional;
        return !old.HasOpenInterest
            ? SlotChange.New
            : IsSame(old.OpenInterestQuantity, quantity) && IsSame(old.OpenInterestNotional, notional) ? SlotChange.None : SlotChange.Revised;
    }

    /// <summary>Says what was liquidated in a bar; NaN for not known.</summary>
    public SlotChange SetLiquidated(long number, in LiquidatedSum sum)
    {
        if (!Holds(number))
        {
            return SlotChange.None;
        }

        ref BarSlot slot = ref _slots[number % _slots.Length];
        BarSlot old = slot;
        slot.LiquidatedLong = sum.LongNotional;
        slot.LiquidatedShort = sum.ShortNotional;
        slot.LongPrints = sum.LongPrints;
        slot.ShortPrints = sum.ShortPrints;
        return !old.HasLiquidated ? SlotChange.New
            : IsSame(old.LiquidatedLong, slot.LiquidatedLong) && IsSame(old.LiquidatedShort, slot.LiquidatedShort) ? SlotChange.None : SlotChange.Revised;
    }

    /// <summary>Says what funding was told to be at a bar's close; fractions per interval, NaN for not known.</summary>
    public void SetFunding(long number, double runningRate, double cap)
    {
        if (Holds(number))
        {
            ref BarSlot slot = ref _slots[number % _slots.Length];
            slot.RunningFundingRate = runningRate;
            slot.FundingCap = cap;
        }
    }

    /// <summary>Open interest at a bar's close in quote currency; NaN when not known.</summary>
    public double NotionalAt(long number)
    {
        BarSlot slot = At(number);
        return double.IsNaN(slot.OpenInterestQuantity) ? slot.OpenInterestNotional : slot.OpenInterestQuantity * slot.Close;
    }

    private static bool IsSame(double a, double b) =>
        (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) <= SameWithin * Math.Abs(a);
}
