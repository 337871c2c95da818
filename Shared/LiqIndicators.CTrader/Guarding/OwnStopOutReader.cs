using cAlgo.API;
using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>Estimates where the broker would close the account's own positions along the price of the chart's symbol.</summary>
internal sealed class OwnStopOutReader
{
    private readonly Indicator _algo;
    private readonly SymbolReader _symbols;
    private readonly GuardSnapshot _snapshot = new();

    internal OwnStopOutReader(Indicator algo)
    {
        _algo = algo;
        _symbols = new SymbolReader(algo);
    }

    /// <summary>The price now; NaN while there is none to tell.</summary>
    internal double Price()
    {
        if (!HoldsSymbol())
        {
            return double.NaN;
        }

        _snapshot.Clear();
        _snapshot.Account = AccountReader.StateOf(_algo.Account, transfersTotal: double.NaN);
        _symbols.Begin(_algo.Account.Asset);
        for (int i = 0; i < _algo.Positions.Count; i++)
        {
            Position position = _algo.Positions[i];
            _symbols.Add(_snapshot, position.SymbolName);
            _snapshot.Positions.Add(AccountReader.StateOf(position));
        }

        return StopOut.PriceOf(_snapshot, _algo.SymbolName);
    }

    private bool HoldsSymbol()
    {
        for (int i = 0; i < _algo.Positions.Count; i++)
        {
            if (_algo.Positions[i].SymbolName == _algo.SymbolName)
            {
                return true;
            }
        }

        return false;
    }
}
