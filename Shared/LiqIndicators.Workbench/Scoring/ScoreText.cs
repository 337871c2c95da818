using System.Globalization;
using LiqIndicators.Analytics.Scoring;

namespace LiqIndicators.Workbench.Scoring;

/// <summary>Figures of a score as text: a figure that is not available says so.</summary>
internal static class ScoreText
{
    internal const string NotAvailable = "n/a";

    internal static string Signed(double value) => Format(value, "+0.0000;-0.0000;0.0000");

    internal static string Share(double value) => Format(value, "0.000");

    internal static string Dollars(double value) => Format(value, "#,##0");

    internal static string Interval(Interval interval) =>
        double.IsNaN(interval.Low) ? NotAvailable : $"[{Signed(interval.Low)}, {Signed(interval.High)}]";

    private static string Format(double value, string format) =>
        double.IsNaN(value) ? NotAvailable : value.ToString(format, CultureInfo.InvariantCulture);
}
