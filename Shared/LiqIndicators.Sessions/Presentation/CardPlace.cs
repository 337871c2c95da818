using System.Globalization;

namespace LiqIndicators.Sessions.Presentation;

/// <summary>Where the card lies on the chart and how much of it is shown.</summary>
/// <param name="X">Pixels from the left edge of the chart; at least 0.</param>
/// <param name="Y">Pixels from its upper edge; at least 0.</param>
/// <param name="IsFolded">Whether only its title is shown.</param>
/// <param name="ShowsDetails">Whether all lines are shown when it is not folded, not only those that matter at a glance.</param>
public readonly record struct CardPlace(double X, double Y, bool IsFolded, bool ShowsDetails)
{
    // Raised whenever the text below changes its meaning.
    private const string Version = "2";

    // Larger than any screen.
    private const double Farthest = 20_000;

    private static readonly string[] Words = ["short", "long", "folded", "folded-long"];

    /// <summary>Below the chart's own title, with the lines that matter.</summary>
    public static readonly CardPlace Standard = new(10, 34, false, false);

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">The place; the standard one when the text is something else.</param>
    /// <returns>Whether the text is of this version and undamaged.</returns>
    public static bool TryRead(string text, out CardPlace place)
    {
        place = Standard;
        string[] parts = text.Split(' ');
        if (parts.Length != 4 || parts[0] != Version || Array.IndexOf(Words, parts[3]) is not (>= 0 and int word)
            || !TryRead(parts[1], out double x) || !TryRead(parts[2], out double y))
        {
            return false;
        }

        place = new CardPlace(x, y, word >= 2, word % 2 == 1);
        return true;
    }

    /// <summary>A text to keep.</summary>
    public string ToText() => FormattableString.Invariant($"{Version} {X:0} {Y:0} {Words[(IsFolded ? 2 : 0) + (ShowsDetails ? 1 : 0)]}");

    private static bool TryRead(string text, out double pixels) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out pixels) && pixels <= Farthest;
}
