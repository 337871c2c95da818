using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Brokerage;

namespace LiqIndicators.Terminal.Trading;

/// <summary>The account in the words of the API.</summary>
internal sealed class TerminalAccount : IAccount
{
    private readonly Broker _broker;

    internal TerminalAccount(Broker broker, Asset asset, DateTime creationTime)
    {
        _broker = broker;
        Asset = asset;
        CreationTime = creationTime;
    }

    public AccountType AccountType => _broker.Options.AccountType;

    public double Balance => _broker.Balance;

    public double Equity => _broker.Equity;

    public double Margin => _broker.Margin;

    public double FreeMargin => _broker.FreeMargin;

    /// <summary>Percent; null with no positions.</summary>
    public double? MarginLevel => _broker.MarginLevel;

    public bool IsLive => _broker.Options.IsLive;

    public int Number => _broker.Options.Number;

    public string BrokerName => _broker.Options.BrokerName;

    public double UnrealizedGrossProfit => _broker.UnrealizedGrossProfit;

    public double UnrealizedNetProfit => _broker.UnrealizedNetProfit;

    public double PreciseLeverage => _broker.Options.Leverage;

    public double StopOutLevel => _broker.Options.StopOutLevel;

    public long UserId => 1;

    public Asset Asset { get; }

    public TotalMarginCalculationType TotalMarginCalculationType => _broker.Options.MarginCalculation;

    public double Credit => _broker.Options.Credit;

    public string UserNickName => "headless";

    public DateTime CreationTime { get; }
}
