using cAlgo.API.Internals;

namespace cAlgo.API;

public interface StandardIndicator
{
    Symbol Symbol { get; }
    TimeFrame TimeFrame { get; }
    Bars Bars { get; }
}
