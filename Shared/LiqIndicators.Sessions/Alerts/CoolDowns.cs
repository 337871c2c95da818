using System.Globalization;

namespace LiqIndicators.Sessions.Alerts;

/// <summary>When alerts were last told, as a text that outlasts the algo.</summary>
internal static class CoolDowns
{
    // Raised whenever the text changes its meaning.
    private const string Version = "1";
    private const string Format = "yyyyMMddHHmmss";

    /// <summary>The version and one time per alert.</summary>
    internal static string ToText(DateTime[] firedUtc) =>
        string.Join(' ', firedUtc.Select(time => time.ToString(Format, CultureInfo.InvariantCulture)).Prepend(Version));

    /// <summary>Reads what <see cref="ToText"/> wrote about a number of alerts.</summary>
    internal static bool TryRead(string text, int count, out DateTime[] firedUtc)
    {
        string[] parts = text.Split(' ');
        firedUtc = new DateTime[count];
        if (parts.Length != count + 1 || parts[0] != Version)
        {
            return false;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        for (int i = 0; i < count; i++)
        {
            if (!DateTime.TryParseExact(parts[i + 1], Format, CultureInfo.InvariantCulture, Utc, out firedUtc[i]))
            {
                return false;
            }
        }

        return true;
    }
}
