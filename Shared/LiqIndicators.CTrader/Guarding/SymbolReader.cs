using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Analytics.Guarding;
using LeverageTier = LiqIndicators.Analytics.Guarding.LeverageTier;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>Reads symbols of the broker; what does not change is asked for once.</summary>
internal sealed class SymbolReader
{
    private const string Dollar = "USD";

    private readonly Algo _algo;
    private readonly Dictionary<string, Known> _known = [];
    private Asset _deposit = null!;
    private double _depositToUsd;

    internal SymbolReader(Algo algo)
    {
        _algo = algo;
    }

    /// <summary>Starts a look at the account.</summary>
    internal void Begin(Asset deposit)
    {
        _deposit = deposit;
        _depositToUsd = deposit.Name == Dollar ? 1
            : _algo.Assets.Exists(Dollar) ? Finite(_algo.AssetConverter.Convert(1, deposit.Name, Dollar))
            : double.NaN;
    }

    /// <summary>Adds a symbol unless it is there; one that the platform does not know stays away, and the policy says so.</summary>
    internal void Add(GuardSnapshot snapshot, string name)
    {
        if (snapshot.IndexOfSymbol(name) >= 0 || Find(name) is not { } known)
        {
            return;
        }

        Symbol symbol = known.Symbol;
        snapshot.Symbols.Add(new SymbolState(
            name,
            symbol.VolumeInUnitsMin,
            symbol.VolumeInUnitsStep,
            symbol.VolumeInUnitsMax,
            symbol.Bid,
            symbol.Ask,
            QuoteToDeposit(symbol),
            _depositToUsd,
            known.Tiers,
            symbol.Digits,
            MinStopDistance(symbol),
            IsOpen(symbol)));
    }

    private static double Finite(double value) => double.IsFinite(value) && value > 0 ? value : double.NaN;

    private static double MinStopDistance(Symbol symbol) => symbol.MinDistanceType == SymbolMinDistanceType.Percentage
        ? symbol.Bid * symbol.MinStopLossDistance / 100
        : symbol.MinStopLossDistance * symbol.PipSize;

    /// <summary>Whether a close is accepted: a symbol that may only be closed is open to a guard.</summary>
    private static bool IsOpen(Symbol symbol) => symbol.IsTradingEnabled
        && symbol.TradingMode is SymbolTradingMode.FullAccess or SymbolTradingMode.CloseOnly
        && symbol.MarketHours.IsOpened();

    private double QuoteToDeposit(Symbol symbol) => symbol.QuoteAsset.Name == _deposit.Name
        ? 1
        : Finite(_algo.AssetConverter.Convert(1, symbol.QuoteAsset.Name, _deposit.Name));

    private Known? Find(string name)
    {
        // One that the platform does not know yet, as after a lost connection, is asked for again.
        if (!_known.TryGetValue(name, out Known? known) && _algo.Symbols.GetSymbol(name) is { } symbol)
        {
            known = new Known(symbol, [.. symbol.DynamicLeverage.Where(tier => tier.Leverage > 0).Select(tier => new LeverageTier(tier.Volume, tier.Leverage))]);
            _known.Add(name, known);
        }

        return known;
    }

    private sealed record Known(Symbol Symbol, LeverageTier[] Tiers);
}
