using System.Globalization;
using System.Reflection;

namespace cAlgo.API;

public sealed partial class Color : IEquatable<Color>
{
    public static readonly Color Empty = new(0);

    private static readonly Lazy<IReadOnlyDictionary<string, Color>> Named = new(ReadNames);

    private readonly uint _argb;

    private Color(uint argb)
    {
        _argb = argb;
    }

    public byte A => (byte)(_argb >> 24);

    public byte R => (byte)(_argb >> 16);

    public byte G => (byte)(_argb >> 8);

    public byte B => (byte)_argb;

    public static implicit operator Color(int argb) => FromArgb(argb);

    public static implicit operator Color(string value) =>
        value.StartsWith('#') ? FromHex(value) : FromName(value);

    public static bool operator ==(Color left, Color right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Color left, Color right) => !(left == right);

    public static Color FromArgb(int argb) => new(unchecked((uint)argb));

    public static Color FromArgb(int alpha, Color baseColor) =>
        FromArgb(alpha, baseColor.R, baseColor.G, baseColor.B);

    public static Color FromArgb(int red, int green, int blue) => FromArgb(255, red, green, blue);

    public static Color FromArgb(int alpha, int red, int green, int blue) =>
        new((Channel(alpha, nameof(alpha)) << 24)
            | (Channel(red, nameof(red)) << 16)
            | (Channel(green, nameof(green)) << 8)
            | Channel(blue, nameof(blue)));

    public static Color FromHex(string hex)
    {
        string digits = hex.StartsWith('#') ? hex[1..] : hex;
        if (digits.Length == 3)
        {
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        }

        if (digits.Length is not (6 or 8)
            || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint argb))
        {
            throw new ArgumentException($"'{hex}' is not a colour; expected #RGB, #RRGGBB or #AARRGGBB.", nameof(hex));
        }

        return new Color(digits.Length == 6 ? argb | 0xFF000000 : argb);
    }

    public static Color FromName(string name) => Named.Value.TryGetValue(name, out Color color)
        ? color
        : throw new ArgumentException($"'{name}' is not the name of a colour.", nameof(name));

    public int ToArgb() => unchecked((int)_argb);

    public string ToHexString() => string.Create(CultureInfo.InvariantCulture, $"#{_argb:X8}");

    public bool Equals(Color other) => other is not null && _argb == other._argb;

    public override bool Equals(object obj) => Equals(obj as Color);

    public override int GetHashCode() => _argb.GetHashCode();

    public override string ToString() => ToHexString();

    private static uint Channel(int value, string name) => value is >= 0 and <= 255
        ? (uint)value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; expected a number in [0, 255].");

    private static Dictionary<string, Color> ReadNames() => typeof(Color)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(
            property => property.Name, property => (Color)property.GetValue(null), StringComparer.OrdinalIgnoreCase);
}
