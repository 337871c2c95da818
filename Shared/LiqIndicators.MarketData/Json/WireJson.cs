using LiqIndicators.MarketData.Results;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LiqIndicators.MarketData.Json;

/// <summary>The one way from text to fields: bounded, strict, and with every expected failure as a value.</summary>
public static class WireJson
{
    /// <summary>Most characters of a body. The largest known, a list of all instruments, has about two million.</summary>
    public const int MaxCharacters = 16_000_000;

    /// <summary>Deepest nesting of a body.</summary>
    public const int MaxDepth = 32;

    /// <summary>Most tokens of a body.</summary>
    public const int MaxTokens = 1_000_000;

    private static readonly JsonLoadSettings Settings = new()
    {
        // Two values under one name: neither is the one to trust.
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
        LineInfoHandling = LineInfoHandling.Ignore,
    };

    /// <summary>Reads a body.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="source">Name of the endpoint or stream, for the message.</param>
    /// <param name="text">The body.</param>
    /// <param name="read">Takes the value from the fields.</param>
    /// <returns>The value, or <see cref="FetchErrorKind.Unreadable"/> or <see cref="FetchErrorKind.Malformed"/>.</returns>
    public static FetchResult<T> Read<T>(string source, string text, Func<WireValue, T> read) =>
        ReadResult(source, text, root => FetchResult<T>.Ok(read(root)));

    /// <summary>Reads a body that can itself say that the request failed.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="source">Name of the endpoint or stream, for the message.</param>
    /// <param name="text">The body.</param>
    /// <param name="read">Takes the value, or the venue's own error, from the fields.</param>
    /// <returns>The value, the venue's error, <see cref="FetchErrorKind.Unreadable"/> or <see cref="FetchErrorKind.Malformed"/>.</returns>
    public static FetchResult<T> ReadResult<T>(string source, string text, Func<WireValue, FetchResult<T>> read)
    {
        try
        {
            return read(new WireValue(Load(text)));
        }
        catch (JsonException e)
        {
            return FetchResult<T>.Fail(FetchErrorKind.Unreadable, $"{source}: {e.Message}");
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            return FetchResult<T>.Fail(FetchErrorKind.Malformed, $"{source}: {e.Message}");
        }
    }

    private static JToken Load(string text)
    {
        if (text.Length > MaxCharacters)
        {
            throw new JsonReaderException($"The body has {text.Length} characters; expected at most {MaxCharacters}.");
        }

        using StringReader characters = new(text);
        using BoundedJsonReader reader = new(characters, MaxDepth, MaxTokens);
        JToken root = JToken.Load(reader, Settings);
        if (reader.Read())
        {
            throw new JsonReaderException("The body goes on after its end.");
        }

        return root;
    }
}
