namespace LiqIndicators.TestKit;

/// <summary>Long counts run reduced by default and in full when <c>LIQ_DEEP=1</c>.</summary>
public static class DeepRun
{
    /// <summary>Whether full counts are asked for.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("LIQ_DEEP") == "1";

    /// <summary>The count to run now.</summary>
    public static int Count(int reduced, int full) => IsOn ? full : reduced;
}
