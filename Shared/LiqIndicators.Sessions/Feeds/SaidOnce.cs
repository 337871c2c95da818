namespace LiqIndicators.Sessions.Feeds;

/// <summary>What was said already, so that what goes on going wrong in the same way does not fill the log.</summary>
internal sealed class SaidOnce
{
    // Reasons that differ in a number alone could be told without end.
    private const int Most = 16;

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>Takes a reason as said; false if it is to be kept back, because it was said before or many others were.</summary>
    public bool TrySay(string reason) => _said.Count < Most && _said.Add(reason);

    /// <summary>Everything is news again.</summary>
    public void Forget() => _said.Clear();
}
