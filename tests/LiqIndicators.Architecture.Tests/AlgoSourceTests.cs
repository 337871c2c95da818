using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LiqIndicators.Architecture.Tests;

/// <summary>An algo class has nothing to test in it: attributes, and a line per override. Arithmetic and parsing live below.</summary>
public sealed class AlgoSourceTests
{
    private const int MostLines = 250;

    public static TheoryData<string> Algos => [.. ProductAssemblies.Algos];

    [Theory]
    [MemberData(nameof(Algos))]
    public void Sources_OfAnAlgo_AreShortAndWithoutArithmeticOrParsing(string algo)
    {
        foreach (string path in SourcesOf(algo))
        {
            SyntaxNode root = CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot();
            string file = Path.GetFileName(path);

            Assert.True(root.GetText().Lines.Count <= MostLines, $"{file} has {root.GetText().Lines.Count} lines; expected at most {MostLines}");
            Assert.All(
                root.DescendantNodes().OfType<BinaryExpressionSyntax>(),
                node => Assert.False(IsArithmetic(node.Kind()), $"{file}: arithmetic in '{node}'"));
            Assert.DoesNotContain(root.DescendantNodes(), node => node
                is ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or TryStatementSyntax);
            Assert.DoesNotContain(
                root.DescendantNodes().OfType<MemberAccessExpressionSyntax>(),
                node => node.Name.Identifier.Text is "Parse" or "TryParse" or "ParseExact" or "DeserializeObject" || node.Expression.ToString() == "Math");
        }
    }

    private static bool IsArithmetic(SyntaxKind kind) => kind is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression
        or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression;

    private static string[] SourcesOf(string algo)
    {
        string project = ProductAssemblies.AlgoProjects().Single(path => Path.GetFileNameWithoutExtension(path) == algo);
        string[] sources =
        [
            .. Directory.EnumerateFiles(Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories)
                .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin")),
        ];
        Assert.NotEmpty(sources);
        return sources;
    }
}
