using System.Globalization;

namespace LiqIndicators.Sessions.Presentation;

/// <summary>How numbers are written for traders; one form for each kind, the same in every window.</summary>
public static class NumberText
{
    private static readonly (double Scale, string Unit)[] Units = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")];

    /// <summary>Money with two or three leading digits: <c>$1.2B</c>, <c>$45M</c>, <c>$870</c>; <c>n/a</c> for NaN.</summary>
    /// <param name="notional">Quote currency, taken as dollars.</param>
    public static string Money(double notional)
    {
        if (double.IsNaN(notional))
        {
            return "n/a";
        }

        string sign = notional < 0 ? "-" : "";
        double size = Math.Abs(notional);
        foreach ((double scale, string unit) in Units)
        {
            // 999.95 thousand already reads as a million.
            if (size >= 0.9995 * scale)
            {
                double scaled = size / scale;
                return sign + "$" + scaled.ToString(scaled < 9.995 ? "0.0" : "0", CultureInfo.InvariantCulture) + unit;
            }
        }

        return sign + "$" + size.ToString("0", CultureInfo.InvariantCulture);
    }

    /// <summary>Money with the range around it: <c>$12M (3.1-31)</c>, with units where an end needs its own; <c>n/a</c> for NaN.</summary>
    /// <param name="notional">Quote currency, taken as dollars; at least 0.</param>
    /// <param name="low">Lower end; at least 0.</param>
    /// <param name="high">Upper end; at least the lower one.</param>
    public static string MoneyRange(double notional, double low, double high)
    {
        if (double.IsNaN(notional + low + high))
        {
            return "n/a";
        }

        foreach ((double scale, string _) in Units)
        {
            if (notional >= 0.9995 * scale)
            {
                return high < 999.5 * scale
                    ? $"{Money(notional)} ({End(low / scale)}-{End(high / scale)})"
                    : WithUnits();
            }
        }

        return high < 999.5 ? $"{Money(notional)} ({low.ToString("0", CultureInfo.InvariantCulture)}-{high.ToString("0", CultureInfo.InvariantCulture)})" : WithUnits();

        string WithUnits() => $"{Money(notional)} ({Money(low)}-{Money(high)})";
    }

    /// <summary>A signed percentage with one decimal: <c>-3.1%</c>; <c>n/a</c> for NaN.</summary>
    /// <param name="fraction">0.01 is one percent.</param>
    public static string SignedPercent(double fraction) =>
        double.IsNaN(fraction) ? "n/a" : (100 * fraction).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A plain number with a fixed count of decimals: <c>-0.0125</c>; <c>n/a</c> for NaN.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="decimals">Decimal places; from 0 to 10.</param>
    public static string Fine(double value, int decimals) =>
        double.IsNaN(value) ? "n/a" : value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A share without decimals: <c>12%</c>; <c>n/a</c> for NaN.</summary>
    /// <param name="fraction">0.01 is one percent.</param>
    public static string Share(double fraction) =>
        double.IsNaN(fraction) ? "n/a" : (100 * fraction).ToString("0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A price with the digits of its symbol and a separator for thousands: <c>84,050</c>.</summary>
    /// <param name="price">Quote currency per base unit.</param>
    /// <param name="digits">Decimal places; from 0 to 10.</param>
    public static string Price(double price, int digits) =>
        double.IsNaN(price) ? "n/a" : price.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>How much larger one amount is than the other, larger first: <c>3.2 : 1</c>; <c>n/a</c> when both are 0 or one is NaN.</summary>
    /// <param name="larger">An amount of at least 0.</param>
    /// <param name="smaller">An amount of at least 0.</param>
    public static string Ratio(double larger, double smaller)
    {
        if (double.IsNaN(larger + smaller) || larger <= 0)
        {
            return "n/a";
        }

        double ratio = larger / smaller;
        return ratio >= 99.5 ? "> 99 : 1" : ratio.ToString(ratio < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture) + " : 1";
    }

    /// <summary>A signed share with two decimals: <c>+0.11</c>; <c>n/a</c> for NaN.</summary>
    /// <param name="value">Dimensionless.</param>
    public static string SignedShare(double value) =>
        double.IsNaN(value) ? "n/a" : value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>An age in its largest unit: <c>40 s</c>, <c>12 min</c>, <c>5 h</c>, <c>3 d</c>.</summary>
    /// <param name="age">A length of time of at least zero; null reads <c>n/a</c>.</param>
    public static string Age(TimeSpan? age) => age switch
    {
        null => "n/a",
        { TotalSeconds: < 90 } t => FormattableString.Invariant($"{Math.Max(0, t.TotalSeconds):0} s"),
        { TotalMinutes: < 90 } t => FormattableString.Invariant($"{t.TotalMinutes:0} min"),
        { TotalHours: < 48 } t => FormattableString.Invariant($"{t.TotalHours:0} h"),
        TimeSpan t => FormattableString.Invariant($"{t.TotalDays:0} d"),
    };

    private static string End(double value) => value.ToString(value < 9.95 ? "0.#" : "0", CultureInfo.InvariantCulture);
}
