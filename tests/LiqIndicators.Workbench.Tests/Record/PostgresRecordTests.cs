using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Record;

namespace LiqIndicators.Workbench.Tests.Record;

/// <summary><c>liq record</c> into PostgreSQL, where the machine has a server to start.</summary>
public sealed class PostgresRecordTests
{
    [SkippableFact]
    public async Task Record_KilledAtRandomMomentsAndLeftByItsServer_LosesAndDoublesNothing()
    {
        Skip.IfNot(PostgresServer.Lack is null, PostgresServer.Lack);
        using PostgresServer server = PostgresServer.Start();

        await KilledRecording.Run(server.ConnectionString, DeepRun.Count(2, 50), seed: 12, server.Restart);
    }

    [SkippableFact]
    public void Store_WhoseServerWasStartedAnew_GoesOn()
    {
        Skip.IfNot(PostgresServer.Lack is null, PostgresServer.Lack);
        using PostgresServer server = PostgresServer.Start();
        using RecordStore store = RecordStore.Open(server.ConnectionString);
        store.Expect("market", "BTC");

        server.Restart();
        string? kept = store.Meta("market");
        server.Restart();
        store.Expect("bar_seconds", "300");

        Assert.Equal("BTC", kept);
        Assert.Equal("300", store.Meta("bar_seconds"));
    }
}
