using cAlgo.API;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Brokerage;

/// <summary>A symbol at the broker: its rules, its price, and what the account holds in it.</summary>
public sealed class BrokerSymbol
{
    private readonly Broker _broker;
    private readonly WeeklyHours _hours;

    internal BrokerSymbol(Broker broker, SymbolSpecification specification)
    {
        _broker = broker;
        _hours = new WeeklyHours(specification.Sessions);
        Specification = specification;
        SlippageBps = specification.SlippageBps;
    }

    /// <summary>What the broker says about the symbol.</summary>
    public SymbolSpecification Specification { get; }

    /// <summary>Name, as the broker writes it.</summary>
    public string Name => Specification.Name;

    /// <summary>Bid; quote currency per unit; NaN before the first price.</summary>
    public double Bid { get; private set; } = double.NaN;

    /// <summary>Ask; quote currency per unit; NaN before the first price.</summary>
    public double Ask { get; private set; } = double.NaN;

    /// <summary>How much worse than bid or ask market orders are filled; basis points, at least 0. It may change with the market.</summary>
    public double SlippageBps { get; set; }

    /// <summary>Volume of all longs; units.</summary>
    public double LongVolume { get; private set; }

    /// <summary>Volume of all shorts; units.</summary>
    public double ShortVolume { get; private set; }

    /// <summary>Account currency per quote currency; NaN when no symbol joins the two.</summary>
    public double QuoteToAccount => _broker.Rate(Specification.QuoteAsset, _broker.Options.Currency);

    /// <summary>Margin over both sides; account currency.</summary>
    public double Margin => MarginWith(LongVolume, LongValue, ShortVolume, ShortValue);

    /// <summary>Open profit before commission; account currency.</summary>
    public double GrossProfit => LongVolume == 0 && ShortVolume == 0
        ? 0
        : QuoteToAccount * ((LongVolume > 0 ? (Bid * LongVolume) - LongValue : 0)
            + (ShortVolume > 0 ? ShortValue - (Ask * ShortVolume) : 0));

    /// <summary>Volume times entry price, over all longs; quote currency.</summary>
    internal double LongValue { get; private set; }

    /// <summary>Volume times entry price, over all shorts; quote currency.</summary>
    internal double ShortValue { get; private set; }

    /// <summary>Commission charged for what is open; account currency, at most 0.</summary>
    internal double Commissions { get; private set; }

    /// <summary>Whether orders are accepted at a time.</summary>
    public bool IsOpenAt(DateTime timeUtc) => _hours.IsOpen(timeUtc);

    /// <summary>Margin of one order alone.</summary>
    /// <param name="volume">Units.</param>
    /// <param name="price">Quote currency per unit.</param>
    /// <returns>Account currency.</returns>
    public double MarginOf(double volume, double price) => ToAccount(MarginRules.OfSide(
        volume * price * QuoteToUsd, _broker.Options.Leverage, Specification.DynamicLeverage));

    /// <summary>Margin of the symbol if so much were held.</summary>
    internal double MarginWith(double longVolume, double longValue, double shortVolume, double shortValue)
    {
        if (longVolume == 0 && shortVolume == 0)
        {
            return 0;
        }

        bool isCurrent = _broker.Options.MarginPricing == MarginPricing.Current;
        double rate = QuoteToUsd;
        return ToAccount(MarginRules.OfSymbol(
            longVolume,
            longVolume > 0 ? rate * (isCurrent ? Bid : longValue / longVolume) : 0,
            shortVolume,
            shortVolume > 0 ? rate * (isCurrent ? Bid : shortValue / shortVolume) : 0,
            _broker.Options.MarginCalculation,
            _broker.Options.Leverage,
            Specification.DynamicLeverage));
    }

    /// <summary>Price at which a market order is filled.</summary>
    internal double FillPrice(TradeType tradeType) => tradeType == TradeType.Buy
        ? Ask * (1 + (SlippageBps / 10_000))
        : Bid * (1 - (SlippageBps / 10_000));

    /// <summary>Commission of one fill; account currency, at most 0.</summary>
    internal double CommissionOf(double volume, double price)
    {
        if (Specification.Commission == 0)
        {
            return 0;
        }

        double rate = Specification.Commission;
        double lots = volume / Math.Max(Specification.LotSize, 1);
        return -(Specification.CommissionType switch
        {
            SymbolCommissionType.UsdPerMillionUsdVolume => ToAccount(volume * price * QuoteToUsd / 1e6 * rate),
            SymbolCommissionType.UsdPerOneLot => ToAccount(lots * rate),
            SymbolCommissionType.PercentageOfTradingVolume => QuoteToAccount * volume * price * rate / 100,
            _ => QuoteToAccount * lots * rate,
        });
    }

    /// <summary>Whether an order of this volume is accepted.</summary>
    internal bool Accepts(double volume)
    {
        double steps = volume / Specification.VolumeStep;
        return volume >= Specification.VolumeMin
            && volume <= Specification.VolumeMax
            && Math.Abs(steps - Math.Round(steps)) < Broker.StepTolerance;
    }

    internal void SetQuote(double bid, double ask)
    {
        Bid = bid;
        Ask = ask;
    }

    internal void Recount(List<BrokerPosition> positions)
    {
        (LongVolume, ShortVolume, LongValue, ShortValue, Commissions) = (0, 0, 0, 0, 0);
        foreach (BrokerPosition position in positions)
        {
            if (position.Symbol != this)
            {
                continue;
            }

            Commissions += position.Commissions;
            if (position.TradeType == TradeType.Buy)
            {
                LongVolume += position.Volume;
                LongValue += position.Volume * position.EntryPrice;
            }
            else
            {
                ShortVolume += position.Volume;
                ShortValue += position.Volume * position.EntryPrice;
            }
        }
    }

    private double QuoteToUsd => _broker.Rate(Specification.QuoteAsset, "USD");

    private double ToAccount(double usd) => usd * _broker.Rate("USD", _broker.Options.Currency);
}
