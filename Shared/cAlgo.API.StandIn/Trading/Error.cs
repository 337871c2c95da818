namespace cAlgo.API;

public interface Error
{
    ErrorCode Code { get; }
    TradeResult TradeResult { get; }
}
