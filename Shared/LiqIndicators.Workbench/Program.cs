using System.CommandLine;
using LiqIndicators.Workbench.Commands;

return Run(args);

static int Run(string[] args)
{
    ParseResult command = LiqCommand.Create().Parse(args);
    if (command.Errors.Count > 0)
    {
        foreach (System.CommandLine.Parsing.ParseError error in command.Errors)
        {
            Console.Error.WriteLine($"liq: {error.Message}");
        }

        Console.Error.WriteLine("liq: 'liq --help' lists the commands, 'liq COMMAND --help' the options of one.");
        return ExitCode.Usage;
    }

    try
    {
        return command.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
    catch (Exception e) when (ExpectedFailure.Is(e))
    {
        Console.Error.WriteLine($"liq: {e.Message}");
        return ExitCode.Failed;
    }
}
