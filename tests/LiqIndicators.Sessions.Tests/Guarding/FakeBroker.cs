using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

/// <summary>A broker with a will of its own: every order meets the fate its test chose, in virtual time.</summary>
internal sealed class FakeBroker : ITradingPort, ICascadeRiskPort, IClock
{
    public const string Btc = "BTCUSD";
    public const string Eth = "ETHUSD";

    private readonly List<(DateTime AtUtc, int Epoch, Action What)> _events = [];
    private readonly List<(int Id, DateTime AtUtc, double Volume)> _history = [];

    public FakeBroker(double balance, MarginCalculation calculation = MarginCalculation.Sum)
    {
        Balance = balance;
        Calculation = calculation;
        Symbols[Btc] = NewSymbol(Btc, 100_000, 0.01);
        Symbols[Eth] = NewSymbol(Eth, 4_000, 0.1);
    }

    public DateTime Now { get; private set; } = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    DateTime IClock.NowUtc => Now;

    public double Balance { get; set; }

    public MarginCalculation Calculation { get; }

    public AccountKind Kind { get; set; }

    public bool IsLive { get; set; }

    public bool IsConnected { get; set; } = true;

    public Dictionary<string, SymbolState> Symbols { get; } = [];

    public SortedDictionary<int, PositionState> Positions { get; } = [];

    public SortedDictionary<int, PendingOrderState> Orders { get; } = [];

    public Dictionary<(string Symbol, PositionSide Side), double> Risks { get; } = [];

    public double RiskAgeSeconds { get; set; }

    /// <summary>What reading the risks fails with; null when it works.</summary>
    public string? RiskFailure { get; set; }

    /// <summary>What reading the account fails with; null when it works.</summary>
    public string? AccountFailure { get; set; }

    public List<Command> Commands { get; } = [];

    /// <summary>Fate of the next order; by its number from 0.</summary>
    public Func<int, GuardActionKind, OrderFate> Fate { get; set; } = (_, _) => OrderFate.Good;

    /// <summary>Adverse slippage of fills; basis points.</summary>
    public double SlippageBps { get; set; }

    /// <summary>Called with each order before its fate.</summary>
    public Action<Command>? Received { get; set; }

    /// <summary>Rises with each restart of the algo: replies to a dead instance reach nobody.</summary>
    public int Epoch { get; set; }

    /// <summary>Positions and orders of the account with a fill still to come.</summary>
    public List<int> OpenFills { get; } = [];

    /// <summary>Of these, the ones that somebody else has touched since: the account can show that as the fill.</summary>
    public HashSet<int> Disguised { get; } = [];

    public double Equity => Balance + Positions.Values.Sum(Profit);

    public double Margin => Symbols.Values.Sum(s => MarginArithmetic.SymbolMargin(
        Exposure(s.Name, PositionSide.Long), Exposure(s.Name, PositionSide.Short), Calculation, 20, s.Tiers));

    public double Exposure(string symbol, PositionSide side) =>
        Positions.Values.Where(p => p.Symbol == symbol && p.Side == side).Sum(p => p.Volume) * Symbols[symbol].MidPrice;

    public double Volume(string symbol, PositionSide side) =>
        Math.Round(Positions.Values.Where(p => p.Symbol == symbol && p.Side == side).Sum(p => p.Volume), 9);

    public void Open(int id, PositionSide side, double volume, string symbol = Btc, string label = "") =>
        Positions[id] = new PositionState(id, symbol, side, volume, Symbols[symbol].MidPrice, double.NaN, 0, double.NaN, Now, label);

    /// <summary>What a netted account does with a fill: one position per symbol, added to or taken from.</summary>
    public void TradeNetted(int id, PositionSide side, double volume, string symbol)
    {
        PositionState held = Positions.Values.FirstOrDefault(p => p.Symbol == symbol);
        if (held.Volume == 0)
        {
            Open(id, side, volume, symbol);
        }
        else if (held.Side != side)
        {
            CloseByHand(held.Id, volume);
        }
        else
        {
            double entry = ((held.EntryPrice * held.Volume) + (Symbols[symbol].MidPrice * volume)) / (held.Volume + volume);
            Positions[held.Id] = held with { Volume = Math.Round(held.Volume + volume, 9), EntryPrice = entry };
        }
    }

    public void Place(int id, PositionSide side, double volume, string symbol = Btc) =>
        Orders[id] = new PendingOrderState(id, symbol, side, volume, Symbols[symbol].MidPrice * 0.99, string.Empty);

    public void SetRisk(double risk, PositionSide side = PositionSide.Long, string symbol = Btc) => Risks[(symbol, side)] = risk;

    public void SetPrice(string symbol, double price, double spreadBps = 0)
    {
        double half = price * spreadBps / 20_000;
        Symbols[symbol] = Symbols[symbol] with { Bid = price - half, Ask = price + half };
    }

    public void SetOpen(string symbol, bool isOpen) => Symbols[symbol] = Symbols[symbol] with { IsMarketOpen = isOpen };

    /// <summary>Somebody other than the guard closes.</summary>
    public void CloseByHand(int id, double volume)
    {
        Fill(id, volume);
        if (OpenFills.Contains(id))
        {
            Disguised.Add(id);
        }
    }

    public void Advance(double seconds)
    {
        DateTime until = Now.AddSeconds(seconds);
        while (_events.Count > 0 && _events.Min(e => e.AtUtc) <= until)
        {
            int next = _events.FindIndex(e => e.AtUtc == _events.Min(other => other.AtUtc));
            (DateTime atUtc, int epoch, Action what) = _events[next];
            _events.RemoveAt(next);
            Now = atUtc > Now ? atUtc : Now;
            if (epoch < 0 || epoch == Epoch)
            {
                what();
            }
        }

        Now = until;
    }

