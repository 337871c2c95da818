using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LiqIndicators.Workbench.Commands;

/// <summary>Options that mean the same in several commands.</summary>
internal static class CommonOptions
{
    private static readonly (string Name, TimeSpan Length)[] Periods =
    [
        ("5m", TimeSpan.FromMinutes(5)), ("15m", TimeSpan.FromMinutes(15)), ("1h", TimeSpan.FromHours(1)), ("4h", TimeSpan.FromHours(4)),
    ];

    private static readonly string[] TimeFormats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    internal static Option<DirectoryInfo> Out() => new("--out")
    {
        Description = "Folder for what is written; made if it is not there.",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo("out"),
    };

    internal static Option<string> Theme()
    {
        Option<string> option = new("--theme")
        {
            Description = "Colours of the pictures.",
            HelpName = "dark|light",
            DefaultValueFactory = _ => "dark",
        };
        option.AcceptOnlyFromAmong("dark", "light");
        return option;
    }

    internal static Option<FileInfo?> Html() => new("--html")
    {
        Description = "Also write one page with everything to look at in a browser, offline: candles, bands through time, funding, open interest, risk, states.",
        HelpName = "FILE",
    };

    internal static Option<bool> Json() => new("--json") { Description = "Print the result as JSON and nothing else." };

    internal static Option<int> Seed(int standard) => Number(
        "--seed", "Number that decides everything random; the same seed gives the same market.", standard, 0, int.MaxValue);

    /// <summary>A whole number within bounds.</summary>
    internal static Option<int> Number(string name, string description, int standard, int min, int max) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = argument =>
        {
            string text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= min && value <= max)
            {
                return value;
            }

            argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; expected a whole number from {min} to {max}."));
            return standard;
        },
    };

    internal static Option<DateTime?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "UTC",
        CustomParser = ParseTime,
    };

    /// <summary>Length of bars, all of them multiples of the five minutes that feeds and recordings have.</summary>
    /// <param name="description">What the bars are for.</param>
    internal static Option<TimeSpan> Period(string description) => new("--period")
    {
        Description = description,
        HelpName = string.Join('|', Periods.Select(period => period.Name)),
        DefaultValueFactory = _ => Periods[0].Length,
        CustomParser = argument =>
        {
            string text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
            foreach ((string name, TimeSpan length) in Periods)
            {
                if (name == text)
                {
                    return length;
                }
            }

            argument.AddError($"--period is '{text}'; expected one of {string.Join(", ", Periods.Select(period => period.Name))}.");
            return Periods[0].Length;
        },
    };

    private static DateTime? ParseTime(ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTime.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, Utc, out DateTime time))
        {
            return time;
        }

        argument.AddError($"'{text}' is not a UTC time; expected one like 2026-01-30 or 2026-01-30T14:00Z.");
        return null;
    }
}
