using System.Diagnostics;
using LiqIndicators.TestKit;

namespace LiqIndicators.Workbench.Tests.Live;

/// <summary>The built console program as a process of its own.</summary>
internal sealed class LiqProcess : IDisposable
{
    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    // Its own folder: beside the tests lie the assemblies that the tests need.
    private static readonly string Program = Path.Combine(
        Repository.Root, "Shared", "LiqIndicators.Workbench", "bin", Configuration, "net10.0", "liq.dll");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private LiqProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts the program.</summary>
    internal static LiqProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new LiqProcess(Process.Start(start)!);
    }

    /// <summary>Starts the program.</summary>
    internal static LiqProcess Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    /// <summary>Ends it as the system's SIGKILL does, whatever it is doing.</summary>
    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>What it returned and printed.</returns>
    internal (int Code, string Output, string Error) End()
    {
        if (!_process.WaitForExit(Patience))
        {
            Kill();
            throw new InvalidOperationException($"liq did not end in time: {_output.Result} {_error.Result}");
        }

        return (_process.ExitCode, _output.Result, _error.Result);
    }

    /// <summary>Asks it to end, as a service manager does, and waits.</summary>
    internal (int Code, string Output, string Error) Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        return End();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
