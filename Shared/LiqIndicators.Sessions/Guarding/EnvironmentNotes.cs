namespace LiqIndicators.Sessions.Guarding;

/// <summary>Says what is not available where the algo runs.</summary>
public static class EnvironmentNotes
{
    /// <summary>One line for the log and the panel; empty when everything is available.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The environment is unknown.</exception>
    public static string For(GuardEnvironment environment) => environment switch
    {
        GuardEnvironment.Desktop => string.Empty,
        GuardEnvironment.Backtest =>
            "Backtest: derivatives data would be today's, not the past's, so the ladder has no risk data; only the backstop and the loss limits act. The journal lives in memory.",
        GuardEnvironment.Cloud =>
            "Cloud: no web requests, so the ladder has no risk data; only the backstop and the loss limits act. The journal is lost when this run ends, and other instances are not seen.",
        GuardEnvironment.CommandLine =>
            "Command line: no chart, so no panel and no button. The input turns the kill switch on; only the button on a chart of this machine lifts it. Pop-ups and sounds are not shown.",
        _ => throw new ArgumentOutOfRangeException(nameof(environment), environment, "Unknown environment."),
    };
}
