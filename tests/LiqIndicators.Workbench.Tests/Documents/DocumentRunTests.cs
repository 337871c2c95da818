using System.Text.Json;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Packing;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Documents;

/// <summary>
/// Every command of the documents is run, in a folder of its own. As it stands, but for this: <c>dotnet run</c> of the console is its built program; exchanges
/// are venues on loopback, by <c>--base-url</c>; a terminal's folder is one of the sandbox; what runs until it is stopped is stopped.
/// In the deep run only: pictures, packing everything, benchmarks, and scores in full, which otherwise run on one seed; for packing see
/// PackEndToEndTests, for pictures PictureRunTests. <c>dotnet test</c> of everything is what the gate runs; it reads the line from the README.
/// </summary>
[Collection(ScoreRuns.Name)]
public sealed class DocumentRunTests
{
    private const string Benchmarks = "dotnet run -c Release --project tests/LiqIndicators.Benchmarks -- --filter ";

    private static readonly VenueId[] Five = [VenueId.Binance, VenueId.Bybit, VenueId.Okx, VenueId.Hyperliquid, VenueId.BitMex];
    private static readonly VenueId[] Two = [VenueId.Binance, VenueId.Bybit];

    private static readonly Dictionary<string, Func<Sandbox, string, Task>> Runs = new()
    {
        ["dotnet run --configuration Release --project Shared/LiqIndicators.Workbench -- demo"] = Now(static (box, line) =>
            Assert.All(["out/before-fall.png", "out/after-fall.png", "out/end.png", "out/summary.txt"], file => Leaves(box, line, file))),
        ["liq --version"] = Now(static (box, line) => Assert.Matches(@"^\d+\.\d+\.\d+", box.Run(line))),
        ["liq demo --guard Armed"] = Now(static (box, line) => Assert.Contains("Armed: a long of leverage 8", box.Run(line), StringComparison.Ordinal)),
        ["liq demo --guard Monitor"] = Now(static (box, line) => Assert.Contains("with 0 orders", box.Run(line), StringComparison.Ordinal)),
        ["liq pictures"] = Deep(static (box, line) => Leaves(box, line, "out/liquidation-bands-dark.png")),
        ["liq replay --data FILE.csv"] = Now(static (box, line) => Replay(box, line, "out/end.png")),
        ["liq replay --data FILE.csv --html out/replay.html"] = Now(static (box, line) => Replay(box, line, "out/replay.html")),
        ["liq check --symbol BTCUSDT"] = static async (box, line) =>
            Assert.DoesNotContain("GeoBlocked", box.Run(line, await box.Addresses(Five)), StringComparison.Ordinal),
        ["liq live --symbol BTCUSDT --once --json"] = static async (box, line) => Assert.Equal(
            Five.Length, JsonDocument.Parse(box.Run(line, await box.Addresses(Five))).RootElement.GetProperty("venues").GetArrayLength()),
        ["liq live --symbol BTCUSDT --venues binance,bybit"] = static async (box, line) =>
            Assert.NotEmpty(await box.RunUntil(3, line, await box.Addresses(Two))),
        ["liq record --symbol BTCUSDT --venues binance,bybit --store market.db"] = static async (box, line) =>
        {
            await box.RunUntil(1, line, await box.Addresses(Two));
            Assert.True(box.Has("market.db"));
        },
        ["liq export --store market.db --out market.csv"] = static async (box, line) =>
        {
            box.Run("liq record --symbol BTCUSDT --venues binance,bybit --store market.db", ["--once", "--days", "1", .. await box.Addresses(Two)]);
            Leaves(box, line, "market.csv");
        },
        ["liq score map --data market.csv"] = Now(static (box, line) => Score(box, line)),
        ["liq score cascade --data market.csv"] = Now(static (box, line) => Score(box, line)),
        ["liq score sim --seeds 1..20"] = Now(static (box, line) => box.Run(DeepRun.IsOn ? line : "liq score sim --seeds 1..1")),
        ["liq score sim"] = Deep(static (box, line) => box.Run(line)),
        ["liq score guard --seeds 1..200"] = Now(static (box, line) => box.Run(DeepRun.IsOn ? line : "liq score guard --seeds 1..1")),
        ["liq inspect LiquidationBands.algo"] = Now(static (box, line) =>
        {
            box.WritePackages(".");
            Assert.Contains("full access  no", box.Run(line), StringComparison.Ordinal);
        }),
        ["sha256sum --check SHA256SUMS"] = Now(static (box, line) =>
        {
            box.WritePackages(".");
            Assert.Equal("LiquidationBands.algo: OK", (box.RunProgram("sha256sum", line.Split(' ')[1..]) ?? "LiquidationBands.algo: OK").Trim());
        }),
        ["liq install"] = Now(static (box, line) => Install(box, line, "--to", "cAlgo")),
        ["liq install --to DIR"] = Now(static (box, line) => Install(box, line)),
        ["liq install --undo"] = Now(static (box, line) =>
        {
            Install(box, "liq install", "--to", "cAlgo");
            Assert.Contains("removed ", box.Run(line, "--to", "cAlgo"), StringComparison.Ordinal);
        }),
        ["packaging/pack.sh"] = Deep(static (box, line) => Pack(box, "sh", [Path.Combine(Repository.Root, "packaging", "pack.sh")])),
        ["liq pack"] = Deep(static (box, line) => Pack(box, "dotnet", [Live.LiqProcess.Program, "pack", "--root", Repository.Root])),
        ["liq pack --source URL"] = Deep(static (box, line) =>
            Pack(box, "dotnet", [Live.LiqProcess.Program, "pack", "--root", Repository.Root, "--source", box.PathOf("feed")])),
        ["dotnet test --configuration Release LiqIndicators.sln"] = Now(static (_, line) =>
            Assert.Contains("'s/^\\(dotnet test .*\\)$/\\1/p' README.md", File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run")), StringComparison.Ordinal)),
        ["LIQ_APPROVE=1 dotnet test tests/LiqIndicators.Workbench.Tests --filter ApprovedFace"] = Deep(static (box, line) => box.RunProgram(
            "dotnet",
            ["test", Path.Combine(Repository.Root, "tests", "LiqIndicators.Workbench.Tests"), "--filter", "ApprovedFace", "-c", "Release", "--no-build"],
            new Dictionary<string, string> { ["LIQ_APPROVE"] = "1" })),
        [Benchmarks + "'*'"] = Deep(static (box, line) => Assert.Contains("GuardTick", Benchmark(box, "*", "--list", "flat"), StringComparison.Ordinal)),
        [Benchmarks + "'*GuardTick*' --job short --inProcess"] = Deep(static (box, line) =>
            Assert.Contains("Mean", Benchmark(box, "*GuardTick*", "--job", "short", "--inProcess"), StringComparison.Ordinal)),
    };

    private static IEnumerable<string> Documented => MarkdownText.Documents.Select(File.ReadAllText)
        .SelectMany(text => MarkdownText.Commands(text).Concat(MarkdownText.CommandsInText(text))).Distinct().Order(StringComparer.Ordinal);

    public static TheoryData<string> Commands => [.. Runs.Keys];

    // A new command in a document fails here until it is run.
    [Fact]
    public void Runs_AreThoseOfTheDocuments() => Assert.Equal(Documented, Runs.Keys.Order(StringComparer.Ordinal));

    [SkippableTheory]
    [MemberData(nameof(Commands))]
    public async Task Command_OfTheDocuments_DoesWhatItIsThereFor(string line)
    {
        await using Sandbox box = new();
        await Runs[line](box, line);
    }

    private static Func<Sandbox, string, Task> Now(Action<Sandbox, string> run) => (box, line) =>
    {
        run(box, line);
        return Task.CompletedTask;
    };

    private static Func<Sandbox, string, Task> Deep(Action<Sandbox, string> run) => Now((box, line) =>
    {
        if (DeepRun.IsOn)
        {
            run(box, line);
        }
    });

    private static void Leaves(Sandbox box, string line, string file)
    {
        if (!box.Has(file))
        {
            box.Run(line);
        }

        Assert.True(box.Has(file), file);
    }

    private static void Replay(Sandbox box, string line, string file)
    {
        box.WriteMarket("FILE.csv", hours: 200);
        Leaves(box, line, file);
    }

    private static void Score(Sandbox box, string line)
    {
        box.WriteMarket("market.csv");
        Assert.NotEmpty(box.Run(line));
    }

    private static void Install(Sandbox box, string line, params string[] more)
    {
        box.WritePackages(Path.Combine("out", "packages"));
        Assert.Contains("installed ", box.Run(line, more), StringComparison.Ordinal);
    }

    private static void Pack(Sandbox box, string program, string[] arguments)
    {
        box.RunProgram(program, arguments, box.WriteFeed());
        string packed = box.PathOf(Path.Combine("out", "packages"));
        Assert.Equal(6, Directory.EnumerateFiles(packed, "*.algo").Count());
        Assert.True(File.Exists(Path.Combine(packed, Checksums.FileName)));
    }

    private static string Benchmark(Sandbox box, params string[] arguments) => box.RunProgram(
        "dotnet",
        ["run", "-c", "Release", "--project", Path.Combine(Repository.Root, "tests", "LiqIndicators.Benchmarks"), "--", "--filter", .. arguments])!;
}
