namespace cAlgo.API;

public enum RoundingMode
{
    ToNearest,
    Down,
    Up,
}

public enum ProportionalAmountType
{
    Balance,
    Equity,
}

public enum SymbolCommissionType
{
    UsdPerMillionUsdVolume,
    UsdPerOneLot,
    PercentageOfTradingVolume,
    QuoteCurrencyPerOneLot,
}

public enum SymbolMinCommissionType
{
    Asset,
    QuoteAsset,
}

public enum SymbolMinDistanceType
{
    Pips,
    Percentage,
}

public enum SymbolSwapCalculationType
{
    Pips,
    Percentage,
}

public enum SymbolTradingMode
{
    FullAccess,
    CloseOnly,
    DisabledWithPendingOrderExecution,
    FullyDisabled,
}
