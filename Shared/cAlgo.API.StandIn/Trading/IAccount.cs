namespace cAlgo.API.Internals;

public interface IAccount
{
    AccountType AccountType { get; }
    double Balance { get; }
    double Equity { get; }
    double Margin { get; }
    double FreeMargin { get; }
    double? MarginLevel { get; }
    bool IsLive { get; }
    int Number { get; }
    string BrokerName { get; }
    double UnrealizedGrossProfit { get; }
    double UnrealizedNetProfit { get; }
    double PreciseLeverage { get; }
    double StopOutLevel { get; }
    long UserId { get; }
    Asset Asset { get; }
    TotalMarginCalculationType TotalMarginCalculationType { get; }
    double Credit { get; }
    string UserNickName { get; }
    DateTime CreationTime { get; }
}
