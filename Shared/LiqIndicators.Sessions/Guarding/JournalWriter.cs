using System.Globalization;
using System.Text;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Writes lines of a name and fields, separated by blanks.</summary>
internal sealed class JournalWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Starts a line.</summary>
    public JournalWriter Line(string name)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(name);
        return this;
    }

    /// <summary>Adds a text; blanks and line ends in it are escaped, and so is an empty one.</summary>
    public JournalWriter Add(string text) => Raw(text.Length == 0 ? "%" : Uri.EscapeDataString(text));

    /// <summary>Adds a number so that it reads back the same, NaN and infinity included.</summary>
    public JournalWriter Add(double number) => Raw(number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Adds a whole number.</summary>
    public JournalWriter Add(int number) => Raw(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds yes or no.</summary>
    public JournalWriter Add(bool isTrue) => Raw(isTrue ? "1" : "0");

    /// <summary>Adds a time to the tick.</summary>
    public JournalWriter Add(DateTime timeUtc) => Raw(timeUtc.Ticks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a value of an enumeration by name.</summary>
    public JournalWriter Add<T>(T value)
        where T : struct, Enum => Raw(value.ToString());

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private JournalWriter Raw(string field)
    {
        _text.Append(' ').Append(field);
        return this;
    }
}
