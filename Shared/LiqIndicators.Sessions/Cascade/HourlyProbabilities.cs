using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Feeds;

namespace LiqIndicators.Sessions.Cascade;

/// <summary>Calibrated probabilities out of bars that make up hours: the models that ship were fitted to hours and know of nothing else.</summary>
/// <remarks>
/// An hour is known at the close of its last bar, and what it says holds until the next one closes. Hours are added up by the rules of
/// <see cref="BarJoiner"/>. Nothing is allocated per bar.
/// </remarks>
internal sealed class HourlyProbabilities
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly CascadeProbabilities _model = new();
    private readonly BarJoiner? _hours;
    private CascadeProbabilityReading? _last;

    /// <summary>Starts before the first bar.</summary>
    /// <param name="barLength">Length of one bar; above zero.</param>
    internal HourlyProbabilities(TimeSpan barLength) =>
        _hours = BarJoiner.AreWhole(barLength, Hour) ? new BarJoiner(barLength, Hour) : null;

    /// <summary>Whether bars of this length make up hours.</summary>
    internal bool IsPossible => _hours is not null;

    /// <summary>What the hour that closed last says at the close of a bar.</summary>
    /// <param name="bar">The next closed bar.</param>
    /// <returns>Its reading; null where that hour is not known.</returns>
    internal CascadeProbabilityReading? Update(in MarketBar bar)
    {
        DateTime hourUtc = bar.TimeUtc.AddTicks(-(bar.TimeUtc.Ticks % Hour.Ticks));
        if (_hours is not null && _hours.TryAdd(bar, out MarketBar hour))
        {
            _last = _model.Update(hour);
        }
        else if (_last?.TimeUtc < hourUtc - Hour)
        {
            _last = null;
        }

        return _last;
    }
}
