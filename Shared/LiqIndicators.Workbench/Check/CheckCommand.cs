using System.CommandLine;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Transports;

namespace LiqIndicators.Workbench.Check;

/// <summary><c>liq check</c>: which venues answer from here, and why the others do not.</summary>
internal static class CheckCommand
{
    internal static Command Create()
    {
        VenueOptions venues = new();
        Option<bool> json = CommonOptions.Json();
        Option<int> timeout = CommonOptions.Number("--timeout", "Seconds to wait for requests and streams.", 15, 1, 120);
        Command command = new("check", "Says which venues answer from here, by request and by stream, and why the others do not.") { json, timeout };
        venues.AddTo(command);
        command.SetAction(parsed =>
        {
            using StopSignal stop = new();
            IReadOnlyList<VenueAnswer> answers = new CheckRun(
                venues.Read(parsed), TimeSpan.FromSeconds(parsed.GetValue(timeout))).Go(stop.Token);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.WriteLine(JsonText.Of(answers));
            }
            else
            {
                foreach (VenueAnswer answer in answers)
                {
                    output.WriteLine($"{answer.Venue,-12} {answer.Symbol,-16} requests: {answer.Requests}; stream: {answer.Stream}");
                }
            }

            return answers.All(answer => answer.IsAvailable) ? ExitCode.Done : ExitCode.Incomplete;
        });
        return command;
    }
}

/// <summary>What a venue answers.</summary>
/// <param name="Venue">The venue.</param>
/// <param name="Symbol">The instrument that was asked about.</param>
/// <param name="IsAvailable">Whether it answers with data.</param>
/// <param name="Kind">ok, or the kind of the failure.</param>
/// <param name="Requests">The same for people, with time or reason.</param>
/// <param name="Stream">What became of its stream.</param>
internal sealed record VenueAnswer(string Venue, string Symbol, bool IsAvailable, string Kind, string Requests, string Stream);
