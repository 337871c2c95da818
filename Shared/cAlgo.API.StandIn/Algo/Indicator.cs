using cAlgo.API.Internals;

namespace cAlgo.API;

public abstract class Indicator : Algo
{
    protected Indicator()
    {
    }

    public bool IsLastBar => Host().IsLastBar;

    public IndicatorArea IndicatorArea => Host().IndicatorArea;

    public IAccount Account => Host().Account;

    public abstract void Calculate(int index);

    protected internal virtual void Initialize()
    {
    }

    protected internal virtual void OnDestroy()
    {
    }

    public override string ToString() => GetType().Name;
}
