namespace LiqIndicators.MarketData.Ports;

/// <summary>How long a message of a stream may be, whichever transport brings it.</summary>
public static class StreamLimit
{
    /// <summary>Most characters of a message. The longest that venues send for one instrument, a first state, has some thousands.</summary>
    public const int MostCharacters = 1_000_000;

    /// <summary>Bytes beyond which a message has more characters than that: no character takes more than three.</summary>
    public const long MostBytes = 3L * MostCharacters;

    /// <summary>Why a message is not taken, with its length and the limit; null when it is.</summary>
    /// <param name="characters">Its length.</param>
    public static string? Refusal(int characters) => characters > MostCharacters
        ? FormattableString.Invariant($"a message of {characters} characters was dropped; expected at most {MostCharacters}")
        : null;
}
