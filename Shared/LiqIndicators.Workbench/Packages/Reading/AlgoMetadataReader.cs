using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LiqIndicators.Workbench.Packages.Reading;

/// <summary>Takes the metadata of a package from their JSON, within a given room: what is not asked for takes none.</summary>
/// <remarks>
/// A value is taken for text whatever it is: a text as it is, a list joined with commas, anything else as it is written. Names count without regard to case
/// and however they are escaped: what a package asks for must not be hidden by its spelling. Of two of one name the last counts.
/// </remarks>
internal ref struct AlgoMetadataReader
{
    // What an object, or an item and the growth of its list, take; upwards.
    private const int ObjectBytes = 256;
    private const int TextBytes = 64;

    // Longer than any name that is asked for, escapes included.
    private const int LongestName = 120;

    private static readonly string[] Names =
    [
        "ApiVersion", "Timestamp", "Flags", "TargetFramework", "Capabilities", "Types", "FriendlyName", "TypeName", "AssemblyName", "TimeZone", "IsOverlay", "Levels",
        "Lines", "Parameters", "PropertyName", "Name", "ParameterType", "GroupName", "MinValue", "MaxValue", "Step", "DefaultValue", "EnumValues", "Description",
    ];

    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _json;
    private long _room;

    // Where the reader is: a type of the package, an item of one of its lists, a field.
    private int _type = -1;
    private string? _list;
    private int _item;
    private string? _field;

    private AlgoMetadataReader(ReadOnlySpan<byte> bytes, long room)
    {
        _bytes = bytes;
        _json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 32 });
        _room = room;
    }

    private delegate TItem? ItemReader<TItem>(ref AlgoMetadataReader reader, int index);

    private readonly string Where => string.Concat(
        _type < 0 ? "$" : string.Create(CultureInfo.InvariantCulture, $"$.Types[{_type}]"),
        _list is null ? "" : string.Create(CultureInfo.InvariantCulture, $".{_list}[{_item}]"),
        _field is null ? "" : "." + _field);

    /// <summary>Reads the metadata; null when they are null.</summary>
    /// <param name="bytes">The JSON.</param>
    /// <param name="room">Bytes that may be taken.</param>
    /// <exception cref="JsonException">It is not JSON, not of this shape, or needs more room; the path says where.</exception>
    internal static AlgoMetadata? Read(ReadOnlySpan<byte> bytes, long room)
    {
        AlgoMetadataReader reader = new(bytes, room);
        try
        {
            reader.Next();
            AlgoMetadata? metadata = reader.Metadata();

            // Refuses anything but the end.
            reader._json.Read();
            return metadata;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter for a text that is none: half a surrogate, or bytes that are not UTF-8.
            throw new JsonException(e.Message, reader.Where, null, null);
        }
    }

    private AlgoMetadata? Metadata()
    {
        if (!Begins())
        {
            return null;
        }

        string?[] values = new string?[5];
        IReadOnlyList<AlgoTypeMetadata>? types = null;
        while (NextField())
        {
            switch (_field)
            {
                case "ApiVersion": values[0] = Text(); break;
                case "Timestamp": values[1] = Text(); break;
                case "Flags": values[2] = Text(); break;
                case "TargetFramework": values[3] = Text(); break;
                case "Capabilities": values[4] = Text(); break;
                case "Types": types = Items<AlgoTypeMetadata>(static (ref reader, index) => reader.Type(index)); break;
                default: _json.Skip(); break;
            }
        }

        return new AlgoMetadata
        {
            ApiVersion = values[0], Timestamp = values[1], Flags = values[2], TargetFramework = values[3], Capabilities = values[4], Types = types,
        };
    }

    private AlgoTypeMetadata? Type(int index)
    {
        _type = index;
        AlgoTypeMetadata? type = null;
        if (Begins())
        {
            type = new AlgoTypeMetadata();
            while (NextField())
            {
                switch (_field)
                {
                    case "FriendlyName": type.FriendlyName = Text(); break;
                    case "TypeName": type.TypeName = Text(); break;
                    case "AssemblyName": type.AssemblyName = Text(); break;
                    case "TimeZone": type.TimeZone = Text(); break;
                    case "IsOverlay": type.IsOverlay = Text(); break;
                    case "Levels": type.Levels = Text(); break;
                    case "Capabilities": type.Capabilities = Text(); break;
                    case "Lines": type.Lines = Listed("Lines", static (ref reader, index) => reader.Line(index)); break;
                    case "Parameters": type.Parameters = Listed("Parameters", static (ref reader, index) => reader.Parameter(index)); break;
                    default: _json.Skip(); break;
                }
            }
        }

        _type = -1;
        _field = "Types";
        return type;
    }

    private AlgoLineMetadata? Line(int index)
    {
        _item = index;
        if (!Begins())
        {
            return null;
        }

        AlgoLineMetadata line = new();
        while (NextField())
        {
            switch (_field)
            {
                case "PropertyName": line.PropertyName = Text(); break;
                case "FriendlyName": line.FriendlyName = Text(); break;
                case "Name": line.Name = Text(); break;
                default: _json.Skip(); break;
            }
        }

        return line;
    }

    private AlgoParameterMetadata? Parameter(int index)
    {
        _item = index;
        if (!Begins())
        {
            return null;
        }

        AlgoParameterMetadata parameter = new();
        while (NextField())
        {
            switch (_field)
            {
                case "ParameterType": parameter.ParameterType = Text(); break;
                case "PropertyName": parameter.PropertyName = Text(); break;
                case "FriendlyName": parameter.FriendlyName = Text(); break;
                case "GroupName": parameter.GroupName = Text(); break;
                case "MinValue": parameter.MinValue = Text(); break;
                case "MaxValue": parameter.MaxValue = Text(); break;
                case "Step": parameter.Step = Text(); break;
                case "DefaultValue": parameter.DefaultValue = Text(); break;
                case "EnumValues": parameter.EnumValues = Text(); break;
                case "Description": parameter.Description = Text(); break;
                default: _json.Skip(); break;
            }
        }

        return parameter;
    }

    private List<TItem>? Listed<TItem>(string list, ItemReader<TItem> read)
    {
        if (_json.TokenType == JsonTokenType.StartArray)
        {
            _list = list;
            _field = null;
        }

        List<TItem>? items = Items(read);
        _list = null;
        return items;
    }

    private List<TItem>? Items<TItem>(ItemReader<TItem> read)
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Expect(JsonTokenType.StartArray, "a list");
        Take(ObjectBytes);
        List<TItem> items = [];
        for (Next(); _json.TokenType != JsonTokenType.EndArray; Next())
        {
            // An item that is null is kept as one.
            items.Add(read(ref this, items.Count)!);
            Take(ObjectBytes);
        }

        return items;
    }

    /// <summary>Whether an object begins here; not when there is a null.</summary>
    private bool Begins()
    {
        _field = null;
        if (_json.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        Expect(JsonTokenType.StartObject, "an object");
        Take(ObjectBytes);
        return true;
    }

    /// <summary>Goes to the value of the next field; false at the end of the object.</summary>
    private bool NextField()
    {
        Next();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            _field = null;
            return false;
        }

        _field = NameHere();
        Next();
        return true;
    }

    private string? NameHere()
    {
        if (_json.ValueSpan.Length > LongestName)
        {
            return null;
        }

        Span<byte> name = stackalloc byte[LongestName];
        name = name[.._json.CopyString(name)];
        foreach (string known in Names)
        {
            if (Ascii.EqualsIgnoreCase(name, known))
            {
                return known;
            }
        }

        return null;
    }

    private string? Text()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return TextHere();
            case JsonTokenType.StartArray:
                return Joined();
            default:
                return Raw();
        }
    }

    private string TextHere()
    {
        Take(TextBytes + (2 * _json.ValueSpan.Length));
        return _json.GetString()!;
    }

    /// <summary>The value as it is written.</summary>
    private string Raw()
    {
        int start = (int)_json.TokenStartIndex;
        _json.Skip();
        ReadOnlySpan<byte> written = _bytes[start..(int)_json.BytesConsumed];
        Take(TextBytes + (2 * written.Length));
        return Encoding.UTF8.GetString(written);
    }

    private string Joined()
    {
        // Length first, for the room: the texts, what joins them and the whole.
        Utf8JsonReader ahead = _json;
        ahead.Skip();
        Take(ObjectBytes + (8 * (ahead.BytesConsumed - _json.TokenStartIndex)));
        StringBuilder text = new((int)(ahead.BytesConsumed - _json.TokenStartIndex));
        for (Next(); _json.TokenType != JsonTokenType.EndArray; Next())
        {
            text.Append(text.Length > 0 ? ", " : "").Append(_json.TokenType == JsonTokenType.String ? TextHere() : Raw());
        }

        return text.ToString();
    }

    private void Next()
    {
        if (!_json.Read())
        {
            throw new JsonException("It ends too early.");
        }
    }

    private readonly void Expect(JsonTokenType type, string what)
    {
        if (_json.TokenType != type)
        {
            throw new JsonException($"{_json.TokenType} instead of {what}.");
        }
    }

    private void Take(long bytes)
    {
        _room -= bytes;
        if (_room < 0)
        {
            throw new JsonException("It needs more memory than the file is long.");
        }
    }
}
