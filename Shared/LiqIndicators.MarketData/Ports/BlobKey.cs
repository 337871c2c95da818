namespace LiqIndicators.MarketData.Ports;

/// <summary>The keys that every store takes: the rules of the platform's local storage.</summary>
public static class BlobKey
{
    /// <summary>Most characters of a key.</summary>
    public const int MaxLength = 50;

    /// <summary>Makes a key of words; characters other than ASCII letters and digits become spaces.</summary>
    /// <exception cref="ArgumentException">Nothing is left, or more than <see cref="MaxLength"/> characters are.</exception>
    public static string Of(params string[] words)
    {
        char[] characters = string.Join(' ', words).ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            characters[i] = IsLetterOrDigit(characters[i]) ? characters[i] : ' ';
        }

        string[] parts = new string(characters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Check(string.Join(' ', parts));
    }

    /// <summary>Accepts a key of 1 to 50 ASCII letters, digits and inner spaces.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static string Check(string key)
    {
        bool isValid = key.Length is > 0 and <= MaxLength && key[0] != ' ' && key[^1] != ' '
            && key.All(c => c == ' ' || IsLetterOrDigit(c));
        return isValid
            ? key
            : throw new ArgumentException(
                $"key is \"{key}\"; expected 1 to {MaxLength} letters, digits and inner spaces.", nameof(key));
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
