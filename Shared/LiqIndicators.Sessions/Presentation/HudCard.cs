namespace LiqIndicators.Sessions.Presentation;

/// <summary>What the card on the chart says.</summary>
/// <param name="Title">One short line.</param>
/// <param name="Lines">Short lines, most important first.</param>
/// <param name="IsStale">Whether the data are too old to act on.</param>
public sealed record HudCard(string Title, IReadOnlyList<HudLine> Lines, bool IsStale)
{
    /// <summary>A word beside the title about all of it, such as how far to trust it; empty for none.</summary>
    public HudLine Badge { get; init; } = new("", "", HudTone.Quiet);

    /// <summary>What is still said when the card is folded; empty for nothing.</summary>
    public HudLine Brief { get; init; } = new("", "");
}

/// <summary>One line of the card.</summary>
/// <param name="Name">What the number is, quietly; may be empty.</param>
/// <param name="Value">The number with its unit.</param>
/// <param name="Tone">How to colour it.</param>
public readonly record struct HudLine(string Name, string Value, HudTone Tone = HudTone.Plain)
{
    /// <summary>Whether the line is only shown when the user asks for everything.</summary>
    public bool IsDetail { get; init; }
}

/// <summary>Meaning of a colour on the card.</summary>
public enum HudTone
{
    /// <summary>Neither side, nothing wrong.</summary>
    Plain,

    /// <summary>About long positions.</summary>
    Longs,

    /// <summary>About short positions.</summary>
    Shorts,

    /// <summary>Something the user must know before trusting the rest.</summary>
    Warning,

    /// <summary>Small print.</summary>
    Quiet,

    /// <summary>What the rest went without: small print that is not left out for lack of room.</summary>
    Lack,
}
