using cAlgo.API.Internals;

namespace cAlgo.API;

public class SymbolTickEventArgs
{
    internal SymbolTickEventArgs(string symbolName, double bid, double ask, Symbol symbol)
    {
        SymbolName = symbolName;
        Bid = bid;
        Ask = ask;
        Symbol = symbol;
    }

    public string SymbolName { get; }

    public double Bid { get; }

    public double Ask { get; }

    public Symbol Symbol { get; }
}
