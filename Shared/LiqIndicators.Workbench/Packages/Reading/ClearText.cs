namespace LiqIndicators.Workbench.Packages.Reading;

/// <summary>Text of unknown origin made fit for a terminal.</summary>
internal static class ClearText
{
    /// <summary>The text with every control character replaced, so that it cannot steer the terminal; <c>-</c> for none.</summary>
    internal static string Of(string? text) =>
        string.IsNullOrEmpty(text) ? "-" : string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
