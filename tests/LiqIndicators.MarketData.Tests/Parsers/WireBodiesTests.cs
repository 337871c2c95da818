using System.Collections;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.TestKit;

namespace LiqIndicators.MarketData.Tests.Parsers;

/// <summary>The parsers against real and documented bodies, where these lie beside the checkout.</summary>
public sealed class WireBodiesTests
{
    public static TheoryData<string> ReadFiles => new(WireBodies.Read.Keys);

    public static TheoryData<string> RefusedFiles => new(WireBodies.Refused.Keys);

    [SkippableTheory]
    [MemberData(nameof(ReadFiles))]
    public void Parse_RealBody_GivesRows(string file)
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);

        ParserOutcome outcome = WireBodies.Read[file](File.ReadAllText(PathOf(file)));

        Assert.True(outcome.Error is null, outcome.Error?.Message);
        int rows = outcome.Value switch
        {
            StreamMessage message when file.Contains("delete", StringComparison.Ordinal) => 1 + message.ForcedOrders.Count,
            StreamMessage message => message.ForcedOrders.Count + message.States.Count,
            DepthSnapshot depth => depth.Bids.Count + depth.Asks.Count,
            ICollection list when file == "okx/instruments.json" => 1 + list.Count,
            ICollection list => list.Count,
            _ => 1,
        };
        Assert.True(rows > 0, file);
    }

    [SkippableTheory]
    [MemberData(nameof(RefusedFiles))]
    public void Read_RealRefusal_SaysWhatItMeans(string file)
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        (Venue venue, int status, FetchErrorKind kind) = WireBodies.Refused[file];
        VenueQuery<IReadOnlyList<CandleRow>> query = venue.Candles(
            TestInstruments.Linear(venue.Id, "BTCUSDT"), CandlePrice.Last, TestPages.OneDayOfFiveMinutes)!;
        TransportReply reply = TransportReply.Answer(status, File.ReadAllText(PathOf(file)));

        FetchResult<IReadOnlyList<CandleRow>> result = venue.Read(query, reply, ParserCases.ReceivedUtc);

        Assert.Equal(kind, result.Error?.Kind);
    }

    [SkippableFact]
    public void Read_RealBan_TellsItsEnd()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        TransportReply reply = TransportReply.Answer(418, File.ReadAllText(PathOf("binance/error_-1003_418.json")));

        FetchError? error = WireBodies.Refused["binance/error_-1003_418.json"].Venue.Judge(reply);

        Assert.Equal(new DateTime(2026, 8, 24, 4, 44, 58, 129, DateTimeKind.Utc), error?.UntilUtc);
    }

    [SkippableFact]
    public void Bodies_All_AreClaimedOrExplained()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        string root = SharedMaterial.PathOf("wire");
        string[] present = Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => path != "README.md")
            .Order(StringComparer.Ordinal)
            .ToArray();

        string[] listed = WireBodies.Read.Keys.Concat(WireBodies.Refused.Keys).Concat(WireBodies.Unclaimed.Keys)
            .Order(StringComparer.Ordinal)
            .ToArray();

        Assert.Equal(present, listed);
    }

    private static string PathOf(string file) => SharedMaterial.PathOf(Path.Combine("wire", file));
}
