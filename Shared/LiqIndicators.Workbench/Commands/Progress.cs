using Spectre.Console;

namespace LiqIndicators.Workbench.Commands;

/// <summary>A progress bar where somebody looks at a terminal; silence where output goes to a file or a program.</summary>
internal static class Progress
{
    /// <summary>Runs work that says how far it got.</summary>
    /// <param name="name">What is going on, in one or two words.</param>
    /// <param name="steps">How many steps it takes.</param>
    /// <param name="work">Calls its argument with the number of steps just done.</param>
    internal static void Run(string name, double steps, Action<Action<double>> work) => Run(name, steps, advance =>
    {
        work(advance);
        return true;
    });

    /// <inheritdoc cref="Run(string, double, Action{Action{double}})"/>
    internal static T Run<T>(string name, double steps, Func<Action<double>, T> work)
    {
        if (Console.IsOutputRedirected)
        {
            return work(_ => { });
        }

        return AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(name, maxValue: steps);
                return work(task.Increment);
            });
    }
}
