using cAlgo.API;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.Sessions.Guarding;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>LeverageGuard itself: the session that ships, armed, with a ladder, on the account of an episode.</summary>
/// <remarks>It is asked to look when the price has moved or a minute is over, not each second, and sees of the market what the cascade session told by then.</remarks>
internal sealed class GuardedPolicy : IReducingPolicy, ITradingPort, ICascadeRiskPort, IClock, IJournalStore
{
    private readonly Dictionary<string, string> _texts = [];
    private readonly IReadOnlyList<EpisodeMinute> _minutes;
    private readonly GuardSession _session;
    private EpisodeAccount? _account;
    private int _closed;

    /// <summary>Wires a session to the minutes of an episode.</summary>
    internal GuardedPolicy(IReadOnlyList<EpisodeMinute> minutes, GuardOptions options)
    {
        _minutes = minutes;
        _session = new GuardSession(
            new GuardPolicy(options),
            new GuardSessionOptions { Mode = GuardMode.Armed },
            this,
            this,
            this,
            account: 1,
            instance: "episode",
            this,
            _ => { });
    }

    DateTime IClock.NowUtc => _account!.NowUtc;

    public void Look(EpisodeAccount account, int closed)
    {
        _account = account;
        _closed = closed;
        _session.Step();
    }

    bool ITradingPort.TryRead(GuardSnapshot snapshot)
    {
        EpisodeAccount account = _account!;
        SymbolSpecification symbol = account.Symbol.Specification;
        snapshot.Account = new AccountState(
            double.NaN,
            account.Equity,
            account.Margin,
            double.NaN,
            EpisodeAccount.StopOutLevelPct,
            EpisodeAccount.GrantedLeverage,
            AccountKind.Hedged,
            MarginCalculation.Sum,
            IsLive: false,
            TransfersTotal: 0);
        snapshot.Symbols.Add(new SymbolState(
            symbol.Name,
            symbol.VolumeMin,
            symbol.VolumeStep,
            symbol.VolumeMax,
            account.Symbol.Bid,
            account.Symbol.Ask,
            QuoteToDeposit: 1,
            DepositToUsd: 1,
            [],
            symbol.Digits,
            MinStopDistance: 0,
            IsMarketOpen: true));
        foreach (BrokerPosition position in account.Positions)
        {
            snapshot.Positions.Add(new PositionState(
                position.Id,
                symbol.Name,
                position.TradeType == TradeType.Buy ? PositionSide.Long : PositionSide.Short,
                position.Volume,
                position.EntryPrice,
                position.Margin,
                position.NetProfit,
                position.StopLoss ?? double.NaN,
                position.EntryUtc,
                position.Label ?? string.Empty));
        }

        return true;
    }

    double ITradingPort.ClosedVolume(int positionId, DateTime sinceUtc) => _account!.Deals
        .Where(deal => deal.PositionId == positionId && deal.ClosingUtc >= sinceUtc)
        .Sum(deal => deal.Volume);

    void ITradingPort.Close(int positionId, double volume, Action<TradeReply> reply)
    {
        BrokerPosition? position = _account!.Positions.FirstOrDefault(open => open.Id == positionId);
        BrokerReply answer = position is null ? new BrokerReply(ErrorCode.EntityNotFound) : _account.Cut(position, volume);
        reply(answer.Error is { } error
            ? new TradeReply(Enum.Parse<TradeOutcome>(error.ToString()))
            : new TradeReply(TradeOutcome.Done, _account.Deals[^1].ClosingPrice));
    }

    void ITradingPort.MoveStop(int positionId, double stopPrice, Action<TradeReply> reply) =>
        throw new NotSupportedException("The ladders that are scored cut; they do not move stops.");

    void ITradingPort.Cancel(int orderId, Action<TradeReply> reply) =>
        throw new NotSupportedException("Accounts of an episode have no pending orders.");

    void ICascadeRiskPort.Read(GuardSnapshot snapshot)
    {
        snapshot.Risks.Add(RiskOf(PositionSide.Long));
        snapshot.Risks.Add(RiskOf(PositionSide.Short));
    }

    string? IBlobStore.Read(string key) => _texts.GetValueOrDefault(key);

    void IBlobStore.Write(string key, string text) => _texts[BlobKey.Check(key)] = text;

    void IBlobStore.Remove(string key) => _texts.Remove(key);

    void IJournalStore.Flush()
    {
    }

    private CascadeRisk RiskOf(PositionSide side) =>
        CascadeRiskMapping.Of(EpisodeAccount.SymbolName, side, _minutes[_closed].Readings, FeedQuality.Good);
}
