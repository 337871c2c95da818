using cAlgo.API;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>The platform's answers in the session's words.</summary>
internal static class TradeOutcomes
{
    /// <summary>What an answer says: one without success and without an error leaves open whether the order was done.</summary>
    internal static TradeOutcome OfResult(TradeResult result) =>
        result.IsSuccessful ? TradeOutcome.Done : Of(result.Error ?? ErrorCode.TechnicalError);

    /// <summary>What an error says; null is success. An error that is not known leaves open whether the order was done.</summary>
    internal static TradeOutcome Of(ErrorCode? error) => error switch
    {
        null => TradeOutcome.Done,
        ErrorCode.TechnicalError => TradeOutcome.TechnicalError,
        ErrorCode.BadVolume => TradeOutcome.BadVolume,
        ErrorCode.NoMoney => TradeOutcome.NoMoney,
        ErrorCode.MarketClosed => TradeOutcome.MarketClosed,
        ErrorCode.Disconnected => TradeOutcome.Disconnected,
        ErrorCode.EntityNotFound => TradeOutcome.EntityNotFound,
        ErrorCode.Timeout => TradeOutcome.Timeout,
        ErrorCode.UnknownSymbol => TradeOutcome.UnknownSymbol,
        ErrorCode.InvalidStopLossTakeProfit => TradeOutcome.InvalidStopLossTakeProfit,
        ErrorCode.InvalidRequest => TradeOutcome.InvalidRequest,
        ErrorCode.NoTradingPermission => TradeOutcome.NoTradingPermission,
        _ => TradeOutcome.TechnicalError,
    };
}
