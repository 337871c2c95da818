namespace LiqIndicators.Sessions.Guarding;

/// <summary>Small texts that survive a restart and that all instances of the algo on a machine share.</summary>
/// <remarks>
/// Keys have at most 50 characters: letters, digits and inner spaces. Writing is not atomic across processes,
/// so what two instances agree on through it is best effort.
/// </remarks>
public interface IJournalStore
{
    /// <summary>The text last written under a key; null when there is none.</summary>
    public string? Read(string key);

    /// <summary>Replaces the text under a key.</summary>
    public void Write(string key, string text);

    /// <summary>Brings what was written to where a crash does not reach it.</summary>
    public void Flush();
}
