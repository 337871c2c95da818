using cAlgo.API;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Tests.Brokerage;

/// <summary>An account of 10,000 dollars at 1:20 with bitcoin at 100,000, without a spread unless told.</summary>
internal sealed class Account
{
    internal Account(AccountOptions? options = null, SymbolSpecification? bitcoin = null)
    {
        Broker = new Broker(options ?? Plain, () => Now);
        Bitcoin = Broker.AddSymbol(bitcoin ?? Spec);
        Price(100_000);
    }

    internal static AccountOptions Plain { get; } = new()
    {
        Balance = 10_000,
        Leverage = 20,
        MarginCalculation = cAlgo.API.Internals.TotalMarginCalculationType.Sum,
    };

    internal static SymbolSpecification Spec { get; } = new() { Name = "BTCUSD" };

    internal DateTime Now { get; set; } = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    internal Broker Broker { get; }

    internal BrokerSymbol Bitcoin { get; }

    internal void Price(double bid, double? ask = null) => Broker.SetQuote(Bitcoin, bid, ask ?? bid);

    internal BrokerPosition Buy(double volume) => Broker.Trade(TradeType.Buy, Bitcoin, volume).Position!;

    internal BrokerPosition Sell(double volume) => Broker.Trade(TradeType.Sell, Bitcoin, volume).Position!;
}
