using System.Text.RegularExpressions;
using LiqIndicators.TestKit;
using YamlDotNet.RepresentationModel;

namespace LiqIndicators.Workbench.Tests.Documents;

/// <summary>The workflows run what is there, with pinned actions and without secrets.</summary>
public sealed class WorkflowTests
{
    public static TheoryData<string> Workflows =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "workflows"), "*.yml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Steps_OfAWorkflow_RunWhatIsThere(string workflow)
    {
        string[] lines = [.. Steps(workflow).Select(step => Text(step, "run")).OfType<string>().SelectMany(run => run.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.True(CommandLine.IsOne(line), line));
        Assert.Empty(lines.SelectMany(CommandLine.Problems));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actions_OfAWorkflow_ArePinnedToACommitAndSayTheirVersion(string workflow)
    {
        string[] uses = [.. Steps(workflow).Select(step => Text(step, "uses")).OfType<string>()];

        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches("^[a-z-]+/[a-z-]+@[0-9a-f]{40}$", action));
        Assert.All(
            File.ReadLines(PathOf(workflow)).Where(line => line.Contains("uses:", StringComparison.Ordinal)),
            line => Assert.Matches(new Regex("@[0-9a-f]{40} # v[0-9.]+$"), line));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Workflow_MayReadOnlyAndKnowsNoSecret(string workflow)
    {
        Assert.DoesNotContain("secrets.", File.ReadAllText(PathOf(workflow)), StringComparison.Ordinal);
        YamlMappingNode permissions = (YamlMappingNode)Root(workflow)["permissions"];
        Assert.Equal("read", Text(permissions, "contents"));
        Assert.Single(permissions.Children);
    }

    [Fact]
    public void Ci_RunsTheGateOnAllThreeSystems()
    {
        YamlMappingNode job = (YamlMappingNode)Root("ci.yml")["jobs"]["test"];
        string[] systems = [.. ((YamlSequenceNode)job["strategy"]["matrix"]["os"]).Select(node => node.ToString().Split('-')[0]).Order()];

        Assert.Equal(["macos", "ubuntu", "windows"], systems);
        Assert.Contains(Steps("ci.yml"), step => Text(step, "run") == "bash .ci/run");
    }

    [Fact]
    public void Deep_EveryWeekAndByHand_RunsTheReadmesTestsWithFullCounts()
    {
        YamlMappingNode on = (YamlMappingNode)Root("deep.yml")["on"];
        YamlMappingNode job = (YamlMappingNode)Root("deep.yml")["jobs"]["test"];
        string command = File.ReadLines(Path.Combine(Repository.Root, "README.md")).First(line => line.StartsWith("dotnet test ", StringComparison.Ordinal));

        Assert.Matches("^[0-9]+ [0-9]+ \\* \\* [0-6]$", on["schedule"][0]["cron"].ToString());
        Assert.True(on.Children.ContainsKey("workflow_dispatch"));
        Assert.StartsWith("ubuntu", Text(job, "runs-on"), StringComparison.Ordinal);
        Assert.Equal("1", job["env"]["LIQ_DEEP"].ToString());
        Assert.Contains(Steps("deep.yml"), step => Text(step, "run") == command);
        Assert.Equal(Steps("ci.yml").Select(step => Text(step, "uses")).OfType<string>(), Steps("deep.yml").Select(step => Text(step, "uses")).OfType<string>());
    }

    [Fact]
    public void Release_OnATag_TestsPacksChecksAndAttaches()
    {
        Assert.Equal("v*", Root("release.yml")["on"]["push"]["tags"][0].ToString());
        string[] runs = [.. Steps("release.yml").Select(step => Text(step, "run")).OfType<string>()];
        int Place(string command) => Array.FindIndex(runs, run => run.Contains(command, StringComparison.Ordinal));

        int[] order = [Place("-getProperty:Version"), Place(".ci/run"), Place("packaging/pack.sh"), Place("sha256sum --check"), Place("gh release create")];
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    private static IEnumerable<YamlMappingNode> Steps(string workflow) =>
        ((YamlMappingNode)Root(workflow)["jobs"]).Children.Values.SelectMany(job => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>());

    private static YamlMappingNode Root(string workflow)
    {
        YamlStream yaml = [];
        using StreamReader reader = File.OpenText(PathOf(workflow));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out YamlNode? value) ? value.ToString() : null;

    private static string PathOf(string workflow) => Path.Combine(Repository.Root, ".github", "workflows", workflow);
}
