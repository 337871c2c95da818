using System.Globalization;
using System.Runtime.CompilerServices;

namespace LiqIndicators.Analytics;

/// <summary>Checks of arguments: each returns its argument or names it, its value and what was expected. NaN never passes.</summary>
public static class Guard
{
    /// <summary>Accepts finite numbers above zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN, infinite or not above 0.</exception>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && value <= double.MaxValue ? value : throw Refuse(value, "a finite number > 0", name);

    /// <summary>Accepts finite numbers of at least zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN, infinite or below 0.</exception>
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 && value <= double.MaxValue ? value : throw Refuse(value, "a finite number >= 0", name);

    /// <summary>Accepts numbers in the closed interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or outside [<paramref name="min"/>, <paramref name="max"/>].</exception>
    public static double InRange(
        double value, double min, double max, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= min && value <= max ? value : throw Refuse(value, min, max, name);

    /// <summary>Accepts whole numbers in the closed interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is outside [<paramref name="min"/>, <paramref name="max"/>].</exception>
    public static int InRange(
        int value, int min, int max, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= min && value <= max ? value : throw Refuse(value, min, max, name);

    /// <summary>Accepts times that say they are UTC.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind of <paramref name="timeUtc"/> is not <see cref="DateTimeKind.Utc"/>.</exception>
    public static DateTime Utc(DateTime timeUtc, [CallerArgumentExpression(nameof(timeUtc))] string? name = null) =>
        timeUtc.Kind == DateTimeKind.Utc ? timeUtc : throw RefuseKind(timeUtc, name);

    private static ArgumentOutOfRangeException RefuseKind(DateTime timeUtc, string? name) => new(
        name, timeUtc, string.Create(CultureInfo.InvariantCulture, $"{name} is {timeUtc:O} of kind {timeUtc.Kind}; expected a UTC time."));

    private static ArgumentOutOfRangeException Refuse(double value, double min, double max, string? name) =>
        Refuse(value, string.Create(CultureInfo.InvariantCulture, $"a number in [{min}, {max}]"), name);

    private static ArgumentOutOfRangeException Refuse(double value, string expected, string? name) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; expected {expected}."));
}
