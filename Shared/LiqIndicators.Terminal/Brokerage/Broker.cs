using cAlgo.API;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Brokerage;

/// <summary>One account at a broker: prices come in, orders are filled, margin is asked for, and what is too risky is stopped out.</summary>
/// <remarks>
/// <para>
/// It has no clock, no thread and no platform around it: give it prices with <see cref="SetQuote"/> and trade on it. The headless terminal runs
/// on the same class. Everything happens within the call: protections, pending orders and stop-out at the price that triggers them.
/// </para>
/// <para>Rules of the platform that it follows: dynamic leverage summed per step on US dollar exposure, the sides of a symbol added up by the
/// account's rule, Smart or Fair stop-out. Swap, dividends and negative balance protection are not played.</para>
/// </remarks>
public sealed partial class Broker
{
    /// <summary>Volumes nearer to each other than this share of a step are the same.</summary>
    internal const double StepTolerance = 1e-6;

    private readonly Func<DateTime> _nowUtc;
    private readonly List<BrokerSymbol> _symbols = [];
    private readonly List<BrokerPosition> _positions = [];
    private readonly List<BrokerOrder> _orders = [];
    private readonly List<ClosedDeal> _deals = [];
    private readonly List<BrokerTransfer> _transfers = [];
    private int _lastId;

    /// <summary>Opens an account.</summary>
    /// <param name="options">The account at the start.</param>
    /// <param name="nowUtc">The clock that market hours and deals go by; UTC.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public Broker(AccountOptions options, Func<DateTime> nowUtc)
    {
        if (!(options.Leverage > 0) || !(options.StopOutLevel >= 0))
        {
            throw new ArgumentException(
                $"Leverage is {options.Leverage} and StopOutLevel is {options.StopOutLevel}; expected more than 0 and at least 0.",
                nameof(options));
        }

        Options = options;
        Balance = options.Balance;
        _nowUtc = nowUtc;
    }

    /// <summary>A position came to be.</summary>
    public event Action<BrokerPosition>? PositionOpened;

    /// <summary>Volume, entry price or protection of a position changed.</summary>
    public event Action<BrokerPosition>? PositionChanged;

    /// <summary>A position was closed, in part or whole; in part, <see cref="PositionChanged"/> came before.</summary>
    public event Action<BrokerPosition, ClosedDeal>? PositionClosed;

    /// <summary>A pending order was placed.</summary>
    public event Action<BrokerOrder>? OrderPlaced;

    /// <summary>A pending order changed.</summary>
    public event Action<BrokerOrder>? OrderChanged;

    /// <summary>A pending order became a position, or took from one on a netted account.</summary>
    public event Action<BrokerOrder, BrokerPosition?>? OrderFilled;

    /// <summary>A pending order ended without a fill.</summary>
    public event Action<BrokerOrder, PendingOrderCancellationReason>? OrderCancelled;

    /// <summary>The account at the start, and its rules.</summary>
    public AccountOptions Options { get; }

    /// <summary>Money without open results; account currency.</summary>
    public double Balance { get; private set; }

    /// <summary>Balance with credit and open net results; account currency.</summary>
    public double Equity => Balance + Options.Credit + UnrealizedNetProfit;

    /// <summary>Open results before commission; account currency.</summary>
    public double UnrealizedGrossProfit
    {
        get
        {
            double sum = 0;
            foreach (BrokerSymbol symbol in _symbols)
            {
                sum += symbol.GrossProfit;
            }

            return sum;
        }
    }

    /// <summary>Open results after the commission charged so far; account currency.</summary>
    public double UnrealizedNetProfit
    {
        get
        {
            double sum = 0;
            foreach (BrokerSymbol symbol in _symbols)
            {
                sum += symbol.GrossProfit + symbol.Commissions;
            }

            return sum;
        }
    }

    /// <summary>Margin in use; account currency.</summary>
    public double Margin
    {
        get
        {
            double sum = 0;
            foreach (BrokerSymbol symbol in _symbols)
            {
                sum += symbol.Margin;
            }

            return sum;
        }
    }

    /// <summary>Equity less margin; account currency.</summary>
    public double FreeMargin => Equity - Margin;

    /// <summary>Equity over margin; percent; null while no margin is in use.</summary>
    public double? MarginLevel => Margin is > 0 and double margin ? 100 * Equity / margin : null;

    /// <summary>How often the broker closed something because of the margin level.</summary>
    public int StopOutCount { get; private set; }

    /// <summary>Symbols, in the order of their adding.</summary>
    public IReadOnlyList<BrokerSymbol> Symbols => _symbols;

    /// <summary>Open positions, oldest first.</summary>
    public IReadOnlyList<BrokerPosition> Positions => _positions;

