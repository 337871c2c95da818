using System.Globalization;

namespace LiqIndicators.Analytics.Alerts;

/// <summary>Which crossings an alert listens to.</summary>
[Flags]
public enum AlertCrossing
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>From below the level to the level or above.</summary>
    Up = 1,

    /// <summary>From the level or above to below it.</summary>
    Down = 2,

    /// <summary>Either way.</summary>
    Both = Up | Down,
}

/// <summary>Settings of <see cref="AlertRule"/>.</summary>
public sealed record AlertRuleOptions
{
    /// <summary>Level whose crossing fires; finite.</summary>
    public double Level { get; init; }

    /// <summary>Crossings that fire.</summary>
    public AlertCrossing Crossing { get; init; } = AlertCrossing.Both;

    /// <summary>
    /// How far beyond the level the value must return before the next crossing counts; at least 0. With both crossings
    /// the one down happens that much below the level.
    /// </summary>
    public double Margin { get; init; }

    /// <summary>Least time between two alerts; at least zero.</summary>
    public TimeSpan CoolDown { get; init; } = TimeSpan.FromMinutes(15);

    internal void Validate()
    {
        Guard.InRange(Level, double.MinValue, double.MaxValue);
        Guard.NotNegative(Margin);
        Guard.NotNegative(CoolDown.TotalSeconds, nameof(CoolDown));
        if (Crossing is AlertCrossing.None or > AlertCrossing.Both)
        {
            throw new ArgumentOutOfRangeException(
                nameof(Crossing), Crossing, $"Crossing is {Crossing}; expected Up, Down or Both.");
        }
    }
}

/// <summary>A value at a time, forming bars included.</summary>
/// <param name="TimeUtc">Now; UTC; not before the last one.</param>
/// <param name="BarTimeUtc">Opening time of the bar; UTC; not before the last one.</param>
/// <param name="Value">The value, or NaN when it is not available.</param>
public readonly record struct AlertInput(DateTime TimeUtc, DateTime BarTimeUtc, double Value);

/// <summary>Whether to alert.</summary>
/// <param name="TimeUtc">Time of the input; UTC.</param>
/// <param name="Fired">The crossing that fires now; none for silence.</param>
public readonly record struct AlertReading(DateTime TimeUtc, AlertCrossing Fired);

/// <summary>Fires when a value crosses a level: at most once per bar and not again before the cool-down is over.</summary>
/// <remarks>
/// The first value fires nothing, as there is nothing to cross from. NaN fires nothing and forgets no side. A crossing
/// that falls into a bar that has fired or into the cool-down is spent, not postponed: an alert tells of now.
/// For events pass 1 while they hold and 0 otherwise, with a level of one half.
/// </remarks>
public sealed class AlertRule
{
    private readonly AlertRuleOptions _options;
    private DateTime _lastUtc = DateTime.MinValue;
    private DateTime _lastBarUtc = DateTime.MinValue;
    private DateTime _firedUtc = DateTime.MinValue;
    private DateTime _firedBarUtc = DateTime.MinValue;
    private int _side;

    /// <summary>Creates a rule that has seen nothing.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public AlertRule(AlertRuleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
    }

    /// <summary>When it last fired; the beginning of time when it never has.</summary>
    public DateTime FiredUtc => _firedUtc;

    /// <summary>Begins inside the cool-down of an alert that an earlier rule has given.</summary>
    /// <param name="firedUtc">When that was; UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not UTC.</exception>
    public void Resume(DateTime firedUtc) => _firedUtc = Guard.Utc(firedUtc);

    /// <summary>What <see cref="Update"/> would tell; changes nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A time is not UTC or goes backwards.</exception>
    public AlertReading Preview(in AlertInput input)
    {
        NotBefore(input.TimeUtc, _lastUtc, nameof(input.TimeUtc));
        NotBefore(input.BarTimeUtc, _lastBarUtc, nameof(input.BarTimeUtc));
        int side = SideOf(input.Value);
        AlertCrossing crossing = _side < 0 && side > 0 ? AlertCrossing.Up
            : _side > 0 && side < 0 ? AlertCrossing.Down
            : AlertCrossing.None;
        bool isHeard = (crossing & _options.Crossing) != 0
            && input.BarTimeUtc != _firedBarUtc
            && (_firedUtc == DateTime.MinValue || input.TimeUtc - _firedUtc >= _options.CoolDown);
        return new AlertReading(input.TimeUtc, isHeard ? crossing : AlertCrossing.None);
    }

    /// <summary>Commits a value and tells whether to alert.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A time is not UTC or goes backwards.</exception>
    public AlertReading Update(in AlertInput input)
    {
        AlertReading reading = Preview(input);
        _side = SideOf(input.Value);
        _lastUtc = input.TimeUtc;
        _lastBarUtc = input.BarTimeUtc;
        if (reading.Fired != AlertCrossing.None)
        {
            _firedUtc = input.TimeUtc;
            _firedBarUtc = input.BarTimeUtc;
        }

        return reading;
    }

    // -1 below, 1 at or above, 0 unknown. The way back takes the margin, so that trembling at the level is no crossing.
    private int SideOf(double value)
    {
        double up = _options.Crossing == AlertCrossing.Down ? _options.Level + _options.Margin : _options.Level;
        double down = _options.Crossing == AlertCrossing.Down ? _options.Level : _options.Level - _options.Margin;
        return double.IsNaN(value) ? _side
            : _side > 0 ? (value < down ? -1 : 1)
            : _side < 0 ? (value >= up ? 1 : -1)
            : value >= _options.Level ? 1 : -1;
    }

    private static void NotBefore(DateTime timeUtc, DateTime lastUtc, string name)
    {
        if (Guard.Utc(timeUtc, name) < lastUtc)
        {
            throw new ArgumentOutOfRangeException(
                name, timeUtc, string.Create(CultureInfo.InvariantCulture, $"{name} is {timeUtc:O}; expected no time before {lastUtc:O}."));
        }
    }
}
