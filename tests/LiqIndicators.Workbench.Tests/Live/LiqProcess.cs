using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
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
    internal static readonly string Program = Path.Combine(
        Repository.Root, "Shared", "LiqIndicators.Workbench", "bin", Configuration, "net10.0", "liq.dll");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();

    private LiqProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Take(_error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts the program.</summary>
    internal static LiqProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new LiqProcess(Process.Start(start)!);
    }

    /// <summary>Starts the program in a folder.</summary>
    internal static LiqProcess StartIn(string folder, params string[] arguments) => new(Process.Start(
        new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!);

    /// <summary>Starts the program.</summary>
    internal static LiqProcess Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    /// <summary>Waits until it has printed a number of lines.</summary>
    internal Task Printed(int lines) => Until(() => _output.Count >= lines, $"{lines} lines");

    /// <summary>Waits until it has done something.</summary>
    /// <param name="isDone">Whether it has.</param>
    /// <param name="what">What, for the message of a test that fails.</param>
    internal async Task Until(Func<bool> isDone, string what)
    {
        for (Stopwatch waited = Stopwatch.StartNew(); !isDone(); await Task.Delay(50))
        {
            Assert.True(
                waited.Elapsed < Patience && !_process.HasExited, $"No {what} of liq. {string.Join('\n', _output)} {string.Join('\n', _error)}");
        }
    }

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
        bool hasEnded = _process.WaitForExit(Patience);
        if (!hasEnded)
        {
            Kill();
        }

        // Without a limit of time it also waits for the last lines.
        _process.WaitForExit();
        string output = string.Join('\n', _output);
        string error = string.Join('\n', _error);
        Assert.True(hasEnded, $"liq did not end in time: {output} {error}");
        return (_process.ExitCode, output, error);
    }

    /// <summary>Skips a test that needs <see cref="Terminate"/> where no program can be asked to end from outside.</summary>
    internal static void SkipWithoutTermination() =>
        Skip.If(OperatingSystem.IsWindows(), "Windows has no signal that asks a program of another console to end.");

    /// <summary>Asks it to end, as a service manager does, and waits.</summary>
    internal (int Code, string Output, string Error) Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
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

    private static void Take(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