    public bool TryRead(GuardSnapshot snapshot)
    {
        if (AccountFailure is not null)
        {
            throw new InvalidOperationException(AccountFailure);
        }

        if (!IsConnected)
        {
            return false;
        }

        Assert.Empty(snapshot.Positions);
        double margin = Margin;
        snapshot.Account = new AccountState(
            Balance, Equity, margin, margin > 0 ? 100 * Equity / margin : double.NaN, 50, 20, Kind, Calculation, IsLive, 0);
        snapshot.Symbols.AddRange(Symbols.Values);
        snapshot.Positions.AddRange(Positions.Values.Select(p => p with
        {
            NetProfit = Profit(p),
            Margin = p.Volume * Symbols[p.Symbol].MidPrice / 20,
        }));
        snapshot.Orders.AddRange(Orders.Values);
        return true;
    }

    void ICascadeRiskPort.Read(GuardSnapshot snapshot)
    {
        if (RiskFailure is not null)
        {
            throw new InvalidOperationException(RiskFailure);
        }

        foreach (((string symbol, PositionSide side), double risk) in Risks)
        {
            snapshot.Risks.Add(new CascadeRisk(symbol, side, risk, Now.AddSeconds(-RiskAgeSeconds), 1));
        }
    }

    public double ClosedVolume(int positionId, DateTime sinceUtc) =>
        IsConnected ? _history.Where(h => h.Id == positionId && h.AtUtc >= sinceUtc).Sum(h => h.Volume) : double.NaN;

    public void Close(int positionId, double volume, Action<TradeReply> reply)
    {
        Assert.True(Positions.TryGetValue(positionId, out PositionState position), $"Position {positionId} is not open.");
        Assert.InRange(volume, 1e-12, position.Volume);
        double notional = volume * Symbols[position.Symbol].MidPrice;
        Take(new Command(Now, GuardActionKind.Reduce, positionId, volume, double.NaN, notional), reply, share =>
        {
            if (share > 0)
            {
                Fill(positionId, Math.Round(volume * share, 2));
            }
        });
    }

    public void MoveStop(int positionId, double stopPrice, Action<TradeReply> reply)
    {
        PositionState position = Positions[positionId];
        bool isNearer = double.IsNaN(position.StopPrice)
            || (position.Side == PositionSide.Long ? stopPrice > position.StopPrice : stopPrice < position.StopPrice);
        Assert.True(isNearer, $"The stop of {positionId} would move from {position.StopPrice} to {stopPrice}.");
        Take(new Command(Now, GuardActionKind.TightenStop, positionId, 0, stopPrice, 0), reply, share =>
        {
            if (share > 0 && Positions.TryGetValue(positionId, out PositionState now))
            {
                Positions[positionId] = now with { StopPrice = stopPrice };
            }
        });
    }

    public void Cancel(int orderId, Action<TradeReply> reply)
    {
        Assert.True(Orders.ContainsKey(orderId), $"Order {orderId} does not exist.");
        Take(new Command(Now, GuardActionKind.CancelOrder, orderId, 0, double.NaN, 0), reply, share =>
        {
            if (share > 0)
            {
                Orders.Remove(orderId);
            }
        });
    }

    private void Take(Command command, Action<TradeReply> reply, Action<double> fill)
    {
        Received?.Invoke(command);
        OrderFate fate = Fate(Commands.Count, command.Kind);
        Commands.Add(command);
        double fillPrice = FillPrice(command);
        if (fate.FillShare > 0)
        {
            OpenFills.Add(command.Id);
            Do(fate.FillSeconds, -1, () =>
            {
                OpenFills.Remove(command.Id);
                Disguised.Remove(command.Id);
                fill(fate.FillShare);
            });
        }

        if (fate.Reply is TradeOutcome outcome)
        {
            Do(fate.ReplySeconds, Epoch, () => reply(new TradeReply(outcome, outcome == TradeOutcome.Done ? fillPrice : double.NaN)));
        }
    }

    private double FillPrice(Command command)
    {
        if (command.Kind != GuardActionKind.Reduce || !Positions.TryGetValue(command.Id, out PositionState position))
        {
            return double.NaN;
        }

        SymbolState symbol = Symbols[position.Symbol];
        return position.Side == PositionSide.Long
            ? symbol.Bid * (1 - (SlippageBps / 10_000))
            : symbol.Ask * (1 + (SlippageBps / 10_000));
    }

    private void Do(double seconds, int epoch, Action what)
    {
        if (seconds <= 0)
        {
            what();
        }
        else
        {
            _events.Add((Now.AddSeconds(seconds), epoch, what));
        }
    }

    private void Fill(int id, double volume)
    {
        if (!Positions.TryGetValue(id, out PositionState position))
        {
            return;
        }

        double closed = Math.Min(volume, position.Volume);
        double left = Math.Round(position.Volume - closed, 9);
        Balance += Profit(position) * closed / position.Volume;
        _history.Add((id, Now, closed));
        if (left <= 0)
        {
            Positions.Remove(id);
        }
        else
        {
            Positions[id] = position with { Volume = left };
        }
    }

    private double Profit(PositionState position) => (Symbols[position.Symbol].MidPrice - position.EntryPrice)
        * position.Volume * (position.Side == PositionSide.Long ? 1 : -1);

    private static SymbolState NewSymbol(string name, double price, double step) =>
        new(name, step, step, 1_000, price, price, 1, 1, [], 2, 0, true);
}
