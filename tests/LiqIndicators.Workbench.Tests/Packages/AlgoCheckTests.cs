using LiqIndicators.Workbench.Packages.Algos;
using LiqIndicators.Workbench.Packages.Packing;
using LiqIndicators.Workbench.Packages.Reading;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>A package ships only when it is what its class says and what we promise.</summary>
public sealed class AlgoCheckTests
{
    // The class of which AlgoBytes.Bands would be the metadata.
    private static readonly AlgoFace Face = new(
        "Indicator",
        "LiqIndicators.Indicators.LiquidationBands",
        "LiquidationBands",
        "None",
        "UTC",
        true,
        [],
        [new("RangePct", "Range (%)", "Bands", "Double", "25", "1", "90", "1", [], "How far.")],
        [new("LongPrice", "Long cluster price", "Line", null)]);

    [Fact]
    public void Problems_OfAPackageAsItShouldBe_AreNone() => Assert.Empty(Problems(AlgoBytes.Bands));

    [Theory]
    [InlineData("\"Flags\":\"Indicator\"", "\"Flags\":\"Robot\"", "is of kind 'Robot'; expected Indicator")]
    [InlineData("Version=v6.0", "Version=v8.0", "targets '.NETCoreApp,Version=v8.0'; expected net6.0")]
    [InlineData("\"Capabilities\":[]", "\"Capabilities\":[\"FullTrust\"]", "asks for access rights; expected none")]
    [InlineData("\"FriendlyName\":\"LiquidationBands\"", "\"FriendlyName\":\"Bands\"", "is called 'Bands'; expected 'LiquidationBands'")]
    [InlineData("Indicators.LiquidationBands\"", "Indicators.Other\"", "is of class 'LiqIndicators.Indicators.Other'")]
    [InlineData("\"FriendlyName\":\"Range (%)\"", "\"FriendlyName\":\"Range\"", "lacks the input 'Range (%)'")]
    [InlineData("\"FriendlyName\":\"Range (%)\"", "\"FriendlyName\":\"Range\"", "has the input 'Range', which the class does not have")]
    [InlineData("\"FriendlyName\":\"Long cluster price\"", "\"FriendlyName\":\"Long price\"", "lacks the output 'Long cluster price'")]
    [InlineData("\"Types\":[", "\"Types\":[{},", "holds 2 algo classes; expected 1")]
    public void Problems_OneThingWrong_NameIt(string was, string now, string problem)
    {
        string metadata = AlgoBytes.Bands.Replace(was, now, StringComparison.Ordinal);

        Assert.NotEqual(AlgoBytes.Bands, metadata);
        Assert.Contains(Problems(metadata), found => found.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Problems_TooLargeForTheStore_AreToldInBytes() =>
        Assert.Contains(Problems(AlgoBytes.Bands, payload: 10_000_000), problem => problem.Contains("expected fewer than 10000000", StringComparison.Ordinal));

    [Fact]
    public void Problems_NoCode_AreTold() => Assert.Contains("holds no code", Problems(AlgoBytes.Bands, payload: 0));

    [Fact]
    public void Problems_Unreadable_GiveTheReadersReason() =>
        Assert.StartsWith("cannot be read: it does not begin", Assert.Single(AlgoCheck.Problems(AlgoFile.Read(new MemoryStream([1, 2, 3])), Face)), StringComparison.Ordinal);

    [Fact]
    public void Problems_ClassThatAsksForRights_AreTold() => Assert.Contains(
        "asks for access rights; expected none",
        AlgoCheck.Problems(AlgoFile.Read(new MemoryStream(AlgoBytes.Of(AlgoBytes.Bands))), Face with { AccessRights = "FullAccess" }));

    private static IReadOnlyList<string> Problems(string metadata, int payload = 100) =>
        AlgoCheck.Problems(AlgoFile.Read(new MemoryStream(AlgoBytes.Of(metadata, payload))), Face);
}
