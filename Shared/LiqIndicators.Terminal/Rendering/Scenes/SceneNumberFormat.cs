using System.Globalization;

namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>How a pane writes its numbers.</summary>
/// <param name="Digits">Digits after the point, or null for as many as the axis steps need; in [0, 10].</param>
/// <param name="Prefix">Before the number, such as <c>$</c>.</param>
/// <param name="Suffix">After the number, such as <c>%</c>.</param>
/// <param name="GroupsThousands">Whether thousands are separated.</param>
/// <param name="Abbreviates">Whether thousands, millions and billions become <c>K</c>, <c>M</c> and <c>B</c>.</param>
public sealed record SceneNumberFormat(
    int? Digits = null, string Prefix = "", string Suffix = "", bool GroupsThousands = false, bool Abbreviates = false)
{
    private static readonly (double Size, string Letter)[] Units = [(1e9, "B"), (1e6, "M"), (1e3, "K")];

    /// <summary>The number as text; "-" for NaN.</summary>
    /// <param name="value">A number of the pane's unit.</param>
    /// <param name="digitsIfFree">Digits after the point where <see cref="Digits"/> is null.</param>
    public string Format(double value, int digitsIfFree)
    {
        if (!double.IsFinite(value))
        {
            return "-";
        }

        string letter = "";
        double magnitude = Math.Abs(value);
        int digits = Digits ?? digitsIfFree;
        if (Abbreviates)
        {
            foreach ((double size, string unit) in Units)
            {
                if (magnitude >= size)
                {
                    magnitude /= size;
                    letter = unit;
                    digits = magnitude < 100 && magnitude != Math.Floor(magnitude) ? 1 : 0;
                    break;
                }
            }
        }

        string number = magnitude.ToString((GroupsThousands ? "N" : "F") + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        string sign = value < 0 && number.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? "-" : "";
        return sign + Prefix + number + letter + Suffix;
    }
}
