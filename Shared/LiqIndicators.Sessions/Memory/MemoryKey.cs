using System.Text;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Memory;

/// <summary>Keys for what an algo remembers about one broker, symbol or time frame.</summary>
public static class MemoryKey
{
    /// <summary>A key that no other topic or list of names shares, whatever characters and lengths the names have.</summary>
    /// <param name="topic">What is remembered; up to 30 letters, digits and spaces.</param>
    /// <param name="names">Names of broker, symbol, time frame, as they are.</param>
    /// <exception cref="ArgumentException">The topic has no letter or digit, or is too long.</exception>
    public static string Of(string topic, params string[] names)
    {
        // Lengths come first, so that "AB", "C" is not "A", "BC".
        string text = string.Concat(names.Select(name => FormattableString.Invariant($"{name.Length}:{name}")));
        return BlobKey.Of(topic, Checksum.Of(Encoding.UTF8.GetBytes(text)).ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
    }
}
