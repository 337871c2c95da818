using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Algos;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>
/// Inputs and outputs of every algo are the approved ones. Templates of users hold these names: a change of one is a change of public API and is
/// made on purpose, by running this test with <c>LIQ_APPROVE=1</c> and committing the file it rewrites.
/// </summary>
public sealed class ApprovedFaceTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "LiqIndicators.Workbench.Tests", "Packages", "Approved");

    public static TheoryData<string> Algos => [.. AlgoProject.FindAll(Repository.Root).Select(algo => algo.Name)];

    [Theory]
    [MemberData(nameof(Algos))]
    public void Face_OfAnAlgo_IsTheApprovedOne(string algo)
    {
        string found = AlgoFaceText.Write(AlgoAssembly.Read(BuiltAlgos.PathOf(algo)));
        string path = Path.Combine(Folder, algo + ".txt");
        if (Environment.GetEnvironmentVariable("LIQ_APPROVE") == "1")
        {
            File.WriteAllText(path, found);
        }

        string approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(found == approved, Difference(algo, approved, found));
    }

    [Fact]
    public void Approved_NamesNoAlgoThatIsGone() => Assert.Empty(
        Directory.EnumerateFiles(Folder).Select(path => Path.GetFileNameWithoutExtension(path)!).Except(AlgoProject.FindAll(Repository.Root).Select(algo => algo.Name)));

    private static string Difference(string algo, string approved, string found)
    {
        string[] was = approved.Split('\n');
        string[] isNow = found.Split('\n');
        IEnumerable<string> lines = was.Except(isNow).Select(line => "- " + line).Concat(isNow.Except(was).Select(line => "+ " + line));
        return $"{algo} is not as approved in {Folder}:\n{string.Join('\n', lines)}\n"
            + "Names of inputs and outputs are public API. If the change is meant, run this test with LIQ_APPROVE=1 and commit the file.";
    }
}
