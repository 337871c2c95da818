using System.CommandLine;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Tests.Scoring;

/// <summary>Runs a command line in this process.</summary>
internal static class CommandRun
{
    /// <summary>What the command printed; its exceptions come through.</summary>
    internal static string Output(params string[] arguments)
    {
        (int code, string output) = Result(arguments);
        Assert.Equal(ExitCode.Done, code);
        return output;
    }

    /// <summary>What the command returned and printed; its exceptions come through.</summary>
    internal static (int Code, string Output) Result(params string[] arguments)
    {
        ParseResult parsed = LiqCommand.Create().Parse(arguments);
        Assert.Empty(parsed.Errors);
        using StringWriter output = new();
        int code = parsed.Invoke(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }

    /// <summary>What the command line is refused for.</summary>
    internal static IEnumerable<string> Errors(params string[] arguments) =>
        LiqCommand.Create().Parse(arguments).Errors.Select(error => error.Message);
}
