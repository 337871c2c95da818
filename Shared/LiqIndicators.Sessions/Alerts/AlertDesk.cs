using LiqIndicators.Analytics.Alerts;

namespace LiqIndicators.Sessions.Alerts;

/// <summary>Looks at everything a session watches and says what to tell now: each at most once per bar and per cool-down.</summary>
/// <typeparam name="TReadings">Readings of the session.</typeparam>
public sealed class AlertDesk<TReadings>
    where TReadings : struct
{
    private readonly IReadOnlyList<AlertWatch<TReadings>> _watches;
    private readonly AlertRule[] _rules;

    /// <summary>Starts without having seen anything: what holds already is not told.</summary>
    /// <param name="watches">What is watched.</param>
    /// <param name="coolDown">Least time between two alerts of one watch; at least zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A level, margin or the cool-down is outside its range.</exception>
    public AlertDesk(IReadOnlyList<AlertWatch<TReadings>> watches, TimeSpan coolDown)
    {
        ArgumentNullException.ThrowIfNull(watches);
        _watches = watches;
        _rules =
        [
            .. watches.Select(watch => new AlertRule(new AlertRuleOptions
            {
                Level = watch.Level, Crossing = watch.Crossing, Margin = watch.Margin, CoolDown = coolDown,
            })),
        ];
    }

    /// <summary>When each watch was last told, as a text to keep.</summary>
    public string ToText() => CoolDowns.ToText(Array.ConvertAll(_rules, rule => rule.FiredUtc));

    /// <summary>Goes on with the cool-downs of an earlier desk.</summary>
    /// <param name="text">What <see cref="ToText"/> wrote.</param>
    /// <param name="nowUtc">Now; UTC. Times after it are those of another clock and are left out.</param>
    /// <returns>Whether the text is of this version, undamaged, and about as many watches as there are.</returns>
    public bool TryResume(string text, DateTime nowUtc)
    {
        if (!CoolDowns.TryRead(text, _rules.Length, out DateTime[] firedUtc))
        {
            return false;
        }

        for (int i = 0; i < _rules.Length; i++)
        {
            if (firedUtc[i] <= nowUtc)
            {
                _rules[i].Resume(firedUtc[i]);
            }
        }

        return true;
    }

    /// <summary>Takes the readings of a moment.</summary>
    /// <param name="nowUtc">Now; UTC; not before the last look.</param>
    /// <param name="barUtc">Opening time of the chart's last bar; UTC; not before the last look's.</param>
    /// <param name="readings">What is known now.</param>
    /// <param name="price">The chart's last price.</param>
    /// <param name="texts">Cleared and filled with what to tell.</param>
    public void Look(DateTime nowUtc, DateTime barUtc, in TReadings readings, double price, ICollection<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        texts.Clear();
        for (int i = 0; i < _rules.Length; i++)
        {
            AlertInput input = new(nowUtc, barUtc, _watches[i].ValueOf(readings, price));
            if (_rules[i].Update(input).Fired != AlertCrossing.None)
            {
                texts.Add(_watches[i].TextOf(readings));
            }
        }
    }
}
