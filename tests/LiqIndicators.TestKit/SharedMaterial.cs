namespace LiqIndicators.TestKit;

/// <summary>Reference material that may lie beside the checkout; tests that read it skip with a reason when it is absent.</summary>
public static class SharedMaterial
{
    private static readonly string? Root = Find();

    /// <summary>Whether the reference material lies beside this checkout.</summary>
    public static bool IsHere => Root is not null;

    /// <summary>The reason to give when a test skips.</summary>
    public const string Reason = "The reference material (../shared) is not beside this checkout.";

    /// <summary>Full path of one of its files or folders.</summary>
    /// <exception cref="InvalidOperationException">The material is not here: ask <see cref="IsHere"/> first.</exception>
    public static string PathOf(string relative) =>
        Path.Combine(Root ?? throw new InvalidOperationException(Reason), relative);

    private static string? Find()
    {
        string candidate = Path.Combine(Repository.Root, "..", "shared");
        return File.Exists(Path.Combine(candidate, "data", "README.md")) ? Path.GetFullPath(candidate) : null;
    }
}
