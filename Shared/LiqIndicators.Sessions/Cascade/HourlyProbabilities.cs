using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Cascade;

/// <summary>Calibrated probabilities out of bars that make up hours: the models that ship were fitted to hours and know of nothing else.</summary>
/// <remarks>
/// An hour is known at the close of its last bar, and what it says holds until the next one closes. The hour in which the bars
/// begin is left out unless it is whole. Where a bar is missing within an hour, so are the hour's sums; where its last bar is
/// missing, its close is not known and the hour is left out. Bars of an hour are taken as they are. Nothing is allocated per bar.
/// </remarks>
internal sealed class HourlyProbabilities
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly CascadeProbabilities _model = new();
    private readonly TimeSpan _barLength;
    private readonly int _barsOfAnHour;
    private MarketBar _hour;
    private int _bars;
    private bool _hasBegun;
    private CascadeProbabilityReading? _last;

    /// <summary>Starts before the first bar.</summary>
    /// <param name="barLength">Length of one bar; above zero.</param>
    internal HourlyProbabilities(TimeSpan barLength)
    {
        _barLength = barLength;
        _barsOfAnHour = Hour.Ticks % barLength.Ticks == 0 ? (int)(Hour.Ticks / barLength.Ticks) : 0;
    }

    /// <summary>Whether bars of this length make up hours.</summary>
    internal bool IsPossible => _barsOfAnHour > 0;

    /// <summary>What the hour that closed last says at the close of a bar.</summary>
    /// <param name="bar">The next closed bar.</param>
    /// <returns>Its reading; null where that hour is not known.</returns>
    internal CascadeProbabilityReading? Update(in MarketBar bar)
    {
        if (_barsOfAnHour <= 1)
        {
            return IsPossible ? _model.Update(bar) : null;
        }

        DateTime hourUtc = bar.TimeUtc.AddTicks(-(bar.TimeUtc.Ticks % Hour.Ticks));
        Add(bar, hourUtc);
        if (bar.TimeUtc + _barLength == hourUtc + Hour)
        {
            Close();
        }
        else if (_last?.TimeUtc < hourUtc - Hour)
        {
            _last = null;
        }

        return _last;
    }

    private void Add(in MarketBar bar, DateTime hourUtc)
    {
        bool isOfTheSameHour = _bars > 0 && _hour.TimeUtc == hourUtc;
        _hasBegun |= bar.TimeUtc == hourUtc;
        _hour = isOfTheSameHour ? _hour.JoinedWith(bar) : bar with { TimeUtc = hourUtc };
        _bars = isOfTheSameHour ? _bars + 1 : 1;
    }

    private void Close()
    {
        if (!_hasBegun)
        {
            return;
        }

        _last = _model.Update(_bars == _barsOfAnHour
            ? _hour
            : _hour with { VolumeQuantity = double.NaN, LiquidatedLongNotional = double.NaN, LiquidatedShortNotional = double.NaN });
    }
}
