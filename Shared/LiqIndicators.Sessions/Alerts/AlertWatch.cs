using LiqIndicators.Analytics.Alerts;

namespace LiqIndicators.Sessions.Alerts;

/// <summary>Something worth an alert when it crosses a level.</summary>
/// <typeparam name="TReadings">Readings of a session.</typeparam>
/// <param name="Level">Level whose crossing counts; for events, which are 1 while they hold and 0 otherwise, one half.</param>
/// <param name="Crossing">Crossings that count.</param>
/// <param name="Margin">How far the value must return before the next crossing counts; at least 0.</param>
/// <param name="ValueOf">The value out of readings and the chart's last price; NaN when not available.</param>
/// <param name="TextOf">What to tell; one line.</param>
public sealed record AlertWatch<TReadings>(
    double Level,
    AlertCrossing Crossing,
    double Margin,
    Func<TReadings, double, double> ValueOf,
    Func<TReadings, string> TextOf)
    where TReadings : struct;

/// <summary>Makes watches.</summary>
internal static class AlertWatch
{
    /// <summary>An alert for something that either holds or does not.</summary>
    /// <param name="holds">Whether it holds, out of readings and the chart's last price.</param>
    /// <param name="textOf">What to tell; one line.</param>
    internal static AlertWatch<TReadings> When<TReadings>(Func<TReadings, double, bool> holds, Func<TReadings, string> textOf)
        where TReadings : struct =>
        new(0.5, AlertCrossing.Up, 0, (readings, price) => holds(readings, price) ? 1 : 0, textOf);
}
