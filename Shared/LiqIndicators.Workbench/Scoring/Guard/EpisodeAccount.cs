using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>One account through one episode at a broker that charges and stops out; it keeps the books of whoever reduces it.</summary>
internal sealed class EpisodeAccount
{
    /// <summary>Name of the only symbol.</summary>
    internal const string SymbolName = "BTCUSD";

    /// <summary>Leverage that the broker grants.</summary>
    internal const double GrantedLeverage = 50;

    /// <summary>Margin level at which the broker closes; percent.</summary>
    internal const double StopOutLevelPct = 50;

    private readonly Broker _broker;
    private readonly BrokerSymbol _symbol;
    private readonly double _startEquity;
    private readonly List<double> _cuts = [];
    private double _peakEquity;
    private double _turnover;
    private double _cost;

    /// <summary>An account with its money and nothing open.</summary>
    internal EpisodeAccount(double equity)
    {
        _broker = new Broker(
            new AccountOptions
            {
                Balance = equity,
                Leverage = GrantedLeverage,
                StopOutLevel = StopOutLevelPct,
                MarginCalculation = TotalMarginCalculationType.Sum,
            },
            () => NowUtc);
        _symbol = _broker.AddSymbol(new SymbolSpecification
        {
            Name = SymbolName,
            Commission = TradingCosts.CommissionBps / 100,
            CommissionType = SymbolCommissionType.PercentageOfTradingVolume,
        });
        _startEquity = equity;
        _peakEquity = equity;
    }

    /// <summary>Time of the last price; UTC.</summary>
    internal DateTime NowUtc { get; private set; } = DateTime.UnixEpoch;

    /// <summary>Money with open results; US dollars.</summary>
    internal double Equity => _broker.Equity;

    /// <summary>Margin in use; US dollars.</summary>
    internal double Margin => _broker.Margin;

    /// <summary>Exposure over equity at the middle of the quote; positive infinity for exposure without equity.</summary>
    internal double Leverage => MarginArithmetic.EffectiveLeverage(Volume * Price, Equity);

    /// <summary>Middle of bid and ask; quote currency per unit.</summary>
    internal double Price => (_symbol.Bid + _symbol.Ask) / 2;

    /// <summary>Open volume; units.</summary>
    internal double Volume => _symbol.LongVolume + _symbol.ShortVolume;

    /// <summary>The symbol at the broker.</summary>
    internal BrokerSymbol Symbol => _symbol;

    /// <summary>What is open.</summary>
    internal IReadOnlyList<BrokerPosition> Positions => _broker.Positions;

    /// <summary>What was closed, by whomever.</summary>
    internal IReadOnlyList<ClosedDeal> Deals => _broker.Deals;

    /// <summary>Volumes of the policy's cuts, in time order; units.</summary>
    internal IReadOnlyList<double> Cuts => _cuts;

    /// <summary>Whether the broker stopped the account out.</summary>
    internal bool IsStoppedOut => _broker.StopOutCount > 0;

    /// <summary>Largest fall of equity from an earlier peak, over that peak; a fraction.</summary>
    internal double MaxDrawdown { get; private set; }

    /// <summary>Opens the positions of an entry at the present price.</summary>
    internal void Open(EpisodeEntry entry)
    {
        TradeType tradeType = entry.Side == PositionSide.Long ? TradeType.Buy : TradeType.Sell;
        foreach (double part in entry.Parts)
        {
            double step = _symbol.Specification.VolumeStep;
            double steps = Math.Round(part * entry.Leverage * entry.Equity / Price / step);
            double volume = Math.Max(_symbol.Specification.VolumeMin, (double)((decimal)steps * (decimal)step));
            BrokerReply reply = _broker.Trade(tradeType, _symbol, volume);
            if (!reply.IsSuccessful)
            {
                throw new InvalidOperationException(FormattableString.Invariant(
                    $"The broker refused to open {volume} of an account of leverage {entry.Leverage}: {reply.Error}."));
            }
        }

        NoteEquity();
    }

    /// <summary>Takes a price: whatever it sets off at the broker happens at once.</summary>
    /// <param name="timeUtc">UTC.</param>
    /// <param name="price">Middle of the quote; quote currency per unit.</param>
    /// <param name="unrestBps">Decides spread and slippage; basis points.</param>
    internal void Quote(DateTime timeUtc, double price, double unrestBps)
    {
        NowUtc = timeUtc;
        double half = TradingCosts.HalfSpreadBps(unrestBps) / 10_000;
        _symbol.SlippageBps = TradingCosts.SlippageBps(unrestBps);
        _broker.SetQuote(_symbol, price * (1 - half), price * (1 + half));
        NoteEquity();
    }

    /// <summary>Closes part or all of a position for a policy.</summary>
    /// <param name="position">An open position.</param>
    /// <param name="volume">Units.</param>
    /// <returns>What the broker says.</returns>
    internal BrokerReply Cut(BrokerPosition position, double volume)
    {
        double commissionBefore = position.Commissions * volume / position.Volume;
        BrokerReply reply = _broker.Close(position, volume);
        if (reply.IsSuccessful)
        {
            ClosedDeal deal = _broker.Deals[^1];
            _cuts.Add(volume);
            _turnover += volume * Price;
            _cost += (volume * Math.Abs(Price - deal.ClosingPrice)) + commissionBefore - deal.Commissions;
        }

        return reply;
    }

    /// <summary>Closes volume, the largest position first, in tradable parts.</summary>
    /// <param name="volume">Units wished for; what is closed is the next tradable volume above.</param>
    internal void CutVolume(double volume)
    {
        double left = volume;
        while (left > 0 && _broker.Positions.MaxBy(position => position.Volume) is { } largest)
        {
            double cut = VolumeRounding.CutAtLeast(
                largest.Volume, Math.Min(left, largest.Volume), _symbol.Specification.VolumeMin, _symbol.Specification.VolumeStep);
            if (cut == 0 || !Cut(largest, cut).IsSuccessful)
            {
                return;
            }

            left -= cut;
        }
    }

    /// <summary>What came of it, after everything that is left is closed at the market.</summary>
    /// <param name="hadBefore">Equity when the first shock began, or would have begun; US dollars.</param>
    internal EpisodeOutcome End(double hadBefore)
    {
        while (_broker.Positions.Count > 0)
        {
            _broker.Close(_broker.Positions[0], _broker.Positions[0].Volume);
        }

        NoteEquity();
        return new EpisodeOutcome(
            (Equity / _startEquity) - 1,
            (hadBefore / _startEquity) - 1,
            IsStoppedOut,
            MaxDrawdown,
            _turnover / _startEquity,
            _cost / _startEquity,
            _cuts.Count);
    }

    private void NoteEquity()
    {
        double equity = Equity;
        _peakEquity = Math.Max(_peakEquity, equity);
        MaxDrawdown = Math.Max(MaxDrawdown, 1 - (equity / _peakEquity));
    }
}
