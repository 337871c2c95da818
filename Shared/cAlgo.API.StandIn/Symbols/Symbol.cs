using cAlgo.API.Collections;

namespace cAlgo.API.Internals;

public interface Symbol : SymbolInfo
{
    double Ask { get; }
    double Bid { get; }
    double Spread { get; }
    double PipSize { get; }
    int Digits { get; }
    double TickSize { get; }
    double VolumeInUnitsMin { get; }
    double VolumeInUnitsMax { get; }
    double VolumeInUnitsStep { get; }
    double PipValue { get; }
    double TickValue { get; }
    long LotSize { get; }
    double UnrealizedNetProfit { get; }
    double UnrealizedGrossProfit { get; }
    Asset BaseAsset { get; }
    Asset QuoteAsset { get; }
    double PnLConversionFeeRate { get; }
    double Commission { get; }
    SymbolCommissionType CommissionType { get; }
    double MinCommission { get; }
    Asset MinCommissionAsset { get; }
    SymbolMinCommissionType MinCommissionType { get; }
    DayOfWeek? AdministrativeCharge3DaysRollover { get; }
    double AdministrativeCharge { get; }
    int GracePeriod { get; }
    double SwapLong { get; }
    double SwapShort { get; }
    DayOfWeek? Swap3DaysRollover { get; }
    SymbolSwapCalculationType SwapCalculationType { get; }
    bool IsTradingEnabled { get; }
    SymbolTradingMode TradingMode { get; }
    SymbolMinDistanceType MinDistanceType { get; }
    double MinTakeProfitDistance { get; }
    double MinStopLossDistance { get; }
    IReadonlyList<LeverageTier> DynamicLeverage { get; }
    MarketHours MarketHours { get; }

    event Action<SymbolTickEventArgs> Tick;

    double NormalizeVolumeInUnits(double volume, RoundingMode roundingMode);
    double QuantityToVolumeInUnits(double quantity);
    double VolumeInUnitsToQuantity(double volume);
    double GetEstimatedMargin(TradeType tradeType, double volume);
    double VolumeForFixedRisk(double amount, double stopLossInPips);
    double VolumeForFixedRisk(double amount, double stopLossInPips, RoundingMode roundingMode);
    double VolumeForProportionalRisk(ProportionalAmountType type, double percentage, double stopLossInPips);
    double VolumeForProportionalRisk(
        ProportionalAmountType type, double percentage, double stopLossInPips, RoundingMode roundingMode);
    double AmountRisked(double volume, double stopLossInPips);
    double PipsForFixedRisk(double amount, double volume);
    double PipsForProportionalRisk(ProportionalAmountType type, double percentage, double volume);
}
