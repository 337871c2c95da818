using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

/// <summary>Ten minutes in which everything goes wrong, then thirty in which nothing does; all from one seed.</summary>
internal sealed class Episode
{
    private const int RoughSeconds = 600;
    private const int CalmSeconds = 1_800;

    // A late fill beyond the settle time would be a broker that lies for good; no bot can tell it from a refusal.
    private const double LatestFill = 9;

    private static readonly TradeOutcome[] Errors = [.. Enum.GetValues<TradeOutcome>().Where(o => o != TradeOutcome.Done)];

    private readonly Random _random;
    private readonly List<string> _problems = [];
    private bool _isRough = true;
    private bool _isKilled;
    private double _faultShare;
    private int _commandsSeen;
    private int _nextId = 100;

    public Episode(int seed, GuardMode mode = GuardMode.Armed)
    {
        _random = new Random(seed);
        Mode = mode;
        Broker = new FakeBroker(8_000 + _random.Next(8_000), (MarginCalculation)_random.Next(3));
        Broker.Kind = _random.Next(4) == 0 ? AccountKind.Netted : AccountKind.Hedged;
        if (_random.Next(3) == 0)
        {
            Broker.Symbols[FakeBroker.Btc] = Broker.Symbols[FakeBroker.Btc] with { VolumeMin = 0.05 };
        }

        Options = new GuardSessionOptions
        {
            Mode = mode,
            MaxActionsPerHour = 5 + _random.Next(200),
            MaxNotionalPerHour = _random.Next(3) == 0 ? 20_000 + _random.Next(300_000) : double.PositiveInfinity,
        };
        Desk = new Desk(Broker, Options, new GuardOptions
        {
            Ladder = Desk.Ladder,
            Response = _random.Next(5) == 0 ? LadderResponse.TightenStop : LadderResponse.Reduce,
            Profit = (ProfitPolicy)_random.Next(5),
            Order = (CutOrder)_random.Next(2),
            DailyLossLimitPct = _random.Next(4) == 0 ? 20 : double.NaN,
            Scope = new GuardScope { ProtectedIds = new HashSet<int> { 3 } },
        });
        Broker.Received = Check;
        Broker.Fate = (_, _) => Fate();
        Desk.Stepped = CheckStep;
    }

    public FakeBroker Broker { get; }

    public Desk Desk { get; }

    public GuardSessionOptions Options { get; }

    public GuardMode Mode { get; }

    public IReadOnlyList<string> Problems => _problems;

    public bool WasKilled => _isKilled;

    public void Play()
    {
        Begin();
        for (int i = 0; i < RoughSeconds; i++)
        {
            Disturb();
            Desk.Run(1);
        }

        _isRough = false;
        Broker.IsConnected = true;
        Broker.SetOpen(FakeBroker.Btc, true);
        Broker.SetOpen(FakeBroker.Eth, true);
        Broker.RiskAgeSeconds = 0;
        foreach (string symbol in Broker.Symbols.Keys)
        {
            Broker.SetPrice(symbol, Broker.Symbols[symbol].MidPrice);
        }

        Desk.Run(CalmSeconds);
        CheckCaps();
    }

    private void Begin()
    {
        int count = 1 + _random.Next(6);
        for (int id = 1; id <= count; id++)
        {
            bool isBtc = _random.Next(2) == 0;
            PositionSide side = _random.Next(3) == 0 ? PositionSide.Short : PositionSide.Long;
            Trade(id, side, isBtc ? Steps(60, 0.01) : Steps(120, 0.1), isBtc ? FakeBroker.Btc : FakeBroker.Eth);
        }

        for (int id = 1; id <= _random.Next(3); id++)
        {
            Broker.Place(id, PositionSide.Long, Steps(30, 0.01));
        }

        foreach (string symbol in Broker.Symbols.Keys)
        {
            Broker.SetRisk(0, PositionSide.Long, symbol);
            Broker.SetRisk(0, PositionSide.Short, symbol);
        }

        _faultShare = _random.NextDouble() * 0.8;
    }

    private void Disturb()
    {
        foreach (string symbol in Broker.Symbols.Keys)
        {
            double price = Broker.Symbols[symbol].MidPrice * (1 + ((_random.NextDouble() - 0.52) * 0.002));
            Broker.SetPrice(symbol, Math.Round(price, 2), _random.Next(20) == 0 ? 60 : 2);
        }

        switch (_random.Next(60))
        {
            case 0 or 1 or 2:
                Broker.SetRisk(_random.Next(101), (PositionSide)_random.Next(2), RandomSymbol());
                break;
            case 3:
                Broker.IsConnected = !Broker.IsConnected;
                break;
            case 4:
                string symbol = RandomSymbol();
                Broker.SetOpen(symbol, !Broker.Symbols[symbol].IsMarketOpen);
                break;
            case 5:
                TradeByHand();
                break;
            case 6:
                CloseLikeAnotherBot();
                break;
            case 7 when _random.Next(3) == 0:
                Desk.Crash();
                break;
            case 8 when _random.Next(3) == 0:
                Desk.Restart();
                break;
            case 9:
                Broker.RiskAgeSeconds = _random.Next(2) * 1_000;
                break;
            case 10 when _random.Next(10) == 0:
                Desk.Session.Kill("episode");
                _isKilled = true;
                break;
            case 11:
                Broker.SlippageBps = _random.Next(80);
                break;
            default:
                break;
        }
    }

