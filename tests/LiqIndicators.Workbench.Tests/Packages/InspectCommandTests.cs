using System.Text.Json;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>What <c>liq inspect</c> prints and returns.</summary>
public sealed class InspectCommandTests
{
    [Fact]
    public void Inspect_ForPeople_NamesInputsOutputsAndRights()
    {
        using TemporaryFolder folder = new();
        (int code, string text) = Inspect(folder, AlgoBytes.Of(AlgoBytes.Bands));

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("full access  no", text, StringComparison.Ordinal);
        Assert.Contains("input   Bands / Range (%) = 25  [1 .. 90]", text, StringComparison.Ordinal);
        Assert.Contains("output  Long cluster price", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_AsJson_HasTheKeysOtherProgramsRead()
    {
        using TemporaryFolder folder = new();
        JsonElement json = JsonDocument.Parse(Inspect(folder, AlgoBytes.Of(AlgoBytes.Bands), "--json").Text).RootElement;

        Assert.Equal(
            ["file", "state", "reason", "fileBytes", "payloadBytes", "fullTrust", "metadata"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("readable", json.GetProperty("state").GetString());
        Assert.Equal("LiquidationBands", json.GetProperty("metadata").GetProperty("types")[0].GetProperty("friendlyName").GetString());
    }

    [Fact]
    public void Inspect_Garbage_SaysSoInOneLineAndFails()
    {
        using TemporaryFolder folder = new();
        (int code, string text) = Inspect(folder, "no package"u8.ToArray());

        Assert.Equal(ExitCode.Failed, code);
        Assert.Equal("it.bytes is not an .algo package: it does not begin with the letters 'algo'.", text.Trim());
    }

    [Fact]
    public void Inspect_NamesThatSteerATerminal_ArePrintedWithoutTheirControls()
    {
        using TemporaryFolder folder = new();
        string text = Inspect(folder, AlgoBytes.Of("""{"Flags":"\u001b[2J","Types":[{"FriendlyName":"a\u0007"}]}""")).Text;

        Assert.DoesNotContain(text.Where(c => c is not ('\r' or '\n')), char.IsControl);
    }

    // Files of tests are never called .algo, so that nobody takes one for a package.
    private static (int Code, string Text) Inspect(TemporaryFolder folder, byte[] file, params string[] options)
    {
        string path = folder.PathOf("it.bytes");
        File.WriteAllBytes(path, file);
        return CommandRun.Result(["inspect", path, .. options]);
    }
}