    /// <summary>Pending orders, oldest first.</summary>
    public IReadOnlyList<BrokerOrder> Orders => _orders;

    /// <summary>What was closed, in the order of closing.</summary>
    public IReadOnlyList<ClosedDeal> Deals => _deals;

    /// <summary>Deposits and withdrawals, in their order.</summary>
    public IReadOnlyList<BrokerTransfer> Transfers => _transfers;

    /// <summary>Adds a symbol.</summary>
    /// <exception cref="ArgumentException">There is already one of that name.</exception>
    public BrokerSymbol AddSymbol(SymbolSpecification specification)
    {
        if (_symbols.Exists(known => known.Name == specification.Name))
        {
            throw new ArgumentException($"There is already a symbol {specification.Name}.", nameof(specification));
        }

        BrokerSymbol symbol = new(this, specification);
        _symbols.Add(symbol);
        return symbol;
    }

    /// <summary>A price: protections, pending orders and the stop-out level answer to it at once.</summary>
    /// <param name="symbol">A symbol of this broker.</param>
    /// <param name="bid">Quote currency per unit; &gt; 0.</param>
    /// <param name="ask">Quote currency per unit; at least the bid.</param>
    /// <exception cref="ArgumentOutOfRangeException">A price is NaN or outside its range.</exception>
    public void SetQuote(BrokerSymbol symbol, double bid, double ask)
    {
        if (!(bid > 0 && ask >= bid && ask <= double.MaxValue))
        {
            throw new ArgumentOutOfRangeException(
                nameof(bid), bid, FormattableString.Invariant($"bid is {bid} and ask is {ask}; expected 0 < bid <= ask, finite."));
        }

        symbol.SetQuote(bid, ask);
        React(symbol);
    }

    /// <summary>Pays money in, or out when negative.</summary>
    /// <param name="amount">Account currency; finite.</param>
    public void Transfer(double amount)
    {
        Balance += amount;
        _transfers.Add(new BrokerTransfer(_nowUtc(), amount, Balance));
        StopOut();
    }

    /// <summary>An open position by number; null when there is none.</summary>
    public BrokerPosition? FindPosition(int id) => _positions.Find(position => position.Id == id);

    /// <summary>A pending order by number; null when there is none.</summary>
    public BrokerOrder? FindOrder(int id) => _orders.Find(order => order.Id == id);

    /// <summary>Price of one asset in another; NaN when no symbol joins them.</summary>
    internal double Rate(string from, string to)
    {
        if (from == to)
        {
            return 1;
        }

        foreach (BrokerSymbol symbol in _symbols)
        {
            if (symbol.Specification.BaseAsset == from && symbol.Specification.QuoteAsset == to)
            {
                return symbol.Bid;
            }

            if (symbol.Specification.BaseAsset == to && symbol.Specification.QuoteAsset == from)
            {
                return 1 / symbol.Ask;
            }
        }

        return double.NaN;
    }

    /// <summary>What a price that is already set brings about.</summary>
    internal void React(BrokerSymbol symbol)
    {
        if (symbol.IsOpenAt(_nowUtc()))
        {
            TouchProtections(symbol);
            TouchOrders(symbol);
        }

        StopOut();
    }

    private void TouchProtections(BrokerSymbol symbol)
    {
        for (int i = 0; i < _positions.Count; i++)
        {
            BrokerPosition position = _positions[i];
            if (position.Symbol != symbol)
            {
                continue;
            }

            bool isStop = position.Direction * (position.CurrentPrice - position.StopLoss) <= 0;
            if (isStop || position.Direction * (position.CurrentPrice - position.TakeProfit) >= 0)
            {
                Reduce(position, position.Volume, isStop ? PositionCloseReason.StopLoss : PositionCloseReason.TakeProfit);

                // Whoever heard of it may have traded: the list is another one now.
                i = -1;
            }
        }
    }

    private void TouchOrders(BrokerSymbol symbol)
    {
        for (int i = 0; i < _orders.Count; i++)
        {
            BrokerOrder order = _orders[i];
            if (order.Symbol != symbol)
            {
                continue;
            }

            if (order.ExpirationUtc <= _nowUtc())
            {
                End(order, PendingOrderCancellationReason.Expired);
                i = -1;
            }
            else if (order.IsReached)
            {
                Fill(order);
                i = -1;
            }
        }
    }

    private void StopOut()
    {
        while (MarginLevel < Options.StopOutLevel && StopOutRule.Next(this, _nowUtc()) is { } next)
        {
            StopOutCount++;
            Reduce(next.Position, next.Volume, PositionCloseReason.StopOut);
        }
    }
}
