namespace LiqIndicators.Sessions.Memory;

/// <summary>FNV-1a, 64 bits: finds damage and tells names apart; it is no protection against intent.</summary>
internal static class Checksum
{
    internal static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in bytes)
        {
            hash = (hash ^ b) * 1099511628211;
        }

        return hash;
    }
}
