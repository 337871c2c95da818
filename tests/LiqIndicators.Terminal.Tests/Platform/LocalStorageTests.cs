using cAlgo.API;
using LiqIndicators.Terminal.Platform;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;

namespace LiqIndicators.Terminal.Tests.Platform;

public sealed class LocalStorageTests
{
    private readonly StorageDisk _disk = new();

    [Theory]
    [InlineData(TerminalEnvironment.Desktop, "kept")]
    [InlineData(TerminalEnvironment.Cli, "kept")]
    [InlineData(TerminalEnvironment.Backtest, null)]
    [InlineData(TerminalEnvironment.Cloud, null)]
    public void LocalStorage_AfterFlushAndRestart_IsKeptOnDiskOnly(TerminalEnvironment environment, string? expected)
    {
        Probe first = Start(environment).Probe;
        first.LocalStorage.SetString("key", "kept");
        first.LocalStorage.Flush(LocalStorageScope.Instance);

        Assert.Equal("kept", first.LocalStorage.GetString("key"));
        Assert.Equal(expected, Start(environment).Probe.LocalStorage.GetString("key"));
    }

    [Theory]
    [InlineData(59, null)]
    [InlineData(60, "kept")]
    public void LocalStorage_Desktop_IsSavedByItselfEachMinute(int seconds, string? expected)
    {
        (Desk desk, Probe first) = Start(TerminalEnvironment.Desktop);
        first.LocalStorage.SetString("key", "kept");

        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(seconds));

        Assert.Equal(expected, Start(TerminalEnvironment.Desktop).Probe.LocalStorage.GetString("key"));
    }

    [Fact]
    public void LocalStorage_Backtest_IsNeverWrittenToDisk()
    {
        (Desk desk, Probe probe) = Start(TerminalEnvironment.Backtest);
        probe.LocalStorage.SetString("key", "lost", LocalStorageScope.Device);

        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddHours(1));

        Assert.Empty(_disk.Files);
    }

    [Fact]
    public void LocalStorage_NewInstanceAfterAParameterChange_KeepsItsValues()
    {
        (Desk desk, Probe probe) = Start(TerminalEnvironment.Desktop);
        probe.LocalStorage.SetString("key", "kept");

        desk.Chart.Algos[0].ChangeParameter("Number", 8);

        Assert.Equal("kept", ((Probe)desk.Chart.Algos[0].Instance).LocalStorage.GetString("key"));
    }

    [Theory]
    [InlineData(LocalStorageScope.Instance, null, null)]
    [InlineData(LocalStorageScope.Type, "kept", null)]
    [InlineData(LocalStorageScope.Device, "kept", "kept")]
    public void LocalStorage_Scope_SaysWhoSeesTheValue(LocalStorageScope scope, string? sameType, string? otherType)
    {
        Probe first = Start(TerminalEnvironment.Desktop, "one").Probe;
        first.LocalStorage.SetString("key", "kept", scope);
        first.LocalStorage.Flush(scope);

        (Desk desk, Probe second) = Start(TerminalEnvironment.Desktop, "two");
        ProbeBot bot = desk.Terminal.Attach<ProbeBot>(desk.Chart).Instance;

        Assert.Equal(sameType, second.LocalStorage.GetString("key", scope));
        Assert.Equal(otherType, bot.LocalStorage.GetString("key", scope));
    }

    [Fact]
    public void Flush_OneScope_LeavesTheOthersUnwritten()
    {
        Probe first = Start(TerminalEnvironment.Desktop).Probe;
        first.LocalStorage.SetString("key", "kept", LocalStorageScope.Type);
        first.LocalStorage.SetString("key", "lost", LocalStorageScope.Device);

        first.LocalStorage.Flush(LocalStorageScope.Type);

        Probe second = Start(TerminalEnvironment.Desktop).Probe;
        Assert.Equal("kept", second.LocalStorage.GetString("key", LocalStorageScope.Type));
        Assert.Null(second.LocalStorage.GetString("key", LocalStorageScope.Device));
    }

    [Fact]
    public void Reload_WrittenByAnotherInstance_SeesItsValues()
    {
        (Desk desk, Probe first) = Start(TerminalEnvironment.Desktop, "one");
        Probe second = desk.Terminal.Attach<Probe>(desk.Chart, instanceId: "two").Instance;
        Assert.Null(second.LocalStorage.GetString("key", LocalStorageScope.Type));
        first.LocalStorage.SetString("key", "new", LocalStorageScope.Type);
        first.LocalStorage.Flush(LocalStorageScope.Type);
        Assert.Null(second.LocalStorage.GetString("key", LocalStorageScope.Type));

        second.LocalStorage.Reload(LocalStorageScope.Type);

        Assert.Equal("new", second.LocalStorage.GetString("key", LocalStorageScope.Type));
    }

    [Fact]
    public void Remove_Known_IsGoneForGood()
    {
        Probe first = Start(TerminalEnvironment.Desktop).Probe;
        first.LocalStorage.SetString("key", "kept");
        first.LocalStorage.Flush(LocalStorageScope.Instance);

        first.LocalStorage.Remove("key");
        first.LocalStorage.Flush(LocalStorageScope.Instance);

        Assert.Null(Start(TerminalEnvironment.Desktop).Probe.LocalStorage.GetString("key"));
    }

    [Fact]
    public void GetObject_Written_IsEqual()
    {
        Probe probe = Start(TerminalEnvironment.Desktop).Probe;

        probe.LocalStorage.SetObject("numbers", new[] { 1.5, 2 });

        Assert.Equal([1.5, 2.0], probe.LocalStorage.GetObject<double[]>("numbers"));
        Assert.Null(probe.LocalStorage.GetObject<double[]>("others"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("two words 2")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    public void SetString_GoodKey_IsTaken(string key)
    {
        Probe probe = Start(TerminalEnvironment.Desktop).Probe;

        probe.LocalStorage.SetString(key, "value");

        Assert.Equal("value", probe.LocalStorage.GetString(key));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" led")]
    [InlineData("trailed ")]
    [InlineData("under_score")]
    [InlineData("a-b")]
    [InlineData("123456789012345678901234567890123456789012345678901")]
    public void SetString_BadKey_IsRefused(string key)
    {
        Probe probe = Start(TerminalEnvironment.Desktop).Probe;

        Assert.Throws<LocalStorageException>(() => probe.LocalStorage.SetString(key, "value"));
        Assert.Throws<LocalStorageException>(() => probe.LocalStorage.GetString(key));
    }

    private (Desk Desk, Probe Probe) Start(TerminalEnvironment environment, string instanceId = "one")
    {
        Probe.Script();
        Desk desk = new(
            Recordings.OfCloses(100, 101), options: new TerminalOptions { Environment = environment, Disk = _disk });
        return (desk, desk.Terminal.Attach<Probe>(desk.Chart, instanceId: instanceId).Instance);
    }
}
