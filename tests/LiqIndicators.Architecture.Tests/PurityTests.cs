namespace LiqIndicators.Architecture.Tests;

/// <summary>What shipped code must not touch, read from the compiled metadata: a suppressed warning would not pass here.</summary>
public sealed class PurityTests
{
    private static readonly string[] ImpureNamespaces =
        ["System.IO.", "System.Net.", "System.Threading.", "System.Diagnostics.Process", "System.Timers.", "Microsoft.Win32."];

    private static readonly string[] ImpureMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
    ];

    // In-memory streams and readers are how a parser and a compressed blob work; files and sockets are not among them.
    private static readonly string[] InMemory =
    [
        "System.IO.MemoryStream", "System.IO.Stream", "System.IO.StringReader", "System.IO.TextReader", "System.IO.StringWriter",
        "System.IO.TextWriter", "System.IO.InvalidDataException", "System.IO.EndOfStreamException", "System.IO.IOException", "System.IO.Compression.",
        "System.IO.BinaryReader", "System.IO.BinaryWriter", "System.IO.StreamReader",
    ];

    public static TheoryData<string> ShippedAssemblies => [.. ProductAssemblies.Shipped, .. ProductAssemblies.Algos];

    [Fact]
    public void Analytics_Types_AreNeitherInputNorOutputNorThreadsNorChance()
    {
        IEnumerable<string> impure = Metadata.TypesUsedBy(ProductAssemblies.PathOf("LiqIndicators.Analytics"))
            .Where(type => ImpureNamespaces.Any(space => type.StartsWith(space, StringComparison.Ordinal))
                || type is "System.Random" or "System.Console" or "System.Environment");

        Assert.Empty(impure);
    }

    [Theory]
    [MemberData(nameof(ShippedAssemblies))]
    public void Shipped_Types_ReachNoFileSocketOrThread(string assembly)
    {
        // Replies arrive on the algo's own thread, and AccessRights.None allows neither files nor sockets.
        IEnumerable<string> impure = Metadata.TypesUsedBy(ProductAssemblies.PathOf(assembly))
            .Where(type => ImpureNamespaces.Any(space => type.StartsWith(space, StringComparison.Ordinal)))
            .Where(type => !InMemory.Any(allowed => type.StartsWith(allowed, StringComparison.Ordinal)))
            .Where(type => type is not "System.Threading.AsyncLocal`1");

        Assert.Empty(impure);
    }

    [Theory]
    [MemberData(nameof(ShippedAssemblies))]
    public void Shipped_Code_ReadsNoClock(string assembly) =>
        Assert.Empty(Metadata.MembersUsedBy(ProductAssemblies.PathOf(assembly)).Intersect(ImpureMembers));

    [Theory]
    [MemberData(nameof(ShippedAssemblies))]
    public void Shipped_Assemblies_TargetWhatThePlatformLoads(string assembly)
    {
        object target = Assert.Single(
            ProductAssemblies.Load(assembly).GetCustomAttributes(typeof(System.Runtime.Versioning.TargetFrameworkAttribute), false));

        Assert.Equal(".NETCoreApp,Version=v6.0", ((System.Runtime.Versioning.TargetFrameworkAttribute)target).FrameworkName);
    }
}
