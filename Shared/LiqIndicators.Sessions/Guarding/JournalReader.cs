using System.Globalization;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Reads the lines that <see cref="JournalWriter"/> writes; whatever else it finds is a <see cref="FormatException"/> that says where.</summary>
internal sealed class JournalReader
{
    private readonly string[] _lines;
    private string[] _fields = [];
    private int _line = -1;
    private int _field;

    /// <summary>Splits the text into lines.</summary>
    public JournalReader(string text) => _lines = text.Split('\n');

    /// <summary>Name of the line at hand.</summary>
    public string Name => _fields[0];

    /// <summary>Goes to the next line; false after the last.</summary>
    public bool Next()
    {
        if (++_line >= _lines.Length)
        {
            return false;
        }

        _fields = _lines[_line].Split(' ');
        _field = 0;
        return true;
    }

    /// <summary>The next field as a text.</summary>
    public string Text()
    {
        string field = Field();
        return field == "%" ? string.Empty : Uri.UnescapeDataString(field);
    }

    /// <summary>The next field as a number.</summary>
    public double Number() =>
        double.TryParse(Field(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw Bad("a number");

    /// <summary>The next field as a whole number.</summary>
    public int Whole() =>
        int.TryParse(Field(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : throw Bad("a whole number");

    /// <summary>The next field as yes or no.</summary>
    public bool Flag() => Field() switch
    {
        "1" => true,
        "0" => false,
        _ => throw Bad("0 or 1"),
    };

    /// <summary>The next field as a time; UTC.</summary>
    public DateTime TimeUtc() =>
        long.TryParse(Field(), NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime(ticks, DateTimeKind.Utc)
            : throw Bad("a number of ticks");

    /// <summary>The next field as a value of an enumeration.</summary>
    public T Value<T>()
        where T : struct, Enum =>
        Enum.TryParse(Field(), out T value) && Enum.IsDefined(value) ? value : throw Bad($"a {typeof(T).Name}");

    /// <summary>An error at the field at hand.</summary>
    public FormatException Bad(string expected) => new(FormattableString.Invariant(
        $"Line {_line + 1} '{Name}', field {_field} is '{(_field < _fields.Length ? _fields[_field] : string.Empty)}'; expected {expected}."));

    private string Field() => ++_field < _fields.Length ? _fields[_field] : throw Bad("a field");
}
