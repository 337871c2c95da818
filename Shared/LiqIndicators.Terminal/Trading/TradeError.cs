using cAlgo.API;

namespace LiqIndicators.Terminal.Trading;

/// <summary>What <c>OnError</c> is told.</summary>
internal sealed class TradeError : Error
{
    internal TradeError(TradeResult result)
    {
        TradeResult = result;
    }

    public ErrorCode Code => TradeResult.Error ?? ErrorCode.TechnicalError;

    public TradeResult TradeResult { get; }
}
