using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Commands;

/// <summary>Failures that are the input's or the machine's doing: their message is enough. Anything else is a defect and shows its trace.</summary>
internal static class ExpectedFailure
{
    internal static bool Is(Exception failure) =>
        failure is MarketCsvException or CommandException or IOException or UnauthorizedAccessException;
}
