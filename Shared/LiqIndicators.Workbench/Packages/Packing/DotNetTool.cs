using System.Diagnostics;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>Runs the .NET SDK.</summary>
internal static class DotNetTool
{
    /// <summary>Runs <c>dotnet</c> with arguments and gives back what it returned and printed.</summary>
    internal static (int ExitCode, string Output) Run(string folder, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Settings of a build or test that this program runs in must not reach the build that it starts.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using Process process = Process.Start(start) ?? throw new IOException("dotnet did not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
