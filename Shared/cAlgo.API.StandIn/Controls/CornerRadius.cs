using System.Globalization;

namespace cAlgo.API;

public struct CornerRadius : IEquatable<CornerRadius>
{
    private static readonly char[] Separators = { ' ', ',' };

    public CornerRadius(double topLeft, double topRight, double bottomRight, double bottomLeft)
    {
        TopLeft = topLeft;
        TopRight = topRight;
        BottomRight = bottomRight;
        BottomLeft = bottomLeft;
    }

    public CornerRadius(double uniformRadius)
        : this(uniformRadius, uniformRadius, uniformRadius, uniformRadius)
    {
    }

    public double TopLeft { get; set; }

    public double TopRight { get; set; }

    public double BottomRight { get; set; }

    public double BottomLeft { get; set; }

    public static implicit operator CornerRadius(double uniformRadius) => new(uniformRadius);

    public static implicit operator CornerRadius(string value)
    {
        double[] parts = value
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(part => double.Parse(part, CultureInfo.InvariantCulture))
            .ToArray();
        return parts.Length switch
        {
            1 => new CornerRadius(parts[0]),
            4 => new CornerRadius(parts[0], parts[1], parts[2], parts[3]),
            _ => throw new FormatException($"'{value}' holds {parts.Length} numbers; a CornerRadius takes 1 or 4."),
        };
    }

    public static bool operator ==(CornerRadius left, CornerRadius right) => left.Equals(right);

    public static bool operator !=(CornerRadius left, CornerRadius right) => !left.Equals(right);

    public readonly bool Equals(CornerRadius other) =>
        TopLeft.Equals(other.TopLeft)
        && TopRight.Equals(other.TopRight)
        && BottomRight.Equals(other.BottomRight)
        && BottomLeft.Equals(other.BottomLeft);

    public override readonly bool Equals(object obj) => obj is CornerRadius other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(TopLeft, TopRight, BottomRight, BottomLeft);
}
