namespace cAlgo.API;

public interface Timer
{
    TimeSpan Interval { get; }

    event Action TimerTick;

    void Start(TimeSpan interval);
    void Start(int intervalInSeconds);
    void Stop();
}
