using System.Globalization;
using System.Numerics;
using Newtonsoft.Json.Linq;

namespace LiqIndicators.MarketData.Json;

/// <summary>A value of a message, read strictly: what is missing, null or of another kind is an error that names it.</summary>
/// <remarks>Numbers and codes come as JSON numbers or as strings; both are read. All errors are <see cref="WireFormatException"/>.</remarks>
public readonly struct WireValue
{
    // Larger than any price, quantity or notional, small enough that the product of two seldom overflows a decimal.
    private const decimal LargestNumber = 1e15m;
    private const int ShownCharacters = 40;

    private static readonly DateTime EarliestUtc = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime LatestUtc = new(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly JToken _token;
    private readonly string? _name;

    internal WireValue(JToken token, string? name = null)
    {
        _token = token;
        _name = name;
    }

    /// <summary>Whether this is an object with named fields.</summary>
    public bool IsObject => _token.Type == JTokenType.Object;

    /// <summary>Whether this is a list.</summary>
    public bool IsList => _token.Type == JTokenType.Array;

    /// <summary>Whether this is a text.</summary>
    public bool IsText => _token.Type == JTokenType.String;

    private string Path => _name is null ? PathOf(_token) : $"{PathOf(_token)} ({_name})";

    /// <summary>A field that must be there.</summary>
    public WireValue Field(string name)
    {
        JToken? value = AsObject()[name];
        if (value is null || value.Type is JTokenType.Null or JTokenType.Undefined)
        {
            string state = value is null ? "missing" : "null";
            throw new WireFormatException($"{PathOf(_token)}.{name} is {state}; expected a value.");
        }

        return new WireValue(value);
    }

    /// <summary>A field that may be absent, null or empty; null in these cases.</summary>
    public WireValue? Optional(string name)
    {
        JToken? value = AsObject()[name];
        bool isAbsent = value is null
            || value.Type is JTokenType.Null or JTokenType.Undefined
            || (value.Type == JTokenType.String && string.IsNullOrWhiteSpace((string?)value));
        return isAbsent ? null : new WireValue(value!);
    }

    /// <summary>The items of a list, in its order.</summary>
    /// <param name="atLeast">Fewest items that make sense.</param>
    public IReadOnlyList<WireValue> Items(int atLeast = 0)
    {
        JArray list = AsList(atLeast);
        WireValue[] items = new WireValue[list.Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = new WireValue(list[i]);
        }

        return items;
    }

    /// <summary>An item of a list whose places have meanings.</summary>
    /// <param name="index">Place, from 0.</param>
    /// <param name="name">What stands there, for messages.</param>
    public WireValue At(int index, string name)
    {
        JArray list = AsList(0);
        if (index >= list.Count || list[index].Type is JTokenType.Null or JTokenType.Undefined)
        {
            string state = index >= list.Count ? "missing" : "null";
            throw new WireFormatException($"{PathOf(_token)}[{index}] ({name}) is {state}; expected a value.");
        }

        return new WireValue(list[index], name);
    }

    /// <summary>An item of such a list that may be null; null in this case.</summary>
    /// <param name="index">Place, from 0.</param>
    /// <param name="name">What stands there, for messages.</param>
    public WireValue? OptionalAt(int index, string name)
    {
        JArray list = AsList(index + 1);
        return list[index].Type is JTokenType.Null or JTokenType.Undefined ? null : new WireValue(list[index], name);
    }

    /// <summary>Says that a list has fewer places than its meanings.</summary>
    public WireValue WithAtLeast(int places)
    {
        AsList(places);
        return this;
    }

    /// <summary>A number, written as one or as text.</summary>
    public decimal Number()
    {
        decimal? number = _token.Type switch
        {
            JTokenType.Integer => ((JValue)_token).Value is BigInteger ? null : (decimal?)(long)_token,
            JTokenType.Float => ((JValue)_token).Value as decimal?,
            JTokenType.String => decimal.TryParse(
                (string?)_token, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal parsed) ? parsed : null,
            _ => null,
        };
        return number is { } value && value is >= -LargestNumber and <= LargestNumber
            ? value
            : throw Refuse("a number");
    }

    /// <summary>A number above 0.</summary>
    public decimal PositiveNumber() => Number() is > 0 and decimal number ? number : throw Refuse("a number > 0");

    /// <summary>A number of at least 0.</summary>
    public decimal NotNegativeNumber() => Number() is >= 0 and decimal number ? number : throw Refuse("a number >= 0");

    /// <summary>A fraction, as of a rate, in [-1, 1].</summary>
    public decimal Fraction() => Number() is >= -1 and <= 1 and decimal number ? number : throw Refuse("a fraction in [-1, 1]");

    /// <summary>A percentage in [-100, 100], as the fraction it means.</summary>
    public decimal PercentAsFraction() =>
        Number() is >= -100 and <= 100 and decimal number ? number / 100 : throw Refuse("a percentage in [-100, 100]");

    /// <summary>A whole number in [0, 1,000,000,000].</summary>
    public int WholeNumber() => Number() is >= 0 and <= 1_000_000_000 and decimal number && decimal.Truncate(number) == number
        ? (int)number
        : throw Refuse("a whole number >= 0");

    /// <summary>A text that says something.</summary>
    public string Text() => _token.Type == JTokenType.String && !string.IsNullOrWhiteSpace((string?)_token)
        ? (string)_token!
        : throw Refuse("a text");

    /// <summary>A code written as a number or as text.</summary>
    public string Code() => _token.Type == JTokenType.Integer
        ? ((JValue)_token).ToString(CultureInfo.InvariantCulture)
        : _token.Type == JTokenType.String ? (string)_token! : throw Refuse("a code");

    /// <summary>Yes or no.</summary>
    public bool Flag() => _token.Type == JTokenType.Boolean ? (bool)_token : throw Refuse("true or false");

    /// <summary>One of two texts.</summary>
    /// <returns>True for the first, false for the second; case does not count.</returns>
    public bool IsFirstOf(string first, string second)
    {
        string text = _token.Type == JTokenType.String ? (string)_token! : string.Empty;
        bool isFirst = text.Equals(first, StringComparison.OrdinalIgnoreCase);
        return isFirst || text.Equals(second, StringComparison.OrdinalIgnoreCase)
            ? isFirst
            : throw Refuse($"\"{first}\" or \"{second}\"");
    }

    /// <summary>A time in milliseconds since 1970.</summary>
    public DateTime Milliseconds() => Since1970(TimeSpan.TicksPerMillisecond, "milliseconds since 1970");

    /// <summary>A time in seconds since 1970.</summary>
    public DateTime Seconds() => Since1970(TimeSpan.TicksPerSecond, "seconds since 1970");

    /// <summary>A time as ISO 8601 text, to the second or with up to seven digits of it; without a zone it counts as UTC.</summary>
    public DateTime Iso()
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        // Exactly: a lenient reader makes a time of today out of "12:34", and a date out of "1.5".
        bool isTime = DateTime.TryParseExact(
            _token.Type == JTokenType.String ? (string?)_token : null,
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            Styles,
            out DateTime time);
        return isTime && time >= EarliestUtc && time < LatestUtc ? time : throw Refuse("an ISO 8601 time");
    }

    /// <summary>The error for this value.</summary>
    /// <param name="expected">What should stand here.</param>
    public WireFormatException Refuse(string expected) => new($"{Path} is {Shown()}; expected {expected}.");

    private static string PathOf(JToken token) => token.Path.Length == 0 ? "body" : token.Path;

    private DateTime Since1970(long ticksPerUnit, string unit)
    {
        decimal amount = Number();
        decimal ticks = amount * ticksPerUnit;
        bool isWhole = decimal.Truncate(amount) == amount;
        // A time in the wrong unit lands in January 1970 or far in the future, so the range also checks the unit.
        return isWhole && ticks >= (EarliestUtc - DateTime.UnixEpoch).Ticks && ticks < (LatestUtc - DateTime.UnixEpoch).Ticks
            ? DateTime.UnixEpoch.AddTicks((long)ticks)
            : throw Refuse($"{unit} (2000 to 2199)");
    }

    private JObject AsObject() => _token as JObject ?? throw Refuse("an object");

    private JArray AsList(int atLeast)
    {
        JArray list = _token as JArray ?? throw Refuse("a list");
        return list.Count >= atLeast
            ? list
            : throw new WireFormatException($"{Path} has {list.Count} items; expected at least {atLeast}.");
    }

    private string Shown()
    {
        if (_token.Type is JTokenType.Object or JTokenType.Array)
        {
            return _token.Type == JTokenType.Object ? "an object" : "a list";
        }

        string text = Convert.ToString(((JValue)_token).Value, CultureInfo.InvariantCulture) ?? "null";
        string shown = text.Length <= ShownCharacters ? text : text[..ShownCharacters] + "...";
        return _token.Type == JTokenType.String ? $"\"{shown}\"" : shown;
    }
}
