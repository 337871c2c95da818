using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Adds bars up to longer ones that begin at whole multiples of their length.</summary>
/// <remarks>
/// The span in which the bars begin is left out unless it is whole. Where a bar is missing within a span, so are the span's sums; where its
/// last bar is missing, its close is not known and the span is left out. Bars of the wanted length are taken as they are. Nothing is allocated.
/// </remarks>
public sealed class BarJoiner
{
    private readonly TimeSpan _barLength;
    private readonly TimeSpan _period;
    private MarketBar _sum;
    private int _bars;
    private bool _hasBegun;

    /// <summary>Starts before the first bar.</summary>
    /// <param name="barLength">Length of the bars; above zero.</param>
    /// <param name="period">Length of the longer bars; a whole multiple.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is not above zero, or the longer one is no multiple.</exception>
    public BarJoiner(TimeSpan barLength, TimeSpan period)
    {
        if (barLength <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(barLength), barLength, $"barLength is {barLength}; expected a length above zero.");
        }

        if (!AreWhole(barLength, period))
        {
            throw new ArgumentOutOfRangeException(nameof(period), period, $"period is {period}; expected a multiple of {barLength}.");
        }

        _barLength = barLength;
        _period = period;
    }

    /// <summary>Whether bars of one length make up bars of another.</summary>
    /// <param name="barLength">The shorter length; above zero.</param>
    /// <param name="period">The longer length.</param>
    public static bool AreWhole(TimeSpan barLength, TimeSpan period) => period >= barLength && period.Ticks % barLength.Ticks == 0;

    /// <summary>How many bars of the present span were taken, the last one included.</summary>
    public int BarsOfSpan => _bars;

    /// <summary>Whether every bar of the span that closed last was there.</summary>
    public bool IsWhole => _bars == _period.Ticks / _barLength.Ticks;

    /// <summary>Takes the next bar.</summary>
    /// <param name="bar">A closed bar after all before.</param>
    /// <param name="joined">The longer bar that closes with it; default otherwise.</param>
    /// <returns>Whether one closes.</returns>
    public bool TryAdd(in MarketBar bar, out MarketBar joined)
    {
        if (_barLength == _period)
        {
            _bars = 1;
            joined = bar;
            return true;
        }

        DateTime spanUtc = bar.TimeUtc.AddTicks(-(bar.TimeUtc.Ticks % _period.Ticks));
        bool isOfTheSameSpan = _bars > 0 && _sum.TimeUtc == spanUtc;
        _hasBegun |= bar.TimeUtc == spanUtc;
        _sum = isOfTheSameSpan ? _sum.JoinedWith(bar) : bar with { TimeUtc = spanUtc };
        _bars = isOfTheSameSpan ? _bars + 1 : 1;
        bool isClosed = _hasBegun && bar.TimeUtc + _barLength == spanUtc + _period;
        joined = !isClosed ? default
            : IsWhole ? _sum
            : _sum with { VolumeQuantity = double.NaN, LiquidatedLongNotional = double.NaN, LiquidatedShortNotional = double.NaN };
        return isClosed;
    }
}
