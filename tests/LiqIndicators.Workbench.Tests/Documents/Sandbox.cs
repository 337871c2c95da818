using System.Diagnostics;
using LiqIndicators.FakeExchange.Hosting;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Packing;
using LiqIndicators.Workbench.Recordings;
using LiqIndicators.Workbench.Tests.Live;
using LiqIndicators.Workbench.Tests.Packages;
using LiqIndicators.Workbench.Tests.Report;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Documents;

/// <summary>A folder in which a documented command finds the files that its example names, and venues on this machine in the place of the exchanges.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private FakeExchangeHost? _venues;

    internal string PathOf(string name) => _folder.PathOf(name);

    internal bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>Runs the built program here, with what the line hands to it and more.</summary>
    /// <returns>What it printed; it must return 0.</returns>
    internal string Run(string line, params string[] more)
    {
        // 'dotnet run' would only build the program again before it starts it.
        (int code, string output) = DotNetTool.Run(PathOf("."), [LiqProcess.Program, .. CommandLine.LiqArguments(line)!, .. more]);
        Assert.True(code == 0, $"'{line}' returned {code}: {output}");
        return output;
    }

    /// <summary>Runs the built program here until it has printed some lines, and then ends it as a user does.</summary>
    internal async Task<string> RunUntil(int lines, string line, params string[] more)
    {
        LiqProcess.SkipWithoutTermination();
        using LiqProcess process = LiqProcess.StartIn(PathOf("."), [.. CommandLine.LiqArguments(line)!, .. more]);
        await process.Printed(lines);
        (int code, string output, string error) = process.Terminate();
        Assert.True(code == 0, $"'{line}' returned {code}: {error}");
        return output;
    }

    /// <summary>Runs any program here.</summary>
    /// <returns>What it printed; it must return 0. Null where this machine does not have it.</returns>
    internal string? RunProgram(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = PathOf("."), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (KeyValuePair<string, string> setting in environment ?? new Dictionary<string, string>())
        {
            start.Environment[setting.Key] = setting.Value;
        }

        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} returned {process.ExitCode}: {output}");
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Options that lead to venues on this machine.</summary>
    internal async Task<string[]> Addresses(params VenueId[] venues)
    {
        _venues ??= await FakeExchangeHost.StartAsync();
        return [.. venues.SelectMany(venue => new[] { "--base-url", $"{venue}={_venues.AddressOf(venue)}" })];
    }

    /// <summary>Writes a recording of some hours; scores need months, pictures do not.</summary>
    internal void WriteMarket(string name, int hours = int.MaxValue) => MarketCsvWriter.Write(PathOf(name), ReportMarkets.Made().Bars.Take(hours));

    /// <summary>Writes what a release holds: here one file of the layout of a package, and its sum.</summary>
    internal void WritePackages(string folder)
    {
        string packed = Directory.CreateDirectory(PathOf(folder)).FullName;
        File.WriteAllBytes(Path.Combine(packed, "LiquidationBands.algo"), AlgoBytes.Of(AlgoBytes.Bands));
        Checksums.Write(packed, ["LiquidationBands.algo"]);
    }

    /// <summary>A NuGet source with a build package of the official name, for every algo.</summary>
    /// <returns>Settings by which a build started here knows it.</returns>
    internal IReadOnlyDictionary<string, string> WriteFeed()
    {
        PackageFeed feed = new(PathOf("."), Official);
        Array.ForEach([.. Workbench.Packages.Algos.AlgoProject.FindAll(Repository.Root)], algo => feed.LayReady(algo));
        return feed.Properties;
    }

    public async ValueTask DisposeAsync()
    {
        if (_venues is not null)
        {
            await _venues.DisposeAsync();
        }

        _folder.Dispose();
    }

    // The version that the build asks for.
    private static string Official =>
        System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("CTraderAutomateVersion").Single().Value;
}
