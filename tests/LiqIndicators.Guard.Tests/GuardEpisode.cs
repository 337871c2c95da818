using System.Reflection;
using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.CTrader.Guarding;
using LiqIndicators.Sessions.Guarding;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Guard.Tests;

/// <summary>Five minutes in which everything goes wrong around the real robot, then thirty in which nothing does; all from one seed.</summary>
internal sealed class GuardEpisode : IDisposable
{
    private const int RoughSeconds = 300;
    private const int CalmSeconds = 1_800;

    // A fill later than the settle time would be a broker that lies for good; no bot can tell it from a refusal.
    private const double LatestFill = 9;

    private static readonly ErrorCode[] Errors = Enum.GetValues<ErrorCode>();

    private static readonly FieldInfo GuardField =
        typeof(Robots.LeverageGuard).GetField("_guard", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Random _random;
    private readonly GuardMode _mode;
    private readonly double _faultShare;
    private readonly int _maxOrders;
    private readonly double _maxVolume;
    private readonly List<string> _problems = [];
    private readonly List<(TradeRequest Request, double Notional)> _orders = [];
    private readonly List<(int Id, DateTime UntilUtc)> _openFills = [];
    private readonly HashSet<int> _disguised = [];
    private bool _isRough = true;
    private bool _isOffline;
    private int _ordersSeen;

    internal GuardEpisode(int seed, GuardMode mode = GuardMode.Armed)
    {
        _random = new Random(seed);
        _mode = mode;
        _faultShare = _random.NextDouble() * 0.8;
        _maxOrders = 5 + _random.Next(200);
        _maxVolume = _random.Next(3) == 0 ? 20_000 + _random.Next(300_000) : 0;
        TimeSpan closing = TimeSpan.FromSeconds((12 * 3_600) + 60 + _random.Next(120));
        SymbolSpecification bitcoin = new()
        {
            Name = GuardedTerminal.Btc,
            VolumeMin = _random.Next(3) == 0 ? 0.05 : 0.01,
            SlippageBps = _random.Next(3) * 20,
            Commission = 30,
            Sessions =
            [
                new(DayOfWeek.Monday, TimeSpan.Zero, DayOfWeek.Monday, closing),
                new(DayOfWeek.Monday, closing + TimeSpan.FromSeconds(1 + _random.Next(90)), DayOfWeek.Monday, TimeSpan.FromHours(23)),
            ],
        };
        TerminalOptions options = new()
        {
            ChartIsNull = _random.Next(4) != 0,
            Fates = Fate,
            Account = new AccountOptions
            {
                Balance = 8_000 + _random.Next(8_000),
                Leverage = 20,
                MarginCalculation = (TotalMarginCalculationType)_random.Next(3),
                AccountType = _random.Next(4) == 0 ? AccountType.Netted : AccountType.Hedged,
                StopOut = (StopOutKind)_random.Next(2),
                MarginPricing = (MarginPricing)_random.Next(2),
                PartialCloseRaisesClosed = _random.Next(2) == 0,
            },
        };
        Desk = new GuardedTerminal(
            options,
            bitcoin,
            ("Mode", mode),
            ("Response", _random.Next(5) == 0 ? LadderResponse.TightenStop : LadderResponse.Reduce),
            ("Profit", (ProfitPolicy)_random.Next(5)),
            ("Order", (CutOrder)_random.Next(2)),
            ("DailyLossPct", _random.Next(4) == 0 ? 20.0 : 0.0),
            ("ProtectedLabels", "keep"),
            ("MaxOrdersPerHour", _maxOrders),
            ("MaxVolumePerHour", _maxVolume));
    }

    internal GuardedTerminal Desk { get; }

    internal bool WasKilled { get; private set; }

    internal IReadOnlyList<string> Problems => _problems;

    internal int Orders => _orders.Count;

    internal GuardStatus Status => Session.Status;

    private GuardSession Session => ((GuardView)GuardField.GetValue(Desk.Guard.Instance)!).Session;

    private bool IsNetted => Desk.Broker.Options.AccountType == AccountType.Netted;

    internal void Play()
    {
        Begin();
        for (int i = 0; i < RoughSeconds; i++)
        {
            Disturb();
            Desk.Run(1);
            CheckStep();
        }

        _isRough = false;
        Desk.Terminal.ChangeConnection(true);
        Desk.Risks.AgeSeconds = 0;
        Desk.Price(Desk.Broker.Symbols[0].Bid);
        Desk.Price(Desk.Broker.Symbols[1].Bid, GuardedTerminal.Eth);
        for (int i = 0; i < CalmSeconds; i++)
        {
            Desk.Run(1);
            CheckStep();
        }

        CheckCaps();
        foreach (AlgoError error in Desk.Terminal.Errors)
        {
            _problems.Add($"{error.Callback}: {error.Exception}");
        }
    }

    public void Dispose() => Desk.Dispose();

    private void Begin()
    {
        for (int i = 0; i <= _random.Next(6); i++)
        {
            bool isBitcoin = _random.Next(2) == 0;
            OpenByHand(
                _random.Next(3) == 0 ? TradeType.Sell : TradeType.Buy,
                isBitcoin ? GuardedTerminal.Btc : GuardedTerminal.Eth,
                isBitcoin ? Steps(60, 0.01) : Steps(120, 0.1),
                i == 2 && !IsNetted ? "keep" : null);
        }

        for (int i = 0; i < _random.Next(3); i++)
        {
            Desk.Terminal.PlaceOrder(TradeType.Buy, GuardedTerminal.Btc, Steps(30, 0.01) + 0.05, PendingOrderType.Limit, 99_500 - _random.Next(500));
        }

        foreach (BrokerSymbol symbol in Desk.Broker.Symbols)
        {
            Desk.SetRisk(0, PositionSide.Long, symbol.Name);
            Desk.SetRisk(0, PositionSide.Short, symbol.Name);
        }

        Desk.Attach();
    }

    private void Disturb()
    {
        foreach (BrokerSymbol symbol in Desk.Broker.Symbols)
        {
            double bid = Math.Round(symbol.Bid * (1 + ((_random.NextDouble() - 0.52) * 0.002)), 2);
            Desk.Price(bid, symbol.Name, Math.Round(bid * (_random.Next(20) == 0 ? 1.006 : 1.0002), 2));
        }

        switch (_random.Next(50))
        {
            case 0 or 1 or 2:
                Desk.SetRisk(_random.Next(101), (PositionSide)_random.Next(2), RandomSymbol());
                break;
            case 3:
                Desk.Terminal.ChangeConnection(_isOffline);
                _isOffline = !_isOffline;
                break;
            case 4:
                OpenByHand((TradeType)_random.Next(2), GuardedTerminal.Btc, Steps(30, 0.01), null);
                break;
            case 5 when Desk.Broker.Positions.Count > 0:
                BrokerPosition any = Desk.Broker.Positions[_random.Next(Desk.Broker.Positions.Count)];
                CloseByHand(any, Math.Round(any.Volume * _random.NextDouble(), 2));
                break;
            case 6:
                CloseLikeAnotherBot();
                break;
            case 7 when _random.Next(3) == 0:
                Desk.Guard.Crash();
                Desk.Guard.Revive();
                break;
            case 8 when _random.Next(3) == 0:
                Desk.Guard.ChangeParameter("Mode", _mode);
                break;
            case 9:
                Desk.Risks.AgeSeconds = _random.Next(2) * 1_000;
                break;
            case 10 when _random.Next(10) == 0:
                Session.Kill("episode");
                WasKilled = true;
                break;
            case 11:
                Desk.Broker.Symbols[0].SlippageBps = _random.Next(80);
                break;
            case 12:
                Desk.Broker.Transfer(_random.Next(3) == 0 ? -200 : 200);
                break;
            default:
                break;
        }
    }

    private void OpenByHand(TradeType side, string symbol, double volume, string? label)
    {
        // On a netted account it may close what an order on its way is about to close.
        foreach (BrokerPosition position in Desk.Broker.Positions.Where(p => IsNetted && p.Symbol.Name == symbol))
        {
            Touch(position.Id);
        }

        Desk.Terminal.OpenPosition(side, symbol, volume, label);
    }

    private void CloseByHand(BrokerPosition position, double volume)
    {
        Touch(position.Id);
        Desk.Terminal.ClosePosition(position.Id, volume);
    }

    /// <summary>The other bot closes whole what this one is about to cut.</summary>
    private void CloseLikeAnotherBot()
    {
        foreach (GuardAction action in (Status.Decision.Actions ?? []).Where(a => a.Kind == GuardActionKind.Reduce).Take(2))
        {
            if (Desk.Broker.FindPosition(action.Id) is { } position)
            {
                CloseByHand(position, position.Volume);
            }
        }
    }

    /// <summary>Whoever closes by hand what an order is about to close makes the account show it as done: no one can tell.</summary>
    private void Touch(int id)
    {
        if (_openFills.Exists(open => open.Id == id && open.UntilUtc > Desk.NowUtc))
        {
            _disguised.Add(id);
        }
    }

    private OrderFate Fate(TradeRequest request)
    {
        Check(request);
        OrderFate fate = RandomFate();
        if (fate.FillShare > 0 && fate.FillAfter > TimeSpan.Zero)
        {
            _openFills.Add((request.Id, request.TimeUtc + fate.FillAfter));
        }

        return fate;
    }

    private OrderFate RandomFate()
    {
        TimeSpan late = TimeSpan.FromSeconds(_random.NextDouble() * LatestFill);
        if (!_isRough || _random.NextDouble() > _faultShare)
        {
            return _random.Next(2) == 0
                ? OrderFate.Plain
                : new OrderFate { FillAfter = TimeSpan.FromSeconds(0.2), ReplyAfter = TimeSpan.FromSeconds(0.3) };
        }

        return _random.Next(7) switch
        {
            0 => OrderFate.Refused(ErrorCode.Timeout) with { FillShare = 1, FillAfter = late / 2, ReplyAfter = late },
            1 => OrderFate.Refused(ErrorCode.Timeout) with { FillShare = 1, FillAfter = late },
            2 => OrderFate.Refused(ErrorCode.Timeout) with { ReplyAfter = late },
            3 => new OrderFate { FillShare = _random.NextDouble(), FillAfter = TimeSpan.FromSeconds(0.4), ReplyAfter = TimeSpan.FromSeconds(0.5) },
            4 => new OrderFate { IsAnswered = false, FillShare = _random.Next(2), FillAfter = late },
            5 => OrderFate.Refused(ErrorCode.Disconnected) with { FillShare = _random.Next(2), FillAfter = late },
            _ => OrderFate.Refused(Errors[_random.Next(Errors.Length)]),
        };
    }

    /// <summary>The rules that every single order must keep.</summary>
    private void Check(TradeRequest request)
    {
        DateTime now = request.TimeUtc;
        Expect(!WasKilled, $"{request} after the kill switch");
        Expect(_mode == GuardMode.Armed, $"{request} in Monitor");
        Expect(
            request.Kind is TradeRequestKind.Close or TradeRequestKind.Protect or TradeRequestKind.CancelOrder,
            $"{request} could add exposure");
        Expect(
            _openFills.All(open => open.UntilUtc <= now || _disguised.Contains(open.Id)), $"{request} while an order is still open at the broker");
        double notional = 0;
        if (request.Kind != TradeRequestKind.CancelOrder)
        {
            BrokerPosition? position = Desk.Broker.FindPosition(request.Id);
            Expect(position is not null, $"{request} on what is not open");
            if (position is not null)
            {
                Expect(position.Label != "keep", $"{request} on a protected position");
                notional = request.Volume * position.Symbol.Bid;
                CheckTarget(request, position);
            }
        }

        _orders.Add((request, notional));
    }

    private void CheckTarget(TradeRequest request, BrokerPosition position)
    {
        if (request.Kind == TradeRequestKind.Protect)
        {
            bool isNearer = position.StopLoss is not { } stop
                || (position.TradeType == TradeType.Buy ? request.StopLoss > stop : request.StopLoss < stop);
            Expect(isNearer, $"{request} moves the stop away from {position.StopLoss}");
            return;
        }

        double left = position.Volume - request.Volume;
        Expect(request.Volume > 0 && left > -1e-9, $"{request} of {position.Volume}");
        Expect(left < 1e-9 || left >= position.Symbol.Specification.VolumeMin - 1e-9, $"{request} leaves {left}");
    }

    /// <summary>Whoever wants to act and does not must say why.</summary>
    private void CheckStep()
    {
        bool hasSent = _orders.Count > _ordersSeen;
        _ordersSeen = _orders.Count;
        GuardStatus status = Status;
        IReadOnlyList<GuardAction> actions = status.Decision.Actions ?? [];
        bool isSilent = status.General == Refusal.None && status.Refused.Count == 0;
        if (!hasSent && isSilent && actions.Count > 0)
        {
            _problems.Add($"{Desk.NowUtc:HH:mm:ss}: nothing sent and no reason for {actions[0]}");
        }

        if (actions.Count == 0 && isSilent && status.Decision.State.DayUtc != default)
        {
            Expect(status.Decision.Hold != HoldReason.None, "a hold without reason");
        }
    }

    private void CheckCaps()
    {
        for (int i = 0; i < _orders.Count; i++)
        {
            DateTime from = _orders[i].Request.TimeUtc;
            (TradeRequest, double Notional)[] hour = [.. _orders.Skip(i).Where(o => o.Request.TimeUtc - from < TimeSpan.FromHours(1))];
            Expect(hour.Length <= _maxOrders, $"{hour.Length} orders in an hour, cap {_maxOrders}");

            // The guard counts at the middle of bid and ask, the test at the bid.
            double sum = hour.Sum(o => o.Notional);
            Expect(_maxVolume == 0 || sum <= _maxVolume * (1 + 1e-9), $"{sum} closed in an hour, cap {_maxVolume}");
        }
    }

    private void Expect(bool isTrue, string problem)
    {
        if (!isTrue)
        {
            _problems.Add($"{Desk.NowUtc:HH:mm:ss}: {problem}");
        }
    }

    private string RandomSymbol() => _random.Next(2) == 0 ? GuardedTerminal.Btc : GuardedTerminal.Eth;

    private double Steps(int most, double step) => Math.Round((1 + _random.Next(most)) * step, 9);
}
