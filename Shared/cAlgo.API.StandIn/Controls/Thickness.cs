using System.Globalization;

namespace cAlgo.API;

public struct Thickness : IEquatable<Thickness>
{
    private static readonly char[] Separators = { ' ', ',' };

    public Thickness(double left, double top, double right, double bottom)
    {
        Left = left;
        Top = top;
        Right = right;
        Bottom = bottom;
    }

    public Thickness(double uniformLength)
        : this(uniformLength, uniformLength, uniformLength, uniformLength)
    {
    }

    public double Left { get; set; }

    public double Top { get; set; }

    public double Right { get; set; }

    public double Bottom { get; set; }

    public static implicit operator Thickness(double uniformLength) => new(uniformLength);

    public static implicit operator Thickness(string value)
    {
        double[] parts = value
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(part => double.Parse(part, CultureInfo.InvariantCulture))
            .ToArray();
        return parts.Length switch
        {
            1 => new Thickness(parts[0]),
            2 => new Thickness(parts[0], parts[1], parts[0], parts[1]),
            4 => new Thickness(parts[0], parts[1], parts[2], parts[3]),
            _ => throw new FormatException($"'{value}' holds {parts.Length} numbers; a Thickness takes 1, 2 or 4."),
        };
    }

    public static bool operator ==(Thickness left, Thickness right) => left.Equals(right);

    public static bool operator !=(Thickness left, Thickness right) => !left.Equals(right);

    public readonly bool Equals(Thickness other) =>
        Left.Equals(other.Left)
        && Top.Equals(other.Top)
        && Right.Equals(other.Right)
        && Bottom.Equals(other.Bottom);

    public override readonly bool Equals(object obj) => obj is Thickness other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(Left, Top, Right, Bottom);
}
