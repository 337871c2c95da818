using LiqIndicators.TestKit;

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
}
