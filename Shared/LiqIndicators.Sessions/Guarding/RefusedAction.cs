namespace LiqIndicators.Sessions.Guarding;

/// <summary>A position or order that was left alone, and why.</summary>
/// <param name="Id">Number of the position or order; 0 when the refusal concerns all.</param>
/// <param name="Why">The reason.</param>
/// <param name="UntilUtc">When it may end; default when that is not known.</param>
public readonly record struct RefusedAction(int Id, Refusal Why, DateTime UntilUtc = default)
{
    /// <summary>One line for the panel.</summary>
    public override string ToString()
    {
        string until = UntilUtc == default ? string.Empty : FormattableString.Invariant($" until {UntilUtc:HH:mm:ss} UTC");
        return Id == 0 ? $"{Why}{until}" : FormattableString.Invariant($"{Id}: {Why}{until}");
    }
}
