namespace cAlgo.API.Internals;

public interface IServer
{
    DateTime Time { get; }
    DateTime TimeInUtc { get; }
    bool IsConnected { get; }

    event Action Connected;
    event Action Disconnected;
}