    private void Trade(int id, PositionSide side, double volume, string symbol)
    {
        if (Broker.Kind == AccountKind.Netted)
        {
            Broker.TradeNetted(id, side, volume, symbol);
        }
        else
        {
            Broker.Open(id, side, volume, symbol);
        }
    }

    private void TradeByHand()
    {
        if (_random.Next(2) == 0)
        {
            Trade(_nextId++, (PositionSide)_random.Next(2), Steps(30, 0.01), FakeBroker.Btc);
        }
        else if (Broker.Positions.Count > 0)
        {
            PositionState position = Broker.Positions.Values.ElementAt(_random.Next(Broker.Positions.Count));
            Broker.CloseByHand(position.Id, Math.Round(position.Volume * _random.NextDouble(), 2));
        }
    }

    /// <summary>The other bot closes whole what this one is about to cut.</summary>
    private void CloseLikeAnotherBot()
    {
        IReadOnlyList<GuardAction> plan = Desk.Session.Status.Decision.Actions ?? [];
        foreach (GuardAction action in plan.Where(a => a.Kind == GuardActionKind.Reduce).Take(2))
        {
            Broker.CloseByHand(action.Id, action.VolumeNow);
        }
    }

    private OrderFate Fate()
    {
        double late = _random.NextDouble() * LatestFill;
        if (!_isRough || _random.NextDouble() > _faultShare)
        {
            return _random.Next(2) == 0 ? OrderFate.Good : new OrderFate(TradeOutcome.Done, 0.3, 1, 0.2);
        }

        return _random.Next(7) switch
        {
            0 => new OrderFate(TradeOutcome.Timeout, late, 1, late * 0.5),
            1 => new OrderFate(TradeOutcome.Timeout, 0, 1, late),
            2 => new OrderFate(TradeOutcome.Timeout, late, 0, 0),
            3 => new OrderFate(TradeOutcome.Done, 0.5, Math.Round(_random.NextDouble(), 2), 0.4),
            4 => new OrderFate(null, 0, _random.Next(2), late),
            5 => new OrderFate(TradeOutcome.Disconnected, 0, _random.Next(2), late),
            _ => OrderFate.Refused(Errors[_random.Next(Errors.Length)]),
        };
    }

    /// <summary>The rules that every single order must keep.</summary>
    private void Check(Command command)
    {
        Expect(!_isKilled, $"{command} after the kill switch");
        Expect(Mode == GuardMode.Armed, $"{command} in Monitor");

        // Whoever closes by hand what an order is about to close makes the account show it as done: no one can tell.
        Expect(Broker.OpenFills.All(Broker.Disguised.Contains), $"{command} while an order is still open at the broker");
        Expect(command.Id != 3 || command.Kind == GuardActionKind.CancelOrder, $"{command} on a protected position");
        if (command.Kind == GuardActionKind.Reduce)
        {
            // The broker itself refuses what is not open or more than is there; what is left must be tradable.
            PositionState position = Broker.Positions[command.Id];
            double left = position.Volume - command.Volume;
            double min = Broker.Symbols[position.Symbol].VolumeMin;
            Expect(left < 1e-9 || left >= min - 1e-9, $"{command} leaves {left}");
        }
    }

    /// <summary>Whoever wants to act and does not must say why.</summary>
    private void CheckStep()
    {
        GuardStatus status = Desk.Session.Status;
        bool hasSent = Broker.Commands.Count > _commandsSeen;
        _commandsSeen = Broker.Commands.Count;
        IReadOnlyList<GuardAction> actions = status.Decision.Actions ?? [];
        bool isSilent = status.General == Refusal.None && status.Refused.Count == 0;
        if (!hasSent && isSilent && actions.Count > 0)
        {
            _problems.Add($"{Broker.Now:HH:mm:ss}: nothing sent and no reason for {actions[0]}");
        }

        if (actions.Count == 0 && status.TimeUtc != default && isSilent && status.Decision.State.DayUtc != default)
        {
            Expect(status.Decision.Hold != HoldReason.None, "a hold without reason");
        }
    }

    private void CheckCaps()
    {
        for (int i = 0; i < Broker.Commands.Count; i++)
        {
            DateTime from = Broker.Commands[i].TimeUtc;
            List<Command> hour = [.. Broker.Commands.Skip(i).Where(c => c.TimeUtc - from < TimeSpan.FromHours(1))];
            Expect(hour.Count <= Options.MaxActionsPerHour, $"{hour.Count} orders in an hour, cap {Options.MaxActionsPerHour}");
            Expect(
                hour.Sum(c => c.Notional) <= Options.MaxNotionalPerHour * (1 + 1e-9),
                $"{hour.Sum(c => c.Notional)} closed in an hour, cap {Options.MaxNotionalPerHour}");
        }
    }

    private void Expect(bool isTrue, string problem)
    {
        if (!isTrue)
        {
            _problems.Add($"{Broker.Now:HH:mm:ss}: {problem}");
        }
    }

    private string RandomSymbol() => _random.Next(2) == 0 ? FakeBroker.Btc : FakeBroker.Eth;

    private double Steps(int most, double step) => Math.Round((1 + _random.Next(most)) * step, 9);
}
