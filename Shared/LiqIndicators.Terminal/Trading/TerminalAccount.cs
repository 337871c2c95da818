using cAlgo.API;
using cAlgo.API.Internals;

namespace LiqIndicators.Terminal.Trading;

/// <summary>The account: its money is what the options gave it and what closed trades made of it.</summary>
internal sealed class TerminalAccount : IAccount
{
    private readonly TradingDesk _desk;
    private readonly AccountOptions _options;

    internal TerminalAccount(TradingDesk desk, AccountOptions options, Asset asset)
    {
        _desk = desk;
        _options = options;
        Asset = asset;
        Balance = options.Balance;
        CreationTime = desk.ApiNow;
    }

    public AccountType AccountType => _options.AccountType;

    public double Balance { get; internal set; }

    public double Equity => Balance + Credit + UnrealizedNetProfit;

    /// <summary>Used margin: per symbol, the two sides put together as the account's rule says.</summary>
    public double Margin => _desk.Positions.All
        .GroupBy(position => position.TerminalSymbol)
        .Sum(positions => MarginOf(positions.Key, positions));

    public double FreeMargin => Equity - Margin;

    /// <summary>Percent; null with no positions.</summary>
    public double? MarginLevel => Margin is > 0 and double margin ? 100 * Equity / margin : null;

    public bool IsLive => _options.IsLive;

    public int Number => _options.Number;

    public string BrokerName => _options.BrokerName;

    public double UnrealizedGrossProfit => _desk.Positions.All.Sum(position => position.GrossProfit);

    public double UnrealizedNetProfit => _desk.Positions.All.Sum(position => position.NetProfit);

    public double PreciseLeverage => _options.Leverage;

    public double StopOutLevel => _options.StopOutLevel;

    public long UserId => 1;

    public Asset Asset { get; }

    public TotalMarginCalculationType TotalMarginCalculationType => _options.MarginCalculation;

    public double Credit => _options.Credit;

    public string UserNickName => "headless";

    public DateTime CreationTime { get; }

    private double MarginOf(TerminalSymbol symbol, IEnumerable<TerminalPosition> positions)
    {
        double longVolume = positions.Where(position => position.TradeType == TradeType.Buy).Sum(p => p.VolumeInUnits);
        double shortVolume = positions.Where(position => position.TradeType == TradeType.Sell).Sum(p => p.VolumeInUnits);
        double ofLongs = symbol.MarginOf(longVolume, symbol.Bid);
        double ofShorts = symbol.MarginOf(shortVolume, symbol.Bid);
        return _options.MarginCalculation switch
        {
            TotalMarginCalculationType.Sum => ofLongs + ofShorts,
            TotalMarginCalculationType.Max => Math.Max(ofLongs, ofShorts),
            _ => symbol.MarginOf(Math.Abs(longVolume - shortVolume), symbol.Bid),
        };
    }
}
