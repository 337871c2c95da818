using LiqIndicators.Workbench.Packages.Reading;

namespace LiqIndicators.Workbench.Packages;

/// <summary>A reading for other programs.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="State">readable, version1, damaged or notAnAlgo.</param>
/// <param name="Reason">Why it is not readable; null when it is.</param>
/// <param name="FileBytes">Length of the file.</param>
/// <param name="PayloadBytes">Length of its encrypted part.</param>
/// <param name="FullTrust">Whether it asks for full access.</param>
/// <param name="Metadata">As the package has it.</param>
internal sealed record InspectJson(
    string File, string State, string? Reason, long FileBytes, long PayloadBytes, bool FullTrust, AlgoMetadata? Metadata)
{
    internal static InspectJson Of(string file, AlgoReading reading) => new(
        file,
        reading.State switch
        {
            AlgoFileState.Readable => "readable",
            AlgoFileState.Version1 => "version1",
            AlgoFileState.Damaged => "damaged",
            _ => "notAnAlgo",
        },
        reading.Reason,
        reading.FileBytes,
        reading.PayloadBytes,
        reading.Metadata?.AsksForFullTrust == true,
        reading.Metadata);
}
