using LiqIndicators.MarketData.Venues;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Transports;

/// <summary>Keys of data vendors: from the environment or from a file, never from the command line, where other users could read them.</summary>
/// <param name="files">Files that hold a key each.</param>
internal sealed class VendorKeys(IReadOnlyDictionary<VenueId, FileInfo> files)
{
    private const int LongestKey = 512;

    /// <summary>Name of the environment variable of a vendor.</summary>
    internal static string VariableOf(VenueId venue) => $"LIQ_{venue.ToString().ToUpperInvariant()}_KEY";

    /// <summary>The key of a vendor; the file wins.</summary>
    /// <exception cref="CommandException">There is none, or the file holds something else.</exception>
    internal string Of(VenueId venue)
    {
        if (files.TryGetValue(venue, out FileInfo? file))
        {
            // What the file holds is never shown, not even when it is wrong.
            string text = file.Exists ? File.ReadAllText(file.FullName).Trim() : "";
            return text.Length is > 0 and <= LongestKey && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
                ? text
                : throw new CommandException($"--key-file {venue}: {file.FullName} {(file.Exists ? "holds no key" : "is not there")}; expected one line of 1 to {LongestKey} characters.");
        }

        return Environment.GetEnvironmentVariable(VariableOf(venue)) is { Length: > 0 } key
            ? key.Trim()
            : throw new CommandException($"{venue} needs a key; expected it in the environment variable {VariableOf(venue)} or in a file named by --key-file {venue}=FILE.");
    }
}
